"""A family's own appointment: I come, another time, into my calendar."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from dichtbij.audit.doors import open_record
from dichtbij.care.by_family import ask_other_time
from dichtbij.organisations.links import Purpose, link_screen, spend
from dichtbij.organisations.request import Request
from dichtbij.portal.family.time_form import OtherTimeForm
from dichtbij.scheduling.by_family import (
    confirm_appointment,
    is_coming,
    move_own_appointment,
    proposals,
)
from dichtbij.scheduling.calendar_file import calendar_file
from dichtbij.scheduling.models import Appointment
from dichtbij.scheduling.openings import key_of
from dichtbij.shared import calendar
from dichtbij.shared.forms import ActionForm
from dichtbij.shared.permissions import Permission

WITH_ALL = ("client", "room__practice", "practitioner", "referral", "programme")


def _open(request: Request, uuid: UUID) -> Appointment:
    found: Appointment = open_record(
        request.user,
        Appointment.objects.select_related(*WITH_ALL),
        uuid,
        Permission.MINE_APPOINTMENT,
    )
    return found


@link_screen(Permission.MINE_APPOINTMENT, Purpose.APPOINTMENT)
def my_appointment(request: Request, uuid: UUID) -> HttpResponse:
    """Confirm with one tap, or take another time with three."""
    appointment = _open(request, uuid)
    form = ActionForm({})
    if request.method == "POST":
        form = _form(request, appointment)
        if _done(request, appointment, form):
            spend(request.link)
            return redirect("my_appointment", uuid=appointment.uuid)
    coming = is_coming(appointment)
    context = {
        "appointment": appointment,
        "form": form,
        "coming": coming,
        "choices": [
            {"key": key_of(slot), "at": calendar.local(slot.starts)}
            for slot in (proposals(appointment) if coming else ())
        ],
    }
    return render(request, "portal/family/pages/appointment.html", context)


def _form(request: Request, appointment: Appointment) -> ActionForm:
    if "slot" in request.POST:
        return OtherTimeForm(request.POST)
    return ActionForm(request.POST)


def _done(request: Request, appointment: Appointment, form: ActionForm) -> bool:
    """Perform what was tapped; say in one sentence what is true now."""
    about = {"appointment": appointment, "by": request.user}
    if "slot" in request.POST:
        done = form.perform(move_own_appointment, **about)
        words = _("Your appointment has been moved. You come at the new time.")
    elif "none" in request.POST:
        done = form.perform(ask_other_time, **about)
        words = _("We call you about another time. Until then this time is yours.")
    else:
        done = form.perform(confirm_appointment, **about)
        words = _("Thank you. We know that you come.")
    if done:
        messages.success(request, words)
    return done


@link_screen(Permission.MINE_APPOINTMENT, Purpose.APPOINTMENT)
def my_appointment_file(request: Request, uuid: UUID) -> HttpResponse:
    """Give the file for one's own calendar: a time, no reason."""
    appointment = _open(request, uuid)
    answer = HttpResponse(
        calendar_file(appointment), content_type="text/calendar; charset=utf-8"
    )
    answer.headers["Content-Disposition"] = 'attachment; filename="afspraak.ics"'
    return answer
