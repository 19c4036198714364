"""What became of one onward referral, and what does one note about it?

One page for the practice and the practitioner, each with what is theirs to do.
"""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dichtbij.audit.doors import may, open_record, screen
from dichtbij.network import onward_course as course
from dichtbij.network.models import OnwardReferral, Signature
from dichtbij.network.onward import lay_before_gp, withdraw_advice
from dichtbij.network.onward_forms import (
    AcceptedForm,
    BridgingForm,
    NotStartedForm,
    SeenForm,
    SentForm,
    StartedForm,
    WaitingForm,
    WithdrawAdviceForm,
)
from dichtbij.network.onward_notes import BESIDE, Status
from dichtbij.network.onward_paper import reference_of, sheet_of
from dichtbij.network.onward_reading import (
    history_of,
    in_the_way,
    missing_in,
    shown,
    why_sent_back,
)
from dichtbij.network.signing import mark_sent
from dichtbij.network.views import shown_in_our_pages
from dichtbij.organisations.request import Request
from dichtbij.shared.forms import ActionForm
from dichtbij.shared.permissions import Permission

# What a practitioner may note: the form that asks for it, and the act.
NOTES: dict[str, tuple[type[ActionForm], Callable[..., Any]]] = {
    "accepted": (AcceptedForm, course.note_accepted),
    "waiting": (WaitingForm, course.note_waiting),
    "started": (StartedForm, course.note_started),
    "not_started": (NotStartedForm, course.note_not_started),
    "bridging": (BridgingForm, course.set_bridging),
}


@screen(Permission.ONWARD_READ)
def onward(request: Request, uuid: UUID) -> HttpResponse:
    """Show one onward referral: its paper, what happened, and what can be done."""
    return _page(request, _open(request, uuid, Permission.ONWARD_READ))


@shown_in_our_pages
@screen(Permission.ONWARD_READ)
def onward_pdf(request: Request, uuid: UUID) -> HttpResponse:
    """Give the stored bytes: what is previewed, signed and sent are these."""
    found = _open(request, uuid, Permission.ONWARD_READ)
    if found.pdf is None:
        raise Http404
    return _paper(bytes(found.pdf), f"verwijzing-{reference_of(found)}.pdf")


@shown_in_our_pages
@screen(Permission.ONWARD_READ)
def signature_sheet(request: Request, uuid: UUID) -> HttpResponse:
    """Give the sheet that says who signed which bytes."""
    found = _open(request, uuid, Permission.ONWARD_READ)
    signature = signature_of(found)
    if signature is None:
        raise Http404
    signature.onward = found
    return _paper(sheet_of(signature), f"handtekening-{reference_of(found)}.pdf")


@require_POST
@screen(Permission.ONWARD_PREPARE)
def send_onward(request: Request, uuid: UUID) -> HttpResponse:
    """Note by which road the practice sent the signed letter."""
    found = _open(request, uuid, Permission.ONWARD_PREPARE)
    form = SentForm(request.POST)
    if form.perform(mark_sent, onward=found, by=request.user):
        messages.success(request, _("Noted how it was sent."))
        return redirect("onward", uuid=found.uuid)
    return _again(request, found, sent_form=form)


@require_POST
@screen(Permission.ONWARD_ADVISE)
def lay_onward(request: Request, uuid: UUID) -> HttpResponse:
    """Lay the draft that was seen before the GPs of the practice."""
    found = _open(request, uuid, Permission.ONWARD_ADVISE)
    form = SeenForm(request.POST)
    if form.perform(lay_before_gp, onward=found, by=request.user):
        messages.success(request, _("It now lies before the GP to sign."))
        return redirect("onward", uuid=found.uuid)
    return _again(request, found, form=form)


@require_POST
@screen(Permission.ONWARD_ADVISE)
def withdraw_onward(request: Request, uuid: UUID) -> HttpResponse:
    """Take back advice that nobody signed yet."""
    found = _open(request, uuid, Permission.ONWARD_ADVISE)
    form = WithdrawAdviceForm(request.POST)
    if form.perform(withdraw_advice, onward=found, by=request.user):
        messages.success(request, _("The advice is withdrawn."))
        return redirect("child_network", uuid=found.client.uuid)
    return _again(request, found, form=form)


@require_POST
@screen(Permission.ONWARD_ADVISE)
def follow_onward(request: Request, uuid: UUID) -> HttpResponse:
    """Note how it goes on: accepted, waiting, started, not started, bridging care."""
    found = _open(request, uuid, Permission.ONWARD_ADVISE)
    what = str(request.POST.get("what", ""))
    if what not in NOTES:
        raise Http404
    asked, act = NOTES[what]
    form = asked(request.POST)
    if form.perform(act, onward=found, by=request.user):
        messages.success(request, _("It is noted."))
        return redirect("onward", uuid=found.uuid)
    return _again(request, found, form=form, **{f"{what}_form": form})


def signature_of(found: OnwardReferral) -> Signature | None:
    """Return the signature, or None: nobody signed it yet."""
    return getattr(found, "signature", None)


def _open(request: Request, uuid: UUID, permission: Permission) -> OnwardReferral:
    found: OnwardReferral = open_record(
        request.user,
        OnwardReferral.objects.select_related(*BESIDE, "signature"),
        uuid,
        permission,
    )
    return found


def _paper(content: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type="application/pdf")
    answer.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return answer


def _again(request: Request, found: OnwardReferral, **forms: Any) -> HttpResponse:
    """Show the page after a refusal, with the row as it is now."""
    found.refresh_from_db()
    return _page(request, found, **forms)


def _page(request: Request, found: OnwardReferral, **forms: Any) -> HttpResponse:
    signature = signature_of(found)
    advises = may(Permission.ONWARD_ADVISE, found)
    before = signature is None and found.status != Status.ENDED
    context: dict[str, Any] = {
        "signature": signature,
        "history": history_of(found),
        "advises": advises,
        "prepares": may(Permission.ONWARD_PREPARE, found),
        "before": before,
        "underway": signature is not None and found.status in course.UNDERWAY,
        "missing": missing_in(found) if before and advises else [],
        "barriers": in_the_way(found) if before or signature is not None else [],
        "sent_back": why_sent_back(found) if found.status == Status.RETURNED else None,
        "sent_form": SentForm(),
        "accepted_form": AcceptedForm(),
        "waiting_form": WaitingForm(),
        "started_form": StartedForm(),
        "not_started_form": NotStartedForm(),
        "withdraw_form": WithdrawAdviceForm(),
    }
    return render(request, "network/pages/onward.html", shown(found) | context | forms)
