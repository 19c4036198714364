"""How many youths did the GPs of the demo town refer per quarter? All invented.

Written at once, as the act would write each line; tested to be equal.
"""

from datetime import date, datetime, time, timedelta
from random import Random

from dichtbij.demo.founding import Cast
from dichtbij.insight.baseline import start_quarter
from dichtbij.insight.models import QuarterlyReturn
from dichtbij.insight.quarters import after
from dichtbij.insight.return_table import wanted_quarters
from dichtbij.organisations.models import Membership, User
from dichtbij.programmes.models import (
    ListedPractice,
    Participation,
    PatientCount,
    Programme,
)
from dichtbij.shared import calendar, clock
from dichtbij.shared.permissions import Role

SOURCE = "demo, verzonnen telling uit het HIS"
YOUTHS, SPREAD = 390, 23  # where no count of patients is known, [design]
# Referrals a year per youth, less in the summer, and less with help: [design], no
# claim; around the rate of science.md 1, conclusion 2.
RATE, SUMMER, WITH_HELP = 0.035, 0.8, 0.9
SUMMER_MONTH = 7
# When a practice tells of a quarter: [design].
GIVEN_AFTER, AT = timedelta(weeks=3), time(10)
GIVERS = (Role.PROJECT_LEADER, Role.MUNICIPAL_OFFICER)


def add(cast: Cast) -> None:
    """Write the quarters of every practice on the lists, taking part or not."""
    for programme in cast.programmes.values():
        by = _giver(programme)
        if by is not None:
            QuarterlyReturn.objects.bulk_create(_rows(programme, by), batch_size=1000)


def go_on(cast: Cast) -> int:
    """Write the quarters that closed since, once the day to tell of them has come.

    Return how many. What a visitor gave or corrected stays as it is.
    """
    count = 0
    for programme in cast.programmes.values():
        by = _giver(programme)
        there = set(
            QuarterlyReturn.objects.filter(programme=programme).values_list(
                "practice", "quarter_on"
            )
        )
        missing = [
            row
            for row in (_rows(programme, by) if by is not None else ())
            if (row.practice_id, row.quarter_on) not in there
            and _told_at(row.quarter_on) <= clock.now()
        ]
        count += len(QuarterlyReturn.objects.bulk_create(missing, batch_size=1000))
    return count


def _told_at(quarter: date) -> datetime:
    """Return when a practice tells of a quarter."""
    return calendar.at_local(after(quarter) + GIVEN_AFTER, AT)


def _giver(programme: Programme) -> User | None:
    """Return who leads the programme or, where nobody does, who pays for it."""
    for role in GIVERS:
        found = (
            Membership.objects.active()
            .filter(programme=programme, role=role)
            .select_related("user")
            .first()
        )
        if found is not None:
            return found.user
    return None


def _rows(programme: Programme, by: User) -> list[QuarterlyReturn]:
    listed = ListedPractice.objects.filter(programme=programme).order_by("pk")
    counts = PatientCount.objects.filter(programme=programme).order_by("counted_on")
    youths = dict(counts.values_list("practice", "youths"))
    joined = Participation.objects.filter(programme=programme).order_by("-starts_on")
    starts = dict(joined.values_list("practice", "starts_on"))
    quarters, now = wanted_quarters(programme, clock.today()), clock.now()
    return [
        QuarterlyReturn(
            programme=programme,
            practice=one.practice,
            quarter_on=quarter,
            youths=count,
            referrals=_referred(number, quarter, count, starts.get(one.practice_id)),
            supplier=QuarterlyReturn.Supplier.PRACTICE,
            source=SOURCE,
            given_by=by,
            given_at=min(now, _told_at(quarter)),
        )
        for number, one in enumerate(listed.select_related("practice"))
        for count in [youths.get(one.practice_id) or YOUTHS + SPREAD * (number % 5)]
        for quarter in quarters
    ]


def _referred(number: int, quarter: date, youths: int, start: date | None) -> int:
    """Return an invented count that is the same each time."""
    chance = Random(f"{number} {quarter.isoformat()}")  # noqa: S311
    rate = RATE / 4 * (1 + 0.1 * (number % 5 - 2))
    if quarter.month == SUMMER_MONTH:
        rate *= SUMMER
    if start is not None and quarter >= start_quarter(start):
        rate *= WITH_HELP
    return sum(chance.random() < rate for _youth in range(youths))
