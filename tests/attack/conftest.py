"""One world for all attacks of a file: each starts from it, and leaves no trace."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connections, transaction
from django.utils import translation

from dichtbij.shared import clock
from tests.attack.world import build
from tests.conftest import NOW, make_town

World = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def built(
    django_db_setup: None, django_db_blocker: Any
) -> Iterator[tuple[SimpleNamespace, World]]:
    """Build the world once: for a hundred routes that saves minutes."""
    with django_db_blocker.unblock(), transaction.atomic():
        with clock.at(NOW), translation.override("en"):
            town = make_town()
            world = build(town)
        yield town, world
        transaction.set_rollback(True)


@pytest.fixture
def attacked(built: tuple[SimpleNamespace, World]) -> Iterator[None]:
    """Undo what a test did to the world.

    The stats role looks through the connection that sees the world; that it may read
    releases alone is shown without this (tests/test_house.py).
    """
    with transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            connections._connections, "stats", connections["default"], raising=False
        )
        yield
        transaction.set_rollback(True)
