"""One world for all attacks of a file: each starts from it, and leaves no trace."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from http.cookies import SimpleCookie
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connections, transaction
from django.test import Client
from django.utils import translation

from dichtbij.shared import clock
from tests.attack.world import ACTORS, build
from tests.conftest import NOW, admit, english_browser, make_town

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


@pytest.fixture(scope="module")
def visits(
    built: tuple[SimpleNamespace, World], django_db_blocker: Any
) -> dict[str, SimpleCookie]:
    """Sign everyone in once, and let them see their first page: their cookies."""
    found = {}
    with django_db_blocker.unblock(), clock.at(NOW), translation.override("en"):
        for who in ACTORS:
            browser = admit(english_browser(), getattr(built[0], who))
            browser.get("/")
            found[who] = browser.cookies
    return found


@pytest.fixture
def come_as(visits: dict[str, SimpleCookie], client: Client) -> Callable[[str], Client]:
    """Be somebody who signed in before the test began."""

    def enter(who: str) -> Client:
        client.cookies = deepcopy(visits[who])
        return client

    return enter


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
