"""Where is help needed now: waiting times and the use of days, for a team lead?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dichtbij.audit.doors import screen
from dichtbij.insight.balance import (
    LOOK_AHEAD,
    LOOK_BACK,
    WINDOW,
    occupancy,
    waiting_by_practice,
)
from dichtbij.insight.promises import kept_promises
from dichtbij.insight.survival import MINIMUM
from dichtbij.portal.staff.waiting_drawings import (
    ages_figure,
    arrivals_figure,
    waiting_figure,
)
from dichtbij.shared.permissions import Permission


@screen(Permission.BALANCE_READ)
def waiting_times(request: HttpRequest) -> HttpResponse:
    """Show how long families wait per practice; whoever is late comes first."""
    programme = request.membership.programme  # type: ignore[attr-defined]
    rows = waiting_by_practice(request.user, programme)  # type: ignore[arg-type]
    drawn = (
        ages_figure(request.user, programme),  # type: ignore[arg-type]
        waiting_figure(request.user, programme),  # type: ignore[arg-type]
        arrivals_figure(request.user, programme),  # type: ignore[arg-type]
    )
    return render(
        request,
        "portal/staff/pages/waiting_times.html",
        {
            "rows": rows,
            "promises": kept_promises(request.user).items(),  # type: ignore[arg-type]
            "drawings": [one for one in drawn if one is not None],
            "pressing": [row for row in rows if row.needs_help],
            "waiting_now": sum(row.waiting_now for row in rows),
            "late_now": sum(row.late for row in rows),
            "longest_days": max((row.longest_days for row in rows), default=0),
            "programme": programme,
            "minimum": MINIMUM,
            "weeks": WINDOW.days // 7,
        },
    )


@screen(Permission.BALANCE_READ)
def occupancy_page(request: HttpRequest) -> HttpResponse:
    """Show how practice days are used and lost, and the caseload per practitioner."""
    programme = request.membership.programme  # type: ignore[attr-defined]
    rows = occupancy(request.user, programme)  # type: ignore[arg-type]
    return render(
        request,
        "portal/staff/pages/occupancy.html",
        {
            "rows": rows,
            "days": sum(row.days for row in rows),
            "lost": sum(row.lost for row in rows),
            "caseload": sum(row.caseload for row in rows),
            "free_hours": sum(row.free_minutes for row in rows) // 60,
            "back_weeks": LOOK_BACK.days // 7,
            "ahead_weeks": LOOK_AHEAD.days // 7,
        },
    )
