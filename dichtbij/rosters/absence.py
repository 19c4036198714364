"""Somebody is ill or away: which families are affected, and what is best for each?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dichtbij.programmes.models import Programme
from dichtbij.scheduling import planner
from dichtbij.scheduling.models import Appointment
from dichtbij.scheduling.openings import HORIZON, week_of
from dichtbij.scheduling.planner import Slot
from dichtbij.shared import clock

# A family hears of it a day before at least; and waits for its own practitioner when
# that is at most two weeks longer than planned.
NOTICE = timedelta(hours=24)
OWN_WITHIN = timedelta(days=14)


@dataclass(frozen=True)
class Alternative:
    """The best other time for a family; None: nothing is free in ten weeks."""

    appointment: Appointment
    slot: Slot | None
    own: bool


def alternatives(
    appointments: Sequence[Appointment],
    programme: Programme,
    absent_id: int,
    first_on: date,
    last_on: date,
) -> list[Alternative]:
    """Return per appointment the best free time; no time is given to two families.

    The own practitioner when she can within two weeks of the planned time, else the
    first free time of anyone in the same practice. Three queries per practice.
    """
    away = planner.Closure(first_on, last_on, practitioner=absent_id)
    free: dict[int, list[Slot]] = {
        practice: _free(practice, programme, away)
        for practice in sorted({one.place.pk for one in appointments})
    }
    found = []
    for one in sorted(appointments, key=lambda row: (row.starts_at, row.pk)):
        slots = free[one.place.pk]
        slot = _best(slots, one, absent_id)
        if slot is not None:
            slots[:] = [other for other in slots if not _clash(other, slot)]
        own = slot is not None and slot.practitioner == absent_id
        found.append(Alternative(one, slot, own))
    return found


def _free(practice_id: int, programme: Programme, away: planner.Closure) -> list[Slot]:
    start, until = clock.now() + NOTICE, max(clock.today(), away.last) + HORIZON
    week = week_of(
        programme=programme,
        practice_id=practice_id,
        practitioner_id=None,
        start=start,
        until=until,
    )
    return planner.free_slots(
        week.rules,
        closures=[*week.closures, away],
        taken=week.taken,
        start=start,
        until=until,
        minutes=programme.consult_minutes,
        step_minutes=programme.consult_minutes,
    )


def _best(slots: Sequence[Slot], one: Appointment, absent_id: int) -> Slot | None:
    own = next((slot for slot in slots if slot.practitioner == absent_id), None)
    if own is not None and own.starts <= one.starts_at + OWN_WITHIN:
        return own
    return slots[0] if slots else None


def _clash(one: Slot, other: Slot) -> bool:
    same = one.practitioner == other.practitioner or one.room == other.room
    return same and one.starts < other.ends and other.starts < one.ends
