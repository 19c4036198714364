"""How does a roster stand on a page: a week, a year, or a year of one choice?"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import cast

from django.urls import reverse
from django.utils.dates import MONTHS
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dichtbij.programmes.models import Programme
from dichtbij.rosters.reading import Place, place_of
from dichtbij.rosters.year import RosterDay, Sum, monday_of, mondays_of, sum_of
from dichtbij.scheduling.models import PracticeDay
from dichtbij.shared import calendar, clock
from dichtbij.shared.calendar import ONE_DAY

LONGEST_MONTH = 31
LINK = '<a href="{url}" aria-label="{label}">{text}</a>'
UNSEEN = '<span class="visually-hidden">{label}</span>'


Key = tuple[int, int, int]  # practice, room, practitioner


@dataclass(frozen=True)
class Roster:
    """What a grid is made of; `days` name their weekly day by its place in `rules`."""

    programme: Programme
    rules: Sequence[PracticeDay]
    days: Sequence[RosterDay]
    free: Counter[Place]
    choice: Mapping[str, str]


@dataclass(frozen=True)
class Cell:
    """One field of the grid; `label` says it all for who cannot see it."""

    text: str = ""
    sub: str = ""
    look: str = ""
    label: str = ""
    url: str = ""

    @cached_property
    def html(self) -> SafeString:
        """Return the field of the table, made once: a year has thousands alike."""
        inside: str = ""
        if self.url:
            inside = format_html(LINK, url=self.url, label=self.label, text=self.text)
        elif self.label:
            inside = format_html(UNSEEN, label=self.label)
        return format_html('<td class="{}">{}</td>', self.look, inside)


@dataclass(frozen=True)
class Column:
    """The head of a column, the holiday it falls in, and whether it is this week."""

    text: str
    sub: str = ""
    now: bool = False


@dataclass(frozen=True)
class Row:
    """One line of the grid with its head."""

    head: str
    sub: str
    cells: list[Cell]

    @property
    def html(self) -> SafeString:
        """Return the fields of the line, one after the other."""
        return format_html_join("", "{}", ((cell.html,) for cell in self.cells))


@dataclass(frozen=True)
class Grid:
    """Columns and rows, and what the corner between them says."""

    corner: str
    columns: list[Column]
    rows: list[Row]


@dataclass(frozen=True)
class Line:
    """One practice day in the list twin of the grid."""

    on: date
    day: PracticeDay
    lost_hours: float
    state: str


def address(choice: Mapping[str, str], **changes: str) -> str:
    """Return where the roster is shown with this choice; empty values are left out."""
    asked = {k: v for k, v in {**choice, **changes}.items() if v}
    return f"{reverse('planner')}?{urlencode(asked)}"


def week_key(day: date) -> str:
    """Return the week of a day as an address carries it: 2026-W11."""
    iso = day.isocalendar()
    return f"{iso.year}-W{iso.week:02}"


def week_grid(roster: Roster, monday: date) -> Grid:
    """Return rooms against the days of one week."""
    worked = {one.on for one in roster.days}
    dates = [monday + number * ONE_DAY for number in range(7)]
    dates = [d for d in dates if d.weekday() < calendar.SATURDAY or d in worked]
    columns = [
        Column(date_format(day, "D j b"), _holiday(day, roster)) for day in dates
    ]
    rows = _rows(roster, dates, lambda day: day, lambda day, of: _day(roster, day, of))
    return Grid(_("Where and who"), columns, rows)


def year_grid(roster: Roster, year: int) -> Grid:
    """Return rooms against the weeks of a year: how many days, how many lost."""
    mondays, today = mondays_of(year), clock.today()
    columns = [
        Column(
            str(monday.isocalendar().week),
            _school(monday, roster),
            monday == today - today.weekday() * ONE_DAY,
        )
        for monday in mondays
    ]
    # Most weeks of most rows say the same: each is put in words once.
    said: dict[tuple[date, Sum], Cell] = {}

    def cell(monday: date, found: Sequence[RosterDay]) -> Cell:
        if not found:
            return Cell()
        key = (monday, sum_of(found))
        if key not in said:
            said[key] = _week(roster, *key)
        return said[key]

    rows = _rows(roster, mondays, monday_of, cell)
    return Grid(_("Where and who"), columns, rows)


def _rows(
    roster: Roster,
    dates: Sequence[date],
    column_of: Callable[[date], date],
    cell: Callable[[date, Sequence[RosterDay]], Cell],
) -> list[Row]:
    """Return a row per practice, room and practitioner, in the order of `rules`."""
    keys = [(one.practice_id, one.room_id, one.practitioner_id) for one in roster.rules]
    heads = dict(zip(reversed(keys), reversed(roster.rules), strict=True))
    found: dict[Key, dict[date, list[RosterDay]]] = {
        key: defaultdict(list) for key in keys
    }
    for one in roster.days:
        found[keys[one.rule]][column_of(one.on)].append(one)
    return [
        Row(
            heads[key].practice.name,
            f"{heads[key].room.name}, {heads[key].practitioner.name}",
            [cell(day, line.get(day, ())) for day in dates],
        )
        for key, line in found.items()
        if line
    ]


def month_grid(roster: Roster, year: int) -> Grid:
    """Return the months of a year against their days, for one practice or person."""
    of_day: dict[date, list[RosterDay]] = defaultdict(list)
    for one in roster.days:
        of_day[one.on].append(one)
    rows = [
        Row(
            str(MONTHS[month]).capitalize(),
            "",
            [_of_month(roster, year, month, number, of_day) for number in _numbers()],
        )
        for month in range(1, 13)
    ]
    return Grid(_("Month"), [Column(str(n)) for n in _numbers()], rows)


def _numbers() -> range:
    return range(1, LONGEST_MONTH + 1)


def _of_month(
    roster: Roster,
    year: int,
    month: int,
    number: int,
    of_day: Mapping[date, Sequence[RosterDay]],
) -> Cell:
    try:
        day = date(year, month, number)
    except ValueError:
        return Cell()
    found = of_day.get(day, ())
    if found:
        return _day(roster, day, found)
    off = _holiday(day, roster)
    if off:
        return Cell(look="is-off", label=f"{date_format(day, 'D j F')}: {off}")
    return Cell()


def _day(roster: Roster, day: date, found: Sequence[RosterDay]) -> Cell:
    """Return what one date says: free times, full, or why it is lost."""
    if not found:
        return Cell()
    state, look = state_of(roster, found)
    hours = ", ".join(
        f"{rule.starts:%H:%M}-{rule.ends:%H:%M}"
        for rule in (roster.rules[one.rule] for one in found)
    )
    return Cell(
        text=state,
        sub=hours,
        look=look,
        label=f"{date_format(day, 'D j F')}, {hours}: {state}",
        url=address(roster.choice, jaar="", week=week_key(day)),
    )


def state_of(roster: Roster, found: Sequence[RosterDay]) -> tuple[str, str]:
    """Return in words, and as a class, how days of one date stand."""
    total = sum_of(found)
    if total.lost == total.days:
        past = found[0].on < clock.today()
        return total.reason or _("closed"), "is-closed" if past else "is-lost"
    if found[0].on < clock.today():
        return _("worked"), "is-used"
    places = {place_of(one.on, roster.rules[one.rule]) for one in found}
    free = sum(roster.free.get(place, 0) for place in places)
    if not free:
        return _("full"), "is-full"
    return ngettext("%(n)d free", "%(n)d free", free) % {"n": free}, "is-used"


def _week(roster: Roster, monday: date, total: Sum) -> Cell:
    """Return what a week says: the days that are left, and how many are lost."""
    left = total.days - total.lost
    words = ngettext("%(n)d day", "%(n)d days", left) % {"n": left}
    if total.lost:
        words += ", " + _("%(n)d lost: %(why)s") % {
            "n": total.lost,
            "why": total.reason,
        }
    return Cell(
        text=str(left),
        look="is-lost" if not left else "is-full" if total.lost else "is-used",
        label=_("week %(n)d: %(words)s")
        % {"n": monday.isocalendar().week, "words": words},
        url=address(roster.choice, jaar="", week=week_key(monday)),
    )


def lines_of(roster: Roster, limit: int) -> list[Line]:
    """Return the list twin: the first practice days, each on its date, in words."""
    return [
        Line(
            one.on,
            roster.rules[one.rule],
            one.lost_minutes / 60,
            state_of(roster, [one])[0],
        )
        for one in roster.days[:limit]
    ]


def lost_hours(days: Iterable[RosterDay]) -> float:
    """Return the hours that are lost in all these days."""
    return sum(one.lost_minutes for one in days) / 60


def _holiday(day: date, roster: Roster) -> str:
    return calendar.holiday_name(day) or _school(day, roster)


def _school(day: date, roster: Roster) -> str:
    region = cast(calendar.Region, roster.programme.school_region)
    # A holiday begins on a Saturday: the week is free when its Wednesday is.
    midweek = day + timedelta(days=2) if day.weekday() == 0 else day
    found = calendar.school_holiday_on(region, midweek)
    return found.name if found else ""
