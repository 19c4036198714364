"""Which families have to be handed over, and what is the next step of each?"""

from django.http import HttpResponse
from django.shortcuts import render

from dichtbij.audit.doors import open_list, screen
from dichtbij.clients.models import Client
from dichtbij.organisations.request import Request
from dichtbij.shared.permissions import Permission
from dichtbij.transitions.running import RunningFamily, running_families

PAGE = 25


@screen(Permission.TRANSITION_READ)
def running(request: Request) -> HttpResponse:
    """List the running families one may meet, with the step that comes first."""
    found = running_families(request.user)
    shown, following = _page(found, request.GET.get("na", ""))
    children = open_list(
        request.user,
        Client.objects.filter(pk__in={one.client_id for one in shown}).select_related(
            "practice"
        ),
        Permission.TRANSITION_READ,
    )
    by_key = {one.pk: one for one in children}
    context = {
        "count": len(found),
        "without": sum(one.step is None for one in found),
        "rows": [
            (by_key[one.client_id], one) for one in shown if one.client_id in by_key
        ],
        "next_url": f"?na={following}" if following else "",
    }
    return render(request, "portal/staff/pages/running.html", context)


def _page(found: list[RunningFamily], after: str) -> tuple[list[RunningFamily], int]:
    """Return one page after a family, and the family of the next page or 0."""
    keys = [str(one.client_id) for one in found]
    start = keys.index(after) + 1 if after in keys else 0
    shown = found[start : start + PAGE]
    return shown, shown[-1].client_id if len(found) > start + PAGE else 0
