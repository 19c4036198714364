"""What may a family do with its own appointment? Confirm it, or take another time."""

from datetime import timedelta

from django.utils.translation import gettext as _

from dichtbij.audit.doors import action
from dichtbij.audit.models import Entry
from dichtbij.families.giving import check_reachable, role_of
from dichtbij.families.models import FamilyMember
from dichtbij.organisations.links import Given, Purpose, give_link
from dichtbij.organisations.models import User
from dichtbij.outbox.post import post
from dichtbij.scheduling.models import Appointment
from dichtbij.scheduling.openings import free_slots
from dichtbij.scheduling.placing import change_time
from dichtbij.scheduling.planner import Slot
from dichtbij.shared import calendar, clock
from dichtbij.shared.errors import Refused
from dichtbij.shared.permissions import Permission

PROPOSED = 3
# A practitioner who begins early may not find her first hour changed at breakfast.
NOTICE = timedelta(hours=24)


@action(Permission.LINK_GIVE, code=Entry.ActionCode.CREATE)
def give_appointment_link(
    *, appointment: Appointment, by: User, member: FamilyMember
) -> Given:
    """Make a link and a code with which one person confirms or moves it (R24).

    Raises Refused when it is not planned, or not for this person to know.
    """
    check_reachable(member)
    if member.client_id != appointment.client_id:
        raise Refused(_("This person does not belong to the family."))
    if appointment.only_for not in ("", member.slot):
        raise Refused(_("This appointment is for someone else of the family only."))
    if not is_coming(appointment):
        raise Refused(_("This appointment is no longer planned."))
    until = calendar.local(appointment.starts_at).date() - clock.today()
    return give_link(
        Purpose.APPOINTMENT,
        appointment.client,
        appointment.uuid,
        member.uuid,
        role_of(member),
        by,
        until.days + 1,
    )


def is_coming(appointment: Appointment) -> bool:
    """Tell whether it is planned and has not begun."""
    planned = appointment.status == Appointment.Status.BOOKED
    return bool(planned and appointment.starts_at > clock.now())


@action(Permission.MINE_APPOINTMENT)
def confirm_appointment(*, appointment: Appointment, by: User) -> Appointment:
    """Say that the family comes; twice is once. Raises Refused when not planned."""
    coming = Appointment.objects.filter(
        pk=appointment.pk, status=Appointment.Status.BOOKED, starts_at__gt=clock.now()
    )
    if not coming.exists():
        raise Refused(_("This appointment is no longer planned. Call the practice."))
    coming.filter(confirmed_at=None).update(confirmed_at=clock.now())
    appointment.refresh_from_db()
    return appointment


@action(Permission.MINE_APPOINTMENT)
def move_own_appointment(
    *, appointment: Appointment, by: User, slot: Slot
) -> Appointment:
    """Take another time with the same practitioner; it is confirmed by that.

    Raises Busy when it was just taken, Refused when the appointment is not planned,
    the time is too near, or no time of this practitioner here.
    """
    if slot.practitioner != appointment.practitioner_id:
        raise Refused(_("This is no longer a time of the family's own practice."))
    if slot.starts < clock.now() + NOTICE:
        raise Refused(_("This time is too near. Choose a later one."))
    change_time(appointment, by, slot)
    Appointment.objects.filter(pk=appointment.pk).update(confirmed_at=clock.now())
    appointment.refresh_from_db()
    post("referral_changed", user=appointment.practitioner, link="/vandaag/")
    return appointment


def proposals(appointment: Appointment) -> list[Slot]:
    """Return three free times of the same practitioner in the same practice.

    A family's wall hides the appointments of others; their times are read in a wider
    place (`openings.taken_in`, ADR 0044).
    """
    return free_slots(
        programme=appointment.programme,
        practice_id=appointment.place.pk,
        practitioner_id=appointment.practitioner_id,
        limit=PROPOSED,
        start=clock.now() + NOTICE,
    )
