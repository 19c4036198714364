"""What does a week look like: which practice days, where, and how much is free?"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import TruncDate, TruncTime

from dichtbij.clients.models import Client
from dichtbij.organisations.models import Membership, User
from dichtbij.programmes.models import Programme
from dichtbij.scheduling import planner
from dichtbij.scheduling.models import Appointment, Closure, PracticeDay, Room
from dichtbij.scheduling.openings import closure_of, rule_of, taken_in
from dichtbij.scheduling.planner import PracticeDayOn
from dichtbij.shared import calendar, clock
from dichtbij.shared.permissions import Role

Place = tuple[date, int, int, int]  # day, practice, practitioner, room
AHEAD = timedelta(weeks=8)  # how far the next practice day is looked for


@dataclass(frozen=True)
class DayOn:
    """One practice day on a date: where it is, why it is lost, how many times are free.

    `free` counts times of the programme's consult length that still lie ahead,
    `booked` the appointments of the day.
    """

    on: date
    day: PracticeDay
    lost: bool
    reason: str
    free: int
    booked: int = 0

    @property
    def starts_at(self) -> datetime:
        """Return the moment this day begins."""
        return calendar.at_local(self.on, self.day.starts)


def planned(days: Sequence[PracticeDay], first: date, last: date) -> list[DayOn]:
    """Return each practice day from first to last without counting free times."""
    closures = closures_between(days, first, last)
    return _days_on(days, closures, first, last, Counter(), Counter())


def week(
    days: Sequence[PracticeDay], programme: Programme, first: date, last: date
) -> list[DayOn]:
    """Return each practice day from first to last with its number of free times.

    Four queries, however many days.
    """
    closures = closures_between(days, first, last)
    begin = max(clock.now(), calendar.at_local(first, time.min))
    slots = planner.free_slots(
        [rule_of(day) for day in days],
        closures=closures,
        taken=taken_in(_touching(days), begin, last),
        start=begin,
        until=last,
        minutes=programme.consult_minutes,
        step_minutes=programme.consult_minutes,
    )
    booked = Appointment.objects.live().between(first, last).filter(_touching(days))
    places = booked.order_by().values_list(
        "starts_at", "room__practice", "practitioner", "room"
    )
    return _days_on(
        days,
        closures,
        first,
        last,
        Counter(_place(slot.starts, *slot[2:]) for slot in slots),
        Counter(_place(*row) for row in places),
    )


def _place(starts: datetime, practice: int, practitioner: int, room: int) -> Place:
    return calendar.local(starts).date(), practice, practitioner, room


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
    free: Mapping[Place, int],
    booked: Mapping[Place, int],
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
            free=free.get(place, 0),
            booked=booked.get(place, 0),
        )
        for one in found
        for place in [(one.date, one.practice, one.practitioner, one.room)]
    ]


def _day_of(one: PracticeDayOn, days: Sequence[PracticeDay]) -> PracticeDay:
    return next(
        day
        for day in days
        if rule_of(day).holds_on(one.date)
        and (day.practitioner_id, day.room_id, day.practice_id, day.starts, day.ends)
        == (one.practitioner, one.room, one.practice, one.starts, one.ends)
    )


def stranded() -> QuerySet[Appointment]:
    """Return planned appointments on days that were closed meanwhile: move them."""
    shut = Closure.objects.filter(
        Q(practitioner=None) | Q(practitioner=OuterRef("practitioner")),
        Q(practice=None) | Q(practice=OuterRef("room__practice")),
        Q(room=None) | Q(room=OuterRef("room")),
        Q(starts=None) | Q(starts__lt=OuterRef("local_end")),
        Q(ends=None) | Q(ends__gt=OuterRef("local_start")),
        programme=OuterRef("programme"),
        lifted_at=None,
        first_on__lte=OuterRef("local_day"),
        last_on__gte=OuterRef("local_day"),
    )
    found: QuerySet[Appointment] = (
        Appointment.objects.filter(
            status=Appointment.Status.BOOKED, starts_at__gte=clock.now()
        )
        .annotate(
            local_day=TruncDate("starts_at", tzinfo=clock.AMSTERDAM),
            local_start=TruncTime("starts_at", tzinfo=clock.AMSTERDAM),
            local_end=TruncTime("ends_at", tzinfo=clock.AMSTERDAM),
        )
        .filter(Exists(shut))
    )
    return found


def last_talk(client: Client, practitioner_id: int) -> Appointment | None:
    """Return the last conversation of a child that began: follow-ups come after it."""
    begun = Appointment.objects.filter(client=client, starts_at__lte=clock.now())
    rows = list(
        begun.exclude(status=Appointment.Status.CANCELLED)
        .select_related("room__practice")
        .order_by("-starts_at")[:5]
    )
    own = [row for row in rows if row.practitioner_id == practitioner_id]
    return next(iter(own or rows), None)


def colleagues(holder_id: int, programme_id: int) -> QuerySet[User]:
    """Return the practitioners who work for an employer in a programme."""
    members = Membership.objects.active().filter(
        organisation=holder_id, programme=programme_id, role=Role.PRACTITIONER
    )
    return User.objects.filter(memberships__in=members).order_by("name")


def rooms_of(practice_id: int) -> QuerySet[Room]:
    """Return the rooms of a practice."""
    return Room.objects.filter(practice=practice_id).order_by("name")
