"""Two windows that enter the same child in one practice queue for each other."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.db import connection

from dichtbij.clients.actions import take_turn
from tests.conftest import child


@pytest.fixture
def elsewhere(db) -> Iterator:
    """Another window: a connection of its own."""
    other = connection.copy()
    yield other
    other.close()


def free(elsewhere, practice_id, born) -> bool:
    with elsewhere.cursor() as cursor:
        cursor.execute(
            "SELECT pg_try_advisory_xact_lock(hashtextextended(%s, 0))",
            [f"enter/{practice_id}/{born}"],
        )
        return bool(cursor.fetchone()[0])


def test_a_second_window_waits_for_the_first(elsewhere):
    born = child().birth_date
    assert free(elsewhere, 7, born)

    take_turn(7, child())

    assert not free(elsewhere, 7, born)


def test_other_practices_and_other_children_do_not_wait(elsewhere):
    take_turn(7, child())

    assert free(elsewhere, 8, child().birth_date)
    assert free(elsewhere, 7, date(2015, 6, 2))
