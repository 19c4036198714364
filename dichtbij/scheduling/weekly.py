"""What becomes of the appointments when a weekly day is planned, changes or ends?"""

from collections.abc import Callable
from datetime import date, time
from typing import TypeVar

from django.db import IntegrityError, OperationalError, transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dichtbij.audit.doors import action
from dichtbij.organisations.models import User
from dichtbij.scheduling.claims import RETRY_STATES, TRIES
from dichtbij.scheduling.models import Appointment, PracticeDay, Room
from dichtbij.shared import clock
from dichtbij.shared.calendar import ONE_DAY, local
from dichtbij.shared.errors import Refused
from dichtbij.shared.permissions import Permission

R = TypeVar("R")
OVERLAP = "23P01"  # exclusion_violation


def without_clash(write: Callable[[], R]) -> R:
    """Run a write that the constraints on weekly days may refuse, as Refused.

    PostgreSQL judges, so that of two people who plan at once one is told so. Two that
    wait for each other are a deadlock: whoever loses it tries again, and then hears it.
    """
    for attempt in range(TRIES):
        try:
            with transaction.atomic():
                return write()
        except IntegrityError as clash:
            if getattr(clash.__cause__, "sqlstate", "") != OVERLAP:
                raise
            raise Refused(_words(str(clash))) from clash
        except OperationalError as fault:
            state = getattr(fault.__cause__, "sqlstate", "")
            if state not in RETRY_STATES or attempt == TRIES - 1:
                raise
    raise AssertionError("unreachable")


def _words(clash: str) -> str:
    if "practice_day_one_per_practitioner" in clash:
        return _("This practitioner already works somewhere in these hours.")
    if "practice_day_one_per_room" in clash:
        return _("This room is already used in these hours.")
    return _("The other room is taken at the time of a planned appointment.")


def planned_from(day: PracticeDay, first_on: date) -> QuerySet[Appointment]:
    """Return what is planned on this weekly day from a date on, and not yet begun."""
    found: QuerySet[Appointment] = Appointment.objects.filter(
        programme=day.programme_id,
        practitioner=day.practitioner_id,
        room=day.room_id,
        status=Appointment.Status.BOOKED,
        starts_at__gt=clock.now(),
        starts_at__date__gte=first_on,
        starts_at__iso_week_day=day.weekday + 1,
        starts_at__time__gte=day.starts,
        starts_at__time__lt=day.ends,
    )
    return found


def refuse_to_strand(count: int) -> None:
    """Raise Refused when appointments would be left without a practice day."""
    if count:
        raise Refused(
            ngettext(
                "%(count)d appointment is planned after that day. Move it first.",
                "%(count)d appointments are planned after that day. Move them first.",
                count,
            )
            % {"count": count}
        )


def last_day_of(day: PracticeDay, last_on: date) -> date:
    """Return the last day as it is kept: one that never began ends just before."""
    return max(last_on, day.valid_from - ONE_DAY)


@action(Permission.DAY_PLAN)
def change_practice_day(
    *,
    day: PracticeDay,
    by: User,
    first_on: date,
    room: Room,
    weekday: int,
    starts: time,
    ends: time,
) -> PracticeDay:
    """Let a weekly day have another room, weekday or hours from a date on.

    Appointments that fit the new day keep their time and get its room. Raises Refused:
    when others would be left without a practice day, when the date has passed, the room
    is elsewhere, or room or practitioner are taken.
    """
    _check_change(day, first_on, room, starts, ends)
    first_on = max(first_on, day.valid_from)
    coming = list(planned_from(day, first_on))
    fitting = [one for one in coming if _fits(one, weekday, starts, ends)]
    refuse_to_strand(len(coming) - len(fitting))
    return without_clash(
        lambda: _replace(day, fitting, first_on, (room, weekday, starts, ends))
    )


def _check_change(
    day: PracticeDay, first_on: date, room: Room, starts: time, ends: time
) -> None:
    if first_on < clock.today():
        raise Refused(_("Choose today or a later day."))
    if day.valid_until is not None and day.valid_until < first_on:
        raise Refused(_("This day has ended by then."))
    if room.practice_id != day.practice_id:
        raise Refused(_("This room is not in this practice."))
    if ends <= starts:
        raise Refused(_("The day ends before it starts."))


def _fits(one: Appointment, weekday: int, starts: time, ends: time) -> bool:
    begin, end = local(one.starts_at), local(one.ends_at)
    return begin.weekday() == weekday and starts <= begin.time() <= end.time() <= ends


def _replace(
    day: PracticeDay,
    fitting: list[Appointment],
    first_on: date,
    new: tuple[Room, int, time, time],
) -> PracticeDay:
    room, weekday, starts, ends = new
    until = day.valid_until
    day.valid_until = first_on - ONE_DAY
    day.save(update_fields=["valid_until"])
    Appointment.objects.filter(pk__in=[one.pk for one in fitting]).update(room=room)
    return PracticeDay.objects.create(
        programme_id=day.programme_id,
        holder_id=day.holder_id,
        practice_id=day.practice_id,
        practitioner_id=day.practitioner_id,
        room=room,
        weekday=weekday,
        starts=starts,
        ends=ends,
        valid_from=first_on,
        valid_until=until,
    )
