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
    [([3] * 15, Kind.TIME_BETWEEN), ([0] * 15, Kind.TIME_BETWEEN)],
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


def test_referrals_of_the_own_employer_count_on_their_local_day(
    town, make_referral, stand_as
):
    for number, at in enumerate((date(2026, 1, 1), date(2026, 2, 3))):
        with clock.at(calendar.at_local(at, time(0, 30))):
            make_referral(child={"family_name": f"Kind {number}"})

    noord = arrivals(stand_as(town.bram), town.programme)
    zuid = arrivals(stand_as(town.cees), town.programme)

    assert dict(zip(noord.starts, noord.counts, strict=True))[date(2026, 1, 1)] == 2
    assert sum(zuid.counts) == 0


def test_in_its_first_month_a_programme_has_nothing_to_tell(town, stand_as):
    town.programme.starts_on = date(2026, 3, 2)

    assert arrivals(stand_as(town.bram), town.programme) is None
