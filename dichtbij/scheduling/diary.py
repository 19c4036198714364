"""What does a week look like: which practice days, where, and how much is free?"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q

from dichtbij.clients.models import Client
from dichtbij.programmes.models import Programme
from dichtbij.scheduling import planner
from dichtbij.scheduling.models import Appointment, Closure, PracticeDay
from dichtbij.scheduling.openings import closure_of, rule_of, taken_in
from dichtbij.scheduling.planner import PracticeDayOn
from dichtbij.shared import calendar, clock

AHEAD = timedelta(weeks=8)  # how far the next practice day is looked for


@dataclass(frozen=True)
class DayOn:
    """One practice day on a date: where it is, why it is lost, how many times are free.

    `free` counts times of the programme's consult length that still lie ahead.
    """

    on: date
    day: PracticeDay
    lost: bool
    reason: str
    free: int

    @property
    def starts_at(self) -> datetime:
        """Return the moment this day begins."""
        return calendar.at_local(self.on, self.day.starts)


def planned(days: Sequence[PracticeDay], first: date, last: date) -> list[DayOn]:
    """Return each practice day from first to last without counting free times."""
    closures = closures_between(days, first, last)
    return _days_on(days, closures, first, last, Counter())


def week(
    days: Sequence[PracticeDay], programme: Programme, first: date, last: date
) -> list[DayOn]:
    """Return each practice day from first to last with its number of free times.

    Two queries, however many days.
    """
    rules = [rule_of(day) for day in days]
    closures = closures_between(days, first, last)
    begin = max(clock.now(), calendar.at_local(first, time.min))
    slots = planner.free_slots(
        rules,
        closures=closures,
        taken=taken_in(_touching(days), begin, last),
        start=begin,
        until=last,
        minutes=programme.consult_minutes,
        step_minutes=programme.consult_minutes,
    )
    free = Counter(
        (
            calendar.local(slot.starts).date(),
            slot.practice,
            slot.practitioner,
            slot.room,
        )
        for slot in slots
    )
    return _days_on(days, closures, first, last, free)


def closures_between(
    days: Sequence[PracticeDay], first: date, last: date
) -> list[planner.Closure]:
    """Return what closes any of these days in the period."""
    if not days:
        return []
    rows = Closure.objects.standing_on(first, last).filter(
        Q(practice__in={day.practice_id for day in days})
        | Q(practitioner__in={day.practitioner_id for day in days}),
        programme=days[0].programme_id,
    )
    return [closure_of(row) for row in rows.order_by("id")]


def _touching(days: Sequence[PracticeDay]) -> Q:
    """Return which appointments can stand in the way of these days."""
    return Q(room__in={day.room_id for day in days}) | Q(
        practitioner__in={day.practitioner_id for day in days}
    )


def _days_on(
    days: Sequence[PracticeDay],
    closures: Iterable[planner.Closure],
    first: date,
    last: date,
    free: Counter[tuple[date, int, int, int]],
) -> list[DayOn]:
    found = planner.practice_days_between(
        [rule_of(day) for day in days], (), list(closures), first, last
    )
    return [
        DayOn(
            on=one.date,
            day=_day_of(one, days),
            lost=one.lost,
            reason=one.reason,
            free=free[(one.date, one.practice, one.practitioner, one.room)],
        )
        for one in found
    ]


def _day_of(one: PracticeDayOn, days: Sequence[PracticeDay]) -> PracticeDay:
    return next(
        day
        for day in days
        if rule_of(day).holds_on(one.date)
        and (day.practitioner_id, day.room_id, day.practice_id, day.starts, day.ends)
        == (one.practitioner, one.room, one.practice, one.starts, one.ends)
    )


def stranded(closure: Closure) -> Q:
    """Return which appointments fall in a closure and have to be moved."""
    within = Q(
        starts_at__gte=calendar.at_local(closure.first_on, time.min),
        starts_at__lt=calendar.at_local(closure.last_on + calendar.ONE_DAY, time.min),
        status=Appointment.Status.BOOKED,
    )
    if closure.practitioner_id:
        within &= Q(practitioner=closure.practitioner_id)
    if closure.practice_id:
        within &= Q(practice=closure.practice_id)
    if closure.room_id:
        within &= Q(room=closure.room_id)
    if closure.starts:
        within &= Q(ends_at__time__gt=closure.starts)
    if closure.ends:
        within &= Q(starts_at__time__lt=closure.ends)
    return within


def last_talk(client: Client, practitioner_id: int) -> Appointment | None:
    """Return the last conversation of a child that began: follow-ups come after it."""
    begun = Appointment.objects.filter(client=client, starts_at__lte=clock.now())
    rows = list(
        begun.exclude(status=Appointment.Status.CANCELLED)
        .select_related("practice", "room")
        .order_by("-starts_at")[:5]
    )
    own = [row for row in rows if row.practitioner_id == practitioner_id]
    return next(iter(own or rows), None)
