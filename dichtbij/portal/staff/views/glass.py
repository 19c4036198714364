"""Must a file be seen now, although the child is in somebody else's care?"""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from dichtbij.audit.doors import open_record, screen
from dichtbij.clients.models import Client
from dichtbij.organisations.freshness import step_up
from dichtbij.organisations.request import Request
from dichtbij.portal.staff.glass_form import BreakForm, FindForm
from dichtbij.privacy.glass import MINUTES, find_child
from dichtbij.privacy.glass import break_glass as open_in_emergency
from dichtbij.shared.permissions import Permission


@screen(Permission.EMERGENCY_OPEN)
def glass(request: Request) -> HttpResponse:
    """Find one child by exact name and birth date; the search is logged."""
    form = FindForm(request.POST or None)
    if request.POST and form.is_valid():
        child = find_child(
            by=request.user, permission=Permission.EMERGENCY_OPEN, **form.cleaned_data
        )
        if child is not None:
            return redirect("break_glass", uuid=child.uuid)
        form.add_error(None, _("There is not exactly one child with this name."))
    return render(request, "portal/staff/pages/glass.html", {"form": form})


@screen(Permission.EMERGENCY_OPEN)
@step_up
def break_glass(request: Request, uuid: UUID) -> HttpResponse:
    """Open a file for an hour, to look only, with a reason."""
    client = open_record(
        request.user,
        Client.objects.select_related("practice"),
        uuid,
        Permission.EMERGENCY_OPEN,
    )
    form = BreakForm(request.POST or None)
    if request.POST and form.perform(open_in_emergency, client=client, by=request.user):
        return redirect("child", uuid=client.uuid)
    told = {"form": form, "client": client, "minutes": MINUTES}
    return render(request, "portal/staff/pages/break_glass.html", told)
