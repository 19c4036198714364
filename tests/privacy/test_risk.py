"""Which visits are worth a question? A seeded snooper is on the list (F9)."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dichtbij.privacy.risk import (
    ENDED_DAYS,
    MANY_FILES,
    MOST,
    POINTS,
    Sign,
    Visit,
    signs_of,
    worth_asking,
)

AT = datetime(2026, 3, 10, 9, tzinfo=UTC)
DAY = date(2026, 3, 10)


def visit(**changes):
    told = {"user_id": 1, "client_id": 2, "last_at": AT, "lines": 3, "last_on": DAY}
    return Visit(**(told | changes))


@pytest.mark.parametrize(
    ("changes", "signs"),
    [
        ({}, ()),
        ({"surname": "jans", "child_surname": "jans"}, (Sign.SAME_SURNAME,)),
        ({"surname": "", "child_surname": ""}, ()),
        ({"in_care": False}, (Sign.NO_CARE,)),
        ({"in_care": None}, ()),
        ({"in_care": False, "emergency": True}, (Sign.EMERGENCY,)),
        ({"night_lines": 1}, (Sign.NIGHT,)),
        ({"most_in_an_hour": MANY_FILES}, ()),
        ({"most_in_an_hour": MANY_FILES + 1}, (Sign.MANY,)),
        ({"ended_on": DAY - timedelta(days=ENDED_DAYS)}, ()),
        ({"ended_on": DAY - timedelta(days=ENDED_DAYS + 1)}, (Sign.ENDED,)),
    ],
)
def test_each_sign_is_seen_and_no_other(changes, signs):
    assert signs_of(visit(**changes)) == signs


def test_a_visit_without_a_sign_is_not_on_the_list():
    assert worth_asking([visit()]) == []


@given(st.lists(st.integers(0, 3), max_size=60))
def test_the_list_is_short_and_the_heaviest_come_first(nights):
    found = worth_asking(
        visit(user_id=n, night_lines=count, in_care=count != 2)
        for n, count in enumerate(nights)
    )

    points = [one.points for one in found]
    assert points == sorted(points, reverse=True)
    assert len(found) <= MOST


@given(st.integers(0, 300))
def test_a_seeded_snooper_is_in_the_top_twenty(others):
    """At night, same surname, no care: whatever else happens that week."""
    crowd = [visit(user_id=n, most_in_an_hour=99, night_lines=1) for n in range(others)]
    snooper = visit(
        user_id=-1, surname="k", child_surname="k", in_care=False, night_lines=2
    )

    assert -1 in {one.visit.user_id for one in worth_asking([*crowd, snooper])}


def test_every_sign_weighs_something():
    assert set(POINTS) == set(Sign)
    assert min(POINTS.values()) > 0
