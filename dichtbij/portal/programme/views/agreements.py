"""What was agreed with whom, what waits for a signature, and how is it written?"""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from dichtbij.agreements import actions
from dichtbij.agreements.checks import practices_of
from dichtbij.agreements.models import Agreement
from dichtbij.audit.doors import may, open_list, open_record, screen
from dichtbij.organisations.request import Request
from dichtbij.portal.programme.agreement_form import ContentsForm, DraftForm
from dichtbij.portal.programme.agreement_page import PAGE, shown
from dichtbij.programmes.models import Programme
from dichtbij.shared.forms import ActionForm
from dichtbij.shared.permissions import Permission

MOST = 200
STEPS: dict[str, tuple[Callable[..., Any], Any]] = {
    "offer": (actions.offer_agreement, _("It now waits for its signatures.")),
    "withdraw": (
        actions.withdraw_offer,
        _("The offer is taken back. This is its new version."),
    ),
    "discard": (actions.discard_draft, _("The draft is put away.")),
    "amend": (actions.amend_agreement, _("This is the new version, a draft.")),
}


@screen(Permission.AGREEMENT_READ)
def agreements(request: Request) -> HttpResponse:
    """List what one reads, the latest start first."""
    found = open_list(
        request.user,
        Agreement.objects.for_list(),
        Permission.AGREEMENT_READ,
        limit=MOST,
    )
    rows = [
        {"agreement": one, "unsigned": [p for p in one.parties.all() if not p.proof]}
        for one in found
    ]
    context = {"rows": rows, "may_write": may(Permission.AGREEMENT_WRITE)}
    return render(request, "portal/programme/pages/agreements.html", context)


@screen(Permission.AGREEMENT_WRITE)
def draft_agreement(request: Request) -> HttpResponse:
    """Begin an agreement."""
    programme = request.membership.programme
    if not isinstance(programme, Programme):
        raise Http404
    form = DraftForm(request.POST or None, programme=programme)
    if request.POST and form.perform(
        actions.draft_agreement, programme=programme, by=request.user
    ):
        return redirect("write_agreement", uuid=form.result.uuid)
    return render(
        request, "portal/programme/pages/draft_agreement.html", {"form": form}
    )


@screen(Permission.AGREEMENT_READ)
def one_agreement(request: Request, uuid: UUID) -> HttpResponse:
    """Show what was agreed, who signed when and how, and its versions."""
    found = _open(request, uuid, Permission.AGREEMENT_READ)
    return render(request, PAGE, shown(found))


@screen(Permission.AGREEMENT_WRITE)
def write_agreement(request: Request, uuid: UUID) -> HttpResponse:
    """Write terms and parts of a draft."""
    found = _open(request, uuid, Permission.AGREEMENT_WRITE)
    if found.status != Agreement.Status.DRAFT:
        return redirect("one_agreement", uuid=found.uuid)
    form = ContentsForm(
        request.POST or None, agreement=found, practices=list(practices_of(found))
    )
    if request.POST and form.perform(
        actions.write_agreement, agreement=found, by=request.user
    ):
        messages.success(request, _("The draft is saved."))
        return redirect("one_agreement", uuid=found.uuid)
    context = {"form": form, "agreement": found}
    return render(request, "portal/programme/pages/write_agreement.html", context)


@require_POST
@screen(Permission.AGREEMENT_WRITE)
def agreement_step(request: Request, uuid: UUID) -> HttpResponse:
    """Offer, take back, put away, or begin a new version."""
    found = _open(request, uuid, Permission.AGREEMENT_WRITE)
    step = STEPS.get(str(request.POST.get("what", "")))
    if step is None:
        raise Http404
    act, told = step
    form = ActionForm(request.POST)
    if form.perform(act, agreement=found, by=request.user):
        messages.success(request, told)
        return redirect("one_agreement", uuid=form.result.uuid)
    messages.error(request, str(form.refusal))
    return redirect("one_agreement", uuid=found.uuid)


@screen(Permission.AGREEMENT_READ)
def agreement_pdf(request: Request, uuid: UUID) -> HttpResponse:
    """Give the stored bytes: what is read and signed are these."""
    found = _open(request, uuid, Permission.AGREEMENT_READ)
    if found.pdf is None:
        raise Http404
    answer = HttpResponse(bytes(found.pdf), content_type="application/pdf")
    name = f"overeenkomst-{found.version}.pdf"
    answer.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return answer


def _open(request: Request, uuid: UUID, permission: Permission) -> Agreement:
    beside = ("programme", "employer", "record_holder", "replaces")
    return open_record(
        request.user, Agreement.objects.select_related(*beside), uuid, permission
    )
