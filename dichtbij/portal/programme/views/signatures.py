"""Who signs an agreement, by account or on paper, and where is the scan?"""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dichtbij.agreements import signing
from dichtbij.agreements.models import Agreement, AgreementParty
from dichtbij.agreements.scans import ENDINGS
from dichtbij.audit.doors import open_record, screen
from dichtbij.organisations.request import Request
from dichtbij.portal.programme.agreement_form import ScanForm, SeenForm
from dichtbij.portal.programme.agreement_page import PAGE, shown
from dichtbij.shared.permissions import Permission


@require_POST
@screen(Permission.AGREEMENT_CONFIRM)
def sign_agreement(request: Request, uuid: UUID) -> HttpResponse:
    """Sign for the organisation one stands at."""
    found = _open(request, uuid, Permission.AGREEMENT_CONFIRM)
    form = SeenForm(request.POST)
    if form.perform(signing.sign_agreement, agreement=found, by=request.user):
        messages.success(request, _("You signed this agreement."))
    else:
        messages.error(request, str(form.refusal or _("Open the agreement again.")))
    return redirect("one_agreement", uuid=found.uuid)


@require_POST
@screen(Permission.AGREEMENT_WRITE)
def attach_signature(request: Request, uuid: UUID) -> HttpResponse:
    """Attach the scan of a signature on paper."""
    found = _open(request, uuid, Permission.AGREEMENT_WRITE)
    form = ScanForm(request.POST, request.FILES, agreement=found)
    if form.perform(signing.attach_signature, agreement=found, by=request.user):
        messages.success(request, _("The signature on paper is attached."))
        return redirect("one_agreement", uuid=found.uuid)
    found.refresh_from_db()
    return render(request, PAGE, shown(found, form))


@screen(Permission.AGREEMENT_READ)
def agreement_scan(request: Request, uuid: UUID) -> HttpResponse:
    """Give the scan of a signature as a file to keep: it is never run here."""
    party = open_record(
        request.user,
        AgreementParty.objects.select_related("agreement"),
        uuid,
        Permission.AGREEMENT_READ,
    )
    if party.scan is None:
        raise Http404
    answer = HttpResponse(bytes(party.scan), content_type=party.scan_type)
    name = f"handtekening.{ENDINGS[party.scan_type]}"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _open(request: Request, uuid: UUID, permission: Permission) -> Agreement:
    beside = ("programme", "employer", "record_holder", "replaces")
    return open_record(
        request.user, Agreement.objects.select_related(*beside), uuid, permission
    )
