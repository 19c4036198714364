"""What does a year of practice days look like: worked, lost, and to which reason?

Pure: weekly days and closures go in, days come out. A year of all practices stands on
one page, so each weekly day looks only at the closures that concern it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, time, timedelta
from typing import NamedTuple

from dichtbij.scheduling.planner import Closure, PracticeDayRule, Shift
from dichtbij.shared.calendar import ONE_DAY, holiday_name

WEEK = timedelta(weeks=1)
MIDNIGHT_MINUTE = 24 * 60


class RosterDay(NamedTuple):
    """One weekly day on one date; `rule` counts from zero in what was asked."""

    on: date
    rule: int
    minutes: int
    lost_minutes: int
    reason: str

    @property
    def lost(self) -> bool:
        """Tell whether nothing is left of the day."""
        return self.lost_minutes >= self.minutes


class Sum(NamedTuple):
    """What some days come to: how many, how many of them lost, and minutes lost."""

    days: int
    lost: int
    lost_minutes: int
    reason: str


def days_between(
    rules: Sequence[PracticeDayRule],
    closures: Iterable[Closure],
    first: date,
    last: date,
) -> list[RosterDay]:
    """Return each weekly day from first to last, both included, in order of date.

    Lost is what closures cover, and all of a public holiday; the reason is the
    holiday's name or that of the first closure.
    """
    known = list(closures)
    of_whom = {
        who: [one for one in known if one.practitioner in (None, who)]
        for who in {rule.practitioner for rule in rules}
    }
    found = [
        day
        for number, rule in enumerate(rules)
        for day in _days_of(number, rule, of_whom[rule.practitioner], first, last)
    ]
    return sorted(found, key=lambda day: (day.on, day.rule))


def _days_of(
    number: int,
    rule: PracticeDayRule,
    closures: Iterable[Closure],
    first: date,
    last: date,
) -> Iterator[RosterDay]:
    shift = Shift(rule.starts, rule.ends, rule.practice, rule.practitioner, rule.room)
    mine = [c for c in closures if c.touches(shift, c.first)]
    length = _minute(rule.ends) - _minute(rule.starts)
    for day in _dates(rule, first, last):
        holiday = holiday_name(day)
        if holiday:
            yield RosterDay(day, number, length, length, holiday)
            continue
        shut = [c for c in mine if c.first <= day <= c.last]
        lost = _covered(rule, shut) if shut else 0
        yield RosterDay(day, number, length, lost, shut[0].reason if lost else "")


def _dates(rule: PracticeDayRule, first: date, last: date) -> Iterator[date]:
    day = max(first, rule.valid_from)
    day += timedelta(days=(rule.weekday - day.weekday()) % 7)
    end = last if rule.valid_until is None else min(last, rule.valid_until)
    while day <= end:
        yield day
        day += WEEK


def _covered(rule: PracticeDayRule, shut: Iterable[Closure]) -> int:
    """Return how many minutes of the day the closures take, each minute once."""
    begin, end = _minute(rule.starts), _minute(rule.ends)
    lost = 0
    for starts, ends in sorted((_minute(c.starts), _end(c.ends)) for c in shut):
        starts, ends = max(starts, begin), min(ends, end)
        if ends > starts:
            lost += ends - starts
            begin = ends
    return lost


def _minute(at: time | None) -> int:
    return at.hour * 60 + at.minute if at else 0


def _end(at: time | None) -> int:
    return _minute(at) if at is not None else MIDNIGHT_MINUTE


def monday_of(day: date) -> date:
    """Return the Monday of the week of a day."""
    return day - day.weekday() * ONE_DAY


def mondays_of(year: int) -> list[date]:
    """Return the Monday of each week of which the Thursday lies in the year (ISO)."""
    first = monday_of(date(year, 1, 4))
    count = date(year, 12, 28).isocalendar().week
    return [first + number * WEEK for number in range(count)]


def sums(days: Iterable[RosterDay], key: Mapping[int, int]) -> dict[int, Sum]:
    """Return per line what its days come to; `key` gives the line of each rule."""
    found: dict[int, list[RosterDay]] = defaultdict(list)
    for day in days:
        found[key[day.rule]].append(day)
    return {line: sum_of(rows) for line, rows in found.items()}


def sum_of(days: Sequence[RosterDay]) -> Sum:
    """Return what the days come to; the reason is the first that lost time."""
    lost = [day for day in days if day.lost_minutes]
    return Sum(
        days=len(days),
        lost=sum(day.lost for day in lost),
        lost_minutes=sum(day.lost_minutes for day in lost),
        reason=lost[0].reason if lost else "",
    )
