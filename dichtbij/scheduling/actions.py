"""What happens in the diary: booked, moved, cancelled, missed, waiting, closed days."""

from datetime import date, time
from typing import Any

from django.utils.translation import gettext as _

from dichtbij.audit.doors import action
from dichtbij.audit.models import Entry
from dichtbij.clients.actions import end_care_relations, open_care_relation
from dichtbij.clients.models import CareRelation, wall_keys
from dichtbij.organisations.models import Organisation, User
from dichtbij.programmes.models import Participation
from dichtbij.referrals.actions import (
    hold_referral,
    note_event,
    submit_referral,
    tell_practitioners,
)
from dichtbij.referrals.models import Referral, ReferralEvent
from dichtbij.scheduling.models import (
    Appointment,
    Closure,
    PracticeDay,
    Room,
    WaitingEntry,
)
from dichtbij.scheduling.openings import serving
from dichtbij.scheduling.placing import (
    agreed_elsewhere,
    change_time,
    leave_waiting_list,
    place_appointment,
)
from dichtbij.scheduling.planner import Slot
from dichtbij.scheduling.telling import mail_family
from dichtbij.scheduling.weekly import (
    last_day_of,
    planned_from,
    refuse_to_strand,
    without_clash,
)
from dichtbij.shared import clock
from dichtbij.shared.calendar import ONE_DAY
from dichtbij.shared.errors import Refused
from dichtbij.shared.permissions import Permission


@action(Permission.REFERRAL_SUBMIT, code=Entry.ActionCode.CREATE)
def refer_child(*, participation: Participation, by: User, **told: Any) -> Referral:
    """Submit a referral and let the practitioners of this practice judge it.

    Takes what `submit_referral` takes, and raises what it raises.
    """
    referral: Referral = submit_referral(participation=participation, by=by, **told)
    practitioners = serving(
        participation.practice_id, participation.programme_id, clock.today()
    )
    for practitioner in practitioners:
        open_care_relation(referral.client, practitioner, CareRelation.Reason.TRIAGE)
    tell_practitioners(referral, practitioners)
    return referral


@action(Permission.APPOINTMENT_BOOK, code=Entry.ActionCode.CREATE)
def book_appointment(*, referral: Referral, by: User, slot: Slot) -> Appointment:
    """Book a conversation: firm at once (R19). The first one ends the waiting.

    Raises Busy when the time was taken meanwhile, Refused when the referral is no
    longer open, the time lies behind us or is no time of this practice.
    """
    return place_appointment(referral, by, slot)


@action(Permission.APPOINTMENT_BOOK, code=Entry.ActionCode.CREATE)
def book_first_appointment(*, referral: Referral, by: User, slot: Slot) -> Appointment:
    """Book the first conversation once: a second window hears that it is planned.

    Raises what `book_appointment` raises, and Refused when one is planned already.
    """
    hold_referral(referral.pk)
    if Appointment.objects.filter(referral=referral, status="booked").exists():
        raise Refused(_("A conversation is already planned for this family."))
    booked: Appointment = book_appointment(referral=referral, by=by, slot=slot)
    return booked


@action(Permission.APPOINTMENT_BOOK)
def move_appointment(
    *, appointment: Appointment, by: User, slot: Slot, tell_family: bool = True
) -> Appointment:
    """Move a planned appointment. Raises Busy, or Refused when it is not planned."""
    change_time(appointment, by, slot)
    if tell_family:
        mail_family(appointment, "appointment_changed_family")
    return appointment


@action(Permission.APPOINTMENT_BOOK)
def cancel_appointment(
    *, appointment: Appointment, by: User, tell_family: bool = True
) -> Appointment:
    """Cancel a planned appointment. Raises Refused when it is not planned."""
    _settle(appointment, Appointment.Status.CANCELLED)
    note_event(
        appointment.referral,
        ReferralEvent.Kind.CANCELLED,
        by,
        concerns_at=appointment.starts_at,
    )
    if appointment.first:
        queue_referral(appointment.referral)
    if tell_family:
        mail_family(appointment, "appointment_changed_family")
    return appointment


@action(Permission.APPOINTMENT_ATTEND)
def note_no_show(
    *, appointment: Appointment, by: User, with_notice: bool
) -> Appointment:
    """Note that the family did not come, with or without notice.

    Raises Refused when the appointment is not planned, or without notice before it
    began.
    """
    if not with_notice and appointment.starts_at > clock.now():
        raise Refused(_("This appointment has not begun yet."))
    status = Appointment.Status
    _settle(appointment, status.NO_SHOW_NOTICE if with_notice else status.NO_SHOW)
    note_event(
        appointment.referral,
        ReferralEvent.Kind.NO_SHOW,
        by,
        concerns_at=appointment.starts_at,
    )
    return appointment


def _settle(appointment: Appointment, status: str) -> None:
    hold_referral(appointment.referral_id)
    won = Appointment.objects.filter(
        pk=appointment.pk, status=Appointment.Status.BOOKED
    ).update(status=status)
    appointment.refresh_from_db()
    if not won:
        raise Refused(
            _("This appointment is no longer planned: %(status)s.")
            % {"status": appointment.get_status_display()}
        )


def settle_held(appointment: Appointment) -> None:
    """Say that it took place; a missed one that took place after all too."""
    hold_referral(appointment.referral_id)
    Appointment.objects.filter(
        pk=appointment.pk, status__in=("booked", "no_show")
    ).update(status=Appointment.Status.HELD)


@action(Permission.APPOINTMENT_BOOK, code=Entry.ActionCode.CREATE)
def put_on_waiting_list(
    *,
    referral: Referral,
    by: User,
    median_days: int | None = None,
    p90_days: int | None = None,
) -> WaitingEntry:
    """Let the family wait, with the range they were told (None: too little known).

    Raises Refused when the referral is decided against or already planned.
    """
    if referral.status in (Referral.Status.DECLINED, Referral.Status.WITHDRAWN):
        raise Refused(_("This referral is closed; nothing can be planned for it."))
    if Appointment.objects.filter(referral=referral, status="booked").exists():
        raise Refused(_("A conversation is already planned for this family."))
    entry = queue_referral(referral)
    Referral.objects.filter(pk=referral.pk).update(
        promised_median_days=median_days, promised_p90_days=p90_days
    )
    note_event(referral, ReferralEvent.Kind.WAITING, by)
    return entry


def queue_referral(referral: Referral) -> WaitingEntry:
    """Give a referral its one open place on the waiting list, since its receipt.

    What the family agreed to while it waited before still holds.
    """
    return WaitingEntry.objects.get_or_create(
        referral=referral,
        ended_at=None,
        defaults={
            **wall_keys(referral.client),
            "since_at": referral.received_at,
            "target_on": referral.target_on,
            "elsewhere": agreed_elsewhere(referral),
        },
    )[0]


def release_referral(referral: Referral, by: User, why: str) -> None:
    """Take a declined or withdrawn referral out of diary and waiting list."""
    leave_waiting_list(referral, why)
    for appointment in Appointment.objects.filter(referral=referral, status="booked"):
        _settle(appointment, Appointment.Status.CANCELLED)
        note_event(
            referral,
            ReferralEvent.Kind.CANCELLED,
            by,
            concerns_at=appointment.starts_at,
        )
        mail_family(appointment, "appointment_changed_family")
        end_care_relations(referral.client, CareRelation.Reason.OWN)


@action(Permission.DAY_PLAN, code=Entry.ActionCode.CREATE)
def add_room(*, participation: Participation, by: User, name: str) -> Room:
    """Name a room in this practice; the same name twice is one room."""
    if not name.strip():
        raise Refused(_("Give the room a name."))
    return Room.objects.get_or_create(
        practice=participation.practice, name=name.strip()[:60]
    )[0]


@action(Permission.DAY_PLAN, code=Entry.ActionCode.CREATE)
def plan_practice_day(
    *,
    participation: Participation,
    by: User,
    practitioner: User,
    room: Room,
    weekday: int,
    starts: time,
    ends: time,
    valid_from: date,
    valid_until: date | None = None,
) -> PracticeDay:
    """Give a practitioner a weekly day in a room of this practice.

    Raises Refused: a room elsewhere, an end before the start, or a clash with another
    day of the same practitioner or room.
    """
    if room.practice_id != participation.practice_id:
        raise Refused(_("This room is not in this practice."))
    if ends <= starts:
        raise Refused(_("The day ends before it starts."))
    if valid_until is not None and valid_until < valid_from:
        raise Refused(_("The last day lies before the first day."))
    return without_clash(
        lambda: PracticeDay.objects.create(
            programme_id=participation.programme_id,
            holder_id=participation.holder_id,
            practice_id=participation.practice_id,
            practitioner=practitioner,
            room=room,
            weekday=weekday,
            starts=starts,
            ends=ends,
            valid_from=valid_from,
            valid_until=valid_until,
        )
    )


@action(Permission.DAY_PLAN)
def end_practice_day(*, day: PracticeDay, by: User, last_on: date) -> PracticeDay:
    """Let a weekly day end; appointments planned after it are not stranded silently.

    Raises Refused when any is planned after `last_on`, or when room or practitioner
    are taken by another day until then.
    """
    refuse_to_strand(planned_from(day, last_on + ONE_DAY).count())
    day.valid_until = last_day_of(day, last_on)
    without_clash(lambda: day.save(update_fields=["valid_until"]))
    return day


@action(Permission.DAY_PLAN, code=Entry.ActionCode.CREATE)
def close_days(
    *,
    day: PracticeDay,
    by: User,
    first_on: date,
    last_on: date,
    reason: str,
    whole_practice: bool = False,
    starts: time | None = None,
    ends: time | None = None,
) -> Closure:
    """Close the days of this practitioner, or of the whole practice, for a while.

    Appointments in it stay where they are; the screen lists them to be moved.
    Raises Refused when the last day lies before the first.
    """
    if last_on < first_on:
        raise Refused(_("The last day lies before the first day."))
    practice: Organisation | None = day.practice if whole_practice else None
    return Closure.objects.create(
        programme_id=day.programme_id,
        holder_id=day.holder_id,
        practice=practice,
        practitioner=None if whole_practice else day.practitioner,
        first_on=first_on,
        last_on=last_on,
        starts=starts,
        ends=ends,
        reason=reason,
    )


@action(Permission.DAY_PLAN)
def lift_closure(*, closure: Closure, by: User) -> Closure:
    """Open closed days again."""
    Closure.objects.filter(pk=closure.pk, lifted_at=None).update(lifted_at=clock.now())
    closure.refresh_from_db()
    return closure
