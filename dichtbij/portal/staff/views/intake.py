"""What was not told at the referral: data, channels, consent, goals?"""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dichtbij.audit.doors import open_record, screen
from dichtbij.care.actions import agree_to_help, end_goal
from dichtbij.care.actions import set_goal as add_goal
from dichtbij.care.caseload import open_trajectory_of
from dichtbij.clients.actions import complete_client, masked_bsn
from dichtbij.clients.actions import set_silent as keep_silent
from dichtbij.clients.models import Client
from dichtbij.organisations.request import Request
from dichtbij.portal.staff.folder import folder
from dichtbij.portal.staff.forms import (
    CompleteForm,
    ConsentForm,
    EndGoalForm,
    GoalForm,
    SilentForm,
)
from dichtbij.shared.permissions import Permission


def _open(request: Request, uuid: UUID) -> Client:
    found: Client = open_record(
        request.user,
        Client.objects.select_related("practice", "municipality"),
        uuid,
        Permission.FILE_WRITE,
    )
    return found


def _again(request: Request, client: Client, page: str, **more: Any) -> HttpResponse:
    return render(request, f"portal/staff/pages/{page}.html", folder(client) | more)


@screen(Permission.FILE_WRITE)
def complete(request: Request, uuid: UUID) -> HttpResponse:
    """Complete what is missing of a child's own data."""
    client = _open(request, uuid)
    known = {
        "sex": client.sex,
        "postcode": client.postcode,
        "municipality": client.municipality_id,
        "no_bsn_reason": client.no_bsn_reason,
        "owner": "young_person" if client.without_parents else "parent_1",
    }
    form = CompleteForm(request.POST or None, initial=known)
    if request.POST and form.perform(complete_client, client=client, by=request.user):
        messages.success(request, _("The data are completed."))
        return redirect("child", uuid=client.uuid)
    client.refresh_from_db()  # what was refused is not what is known
    return _again(request, client, "complete", form=form, bsn=masked_bsn(client))


@require_POST
@screen(Permission.FILE_WRITE)
def set_silent(request: Request, uuid: UUID) -> HttpResponse:
    """Leave a channel unused, or use it again."""
    client = _open(request, uuid)
    SilentForm(request.POST).perform(keep_silent, client=client, by=request.user)
    return redirect("child", uuid=client.uuid)


@screen(Permission.FILE_WRITE)
def agree(request: Request, uuid: UUID) -> HttpResponse:
    """Note who agreed to the help."""
    client = _open(request, uuid)
    form = ConsentForm(request.POST or None)
    if request.POST and form.perform(agree_to_help, client=client, by=request.user):
        messages.success(request, _("The consent is noted."))
        return redirect("child", uuid=client.uuid)
    return _again(request, client, "agree", form=form)


@screen(Permission.FILE_WRITE)
def set_goal(request: Request, uuid: UUID) -> HttpResponse:
    """Add a goal in the family's own words, or end one."""
    client = _open(request, uuid)
    trajectory = open_trajectory_of(client)
    if trajectory is None:
        raise Http404
    if "goal_id" in request.POST:
        EndGoalForm(request.POST).perform(
            end_goal, trajectory=trajectory, by=request.user
        )
        return redirect("child", uuid=client.uuid)
    form = GoalForm(request.POST or None)
    if request.POST and form.perform(add_goal, trajectory=trajectory, by=request.user):
        messages.success(request, _("The goal is set."))
        return redirect("child", uuid=client.uuid)
    return _again(request, client, "set_goal", form=form)
