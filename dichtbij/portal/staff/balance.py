"""Where is help needed now: waiting times and the use of days, for a team lead?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from dichtbij.audit.doors import screen
from dichtbij.insight.balance import (
    LOOK_AHEAD,
    LOOK_BACK,
    WINDOW,
    occupancy,
    waiting_by_practice,
)
from dichtbij.insight.promises import kept_promises
from dichtbij.insight.quarters import quarter_words
from dichtbij.insight.survival import MINIMUM
from dichtbij.insight.waiting_course import waiting_course
from dichtbij.shared import clock
from dichtbij.shared.charts.comparing import Multiples, Panel, draw_multiples
from dichtbij.shared.charts.figure import Caption, Figure
from dichtbij.shared.permissions import Permission


@screen(Permission.BALANCE_READ)
def waiting_times(request: HttpRequest) -> HttpResponse:
    """Show how long families wait per practice; whoever is late comes first."""
    programme = request.membership.programme  # type: ignore[attr-defined]
    rows = waiting_by_practice(request.user, programme)  # type: ignore[arg-type]
    return render(
        request,
        "portal/staff/pages/waiting_times.html",
        {
            "rows": rows,
            "promises": kept_promises(request.user).items(),  # type: ignore[arg-type]
            "course": _course(request),
            "pressing": [row for row in rows if row.needs_help],
            "waiting_now": sum(row.waiting_now for row in rows),
            "late_now": sum(row.late for row in rows),
            "longest_days": max((row.longest_days for row in rows), default=0),
            "programme": programme,
            "minimum": MINIMUM,
            "weeks": WINDOW.days // 7,
        },
    )


def _course(request: HttpRequest) -> Figure | None:
    """Draw how waiting went in each practice, side by side; None: nothing to draw."""
    programme = request.membership.programme  # type: ignore[attr-defined]
    found = waiting_course(request.user, programme)  # type: ignore[arg-type]
    if not found.practices:
        return None
    return draw_multiples(
        Multiples(
            [Panel(name, medians) for name, medians in found.practices],
            [quarter_words(quarter) for quarter in found.quarters],
            _("days in which half the families had a first conversation"),
        ),
        Caption(
            key="waiting-course",
            title=_("How waiting went, practice by practice"),
            sentence=_(
                "By the quarter in which families were referred, on one scale and in "
                "order of name. Those still waiting count along; a quarter with fewer "
                "than ten referrals is left open."
            ),
            n=found.n,
            counted=_("referrals received"),
            data_on=clock.today(),
        ),
        _,
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
