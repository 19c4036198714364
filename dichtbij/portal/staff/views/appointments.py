"""What happens to one appointment: begun, moved, cancelled, missed?"""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dichtbij.audit.doors import may, open_record, screen
from dichtbij.care.actions import begin_consult as begin
from dichtbij.care.actions import miss_appointment
from dichtbij.organisations.request import Request
from dichtbij.portal.staff.forms import CancelForm, MissForm, MoveForm
from dichtbij.portal.staff.gap_rows import freed
from dichtbij.portal.staff.slots import choices_of, later_than, moment, start_from
from dichtbij.scheduling.actions import cancel_appointment, move_appointment
from dichtbij.scheduling.models import Appointment
from dichtbij.scheduling.openings import free_slots, slot_of
from dichtbij.scheduling.planner import Slot
from dichtbij.shared.forms import ActionForm
from dichtbij.shared.permissions import Permission

WITH_ALL = ("client", "room__practice", "practitioner", "referral", "programme")


def _open(request: Request, uuid: UUID, permission: Permission) -> Appointment:
    found: Appointment = open_record(
        request.user, Appointment.objects.select_related(*WITH_ALL), uuid, permission
    )
    return found


def _after(appointment: Appointment) -> HttpResponse:
    """Go where this person can read on about the family."""
    if may(Permission.FILE_READ, appointment):
        return redirect("child", uuid=appointment.client.uuid)
    return redirect("referral", uuid=appointment.referral.uuid)


@require_POST
@screen(Permission.APPOINTMENT_ATTEND)
def begin_consult(request: Request, uuid: UUID) -> HttpResponse:
    """Begin the conversation and open its note: one action, status and page."""
    appointment = _open(request, uuid, Permission.APPOINTMENT_ATTEND)
    form = ActionForm({})
    if not form.perform(begin, appointment=appointment, by=request.user):
        messages.error(request, str(form.refusal))
        return redirect("child", uuid=appointment.client.uuid)
    page = reverse("consult", kwargs={"uuid": appointment.client.uuid})
    return redirect(f"{page}?afspraak={appointment.uuid}")


@screen(Permission.APPOINTMENT_BOOK)
def move(request: Request, uuid: UUID) -> HttpResponse:
    """Move a planned appointment to another free time."""
    appointment = _open(request, uuid, Permission.APPOINTMENT_BOOK)
    form = MoveForm(request.POST or None)
    if request.POST and form.perform(
        move_appointment, appointment=appointment, by=request.user
    ):
        words = _("The appointment is moved to %(when)s.")
        messages.success(request, words % {"when": moment(appointment.starts_at)})
        return _after(appointment)
    start, from_on = start_from(request.GET)
    slots = _elsewhere(appointment, start)
    context = {
        "appointment": appointment,
        "form": form,
        "choices": choices_of(slots),
        "from_on": from_on,
        "later_on": later_than(slots),
    }
    return render(request, "portal/staff/pages/move.html", context)


def _elsewhere(appointment: Appointment, start: datetime) -> list[Slot]:
    """Return other free times, of the same practitioner if she has any."""
    for practitioner in (appointment.practitioner_id, None):
        found = free_slots(
            programme=appointment.programme,
            practice_id=appointment.place.pk,
            practitioner_id=practitioner,
            start=start,
            limit=7,
            except_appointment=appointment.pk,
        )
        others = [slot for slot in found if slot != slot_of(appointment)]
        if others:
            return others[:6]
    return []


@screen(Permission.APPOINTMENT_BOOK)
def cancel(request: Request, uuid: UUID) -> HttpResponse:
    """Cancel a planned appointment, and say whether the family gets a message."""
    appointment = _open(request, uuid, Permission.APPOINTMENT_BOOK)
    form = CancelForm(request.POST or None)
    if request.POST and form.perform(
        cancel_appointment, appointment=appointment, by=request.user
    ):
        messages.success(request, _("The appointment is cancelled."))
        if may(Permission.OFFER_MAKE, appointment):
            came_free = freed(slot_of(appointment))
            if came_free:
                return redirect(f"{reverse('waiting_list')}{came_free}")
        return _after(appointment)
    context = {"appointment": appointment, "form": form}
    return render(request, "portal/staff/pages/cancel.html", context)


@screen(Permission.APPOINTMENT_ATTEND)
def miss(request: Request, uuid: UUID) -> HttpResponse:
    """Note that the family did not come, with or without telling beforehand."""
    appointment = _open(request, uuid, Permission.APPOINTMENT_ATTEND)
    form = MissForm(request.POST or None)
    if request.POST and form.perform(
        miss_appointment, appointment=appointment, by=request.user
    ):
        messages.success(
            request, _("It is noted. Calling the family is on your list now.")
        )
        return _after(appointment)
    context = {"appointment": appointment, "form": form}
    return render(request, "portal/staff/pages/miss.html", context)
