"""What does the municipality know without seeing a child?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dichtbij.audit.doors import screen
from dichtbij.programmes.participation import participation_on, share_over_time
from dichtbij.shared import clock
from dichtbij.shared.permissions import Permission


@screen(Permission.PARTICIPATION_READ)
def participation(request: HttpRequest) -> HttpResponse:
    programme = request.membership.programme  # type: ignore[attr-defined]
    now = participation_on(programme, clock.today())
    return render(
        request,
        "portal/municipality/pages/participation.html",
        {
            "programme": programme,
            "now": now,
            "over_time": share_over_time(now, programme.starts_on),
        },
    )


@screen(Permission.FIGURES_READ)
def figures(request: HttpRequest) -> HttpResponse:
    programme = request.membership.programme  # type: ignore[attr-defined]
    return render(
        request,
        "portal/municipality/pages/figures.html",
        {
            "programme": programme,
            "milestones": programme.milestones.all(),
            "today": clock.today(),
        },
    )
