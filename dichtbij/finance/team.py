"""How do the hours of an employer stand: per person, per agreement, for the year?

For the employer alone: nothing of this page reaches the municipality.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dichtbij.agreements.commitments import committed_minutes
from dichtbij.agreements.models import Agreement
from dichtbij.finance.accounting import (
    ONE_DAY,
    AgreedMonth,
    month_end,
    next_month,
    practices_of,
)
from dichtbij.finance.forecast import Forecast, foresee
from dichtbij.finance.hours import (
    WEEK,
    Worked,
    by_kind,
    closed_between,
    monday_of,
    worked,
)
from dichtbij.finance.models import Statement, WeekConfirmation
from dichtbij.organisations.models import User
from dichtbij.programmes.models import PatientCount
from dichtbij.shared import clock
from dichtbij.shared.errors import Refused
from dichtbij.shared.walls import standing

MONTHS_SHOWN = 12
PER_YOUTHS = 1000


@dataclass(frozen=True)
class PersonMonth:
    """The minutes of one of the staff in a month, and the weeks not confirmed."""

    name: str
    minutes: dict[str, int]
    unconfirmed: int

    @property
    def total(self) -> int:
        """Return all minutes together."""
        return sum(self.minutes.values())


def people_of(month_on: date) -> list[PersonMonth]:
    """Return who of the own employer gave hours in a month, by name."""
    last = month_end(month_on)
    until = monday_of(last) + WEEK - ONE_DAY
    rows = worked(monday_of(month_on), until)
    inside = [row for row in rows if month_on <= row.day <= last]
    people = User.objects.in_bulk({row.user_id for row in inside})
    confirmed = _confirmed(monday_of(month_on), until)
    found = [
        PersonMonth(
            person.name,
            by_kind(row for row in inside if row.user_id == person.pk),
            len(_weeks(rows, person.pk) - confirmed),
        )
        for person in people.values()
    ]
    return sorted(found, key=lambda one: one.name)


def _weeks(rows: Sequence[Worked], user_id: int) -> set[tuple[int, date]]:
    """Return the weeks with hours of someone that are over."""
    this_week = monday_of(clock.today())
    mondays = {monday_of(row.day) for row in rows if row.user_id == user_id}
    return {(user_id, monday) for monday in mondays if monday < this_week}


def _confirmed(first: date, last: date) -> set[tuple[int, date]]:
    where = standing()
    rows = WeekConfirmation.objects.filter(
        programme=where.programme_id if where else None,
        week_on__gte=first,
        week_on__lte=last,
    )
    return set(rows.values_list("user", "week_on"))


@dataclass(frozen=True)
class MonthState:
    """A month of an agreement: its statement, or None while there is none."""

    month_on: date
    statement: Statement | None


@dataclass(frozen=True)
class AgreementYear:
    """How an agreement stands this year; money in cents, time in minutes."""

    agreement: Agreement
    months: list[MonthState]
    forecast: Forecast | None
    youths: int
    per_thousand: int | None
    closed: int
    per_closed_cents: int | None

    @property
    def owed(self) -> list[MonthState]:
        """Return the months that are over and have no statement."""
        return [one for one in self.months if one.statement is None]


def agreements_of_employer() -> list[Agreement]:
    """Return the signed agreements of the own employer, newest first."""
    where = standing()
    return list(
        Agreement.objects.filter(
            programme=where.programme_id if where else None,
            employer__in=where.holders if where else (),
            status=Agreement.Status.SIGNED,
        ).defer("pdf")
    )


def year_of(agreement: Agreement) -> AgreementYear:
    """Return how an agreement stands in this calendar year."""
    today = clock.today()
    first = max(today.replace(month=1, day=1), agreement.starts_on)
    last = min(today.replace(month=12, day=31), agreement.last_on())
    over = _months(first, min(last, today.replace(day=1) - ONE_DAY))
    practices = practices_of(agreement)
    rows = worked(first, over[-1][1], practices=practices) if over else []
    youths, minutes = _dose(agreement, practices, rows)
    shown = _statements(agreement)
    closed, cents = _cost(shown, practices, today.year)
    return AgreementYear(
        agreement=agreement,
        months=shown,
        forecast=_forecast(agreement, rows, over, len(_months(first, last))),
        youths=youths,
        per_thousand=round(minutes * PER_YOUTHS / youths) if youths else None,
        closed=closed,
        per_closed_cents=round(cents / closed) if closed and cents else None,
    )


def _months(first: date, last: date) -> list[tuple[date, date]]:
    """Return first and last day of each month from one day to another."""
    found, month_on = [], first.replace(day=1)
    while month_on <= last:
        found.append((max(first, month_on), min(last, month_end(month_on))))
        month_on = next_month(month_on)
    return found


def _forecast(
    agreement: Agreement,
    rows: Sequence[Worked],
    over: Sequence[tuple[date, date]],
    months: int,
) -> Forecast | None:
    given: Counter[date] = Counter()
    for row in rows:
        given[row.day.replace(day=1)] += row.minutes
    try:
        first = agreement.starts_on if not over else over[0][0]
        committed = _committed(agreement, first, months)
    except Refused:  # no number of patients yet: nothing to compare with
        return None
    counts = [given[first.replace(day=1)] for first, _last in over]
    return foresee(counts, months - len(over), committed)


def _committed(agreement: Agreement, first: date, months: int) -> int:
    total, month_on = 0, first.replace(day=1)
    for _number in range(months):
        total += committed_minutes(agreement, month_on)
        month_on = next_month(month_on)
    return total


def _dose(
    agreement: Agreement, practices: set[int], rows: Sequence[Worked]
) -> tuple[int, int]:
    """Return the youths of practices with a count, and the minutes given there."""
    counts: dict[int, int] = {}
    known = PatientCount.objects.filter(
        programme=agreement.programme_id, practice__in=practices
    ).order_by("counted_on")
    counts.update(known.values_list("practice", "youths"))  # the newest stays
    minutes = sum(row.minutes for row in rows if row.practice_id in counts)
    return sum(counts.values()), minutes


def _cost(
    shown: Sequence[MonthState], practices: set[int], year: int
) -> tuple[int, int]:
    """Return trajectories closed in this year's months with a statement, and cents."""
    paid = [
        one.statement
        for one in shown
        if one.statement is not None and one.month_on.year == year
    ]
    if not paid:
        return 0, 0
    first = min(one.month_on for one in paid)
    last = month_end(max(one.month_on for one in paid))
    return closed_between(first, last, practices), sum(p.amount_cents for p in paid)


def _statements(agreement: Agreement) -> list[MonthState]:
    """Return the last twelve months that are over, the latest first."""
    made = {
        one.month_on: one
        for one in agreement.statements.exclude(status=Statement.Status.RETURNED)
        .select_related("agreement", "made_by")
        .defer("pdf", "agreement__pdf")
    }
    month_on, found = clock.today().replace(day=1), []
    for _number in range(MONTHS_SHOWN):
        month_on = (month_on - ONE_DAY).replace(day=1)
        first, last = AgreedMonth(agreement, month_on).days()
        if first <= last:
            found.append(MonthState(month_on, made.get(month_on)))
    return found
