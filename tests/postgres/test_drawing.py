"""Is an empty database given at once what all migrations make step by step?"""

import os

import psycopg
import pytest

from dichtbij import postgres
from dichtbij.postgres.contents import tables
from dichtbij.postgres.tables import DRAWING, draw_tables, lay_tables
from tests import live
from tests.drawing import migrated


def test_the_drawing_is_what_all_migrations_make():
    with migrated() as address:
        drawn = draw_tables(address)

    assert DRAWING.read_text() == drawn, "python -m tests.drawing draws it anew"


def test_a_database_that_was_begun_with_the_drawing_is_drawn_alike(db):
    """The tables that all tests use: laid at once, then migrated."""
    laid = live.address_of(os.environ["DICHTBIJ_TEST_DATABASE"])

    assert (
        draw_tables(laid).partition("INSERT INTO")[0]
        == (DRAWING.read_text().partition("INSERT INTO")[0])
    )


def test_nothing_is_laid_over_what_is_there(db):
    with psycopg.connect(
        host=str(postgres.socket_folder()),
        user="dichtbij_owner",
        dbname=os.environ["DICHTBIJ_TEST_DATABASE"],
    ) as owner:
        before = tables(owner)

        with pytest.raises(psycopg.Error, match="already exists"):
            lay_tables(owner)
        owner.rollback()

        assert tables(owner) == before
