"""How do the own week and the hours of the team look?"""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render

from dichtbij.audit.doors import open_list
from dichtbij.finance.accounting import next_month
from dichtbij.finance.actions import previous_month
from dichtbij.finance.hours import WEEK, monday_of, unrecorded, weeks
from dichtbij.finance.models import HourKind, WorkEntry
from dichtbij.finance.team import agreements_of_employer, people_of, year_of
from dichtbij.organisations.request import Request
from dichtbij.portal.staff.hours_form import NoteHoursForm
from dichtbij.programmes.models import Participation
from dichtbij.shared import clock
from dichtbij.shared.permissions import Permission

WEEKS_SHOWN = 8


def note_form(request: Request, *, posted: bool) -> NoteHoursForm:
    """Return the form to note hours, with the practices of the own employer."""
    places = open_list(
        request.user,
        Participation.objects.on(clock.today())
        .filter(holder__in=[request.membership.organisation_id])
        .order_by("practice__name"),
        Permission.HOURS_WRITE,
    )
    return NoteHoursForm(request.POST if posted else None, places=list(places))


def own_weeks(request: Request, form: NoteHoursForm) -> HttpResponse:
    """Show a practitioner the own week, what is missing in it, and earlier weeks."""
    monday = monday_of(clock.today())
    found = weeks(request.user.pk, monday, WEEKS_SHOWN)
    lines = open_list(
        request.user,
        WorkEntry.objects.filter(
            worked_on__gte=monday - WEEK, corrects=None
        ).select_related("practice"),
        Permission.HOURS_READ,
    )
    context = {
        "week": found[0],
        "earlier": found[1:],
        "kinds": HourKind,
        "missing": unrecorded(request.user.pk, monday),
        "lines": lines,
        "form": form,
    }
    return render(request, "portal/staff/pages/hours_own.html", context)


def team_hours(request: Request) -> HttpResponse:
    """Show a lead the month per person, the statements, and where the year ends."""
    month_on = _month(request)
    context = {
        "month_on": month_on,
        "before": previous_month(month_on),
        "after": next_month(month_on) if month_on < _this_month() else None,
        "people": people_of(month_on),
        "kinds": HourKind,
        "years": [year_of(one) for one in agreements_of_employer()],
    }
    return render(request, "portal/staff/pages/hours_team.html", context)


def _this_month() -> date:
    return clock.today().replace(day=1)


def _month(request: Request) -> date:
    """Return the month that was asked for; nonsense or a month to come is this one."""
    try:
        asked = date.fromisoformat(f"{request.GET.get('maand', '')}-01")
    except ValueError:
        return _this_month()
    return min(asked, _this_month())
