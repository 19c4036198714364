"""To whom is this family handed over, warmly, and did it take place?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dichtbij.audit.doors import open_list, open_record, screen
from dichtbij.care.caseload import open_trajectory_of
from dichtbij.clients.models import Client
from dichtbij.drafts.keeping import draft_of, drop_draft
from dichtbij.organisations.request import Request
from dichtbij.partners import handing
from dichtbij.partners.agenda import HANDOVER_TOPIC, topics_with
from dichtbij.partners.calling import involved
from dichtbij.partners.models import Handover, Partner
from dichtbij.portal.staff.consult_form import initial_of
from dichtbij.portal.staff.folder import folder
from dichtbij.portal.staff.meeting_form import (
    DoneForm,
    EndHandoverForm,
    HandoverForm,
)
from dichtbij.shared.permissions import Permission

WRITE = Permission.CONSULTATION_WRITE


@screen(WRITE)
def hand_over(request: Request, uuid: UUID) -> HttpResponse:
    """Choose the partner, then who hands over and by which road."""
    client = open_record(
        request.user,
        Client.objects.select_related("practice", "programme"),
        uuid,
        WRITE,
    )
    trajectory = open_trajectory_of(client)
    if trajectory is None:
        messages.info(request, _("There is no running help to hand over."))
        return redirect("child_network", uuid=client.uuid)
    able = open_list(
        request.user,
        Partner.objects.open_to_all().filter(ended_on=None).order_by("name", "id"),
        Permission.PARTNER_READ,
    )
    partner = next((p for p in able if str(p.uuid) == request.GET.get("partner")), None)
    covered = topics_with(client, [partner] if partner else [])
    key = f"handover/{trajectory.uuid}"
    draft = draft_of(request.user, key) if partner and not request.POST else None
    form = HandoverForm(
        request.POST or None, owners=involved(client), initial=initial_of(draft or {})
    )
    if partner is not None and form.perform(
        handing.agree_handover, trajectory=trajectory, by=request.user, partner=partner
    ):
        drop_draft(request.user, key)
        messages.success(request, _("The hand-over is agreed. It is a task now."))
        return redirect("child_network", uuid=client.uuid)
    context = folder(client) | {
        "form": form,
        "able": able,
        "partner": partner,
        "agreed": partner is not None and HANDOVER_TOPIC in covered[partner.pk],
        "topic": HANDOVER_TOPIC,
        "draft_key": key,
        "restored": bool(draft),
    }
    return render(request, "portal/staff/pages/hand_over.html", context)


def _open(request: Request, uuid: UUID) -> Handover:
    found: Handover = open_record(
        request.user,
        Handover.objects.select_related("client", "partner", "trajectory__client"),
        uuid,
        WRITE,
    )
    return found


@require_POST
@screen(WRITE)
def handover_done(request: Request, uuid: UUID) -> HttpResponse:
    """Note that it took place, and by which road."""
    found = _open(request, uuid)
    form = DoneForm(request.POST)
    if form.perform(handing.handover_done, handover=found, by=request.user):
        messages.success(request, _("The hand-over is done."))
    else:
        messages.error(request, str(form.refusal or _("Say how the hand-over goes.")))
    return redirect("child_network", uuid=found.client.uuid)


@require_POST
@screen(WRITE)
def handover_ended(request: Request, uuid: UUID) -> HttpResponse:
    """Note why it does not go on."""
    found = _open(request, uuid)
    form = EndHandoverForm(request.POST)
    if form.perform(handing.handover_ended, handover=found, by=request.user):
        messages.success(request, _("It is noted why the hand-over does not go on."))
    else:
        messages.error(
            request, str(form.refusal or _("Say why the hand-over does not go on."))
        )
    return redirect("child_network", uuid=found.client.uuid)
