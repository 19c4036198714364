"""How does help end: where does the family go, and why does it end?"""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from dichtbij.audit.doors import open_record, screen
from dichtbij.care.actions import SATISFACTION_DAYS, close_trajectory
from dichtbij.care.caseload import first_appointments, open_trajectory_of
from dichtbij.care.models import Trajectory
from dichtbij.care.outcomes import GROUPS
from dichtbij.clients.actions import family_channel
from dichtbij.clients.models import Client
from dichtbij.drafts.keeping import draft_of, drop_draft
from dichtbij.network.models import Letter
from dichtbij.organisations.request import Request
from dichtbij.portal.staff.consult_form import initial_of
from dichtbij.portal.staff.folder import folder
from dichtbij.portal.staff.forms import CloseForm
from dichtbij.safety.reading import open_concern_of
from dichtbij.shared import clock
from dichtbij.shared.permissions import Permission

KEPT_YEARS = 20  # Source: LR-20 (S70 S71), after the last help


@screen(Permission.FILE_WRITE)
def close(request: Request, uuid: UUID) -> HttpResponse:
    """Close help with an outcome and a reason; then comes the closing letter."""
    client = open_record(
        request.user,
        Client.objects.select_related("practice"),
        uuid,
        Permission.FILE_WRITE,
    )
    trajectory = open_trajectory_of(client)
    if trajectory is None:
        raise Http404
    key = f"close/{trajectory.uuid}"
    draft = draft_of(request.user, key) or {}
    form = CloseForm(request.POST or None, initial=initial_of(draft))
    if request.POST and form.perform(
        close_trajectory, trajectory=trajectory, by=request.user
    ):
        drop_draft(request.user, key)
        messages.success(request, _("The help is closed."))
        return redirect("new_letter", uuid=client.uuid, kind=Letter.Kind.CLOSE)
    return render(
        request,
        "portal/staff/pages/close.html",
        folder(client)
        | {"form": form, "groups": GROUPS, "draft_key": key}
        | _consequences(trajectory),
    )


def _consequences(trajectory: Trajectory) -> dict[str, Any]:
    """Return what closing leads to: a question later, and how long the file is kept."""
    today = clock.today()
    asked = family_channel(trajectory.client) is not None
    referral = trajectory.referral_id
    return {
        "ask_on": today + timedelta(days=SATISFACTION_DAYS) if asked else None,
        "kept_until": today.year + KEPT_YEARS,
        "appointment": first_appointments([referral]).get(referral),
        "concern": open_concern_of(trajectory.client),
    }
