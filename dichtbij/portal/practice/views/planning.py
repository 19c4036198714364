"""When can a referred family come: one of the first free times, or later?"""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render

from dichtbij.audit.doors import open_record, screen
from dichtbij.clients.actions import family_channel
from dichtbij.insight.waiting import promised_range
from dichtbij.organisations.request import Request
from dichtbij.portal.staff.forms import SlotForm
from dichtbij.portal.staff.slots import choices_of
from dichtbij.referrals.models import Referral
from dichtbij.referrals.stages import stage_of
from dichtbij.scheduling.actions import book_first_appointment, put_on_waiting_list
from dichtbij.scheduling.card import card_pdf
from dichtbij.scheduling.models import Appointment
from dichtbij.scheduling.openings import free_slots
from dichtbij.scheduling.planned import next_planned
from dichtbij.shared.forms import ActionForm
from dichtbij.shared.permissions import Permission

OFFERED = 6


@screen(Permission.APPOINTMENT_BOOK)
def plan_first(request: Request, uuid: UUID) -> HttpResponse:
    """Offer the first free times, the first one chosen; or the waiting list."""
    referral: Referral = open_record(
        request.user,
        Referral.objects.select_related(
            "client", "practice", "programme"
        ).prefetch_related(
            "events",
            "waiting_entries",
            "appointments__practitioner",
            "appointments__room__practice",
        ),
        uuid,
        Permission.APPOINTMENT_BOOK,
    )
    form: ActionForm = SlotForm()
    if request.method == "POST":
        form, done = _decide(request, referral)
        if done:
            return redirect("plan_first", uuid=referral.uuid)
    return render(
        request,
        "portal/practice/pages/plan_first.html",
        _context(request, referral) | {"form": form},
    )


def _decide(request: Request, referral: Referral) -> tuple[ActionForm, bool]:
    """Book the chosen time or join the waiting list; tell whether that was done."""
    if request.POST.get("act") == "wait":
        waiting = ActionForm(request.POST)
        told = promised_range(request.user, referral.practice_id)
        return waiting, waiting.perform(
            put_on_waiting_list,
            referral=referral,
            by=request.user,
            median_days=told and told.median,
            p90_days=told and told.p90,
        )
    form = SlotForm(request.POST)
    return form, form.perform(
        book_first_appointment, referral=referral, by=request.user
    )


def _context(request: Request, referral: Referral) -> dict[str, Any]:
    planned = next_planned(referral)
    stage = stage_of(referral)
    context: dict[str, Any] = {"referral": referral, "planned": planned, "stage": stage}
    if planned is not None:
        return context | {"channel": family_channel(referral.client)}
    if stage.ended:
        return context
    slots = free_slots(
        programme=referral.programme, practice_id=referral.practice_id, limit=OFFERED
    )
    waits = [w for w in referral.waiting_entries.all() if w.ended_at is None]
    return context | {
        "choices": choices_of(slots),
        "waits": bool(waits),
        "range": promised_range(request.user, referral.practice_id),
    }


@screen(Permission.APPOINTMENT_READ)
def card(request: Request, uuid: UUID) -> HttpResponse:
    """Print the appointment card for a family without e-mail (R18)."""
    appointment = open_record(
        request.user,
        Appointment.objects.select_related("room__practice", "programme"),
        uuid,
        Permission.APPOINTMENT_READ,
    )
    answer = HttpResponse(card_pdf(appointment), content_type="application/pdf")
    answer.headers["Content-Disposition"] = 'inline; filename="afspraakkaart.pdf"'
    return answer
