"""To which consultations am I invited, and what may I know of this one now?"""

from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import render

from dichtbij.audit.doors import open_list, open_record, screen
from dichtbij.organisations.links import link_screen
from dichtbij.organisations.models import PersonalLink
from dichtbij.organisations.request import Request
from dichtbij.partners.joining import seat_at, short_name, still_agreed, why_closed
from dichtbij.partners.models import CaseConsultation
from dichtbij.shared import clock
from dichtbij.shared.permissions import Permission

PAGE = 25
# By a link one stands at this page alone: nothing to navigate to.
SIGNED_IN, BY_LINK = "shared/pages/base.html", "shared/pages/plain.html"


@screen(Permission.CONSULTATION_JOIN)
def consultations_mine(request: Request) -> HttpResponse:
    """List the consultations one is invited to, the latest first."""
    found = open_list(
        request.user,
        CaseConsultation.objects.filter(_after(str(request.GET.get("na", ""))))
        .select_related("client", "called_by")
        .order_by("-starts_at", "-id"),
        Permission.CONSULTATION_JOIN,
        limit=PAGE + 1,
    )
    rows = list(found[:PAGE])
    context = {
        "rows": [
            (one, short_name(one.client)) for one in still_agreed(rows, request.user)
        ],
        "next_url": f"?na={_key(rows[-1])}" if len(found) > PAGE else "",
    }
    return render(request, "portal/guest/pages/consultations.html", context)


def _key(row: CaseConsultation) -> str:
    return f"{row.starts_at.timestamp()}~{row.pk}"


def _after(key: str) -> Q:
    """Return the rows after a key of the list; a broken key is the first page."""
    try:
        moment, number = key.split("~")
        at, pk = datetime.fromtimestamp(float(moment), tz=clock.UTC), int(number)
    except (ValueError, OverflowError, OSError):
        return Q()
    return Q(starts_at__lt=at) | Q(starts_at=at, pk__lt=pk)


@link_screen(Permission.CONSULTATION_JOIN, PersonalLink.Purpose.CONSULTATION)
def guest_consultation(request: Request, uuid: UUID) -> HttpResponse:
    """Show one consultation: the topics one may know of, and no other."""
    try:
        consultation = open_record(
            request.user,
            CaseConsultation.objects.select_related("client", "called_by"),
            uuid,
            Permission.CONSULTATION_JOIN,
        )
    except Http404:
        reason = why_closed(request.user, uuid)
        if not reason:
            raise
        return _closed(request, reason)
    seat = seat_at(consultation, request.user)
    if seat is None:
        return _closed(request, "closed")
    context = {
        "consultation": consultation,
        "name": short_name(consultation.client),
        "seat": seat,
        "held": consultation.status == CaseConsultation.Status.HELD,
        "layout": _layout(request),
    }
    return render(request, "portal/guest/pages/consultation.html", context)


def _closed(request: Request, reason: str) -> HttpResponse:
    """Say that it is shut, without saying by whom; the wall logs the denial."""
    context = {"reason": reason, "layout": _layout(request)}
    return render(request, "portal/guest/pages/closed.html", context, status=403)


def _layout(request: Request) -> str:
    return BY_LINK if request.link is not None else SIGNED_IN
