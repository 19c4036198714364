"""What does a practitioner advise to refer to, and how heavy is the help now?"""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dichtbij.audit.doors import open_record, screen
from dichtbij.care import levels
from dichtbij.care.caseload import open_trajectory_of
from dichtbij.care.models import Trajectory
from dichtbij.clients.models import Client
from dichtbij.drafts.keeping import draft_of, drop_draft
from dichtbij.network.models import OnwardReferral
from dichtbij.network.onward import advise, revise_advice, write_advice
from dichtbij.network.onward_forms import AdviceForm, initial_of
from dichtbij.network.onward_notes import BESIDE, OPEN, Status, why_not
from dichtbij.network.onward_reading import (
    open_ones,
    partners_to_choose,
    reason_told,
    shown,
    steps_tried,
    why_sent_back,
)
from dichtbij.organisations.request import Request
from dichtbij.portal.staff.folder import folder, programme_of
from dichtbij.portal.staff.level_form import LevelForm
from dichtbij.shared.permissions import Permission

PAGE = "portal/staff/pages/advise_onward.html"


@screen(Permission.ONWARD_ADVISE)
def advise_onward(request: Request, uuid: UUID) -> HttpResponse:
    """Advise to refer on: lay it before the GP at once, or look at the letter first."""
    client = open_record(
        request.user,
        Client.objects.select_related("practice", "programme", "holder"),
        uuid,
        Permission.ONWARD_ADVISE,
    )
    trajectory = open_trajectory_of(client)
    if trajectory is None:
        raise Http404
    key = f"onward/{trajectory.uuid}"
    form = AdviceForm(
        request.POST or None,
        programme=programme_of(request),
        whole="look" not in request.POST,
        initial=_proposed(trajectory) | _typed_before(request, key),
    )
    act = write_advice if "look" in request.POST else advise
    if request.POST and form.perform(act, trajectory=trajectory, by=request.user):
        drop_draft(request.user, key)
        if act is advise:
            messages.success(request, _("It now lies before the GP to sign."))
        return redirect("onward", uuid=form.result.uuid)
    context = folder(client) | {
        "form": form,
        "draft_key": key,
        "partners": partners_to_choose(programme_of(request)),
        "open_ones": open_ones(trajectory),
    }
    return render(request, PAGE, context)


@screen(Permission.ONWARD_ADVISE)
def revise_onward(request: Request, uuid: UUID) -> HttpResponse:
    """Change advice that nobody signed yet: a new version of the letter."""
    found: OnwardReferral = open_record(
        request.user,
        OnwardReferral.objects.select_related(*BESIDE, "signature").defer("pdf"),
        uuid,
        Permission.ONWARD_ADVISE,
    )
    if found.status not in OPEN and not request.POST:
        messages.info(request, why_not(found))
        return redirect("onward", uuid=found.uuid)
    key = f"onward/{found.uuid}"
    form = AdviceForm(
        request.POST or None,
        programme=programme_of(request),
        whole=found.status == Status.ADVISED,
        initial=initial_of(found) | _typed_before(request, key),
    )
    if request.POST and form.perform(revise_advice, onward=found, by=request.user):
        drop_draft(request.user, key)
        messages.success(request, _("The letter is renewed."))
        return redirect("onward", uuid=found.uuid)
    context = shown(found) | {
        "form": form,
        "draft_key": key,
        "partners": partners_to_choose(programme_of(request)),
        "sent_back": why_sent_back(found),
    }
    return render(request, PAGE, context)


@require_POST
@screen(Permission.FILE_WRITE)
def set_level(request: Request, uuid: UUID) -> HttpResponse:
    """Note that the help became lighter or heavier."""
    client = open_record(
        request.user, Client.objects.all(), uuid, Permission.FILE_WRITE
    )
    trajectory = open_trajectory_of(client)
    if trajectory is None:
        raise Http404
    form = LevelForm(request.POST)
    if form.perform(levels.set_level, trajectory=trajectory, by=request.user):
        messages.success(request, _("It is noted how heavy the help is."))
    else:
        messages.error(request, _("Choose how heavy the help is."))
    return redirect("child_network", uuid=client.uuid)


def _proposed(trajectory: Trajectory) -> dict[str, Any]:
    """Return what is on record already: why, and what was tried."""
    return {
        "reason": reason_told(trajectory),
        "steps_tried": steps_tried(trajectory),
    }


def _typed_before(request: Request, key: str) -> dict[str, Any]:
    """Return what was typed here before and never sent; not which version it was."""
    kept = draft_of(request.user, key) or {}
    return {name: told[0] for name, told in kept.items() if told and name != "version"}
