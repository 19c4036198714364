"""What does the municipality know without seeing a child?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from dichtbij.audit.doors import may, screen
from dichtbij.programmes.participation import participation_on, share_over_time
from dichtbij.questionnaires.charting import Dot, Line, chart
from dichtbij.shared import clock
from dichtbij.shared.permissions import Permission


@screen(Permission.PARTICIPATION_READ)
def participation(request: HttpRequest) -> HttpResponse:
    programme = request.membership.programme  # type: ignore[attr-defined]
    now = participation_on(programme, clock.today())
    moments = share_over_time(now, programme.starts_on)
    dots = tuple(Dot(one.on, one.percent or 0) for one in moments)
    return render(
        request,
        "portal/municipality/pages/participation.html",
        {
            "programme": programme,
            "now": now,
            "practices": [
                (one, one.takes_part(now.on), one.paused(now.on))
                for one in now.practices
            ],
            "over_time": moments,
            "chart": chart([Line(_("Share of practices"), dots)], 0, 100),
            "manages": may(Permission.PROGRAMME_MANAGE),
        },
    )
