"""Who works where this week, what is still free, and who comes?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any, cast
from uuid import UUID

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from dichtbij.audit.doors import open_list, screen
from dichtbij.organisations.request import Request
from dichtbij.portal.staff.folder import holds, programme_of
from dichtbij.scheduling.diary import DayOn, stranded, week
from dichtbij.scheduling.models import Appointment, Closure, PracticeDay
from dichtbij.shared import calendar, clock
from dichtbij.shared.permissions import Permission, Role
from dichtbij.shared.walls import standing

WEEK = timedelta(weeks=1)
AHEAD = timedelta(weeks=12)
LONGEST = 200
EVERYONE = "allen"
PRACTICE = (Role.GP, Role.PRACTICE_ASSISTANT)


@dataclass(frozen=True)
class Cell:
    """What the grid shows of one practice day."""

    on: DayOn
    reason: str

    @property
    def look(self) -> str:
        """Return the class of the cell; its words say the same."""
        if self.on.lost:
            return "is-closed" if self.on.on < clock.today() else "is-lost"
        if self.on.on >= clock.today() and not self.on.free:
            return "is-full"
        return "is-used"


@dataclass(frozen=True)
class Column:
    """One day of the week: its date, holiday and appointments."""

    on: date
    holiday: str
    school: str
    appointments: list[Appointment]


@dataclass(frozen=True)
class Row:
    """One practitioner in one room of one practice, with a list of cells per day."""

    day: PracticeDay
    cells: list[list[Cell]]


@screen(Permission.DAY_READ)
def agenda(request: Request) -> HttpResponse:
    """Show a week of practice days and rooms as a grid, and who comes as a list."""
    monday = _monday(str(request.GET.get("week", "")))
    sunday = monday + timedelta(days=6)
    whose, days_whose = _whose(request)
    days = open_list(
        request.user,
        PracticeDay.objects.between(monday, sunday)
        .filter(days_whose)
        .select_related("practice", "room", "practitioner")
        .order_by("practice__name", "room__name", "practitioner__name", "starts"),
        Permission.DAY_READ,
    )
    found = week(days, programme_of(request), monday, sunday)
    names = _appointments(request, monday, sunday, whose)
    columns = _columns(request, monday, found, names)
    context = {
        "monday": monday,
        "sunday": sunday,
        "today": clock.today(),
        "this_week": monday <= clock.today() <= sunday,
        "number": monday.isocalendar().week,
        "columns": columns,
        "rows": _rows(found, [column.on for column in columns]),
        "named": whose is not None,
        "free": sum(one.free for one in found),
        "plans": holds(Permission.DAY_PLAN),
        "books": holds(Permission.APPOINTMENT_BOOK),
        "files": holds(Permission.FILE_READ),
        **_addresses(request, monday),
        **_closed(request, whose),
    }
    return render(request, "portal/staff/pages/agenda.html", context)


def _monday(asked: str) -> date:
    """Return the Monday of "2026-W11", of this week when it is no week."""
    try:
        year, number = asked.split("-W")
        return date.fromisocalendar(int(year), int(number), 1)
    except ValueError:
        today = clock.today()
        return today - timedelta(days=today.weekday())


def _addresses(request: Request, monday: date) -> dict[str, Any]:
    """Return where this page leads: other weeks, other people."""
    role, asked = request.membership.role, str(request.GET.get("wie", ""))
    chosen = asked if asked == EVERYONE or _uuid(asked) else ""
    wide = chosen == EVERYONE
    here = _address(monday)
    return {
        "previous_url": _address(monday - WEEK, chosen),
        "next_url": _address(monday + WEEK, chosen),
        "here_url": here,
        "lead": role == Role.TEAM_LEAD,
        "narrow_url": here if role == Role.PRACTITIONER and wide else "",
        "wide_url": _wider(role, here, chosen),
    }


def _wider(role: str, here: str, chosen: str) -> str:
    """Return where all colleagues are shown, if one sees fewer now."""
    if role == Role.PRACTITIONER and chosen != EVERYONE:
        return f"{here}&wie={EVERYONE}"
    return here if role == Role.TEAM_LEAD and chosen else ""


def _address(monday: date, whose: str = "") -> str:
    iso = monday.isocalendar()
    more = f"&wie={whose}" if whose else ""
    return f"{reverse('agenda')}?week={iso.year}-W{iso.week:02}{more}"


def _whose(request: Request) -> tuple[Q | None, Q]:
    """Return whose appointments to name (None: nobody's), and whose days to show.

    A practitioner sees her own days first. A team lead reads names of one colleague
    at a time: the grid needs none.
    """
    role, asked = request.membership.role, str(request.GET.get("wie", ""))
    if role in PRACTICE:
        return Q(), Q()
    if role == Role.PRACTITIONER:
        mine = Q(practitioner=request.user.pk)
        return mine, Q() if asked == EVERYONE else mine
    one = _uuid(asked)
    if one is None:
        return None, Q()
    return Q(practitioner__uuid=one), Q(practitioner__uuid=one)


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _appointments(
    request: Request, first: date, last: date, whose: Q | None
) -> list[Appointment]:
    if whose is None:
        return []
    found = open_list(
        request.user,
        Appointment.objects.live()
        .between(first, last)
        .filter(whose)
        .select_related("client", "room__practice", "practitioner", "referral"),
        Permission.APPOINTMENT_READ,
        limit=LONGEST,
    )
    return list(found)


def _columns(
    request: Request, monday: date, found: Sequence[DayOn], names: list[Appointment]
) -> list[Column]:
    """Return the working days, and a day of the weekend where someone works."""
    region = cast(calendar.Region, programme_of(request).school_region)
    worked = {one.on for one in found} | {_day(row) for row in names}
    of_day = {day: list(rows) for day, rows in groupby(names, key=_day)}
    columns = []
    for day in (monday + timedelta(days=number) for number in range(7)):
        if day.weekday() >= calendar.SATURDAY and day not in worked:
            continue
        school = calendar.school_holiday_on(region, day)
        columns.append(
            Column(
                on=day,
                holiday=calendar.holiday_name(day) or "",
                school=school.name if school else "",
                appointments=of_day.get(day, []),
            )
        )
    return columns


def _day(row: Appointment) -> date:
    return calendar.local(row.starts_at).date()


def _rows(found: Sequence[DayOn], days: Sequence[date]) -> list[Row]:
    """Return a row per practice, room and practitioner, as the days were sorted."""
    rows: dict[tuple[int, int, int], list[DayOn]] = {}
    for one in sorted(found, key=_order):
        key = (one.day.practice_id, one.day.room_id, one.day.practitioner_id)
        rows.setdefault(key, []).append(one)
    return [
        Row(
            day=group[0].day,
            cells=[
                [Cell(one, _reason(one)) for one in group if one.on == day]
                for day in days
            ],
        )
        for group in rows.values()
    ]


def _order(one: DayOn) -> tuple[str, str, str]:
    return one.day.practice.name, one.day.room.name, one.day.practitioner.name


def _reason(one: DayOn) -> str:
    """Return why a day is lost; a practice is not told why a colleague is away."""
    where = standing()
    outside = where is None or where.role in PRACTICE
    if one.lost and outside and not calendar.holiday_name(one.on):
        return _("closed")
    return one.reason


def _closed(request: Request, whose: Q | None) -> dict[str, Any]:
    """Return what is closed from today on, and which appointments have to move."""
    today = clock.today()
    closures = open_list(
        request.user,
        Closure.objects.standing_on(today, today + AHEAD)
        .select_related("practitioner", "practice")
        .order_by("first_on", "id"),
        Permission.DAY_READ,
    )
    to_move = open_list(
        request.user,
        stranded()
        .filter(whose or Q())
        .select_related("client", "room__practice", "practitioner", "referral"),
        Permission.APPOINTMENT_READ,
        limit=LONGEST,
    )
    return {"closures": closures, "to_move": to_move}
