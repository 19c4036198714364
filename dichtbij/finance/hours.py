"""Which hours were given: by whom, on which day, in which practice, of which kind?

Time in contacts and lines noted beside them, added up; never whose child it was. These
sums ask for the employer and not for the care of one child, because hours that were
given do not become fewer when a care relation ends. The wall in the database still
opens rows of the own employer only; a practitioner reads the own hours only.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Q, Sum
from django.db.models.functions import TruncDate

from dichtbij.care.models import TimeSpent, Trajectory
from dichtbij.finance.kinds import OF_ACTIVITY
from dichtbij.finance.models import WeekConfirmation, WorkEntry
from dichtbij.scheduling.models import Appointment
from dichtbij.shared import calendar, clock
from dichtbij.shared.errors import Denied
from dichtbij.shared.permissions import Relation, Role
from dichtbij.shared.walls import Standing, standing

WEEK = timedelta(days=7)
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Worked:
    """Minutes of one kind that someone gave on one day, in a practice or in none."""

    user_id: int
    day: date
    practice_id: int | None
    kind: str
    minutes: int


def worked(
    first: date, last: date, *, practices: Collection[int] | None = None
) -> list[Worked]:
    """Return what was given from one local date to another, both included.

    Of the own employer; for a practitioner the own hours. `practices` limits it.
    """
    rows = [*_in_contacts(first, last), *_beside_contacts(first, last)]
    return [
        Worked(*row)
        for row in rows
        if row[4] and (practices is None or row[2] in practices)
    ]


Row = tuple[int, date, int | None, str, int]


def _in_contacts(first: date, last: date) -> Iterable[Row]:
    begins = calendar.at_local(first, clock.MIDNIGHT)
    ends = calendar.at_local(last + ONE_DAY, clock.MIDNIGHT)
    rows = (
        TimeSpent.objects.filter(
            _mine("contact__", "practitioner"),
            contact__held_at__gte=begins,
            contact__held_at__lt=ends,
        )
        .annotate(day=TruncDate("contact__held_at", tzinfo=clock.AMSTERDAM))
        .values_list("contact__practitioner", "day", "contact__practice", "activity")
        .annotate(total=Sum("minutes"))
        .order_by()
    )
    for user, day, practice, activity, minutes in rows:
        yield user, day, practice, OF_ACTIVITY[activity], minutes


def _beside_contacts(first: date, last: date) -> Iterable[Row]:
    rows = WorkEntry.objects.filter(
        _mine("", "user"), worked_on__gte=first, worked_on__lte=last
    )
    yield from (
        rows.values_list("user", "worked_on", "practice", "kind")
        .annotate(total=Sum("minutes"))
        .order_by()
    )


def _mine(prefix: str, who: str) -> Q:
    """Return the rows of the own employer, and for a practitioner the own ones."""
    where = standing()
    if where is None:
        return Q(pk=None)
    told: dict[str, Any] = {
        f"{prefix}programme": where.programme_id,
        f"{prefix}holder__in": where.holders,
    }
    if where.role == Role.PRACTITIONER:
        told[f"{prefix}{who}"] = where.user_id
    return Q(**told)


def by_kind(rows: Iterable[Worked]) -> dict[str, int]:
    """Return minutes per kind; a kind without minutes is left out."""
    found: Counter[str] = Counter()
    for row in rows:
        found[row.kind] += row.minutes
    return {kind: found[kind] for kind in sorted(found) if found[kind]}


def monday_of(day: date) -> date:
    """Return the first day of the week of a day."""
    return day - timedelta(days=day.weekday())


def minutes_of_week(user_id: int, week_on: date) -> dict[str, int]:
    """Return the minutes per kind of someone in the week that begins on a Monday."""
    rows = worked(week_on, week_on + WEEK - ONE_DAY)
    return by_kind(row for row in rows if row.user_id == user_id)


@dataclass(frozen=True)
class OwnWeek:
    """The week that someone confirms: the own one, at the employer one stands at."""

    programme_id: int
    holder_id: int
    user_id: int
    week_on: date

    def relations_to(self, where: Standing) -> set[str]:
        """Return what ties `where` to this week: it is one's own."""
        mine = (self.programme_id, self.user_id) == (where.programme_id, where.user_id)
        ours = self.holder_id in where.holders
        return {Relation.HOLDER} if mine and ours else set()


def own_week(week_on: date) -> OwnWeek:
    """Return one's own week from a Monday. Raises Denied outside any employer."""
    where = standing()
    if where is None or where.programme_id is None or not where.holders:
        raise Denied("own_week")
    return OwnWeek(where.programme_id, where.holders[0], where.user_id, week_on)


@dataclass(frozen=True)
class Week:
    """A week of someone: what was given, and what was confirmed of it if anything."""

    week_on: date
    minutes: dict[str, int]
    confirmed: dict[str, int] | None

    @property
    def total(self) -> int:
        """Return all minutes of the week."""
        return sum(self.minutes.values())

    @property
    def last_on(self) -> date:
        """Return its Sunday."""
        return self.week_on + WEEK - ONE_DAY

    @property
    def changed(self) -> int:
        """Return how many minutes differ from what was confirmed."""
        before = self.confirmed or {}
        return self.total - sum(before.values()) if self.confirmed is not None else 0

    @property
    def to_confirm(self) -> bool:
        """Tell whether there is something that was not confirmed like this."""
        if self.confirmed is None:
            return bool(self.minutes)
        return self.confirmed != self.minutes


def weeks(user_id: int, first: date, count: int) -> list[Week]:
    """Return so many weeks of someone from a Monday back, the latest one first."""
    oldest = first - (count - 1) * WEEK
    rows = [
        row for row in worked(oldest, first + WEEK - ONE_DAY) if row.user_id == user_id
    ]
    where = standing()
    confirmed = dict(
        WeekConfirmation.objects.filter(
            programme=where.programme_id if where else None,
            user=user_id,
            week_on__gte=oldest,
            week_on__lte=first,
        ).values_list("week_on", "minutes")
    )
    return [
        Week(
            monday,
            by_kind(row for row in rows if monday_of(row.day) == monday),
            confirmed.get(monday),
        )
        for monday in (first - number * WEEK for number in range(count))
    ]


def unrecorded(user_id: int, week_on: date) -> int:
    """Count talks of a week that are over and not recorded: their hours are missing."""
    now = clock.now()
    begins = calendar.at_local(week_on, clock.MIDNIGHT)
    ends = calendar.at_local(week_on + WEEK, clock.MIDNIGHT)
    return Appointment.objects.filter(
        _mine("", "practitioner"),
        practitioner=user_id,
        status=Appointment.Status.BOOKED,
        starts_at__gte=begins,
        starts_at__lt=ends,
        ends_at__lt=now,
    ).count()


def closed_between(first: date, last: date, practices: Collection[int]) -> int:
    """Count trajectories that closed in these practices: for the employer alone."""
    rows = Trajectory.objects.filter(
        _mine("", "practitioner"),
        practice__in=practices,
        closed_on__gte=first,
        closed_on__lte=last,
    )
    return int(rows.aggregate(count=Count("pk"))["count"])
