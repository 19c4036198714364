"""When can a family be seen: which times are free, and which practice days are lost?

Pure: practice days, closures and what is taken go in, free times come out. Days and
times of day are local, moments are UTC. Numbers stand for the rows they point at.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import NamedTuple

from dichtbij.shared.calendar import ONE_DAY, at_local, holiday_name, local

WEEK = timedelta(weeks=1)
SEARCH_WEEKS = 12  # how far "the next free time" is looked for


@dataclass(frozen=True)
class PracticeDayRule:
    """A weekly day of one practitioner in one room; Monday is weekday 0."""

    practitioner: int
    room: int
    practice: int
    weekday: int
    starts: time
    ends: time
    valid_from: date
    valid_until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Tell whether the rule gives a practice day on that date."""
        if day.weekday() != self.weekday or day < self.valid_from:
            return False
        return self.valid_until is None or day <= self.valid_until


@dataclass(frozen=True)
class Extra:
    """A practice day on one date, outside the weekly pattern."""

    practitioner: int
    room: int
    practice: int
    on: date
    starts: time
    ends: time


@dataclass(frozen=True)
class Closure:
    """Days, both included, on which nobody is seen. None means: any, or all day."""

    first: date
    last: date
    practitioner: int | None = None
    practice: int | None = None
    room: int | None = None
    starts: time | None = None
    ends: time | None = None
    reason: str = ""

    def touches(self, shift: "Shift", day: date) -> bool:
        """Tell whether the closure is about that practice day."""
        return (
            self.first <= day <= self.last
            and self.practitioner in (None, shift.practitioner)
            and self.practice in (None, shift.practice)
            and self.room in (None, shift.room)
        )


@dataclass(frozen=True)
class Taken:
    """Time in which a practitioner or a room (or both) is not free."""

    practitioner: int | None
    room: int | None
    starts: datetime
    ends: datetime


class Slot(NamedTuple):
    """A time that can be booked; in this order slots are sorted."""

    starts: datetime
    ends: datetime
    practice: int
    practitioner: int
    room: int


@dataclass(frozen=True)
class PracticeDayOn:
    """One practice day as planned, and why it was lost if it was."""

    date: date
    practitioner: int
    room: int
    practice: int
    starts: time
    ends: time
    lost: bool
    reason: str


class Shift(NamedTuple):
    """The part that a weekly rule and an extra day have in common."""

    starts: time
    ends: time
    practice: int
    practitioner: int
    room: int


class Span(NamedTuple):
    """From one moment up to another."""

    starts: datetime
    ends: datetime


class Gap(NamedTuple):
    """Free time in a practice day, and from where its grid of times is counted."""

    shift: Shift
    grid_from: datetime
    starts: datetime
    ends: datetime


def free_slots(
    rules: Sequence[PracticeDayRule],
    *,
    extras: Iterable[Extra] = (),
    closures: Iterable[Closure] = (),
    taken: Iterable[Taken] = (),
    start: datetime,
    until: date,
    minutes: int,
    step_minutes: int = 15,
    limit: int | None = None,
) -> list[Slot]:
    """Return the free times of that length, in order, at most `limit`.

    Times stand on a grid of `step_minutes` from the start of each practice day; none
    starts before `start` or lies on a public holiday; `until` is the last day.
    Raises ValueError when a length is not positive.
    """
    if minutes <= 0 or step_minutes <= 0:
        raise ValueError("a free time needs a positive length and step")
    length, step = timedelta(minutes=minutes), timedelta(minutes=step_minutes)
    plan = _Plan(rules, extras, closures, taken, _days(start, until))
    found: list[Slot] = []
    for day in _days(start, until):
        gaps = plan.gaps_on(day)
        of_day = sorted(s for gap in gaps for s in _cut(gap, length, step, start))
        found += (slot for slot, _ in groupby(of_day))
        if limit is not None and len(found) >= limit:
            return found[:limit]
    return found


def suggest_same_time(
    rules: Sequence[PracticeDayRule],
    *,
    extras: Iterable[Extra] = (),
    closures: Iterable[Closure] = (),
    taken: Iterable[Taken] = (),
    after: Slot,
    weeks: int,
    start: datetime | None = None,
    minutes: int | None = None,
    step_minutes: int = 15,
) -> Slot | None:
    """Return the follow-up of a talk: same practitioner and practice, weeks later.

    The same room, weekday and clock time if free; else the free time in that week
    (Monday to Sunday) nearest to it; else the next one within 12 weeks; else None.
    Never before `start` (default: the end of `after`), as long as `after` unless
    `minutes` says otherwise. Raises ValueError when a length is not positive.
    """
    begin = start or after.ends
    length = timedelta(minutes=minutes) if minutes else after.ends - after.starts
    wanted = _weeks_later(after, weeks, length)
    own = [rule for rule in rules if _of_same_pair(rule, after)]
    own_extras = [extra for extra in extras if _of_same_pair(extra, after)]
    monday = _monday(local(wanted.starts).date())
    until = max(monday, local(begin).date()) + SEARCH_WEEKS * WEEK
    first = max(begin, at_local(monday, time()))
    plan = _Plan(own, own_extras, closures, taken, _days(first, until))
    if wanted.starts >= begin and plan.has_room_for(wanted):
        return wanted
    step = timedelta(minutes=step_minutes)
    found: list[Slot] = []
    for day in _days(first, until):
        if found and day >= monday + WEEK:
            break
        found += [s for g in plan.gaps_on(day) for s in _cut(g, length, step, first)]
    if not found:
        return None
    if local(found[0].starts).date() >= monday + WEEK:
        return min(found)
    return min(found, key=lambda slot: _distance(slot, wanted))


def practice_days_between(
    rules: Sequence[PracticeDayRule],
    extras: Iterable[Extra],
    closures: Iterable[Closure],
    first: date,
    last: date,
) -> list[PracticeDayOn]:
    """Return each planned practice day from first to last, both included, in order.

    Lost is a day on a public holiday, or one that closures cover from start to end;
    the reason is the holiday's name or that of the first closure.
    """
    days = [first + n * ONE_DAY for n in range((last - first).days + 1)]
    plan = _Plan(rules, extras, closures, (), days)
    return [
        PracticeDayOn(
            date=day,
            practitioner=shift.practitioner,
            room=shift.room,
            practice=shift.practice,
            starts=shift.starts,
            ends=shift.ends,
            lost=reason is not None,
            reason=reason or "",
        )
        for day in days
        for shift in plan.shifts_on(day)
        for reason in [plan.why_lost(shift, day)]
    ]


class _Plan:
    """Practice days and all that takes from them, arranged for looking up by day."""

    def __init__(
        self,
        rules: Iterable[PracticeDayRule],
        extras: Iterable[Extra],
        closures: Iterable[Closure],
        taken: Iterable[Taken],
        days: Sequence[date],
    ) -> None:
        self.rules: Mapping[int, list[PracticeDayRule]] = defaultdict(list)
        self.extras: Mapping[date, list[Extra]] = defaultdict(list)
        for rule in rules:
            self.rules[rule.weekday].append(rule)
        for extra in extras:
            self.extras[extra.on].append(extra)
        self.closures = [
            c for c in closures if days and c.first <= days[-1] and c.last >= days[0]
        ]
        self.taken = _by_day(taken, days)

    def shifts_on(self, day: date) -> list[Shift]:
        """Return the planned practice days of a date, each once, in order."""
        planned: list[PracticeDayRule | Extra] = [
            rule for rule in self.rules.get(day.weekday(), ()) if rule.holds_on(day)
        ]
        planned += self.extras.get(day, ())
        return sorted({_shift(one) for one in planned})

    def gaps_on(self, day: date) -> Iterator[Gap]:
        """Yield the free time of every practice day on a date."""
        if holiday_name(day):
            return
        for shift in self.shifts_on(day):
            whole = _span(day, shift.starts, shift.ends)
            busy = [span for span, _ in self._closed(shift, day)]
            busy += self.taken.get((day, "practitioner", shift.practitioner), ())
            busy += self.taken.get((day, "room", shift.room), ())
            for free in _without(whole, busy):
                yield Gap(shift, whole.starts, free.starts, free.ends)

    def has_room_for(self, slot: Slot) -> bool:
        """Tell whether that very time in that very room is free."""
        return any(
            gap.shift[2:] == slot[2:]
            and gap.starts <= slot.starts
            and slot.ends <= gap.ends
            for gap in self.gaps_on(local(slot.starts).date())
        )

    def why_lost(self, shift: Shift, day: date) -> str | None:
        """Return the reason why nothing is left of a practice day, None if it is."""
        if holiday := holiday_name(day):
            return holiday
        closed = self._closed(shift, day)
        whole = _span(day, shift.starts, shift.ends)
        if closed and not any(_without(whole, [span for span, _ in closed])):
            return closed[0][1]
        return None

    def _closed(self, shift: Shift, day: date) -> list[tuple[Span, str]]:
        return [
            (_span(day, c.starts or time.min, c.ends), c.reason)
            for c in self.closures
            if c.touches(shift, day)
        ]


def _shift(planned: PracticeDayRule | Extra) -> Shift:
    return Shift(
        planned.starts,
        planned.ends,
        planned.practice,
        planned.practitioner,
        planned.room,
    )


def _of_same_pair(planned: PracticeDayRule | Extra, after: Slot) -> bool:
    return (planned.practitioner, planned.practice) == (
        after.practitioner,
        after.practice,
    )


def _span(day: date, starts: time, ends: time | None) -> Span:
    """Return the part of a local day; up to midnight when `ends` is None."""
    close = at_local(day, ends) if ends else at_local(day + ONE_DAY, time.min)
    return Span(at_local(day, starts), close)


def _days(start: datetime, until: date) -> list[date]:
    first = local(start).date()
    return [first + n * ONE_DAY for n in range((until - first).days + 1)]


def _monday(day: date) -> date:
    return day - day.weekday() * ONE_DAY


def _weeks_later(after: Slot, weeks: int, length: timedelta) -> Slot:
    """Return the same clock time, also when summer time began or ended between."""
    then = local(after.starts)
    starts = at_local(then.date() + weeks * WEEK, then.time())
    return after._replace(starts=starts, ends=starts + length)


def _distance(slot: Slot, wanted: Slot) -> tuple[timedelta, bool, Slot]:
    return abs(slot.starts - wanted.starts), slot.room != wanted.room, slot


def _by_day(
    taken: Iterable[Taken], days: Sequence[date]
) -> Mapping[tuple[date, str, int], list[Span]]:
    """Arrange what is taken under each local day it touches, per person and room."""
    found: Mapping[tuple[date, str, int], list[Span]] = defaultdict(list)
    if not days:
        return found
    opens, closes = at_local(days[0], time()), at_local(days[-1] + ONE_DAY, time())
    for one in taken:
        if one.ends <= opens or one.starts >= closes:
            continue
        span = Span(one.starts, one.ends)
        day = max(local(one.starts).date(), days[0])
        while day <= min(local(one.ends).date(), days[-1]):
            if one.practitioner is not None:
                found[day, "practitioner", one.practitioner].append(span)
            if one.room is not None:
                found[day, "room", one.room].append(span)
            day += ONE_DAY
    return found


def _without(whole: Span, busy: list[Span]) -> Iterator[Span]:
    """Yield what is left of a span, in order."""
    free_from = whole.starts
    for span in sorted(busy):
        if span.ends <= span.starts:
            continue
        if span.starts >= whole.ends:
            break
        if span.starts > free_from:
            yield Span(free_from, span.starts)
        free_from = max(free_from, span.ends)
    if free_from < whole.ends:
        yield Span(free_from, whole.ends)


def _cut(
    gap: Gap, length: timedelta, step: timedelta, start: datetime
) -> Iterator[Slot]:
    """Yield the times of the grid that fit in a gap and do not start too early."""
    steps_past = -((gap.grid_from - max(gap.starts, start)) // step)
    begin = gap.grid_from + max(steps_past, 0) * step
    _, _, practice, practitioner, room = gap.shift
    while (end := begin + length) <= gap.ends:
        yield Slot(begin, end, practice, practitioner, room)
        begin += step
