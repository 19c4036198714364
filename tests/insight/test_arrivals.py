"""Are arrivals counted per month where that says something, else per quarter?"""

from datetime import date, time, timedelta

import pytest

from dichtbij.insight.arrivals import arrivals, arrived
from dichtbij.insight.chart_choice import Kind
from dichtbij.shared import calendar, clock

MONTHS = [date(at // 12, at % 12 + 1, 1) for at in range(12 * 2025, 12 * 2026 + 3)]


def days(*counts):
    """Return so many days in each month from January 2025."""
    return [
        month + timedelta(days=number % 28)
        for month, count in zip(MONTHS, counts, strict=True)
        for number in range(count)
    ]


def test_twelve_months_with_enough_are_told_per_month_with_limits():
    counts = [5, 4, 6, 5, 4, 6, 5, 4, 6, 5, 4, 6, 5, 4, 1]

    found = arrived(days(*counts), MONTHS)

    assert found.choice.kind == Kind.XMR
    assert (found.starts, found.counts) == (MONTHS, counts)


@pytest.mark.parametrize(
    ("counts", "kind"),
    [([3] * 15, Kind.TIME_BETWEEN), ([1] * 15, Kind.TIME_BETWEEN)],
)
def test_with_few_a_month_quarters_are_told_without_limits(counts, kind):
    found = arrived(days(*counts), MONTHS)

    assert found.choice.kind == kind
    assert found.starts == [date(2025, m, 1) for m in (1, 4, 7, 10)] + [MONTHS[12]]
    assert found.counts == [3 * counts[0]] * 5


def test_eleven_months_are_too_few_for_limits_whatever_they_hold():
    found = arrived(days(*[9] * 12, 0, 0, 0)[: 9 * 12], MONTHS[:12])

    assert found.choice.kind == Kind.RUN


def test_a_quarter_that_is_not_there_as_a_whole_is_left_out():
    found = arrived(days(*[2] * 15)[2:], MONTHS[1:])

    assert found.starts[0] == date(2025, 4, 1)


def test_what_lies_before_the_first_is_left_out_of_limits_and_of_quarters():
    by_month = arrived(days(0, 0, *[5] * 13), MONTHS)
    by_quarter = arrived(days(*[0] * 7, *[2] * 8), MONTHS)

    assert by_month.starts == MONTHS[2:]
    assert (by_quarter.starts[0], by_quarter.counts) == (date(2025, 7, 1), [4, 6, 6])


def test_referrals_of_the_own_employer_count_on_their_local_day(
    town, make_referral, stand_as
):
    for number, at in enumerate((date(2026, 1, 1), date(2026, 2, 3))):
        with clock.at(calendar.at_local(at, time(0, 30))):
            make_referral(child={"family_name": f"Kind {number}"})

    noord = arrivals(stand_as(town.bram), town.programme)
    zuid = arrivals(stand_as(town.cees), town.programme)

    assert (noord.starts, noord.counts) == ([date(2026, 1, 1)], [2])
    assert zuid is None


@pytest.mark.parametrize("starts_on", [date(2026, 3, 2), date(2026, 5, 1)])
def test_before_its_second_month_a_programme_has_nothing_to_tell(
    town, stand_as, starts_on
):
    town.programme.starts_on = starts_on

    assert arrivals(stand_as(town.bram), town.programme) is None


def test_nobody_came_yet_is_no_drawing(town, stand_as):
    assert arrivals(stand_as(town.bram), town.programme) is None
