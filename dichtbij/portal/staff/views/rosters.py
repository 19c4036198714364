"""Who works where this year and this week, what is lost, and who covers for whom?"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _

from dichtbij.audit.doors import open_list, screen
from dichtbij.organisations.request import Request
from dichtbij.portal.staff.folder import holds, programme_of
from dichtbij.portal.staff.roster_grid import (
    Grid,
    Roster,
    address,
    lines_of,
    lost_hours,
    month_grid,
    week_grid,
    week_key,
    year_grid,
)
from dichtbij.rosters.models import Cover
from dichtbij.rosters.reading import free_times
from dichtbij.rosters.year import WEEK, days_between, monday_of, mondays_of
from dichtbij.scheduling.models import Closure, PracticeDay
from dichtbij.scheduling.openings import closure_of, rule_of
from dichtbij.shared import clock
from dichtbij.shared.permissions import Permission

YEARS = (2000, 2100)
LIST_LIMIT = 400
SIX_DAYS = timedelta(days=6)


@dataclass(frozen=True)
class Asked:
    """Which period and which practice or person, as the address says it."""

    year: int
    monday: date | None
    practice: str
    who: str
    as_list: bool

    @property
    def chosen(self) -> bool:
        """Tell whether one practice or one person was chosen."""
        return bool(self.practice or self.who)

    @property
    def period(self) -> tuple[date, date]:
        """Return the first and the last day that are shown."""
        if self.monday is not None:
            return self.monday, self.monday + SIX_DAYS
        if self.chosen:
            return date(self.year, 1, 1), date(self.year, 12, 31)
        mondays = mondays_of(self.year)
        return mondays[0], mondays[-1] + SIX_DAYS

    @property
    def choice(self) -> dict[str, str]:
        """Return the query of the address of this page."""
        return {
            "jaar": "" if self.monday else str(self.year),
            "week": week_key(self.monday) if self.monday else "",
            "praktijk": self.practice,
            "wie": self.who,
            "als": "lijst" if self.as_list else "",
        }


def _asked(query: QueryDict) -> Asked:
    """Read the address; what is no year, week or person is as if it was not there."""
    monday = _monday(str(query.get("week", "")))
    year = str(query.get("jaar", ""))
    known = year.isascii() and year.isdigit() and YEARS[0] <= int(year) <= YEARS[1]
    return Asked(
        year=int(year) if known else (monday or clock.today()).year,
        monday=monday,
        practice=_uuid(str(query.get("praktijk", ""))),
        who=_uuid(str(query.get("wie", ""))),
        as_list=query.get("als") == "lijst",
    )


def _monday(asked: str) -> date | None:
    try:
        year, number = asked.split("-W")
        return date.fromisocalendar(int(year), int(number), 1)
    except ValueError:
        return None


def _uuid(text: str) -> str:
    try:
        return str(UUID(text))
    except ValueError:
        return ""


@screen(Permission.PLANNER_READ)
def planner(request: Request) -> HttpResponse:
    """Show a year or a week of rooms and days as a grid, or as a list."""
    asked = _asked(request.GET)
    first, last = asked.period
    everything = open_list(
        request.user,
        PracticeDay.objects.between(first, last)
        .select_related("practice", "room", "practitioner")
        .order_by("practice__name", "room__name", "practitioner__name", "starts", "id"),
        Permission.PLANNER_READ,
    )
    closures = open_list(
        request.user,
        Closure.objects.standing_on(first, last).order_by("first_on", "id"),
        Permission.PLANNER_READ,
    )
    covers = open_list(
        request.user,
        Cover.objects.running(first, last).select_related("absent", "covering"),
        Permission.PLANNER_READ,
    )
    roster = _roster(request, asked, everything, closures)
    context = {
        "asked": asked,
        "first": first,
        "last": last,
        "grid": None if asked.as_list else _grid(roster, asked),
        "lines": lines_of(roster, LIST_LIMIT) if asked.as_list else [],
        "days": len(roster.days),
        "lost": sum(day.lost for day in roster.days),
        "lost_hours": lost_hours(roster.days),
        "covers": covers,
        "covers_may": holds(Permission.COVER_PLAN),
        "feeds_may": holds(Permission.FEED_MANAGE),
        "agenda_may": holds(Permission.DAY_READ),
        **_choices(everything),
        **_ways(asked),
    }
    return render(request, "portal/staff/pages/planner.html", context)


def _roster(
    request: Request,
    asked: Asked,
    everything: Sequence[PracticeDay],
    closures: Sequence[Closure],
) -> Roster:
    first, last = asked.period
    rules = [
        day
        for day in everything
        if asked.practice in ("", str(day.practice.uuid))
        and asked.who in ("", str(day.practitioner.uuid))
    ]
    programme = programme_of(request)
    days = days_between(
        [rule_of(day) for day in rules], map(closure_of, closures), first, last
    )
    counts = asked.monday is not None or asked.chosen
    free = free_times(rules, closures, programme, first, last) if counts else Counter()
    return Roster(programme, rules, days, free, {**asked.choice, "als": ""})


def _grid(roster: Roster, asked: Asked) -> Grid:
    if asked.monday is not None:
        return week_grid(roster, asked.monday)
    if asked.chosen:
        return month_grid(roster, asked.year)
    return year_grid(roster, asked.year)


def _choices(everything: Sequence[PracticeDay]) -> dict[str, Any]:
    """Return the practices and people to choose from, by name."""
    practices = {day.practice.name: str(day.practice.uuid) for day in everything}
    people = {day.practitioner.name: str(day.practitioner.uuid) for day in everything}
    return {"practices": sorted(practices.items()), "people": sorted(people.items())}


def _ways(asked: Asked) -> dict[str, Any]:
    """Return where this page leads: before and after, week or year, grid or list."""
    here, today = asked.choice, clock.today()
    if asked.monday is not None:
        title = _("Week %(n)d of %(year)d") % {
            "n": asked.monday.isocalendar().week,
            "year": asked.monday.isocalendar().year,
        }
        before = address(here, week=week_key(asked.monday - WEEK))
        after = address(here, week=week_key(asked.monday + WEEK))
    else:
        title = str(asked.year)
        before = address(here, jaar=str(asked.year - 1))
        after = address(here, jaar=str(asked.year + 1))
    return {
        "title": title,
        "previous_url": before,
        "next_url": after,
        "year_url": address(here, week="", jaar=str(asked.year)),
        "week_url": address(here, jaar="", week=week_key(monday_of(today))),
        "list_url": address(here, als="lijst"),
        "grid_url": address(here, als=""),
    }
