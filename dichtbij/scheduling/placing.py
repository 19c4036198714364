"""How does an appointment take its time, whoever books or moves it?

The act that calls these decides who may and logs it.
"""

from django.utils.translation import gettext as _

from dichtbij.clients.actions import open_care_relation
from dichtbij.clients.models import CareRelation, wall_keys
from dichtbij.organisations.models import User
from dichtbij.referrals.actions import hold_referral, note_event
from dichtbij.referrals.models import Referral, ReferralEvent
from dichtbij.scheduling.claims import claim
from dichtbij.scheduling.models import Appointment, WaitingEntry
from dichtbij.scheduling.openings import offered
from dichtbij.scheduling.planner import Slot
from dichtbij.scheduling.telling import mail_family
from dichtbij.shared import clock
from dichtbij.shared.errors import Refused


def place_appointment(
    referral: Referral, by: User, slot: Slot, hold_id: int | None = None
) -> Appointment:
    """Book a conversation, and end the waiting when it is the first.

    `hold_id` is the hold of an offer to this very family. Raises as `book_appointment`.
    """
    check_slot(referral, slot)
    # After a missed conversation the next one is the first again.
    first = not Appointment.objects.filter(
        referral=referral, status__in=("booked", "held")
    ).exists()
    appointment = claim(
        lambda: Appointment.objects.create(
            **wall_keys(referral.client),
            referral=referral,
            practitioner_id=slot.practitioner,
            room_id=slot.room,
            starts_at=slot.starts,
            ends_at=slot.ends,
            first=first,
            booked_at=clock.now(),
            booked_by=by,
        ),
        slot,
        referral.client_id,
        hold_id,
    )
    open_care_relation(referral.client, slot.practitioner, CareRelation.Reason.OWN)
    if first:
        leave_waiting_list(referral, WaitingEntry.Ended.BOOKED)
        note_event(
            referral,
            ReferralEvent.Kind.BOOKED,
            by,
            owner=appointment.practitioner.name,
            concerns_at=slot.starts,
        )
    mail_family(appointment, "appointment_family")
    return appointment


def check_slot(referral: Referral, slot: Slot, present: int | None = None) -> None:
    """Raise Refused for a closed referral, or a time it cannot have.

    `present` is the practice where it comes already: there it may stay.
    """
    hold_referral(referral.pk)
    if referral.status in (Referral.Status.DECLINED, Referral.Status.WITHDRAWN):
        raise Refused(_("This referral is closed; nothing can be planned for it."))
    if slot.starts < clock.now():
        raise Refused(_("This time has passed. Choose a later one."))
    check_place(referral, slot, present)


def check_place(referral: Referral, slot: Slot, present: int | None = None) -> None:
    """Raise Refused when the family cannot be expected there at that time.

    It comes to its own practice; or, when it agreed to that, to another one where the
    same employer has a day (ADR 0075). Where it comes already, `present`, it may stay.
    """
    if slot.practice == referral.practice_id:
        if not offered(slot, referral.programme_id):
            raise Refused(_("This is no longer a time of the family's own practice."))
        return
    if slot.practice != present and not referral.programme.shares_practices:
        raise Refused(_("This programme helps families in their own practice only."))
    if slot.practice != present and not agreed_elsewhere(referral):
        raise Refused(_("This time is in another practice; the family did not agree."))
    if not offered(slot, referral.programme_id, referral.holder_id):
        raise Refused(_("This is no longer a time of a neighbouring practice."))


def agreed_elsewhere(referral: Referral) -> bool:
    """Tell whether the family last agreed to be helped in another practice too."""
    last = WaitingEntry.objects.filter(referral=referral).order_by("-id").first()
    return last is not None and last.elsewhere


def may_come_to(referral: Referral, practice_id: int) -> bool:
    """Tell whether new times of this practice can be planned for a family."""
    if practice_id == referral.practice_id:
        return True
    return bool(referral.programme.shares_practices and agreed_elsewhere(referral))


def change_time(appointment: Appointment, by: User, slot: Slot) -> None:
    """Claim another time for an appointment; the act that calls it decides who may.

    Whoever confirmed the old time did not confirm the new one.
    """
    check_slot(appointment.referral, slot, appointment.place.pk)

    def move() -> int:
        return Appointment.objects.filter(
            pk=appointment.pk,
            status=Appointment.Status.BOOKED,
            moves=appointment.moves,
        ).update(
            practitioner_id=slot.practitioner,
            room_id=slot.room,
            starts_at=slot.starts,
            ends_at=slot.ends,
            moves=appointment.moves + 1,
            confirmed_at=None,
        )

    if not claim(move, slot, appointment.client_id):
        raise Refused(_("This appointment was changed meanwhile. Look at it again."))
    appointment.refresh_from_db()
    open_care_relation(appointment.client, slot.practitioner, CareRelation.Reason.OWN)
    note_event(
        appointment.referral,
        ReferralEvent.Kind.MOVED,
        by,
        owner=appointment.practitioner.name,
        concerns_at=slot.starts,
    )


def leave_waiting_list(referral: Referral, why: str) -> None:
    """End the one open place of a referral on the waiting list."""
    WaitingEntry.objects.filter(referral=referral, ended_at=None).update(
        ended_at=clock.now(), ended_by=why
    )
