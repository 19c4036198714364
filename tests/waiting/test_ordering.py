from datetime import date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dichtbij.shared.calendar import UTC, at_local, is_working_day, local
from dichtbij.waiting.matching import (
    Bar,
    Candidate,
    best,
    higher,
    passed_over,
    weigh,
)
from dichtbij.waiting.ordering import Place, answer_by, in_order

TODAY = date(2026, 3, 10)
MOMENTS = st.datetimes(
    datetime(2026, 1, 1),  # noqa: DTZ001  Hypothesis adds the zone
    datetime(2026, 12, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
)
DAYS = st.dates(date(2026, 2, 1), date(2026, 4, 1))
CANDIDATES = st.lists(
    st.builds(
        Candidate,
        entry=st.integers(1, 99),
        target_on=DAYS,
        since_at=MOMENTS,
        client=st.integers(1, 99),
        bar=st.none() | st.sampled_from(list(Bar)),
    ),
    unique_by=lambda one: one.entry,
    max_size=12,
)


@given(CANDIDATES, st.randoms())
def test_the_order_is_total_and_the_same_however_the_rows_came(rows, random):
    mixed = list(rows)
    random.shuffle(mixed)

    ordered = in_order(mixed)

    assert ordered == in_order(rows)
    assert sorted(one.entry for one in ordered) == sorted(one.entry for one in rows)
    for before, after in pairwise(ordered):
        assert (before.target_on, before.since_at) <= (after.target_on, after.since_at)
        assert before.rank < after.rank


@given(CANDIDATES)
def test_everybody_gets_a_place_and_nobody_is_passed_over_unseen(rows):
    weighed = weigh(rows, TODAY)

    assert [one.place for one in weighed] == list(range(1, len(rows) + 1))
    assert len(best(weighed)) == min(3, sum(one.fits for one in weighed))
    for one in best(weighed):
        above = higher(weighed, one.candidate.entry)
        passed = passed_over(weighed, one.candidate.entry)
        assert set(passed) <= set(above)
        assert all(other.candidate.bar for other in above if other not in passed)
    if best(weighed):
        assert passed_over(weighed, best(weighed)[0].candidate.entry) == []


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(MOMENTS, st.timedeltas(timedelta(0), timedelta(days=30)))
def test_an_answer_is_asked_in_working_hours_and_before_the_time(now, ahead):
    starts = now + ahead

    until = answer_by(now, starts)

    if until is None:
        assert ahead <= timedelta(hours=1)
        return
    assert now + timedelta(minutes=30) < until <= starts - timedelta(minutes=30)
    if until != starts - timedelta(minutes=30):
        assert is_working_day(local(until).date())
        assert time(8) <= local(until).time() <= time(18)


@pytest.mark.parametrize(
    ("day", "clock", "until_day", "until"),
    [
        (date(2026, 3, 10), time(10), date(2026, 3, 10), time(14)),
        (date(2026, 3, 10), time(16), date(2026, 3, 11), time(10)),
        (date(2026, 3, 13), time(17), date(2026, 3, 16), time(11)),
        (date(2026, 3, 10), time(22), date(2026, 3, 11), time(12)),
        # Easter Monday is no working day.
        (date(2026, 4, 3), time(17), date(2026, 4, 7), time(11)),
    ],
)
def test_four_hours_are_counted_in_working_hours(day, clock, until_day, until):
    starts = at_local(date(2026, 5, 1), time(9))

    assert answer_by(at_local(day, clock), starts) == at_local(until_day, until)


def test_target_date_goes_before_waiting_time():
    late = Place(2, date(2026, 3, 1), datetime(2026, 2, 20, tzinfo=UTC))
    long_ago = Place(1, date(2026, 3, 2), datetime(2026, 1, 1, tzinfo=UTC))

    assert in_order([long_ago, late]) == [late, long_ago]
