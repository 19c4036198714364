"""Does the door to released figures show what was released, and nothing small?"""

from datetime import date

import pytest
from django.db import connections

from dichtbij.insight.released import releases_of
from tests.released import release

OUTCOMES = {
    ("solved", "1"): 60,
    ("solved", "2"): 35,
    ("wijkteam", "1"): 5,
    ("wijkteam", "2"): 0,
}


@pytest.fixture
def first(town, published):
    release(town.programme, date(2025, 1, 1), date(2025, 6, 30), {"outcomes": OUTCOMES})
    return releases_of(town.programme.pk)[0]


def test_tables_have_their_codes_in_order_and_their_margins(first):
    table = first.tables["outcomes"]

    assert table.rows == ("solved", "wijkteam")
    assert table.columns == ("1", "2")
    assert (table.count(), table.count("solved"), table.count("", "2")) == (100, 95, 35)
    assert table.sum_of(["solved", "wijkteam"], "1") == 65


def test_nought_and_five_look_the_same(first):
    table = first.tables["outcomes"]

    assert table.shown("wijkteam", "1") == table.shown("wijkteam", "2") == "<10"
    assert table.shown("solved", "2") == "35"


def test_a_percentage_needs_thirty(town, published):
    tables = {"small": {"a": 20, "b": 5}, "just": {"a": 25, "b": 5}}
    release(town.programme, date(2025, 1, 1), date(2025, 6, 30), tables)

    found = releases_of(town.programme.pk)[0].tables

    assert found["small"].percent("a") is None
    assert found["just"].percent("a") == 83
    assert found["just"].percent("a", of_row="b") is None


def test_newest_is_first_at_two_queries(town, published, django_assert_num_queries):
    for year in (2023, 2025, 2024):
        release(town.programme, date(year, 1, 1), date(year, 6, 30), {"t": {"a": 5}})

    with django_assert_num_queries(2, connection=connections["stats"]):
        found = releases_of(town.programme.pk)

    assert [one.starts_on.year for one in found] == [2025, 2024, 2023]


def test_another_programme_is_not_read(first, town):
    assert releases_of(town.programme.pk + 1) == []


@pytest.mark.django_db(databases=["default", "stats"])
def test_it_reads_as_the_stats_role():
    with connections["stats"].cursor() as cursor:
        cursor.execute("SELECT current_user")
        assert cursor.fetchone() == ("dichtbij_stats",)

    assert releases_of(1) == []
