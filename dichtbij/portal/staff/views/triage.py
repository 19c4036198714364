"""How is a referral judged: plan, call first, or not the right place?"""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from dichtbij.audit.doors import open_record, screen
from dichtbij.care.actions import promise_call, return_referral, take_on_referral
from dichtbij.care.caseload import first_appointments
from dichtbij.organisations.request import Request
from dichtbij.portal.staff.forms import ReturnForm, TakeOnForm
from dichtbij.portal.staff.judging import judging
from dichtbij.referrals.models import Referral
from dichtbij.shared.forms import ActionForm
from dichtbij.shared.permissions import Permission

UNDECIDED = (Referral.Status.RECEIVED, Referral.Status.CALL_FIRST)
CHOICES: dict[str, tuple[type[ActionForm], Any, Any]] = {
    "plan": (TakeOnForm, take_on_referral, _("Accepted.")),
    "call": (ActionForm, promise_call, _("You call this family first.")),
    "return": (ReturnForm, return_referral, _("Returned to the practice.")),
}


@screen(Permission.REFERRAL_TRIAGE)
def triage(request: Request, uuid: UUID) -> HttpResponse:
    """Judge one referral; of two practitioners one wins, the other reads who."""
    referral = open_record(
        request.user,
        Referral.objects.select_related("client", "practice", "sent_by", "decided_by"),
        uuid,
        Permission.REFERRAL_TRIAGE,
    )
    choice = str(request.POST.get("choice", ""))
    context: dict[str, Any] = {}
    if choice in CHOICES:
        kind, act, words = CHOICES[choice]
        form = kind(request.POST)
        if form.perform(act, referral=referral, by=request.user):
            messages.success(request, words)
            return _next(choice, referral)
        context = {"form": form, f"{choice}_form": form}
    undecided = referral.status in UNDECIDED
    return render(
        request,
        "portal/staff/pages/triage.html",
        {**judging(referral), **context, "undecided": undecided},
    )


def _next(choice: str, referral: Referral) -> HttpResponse:
    """Plan leads to the first free times, unless the family has one already."""
    if choice == "plan" and not first_appointments([referral.pk]):
        return redirect("book", uuid=referral.uuid)
    return redirect("today")
