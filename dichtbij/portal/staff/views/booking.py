"""When can this family come: the first free time, or the same time weeks later?"""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dichtbij.audit.doors import may, open_record, screen
from dichtbij.care.caseload import open_trajectory_of, takers_of
from dichtbij.care.models import Trajectory
from dichtbij.clients.models import Client
from dichtbij.organisations.request import Request
from dichtbij.portal.staff.folder import folder
from dichtbij.portal.staff.forms import SlotForm
from dichtbij.portal.staff.slots import (
    Choice,
    choices_of,
    later_than,
    moment,
    start_from,
)
from dichtbij.referrals.models import Referral
from dichtbij.scheduling.actions import book_appointment
from dichtbij.scheduling.diary import last_talk
from dichtbij.scheduling.models import Appointment
from dichtbij.scheduling.openings import free_slots, same_times
from dichtbij.scheduling.placing import may_come_to
from dichtbij.scheduling.planner import Slot
from dichtbij.shared.permissions import Permission, Role
from dichtbij.shared.walls import standing

WEEKS = (1, 2, 3, 4)
PRESET_WEEKS = 2


@screen(Permission.APPOINTMENT_BOOK)
def book(request: Request, uuid: UUID) -> HttpResponse:
    """Offer the first free times, the first of them chosen; Enter books it."""
    referral = open_record(
        request.user,
        Referral.objects.select_related("client", "practice", "programme"),
        uuid,
        Permission.APPOINTMENT_BOOK,
    )
    form = SlotForm(request.POST or None)
    if request.POST and form.perform(
        book_appointment, referral=referral, by=request.user
    ):
        _say_booked(request, form.result.starts_at)
        return _after(referral)
    start, from_on = start_from(request.GET)
    taker = takers_of([referral.pk]).get(referral.pk)
    slots = offers(referral, taker, request, start)
    context = {
        "referral": referral,
        "client": referral.client,
        "form": form,
        "first": taker is None or taker.first_consult_on is None,
        "choices": choices_of(slots),
        "from_on": from_on,
        "later_on": later_than(slots),
    }
    return render(request, "portal/staff/pages/book.html", context)


def offers(
    referral: Referral, taker: Trajectory | None, request: Request, start: datetime
) -> list[Slot]:
    """Return the first free times of whoever helps this family, else of anyone here."""
    where = standing()
    mine = request.user.pk if where and where.role == Role.PRACTITIONER else None
    wanted = taker.practitioner_id if taker else mine
    found = free_slots(
        programme=referral.programme,
        practice_id=referral.practice_id,
        practitioner_id=wanted,
        start=start,
    )
    if found or wanted is None:
        return found
    return free_slots(
        programme=referral.programme, practice_id=referral.practice_id, start=start
    )


def _say_booked(request: Request, starts_at: datetime) -> None:
    messages.success(
        request, _("The appointment is made: %(when)s.") % {"when": moment(starts_at)}
    )


def _after(referral: Referral) -> HttpResponse:
    if may(Permission.FILE_READ, referral.client):
        return redirect("child", uuid=referral.client.uuid)
    return redirect("referral", uuid=referral.uuid)


@screen(Permission.APPOINTMENT_BOOK)
def follow_up(request: Request, uuid: UUID) -> HttpResponse:
    """Offer the same time 1 to 4 weeks after the last talk; Enter books it."""
    client = open_record(
        request.user,
        Client.objects.select_related("practice", "programme"),
        uuid,
        Permission.APPOINTMENT_BOOK,
    )
    trajectory = open_trajectory_of(client)
    if trajectory is None:
        raise Http404
    form = SlotForm(request.POST or None)
    if request.POST and form.perform(
        book_appointment, referral=trajectory.referral, by=request.user
    ):
        _say_booked(request, form.result.starts_at)
        return redirect("child", uuid=client.uuid)
    talk = last_talk(client, request.user.pk)
    choices = _same_time(trajectory.referral, talk)
    if talk is None or not choices:
        return redirect("book", uuid=trajectory.referral.uuid)
    there = talk.place
    context: dict[str, Any] = {
        "form": form,
        "choices": choices,
        "preset": PRESET_WEEKS,
        "elsewhere": "" if there.pk == client.practice_id else there.name,
    }
    return render(
        request, "portal/staff/pages/follow_up.html", folder(client) | context
    )


def _same_time(referral: Referral, talk: Appointment | None) -> list[Choice]:
    """Return the choices after this talk, where the family may still come."""
    if talk is None or not may_come_to(referral, talk.place.pk):
        return []
    found = same_times(talk, referral.programme, WEEKS)
    return choices_of(
        list(found.values()),
        leads=[
            ngettext("in %(count)d week", "in %(count)d weeks", weeks)
            % {"count": weeks}
            for weeks in found
        ],
    )
