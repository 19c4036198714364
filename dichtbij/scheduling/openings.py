"""When is there a free time in a practice? Reads the days, asks the planner."""

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q

from dichtbij.organisations.models import User
from dichtbij.programmes.models import Participation, Programme
from dichtbij.scheduling import holds, planner
from dichtbij.scheduling.models import Appointment, Closure, PracticeDay, Room
from dichtbij.scheduling.planner import Slot
from dichtbij.shared import calendar, clock
from dichtbij.shared.walls import Standing, stand, standing

HORIZON = timedelta(weeks=10)
PLANNED_AHEAD = timedelta(days=3 * 366)  # nobody plans later: a forged time


@dataclass(frozen=True)
class Week:
    """What the planner needs to know of one practice, from a day until a day."""

    rules: list[planner.PracticeDayRule]
    closures: list[planner.Closure]
    taken: list[planner.Taken]


def days_of(
    *,
    programme_id: int,
    first: date,
    last: date,
    practice_id: int | None = None,
    practitioner_id: int | None = None,
    holders: tuple[int, ...] | None = None,
) -> tuple[list[planner.PracticeDayRule], list[planner.Closure]]:
    """Return the weekly days and closures that touch the period."""
    days = PracticeDay.objects.filter(programme=programme_id).between(first, last)
    shut = Closure.objects.filter(
        programme=programme_id, lifted_at=None, first_on__lte=last, last_on__gte=first
    )
    if practice_id is not None:
        days = days.filter(practice=practice_id)
    if practitioner_id is not None:
        days = days.filter(practitioner=practitioner_id)
    if holders is not None:
        days = days.filter(holder__in=holders)
    # The planner matches each closure with the days it concerns.
    return [rule_of(day) for day in days.order_by("id")], [
        closure_of(row) for row in shut.order_by("id")
    ]


def free_slots(
    *,
    programme: Programme,
    practice_id: int,
    practitioner_id: int | None = None,
    limit: int = 6,
    start: datetime | None = None,
    until: date | None = None,
    except_appointment: int | None = None,
) -> list[Slot]:
    """Return the first free times of the programme's consult length in a practice."""
    week = week_of(
        programme=programme,
        practice_id=practice_id,
        practitioner_id=practitioner_id,
        start=start or clock.now(),
        until=until or clock.today() + HORIZON,
        except_appointment=except_appointment,
    )
    return planner.free_slots(
        week.rules,
        closures=week.closures,
        taken=week.taken,
        start=start or clock.now(),
        until=until or clock.today() + HORIZON,
        minutes=programme.consult_minutes,
        step_minutes=programme.consult_minutes,
        limit=limit,
    )


def week_of(
    *,
    programme: Programme,
    practice_id: int,
    practitioner_id: int | None,
    start: datetime,
    until: date,
    except_appointment: int | None = None,
) -> Week:
    """Return the rules, closures and taken times of one practice."""
    rules, closures = days_of(
        programme_id=programme.pk,
        practice_id=practice_id,
        practitioner_id=practitioner_id,
        first=calendar.local(start).date(),
        last=until,
    )
    whose = Q(room__in={r.room for r in rules}) | Q(
        practitioner__in={r.practitioner for r in rules}
    )
    if except_appointment is not None:
        whose &= ~Q(pk=except_appointment)
    return Week(rules, closures, taken_in(whose, start, until))


def taken_in(whose: Q, start: datetime, until: date) -> list[planner.Taken]:
    """Return the times that are taken from a moment until the end of a day.

    Those kept for an offer count as taken. Whoever plans in a practice must not be
    offered a time that a family of another practice has there, whose appointment stands
    behind the wall: of each appointment its time alone leaves the wider place.
    """
    end = calendar.at_local(until + calendar.ONE_DAY, clock.MIDNIGHT)
    busy = Appointment.objects.filter(
        whose,
        status__in=("booked", "held", "no_show"),
        ends_at__gt=start,
        starts_at__lt=end,
    )
    rows = busy.values_list("practitioner", "room", "starts_at", "ends_at")
    with _among_all_employers():
        taken = [planner.Taken(*row) for row in rows]
    return [*taken, *holds.kept_between(start, end)]


def _among_all_employers() -> AbstractContextManager[object]:
    """Stand where every appointment of the programme stands open, to read times."""
    where = standing()
    if where is None or where.programme_id is None:
        return nullcontext()
    holders = Participation.objects.filter(programme=where.programme_id)
    return stand(
        Standing(
            user_id=0,
            role="system",
            programme_id=where.programme_id,
            holders=tuple(holders.values_list("holder", flat=True).distinct()),
        )
    )


def same_time(
    appointment: Appointment, programme: Programme, weeks: int
) -> Slot | None:
    """Return the follow-up at the same time, `weeks` later, or the nearest free one."""
    return same_times(appointment, programme, (weeks,)).get(weeks)


def same_times(
    appointment: Appointment, programme: Programme, weeks: Sequence[int]
) -> dict[int, Slot]:
    """Return per number of weeks the follow-up at the same time, or the nearest one.

    Numbers for which nothing is free are left out. Four queries for all of them.
    """
    week = week_of(
        programme=programme,
        practice_id=appointment.place.pk,
        practitioner_id=appointment.practitioner_id,
        start=clock.now(),
        until=clock.today() + timedelta(weeks=max(weeks)) + HORIZON,
    )
    found = {
        number: planner.suggest_same_time(
            week.rules,
            closures=week.closures,
            taken=week.taken,
            after=slot_of(appointment),
            weeks=number,
            start=clock.now(),
            minutes=programme.consult_minutes,
        )
        for number in weeks
    }
    return {number: slot for number, slot in found.items() if slot is not None}


def offered(slot: Slot, programme_id: int, holder_id: int | None = None) -> bool:
    """Tell whether a time lies within an open practice day, taken or not.

    `holder_id` asks for a day of this employer. A form carries the time, so it may be
    forged, or the day closed meanwhile.
    """
    minutes = int((slot.ends - slot.starts).total_seconds()) // 60
    if minutes <= 0:
        return False
    day = calendar.local(slot.starts).date()
    rules, closures = days_of(
        programme_id=programme_id,
        practice_id=slot.practice,
        practitioner_id=slot.practitioner,
        holders=None if holder_id is None else (holder_id,),
        first=day,
        last=day,
    )
    found = planner.free_slots(
        [rule for rule in rules if rule.room == slot.room],
        closures=closures,
        start=slot.starts,
        until=day,
        minutes=minutes,
        step_minutes=1,
        limit=1,
    )
    return found == [slot]


def slot_of(appointment: Appointment) -> Slot:
    """Return the time an appointment takes."""
    return Slot(
        starts=appointment.starts_at,
        ends=appointment.ends_at,
        practice=appointment.place.pk,
        practitioner=appointment.practitioner_id,
        room=appointment.room_id,
    )


def key_of(slot: Slot) -> str:
    """Return a slot as a form carries it."""
    return (
        f"{int(slot.starts.timestamp())}-{int(slot.ends.timestamp())}"
        f"-{slot.practitioner}-{slot.room}"
    )


def slot_from(key: str) -> Slot:
    """Return the slot a form carried. Raises ValueError when it is no slot.

    Whether somebody may have it is for the act to say.
    """
    starts, ends, practitioner, room = (int(part) for part in key.split("-"))
    last = (clock.now() + PLANNED_AHEAD).timestamp()
    if not 0 < starts < ends < last:
        raise ValueError("no moment")
    found = Room.objects.filter(pk=room).first()
    if found is None:
        raise ValueError("no room")
    return Slot(
        starts=datetime.fromtimestamp(starts, tz=clock.UTC),
        ends=datetime.fromtimestamp(ends, tz=clock.UTC),
        practice=found.practice_id,
        practitioner=practitioner,
        room=room,
    )


def names_of(slots: list[Slot]) -> dict[int, tuple[str, str]]:
    """Return practitioner name and room name per index of `slots`, in two queries."""
    people = dict(
        User.objects.filter(pk__in={s.practitioner for s in slots}).values_list(
            "pk", "name"
        )
    )
    rooms = dict(
        Room.objects.filter(pk__in={s.room for s in slots}).values_list("pk", "name")
    )
    return {
        index: (people.get(slot.practitioner, ""), rooms.get(slot.room, ""))
        for index, slot in enumerate(slots)
    }


def serving(practice_id: int, programme_id: int, on: date) -> list[int]:
    """Return the practitioners with a practice day here now or later."""
    days = PracticeDay.objects.filter(
        Q(valid_until=None) | Q(valid_until__gte=on),
        programme=programme_id,
        practice=practice_id,
    )
    return sorted(set(days.values_list("practitioner", flat=True)))


def rule_of(day: PracticeDay) -> planner.PracticeDayRule:
    """Return a weekly day as the planner reads it."""
    return planner.PracticeDayRule(
        practitioner=day.practitioner_id,
        room=day.room_id,
        practice=day.practice_id,
        weekday=day.weekday,
        starts=day.starts,
        ends=day.ends,
        valid_from=day.valid_from,
        valid_until=day.valid_until,
    )


def closure_of(row: Closure) -> planner.Closure:
    """Return a closure as the planner reads it."""
    return planner.Closure(
        first=row.first_on,
        last=row.last_on,
        practitioner=row.practitioner_id,
        practice=row.practice_id,
        room=row.room_id,
        starts=row.starts,
        ends=row.ends,
        reason=str(row.get_reason_display()),
    )
