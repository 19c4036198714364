"""What became of what this practice referred? (ux.md 4.1: nothing disappears)"""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from dichtbij.audit.doors import open_list, open_record, screen
from dichtbij.care.actions import take_referral_back
from dichtbij.network.onward_reading import onwards_of
from dichtbij.network.reading import released_letters
from dichtbij.organisations.request import Request
from dichtbij.portal.practice.forms import FindForm, WithdrawForm
from dichtbij.referrals import questions
from dichtbij.referrals.models import Referral
from dichtbij.referrals.paging import PAGE, key_of, matching, older_than
from dichtbij.referrals.stages import stage_of
from dichtbij.scheduling.planned import next_planned
from dichtbij.shared.permissions import Permission


@screen(Permission.REFERRAL_SUBMIT)
def referrals(request: Request) -> HttpResponse:
    """List every referral of the practice, the last changed first; or find some.

    What one looks for is posted: a name has no place in an address (security.md C9).
    """
    key = request.GET.get("na", "")
    finding = FindForm(request.POST or None)
    typed = finding.cleaned_data["find"] if finding.is_valid() else ""
    found = open_list(
        request.user,
        matching(older_than(Referral.objects.all(), key), typed)
        .select_related("client")
        .prefetch_related("events"),
        Permission.REFERRAL_SUBMIT,
        limit=PAGE,
    )
    more = len(found) == PAGE and not typed
    context = {
        "rows": [(row, stage_of(row)) for row in found],
        "next_url": f"?na={key_of(found[-1])}" if more else "",
        "first_page": not key,
        "finding": finding,
        "typed": typed,
        "most": PAGE if typed and len(found) == PAGE else 0,
    }
    return render(request, "portal/practice/pages/referrals.html", context)


@screen(Permission.REFERRAL_READ)
def referral(request: Request, uuid: UUID) -> HttpResponse:
    """Show one referral: its timeline, what was asked, what is planned, letters."""
    return _page(request, _open(request, uuid, Permission.REFERRAL_READ))


@screen(Permission.REFERRAL_WITHDRAW)
def withdraw(request: Request, uuid: UUID) -> HttpResponse:
    """Take an undecided referral back; the diary lets go of it."""
    found = _open(request, uuid, Permission.REFERRAL_WITHDRAW)
    form = WithdrawForm(request.POST or None)
    if request.POST and form.perform(
        take_referral_back, referral=found, by=request.user
    ):
        messages.success(request, _("The referral is withdrawn."))
        return redirect("referral", uuid=found.uuid)
    return _page(request, found, form)


def _open(request: Request, uuid: UUID, permission: Permission) -> Referral:
    found: Referral = open_record(
        request.user,
        Referral.objects.select_related(
            "client__municipality", "practice", "programme", "sent_by"
        ).prefetch_related(
            "events__by",
            "client__consents",
            "appointments__practitioner",
            "appointments__room__practice",
        ),
        uuid,
        permission,
    )
    return found


def _page(
    request: Request, found: Referral, form: WithdrawForm | None = None
) -> HttpResponse:
    context: dict[str, Any] = {
        "referral": found,
        "client": found.client,
        "stage": stage_of(found),
        "planned": next_planned(found),
        "reasons": [questions.label(code) for code in found.questions],
        "letters": released_letters(request.user, found),
        "onwards": onwards_of(request.user, found.client),
        "form": form or WithdrawForm(),
    }
    return render(request, "portal/practice/pages/referral.html", context)
