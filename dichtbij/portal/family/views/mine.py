"""What is next, what did we agree, what was written to me?"""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from dichtbij.audit.doors import open_list, open_record, screen
from dichtbij.care.plan import plan_for
from dichtbij.clients import ages
from dichtbij.clients.models import Client
from dichtbij.network.models import Letter
from dichtbij.organisations.request import Request
from dichtbij.portal.family.me import Me, me_here
from dichtbij.questionnaires.models import Inquiry
from dichtbij.scheduling.models import Appointment
from dichtbij.shared import clock
from dichtbij.shared.permissions import Permission
from dichtbij.waiting.models import Offer

PAGES = "portal/family/pages"
ROWS = 25
SOON_DAYS = 21  # a birthday that changes rights is told three weeks before (LR-06)


def _open(request: Request) -> Me:
    """Open one's own file and log the look; whoever is nobody here gets 404."""
    me = me_here(request)
    if me is None:
        raise Http404
    open_record(
        request.user, Client.objects.all(), me.client.uuid, Permission.MINE_READ
    )
    return me


@screen(Permission.MINE_READ)
def mine(request: Request) -> HttpResponse:
    """Say what is next: the appointment, what to fill in, the plan."""
    me = _open(request)
    coming = open_list(
        request.user,
        Appointment.objects.coming().select_related("room__practice"),
        Permission.MINE_APPOINTMENT,
        limit=2,
    )
    to_fill_in = open_list(
        request.user,
        Inquiry.objects.waiting(clock.today()).select_related("member", "client"),
        Permission.MINE_ANSWER,
        limit=5,
    )
    offers = open_list(
        request.user,
        Offer.objects.standing_now().select_related("room__practice"),
        Permission.MINE_OFFER,
        limit=1,
    )
    changes_on = ages.next_change(me.client.birth_date, clock.today())
    soon = changes_on is not None and (changes_on - clock.today()).days <= SOON_DAYS
    context = {
        "me": me,
        "appointment": coming[0] if coming else None,
        "more": len(coming) > 1,
        "to_fill_in": to_fill_in,
        "offer": offers[0] if offers else None,
        "changes_on": changes_on if soon else None,
    }
    return render(request, f"{PAGES}/mine.html", context)


@screen(Permission.MINE_APPOINTMENT)
def my_appointments(request: Request) -> HttpResponse:
    """List the appointments that come."""
    me = _open(request)
    rows = open_list(
        request.user,
        Appointment.objects.coming().select_related("room__practice"),
        Permission.MINE_APPOINTMENT,
        limit=ROWS,
    )
    return render(request, f"{PAGES}/appointments.html", {"me": me, "rows": rows})


@screen(Permission.MINE_READ)
def my_plan(request: Request) -> HttpResponse:
    """Show goals in their own words and what was agreed."""
    me = _open(request)
    context = {"me": me, "plan": plan_for(me.member, request.user)}
    return render(request, f"{PAGES}/plan.html", context)


@screen(Permission.MINE_READ)
def my_letters(request: Request) -> HttpResponse:
    """List the letters that were written to this reader."""
    me = _open(request)
    rows = open_list(
        request.user,
        Letter.objects.select_related("written_by")
        .defer("pdf")
        .order_by("-released_at", "-id"),
        Permission.MINE_READ,
        limit=ROWS,
    )
    return render(request, f"{PAGES}/letters.html", {"me": me, "rows": rows})


@screen(Permission.MINE_READ)
def my_letter(request: Request, uuid: UUID) -> HttpResponse:
    """Read one letter as text."""
    letter = open_record(
        request.user,
        Letter.objects.select_related("written_by", "practice").defer("pdf"),
        uuid,
        Permission.MINE_READ,
    )
    return render(request, f"{PAGES}/letter.html", {"letter": letter})


@screen(Permission.MINE_READ)
def my_letter_pdf(request: Request, uuid: UUID) -> HttpResponse:
    """Give the stored bytes of a letter to this reader."""
    letter = open_record(request.user, Letter.objects.all(), uuid, Permission.MINE_READ)
    if letter.pdf is None:
        raise Http404
    answer = HttpResponse(bytes(letter.pdf), content_type="application/pdf")
    answer.headers["Content-Disposition"] = 'inline; filename="brief.pdf"'
    return answer
