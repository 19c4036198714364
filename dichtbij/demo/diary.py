"""Which times are free in the demo town? The same grid as the planner gives, faster.

The planner answers one question well; the town asks tens of thousands. That both give
the same times is tested.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from random import Random

from dichtbij.demo.happenings import Time
from dichtbij.demo.places import Place, WeeklyDay
from dichtbij.shared import calendar

CONSULT = timedelta(minutes=45)  # Source: FIG2; the programme's preset
HORIZON_DAYS = 70
A_WHILE = timedelta(minutes=4)


@lru_cache(maxsize=8192)
def moment(day: date, clock: time) -> datetime:
    """Return the moment in UTC of a local time."""
    return calendar.at_local(day, clock)


class Diary:
    """The practice days of one programme and what is taken of them."""

    def __init__(self, place: Place, opens: dict[str, date]) -> None:
        self.opens = opens
        self.weekly: dict[tuple[str, int], list[WeeklyDay]] = defaultdict(list)
        for day in place.days:
            self.weekly[day.practice, day.weekday].append(day)
        self.worked: dict[str, set[int]] = defaultdict(set)
        for day in place.days:
            self.worked[day.practitioner].add(day.weekday)
        self.taken: set[tuple[str, datetime]] = set()
        self.shut: set[tuple[str, date]] = set()

    def shut_days(self, practitioner: str, first: date, last: date) -> None:
        """Let nobody in on these days, both included."""
        for number in range((last - first).days + 1):
            self.shut.add((practitioner, first + number * calendar.ONE_DAY))

    def times_on(self, practice: str, day: date) -> Iterator[Time]:
        """Yield the times of a practice on a day, taken or not."""
        if day < self.opens[practice] or calendar.holiday_name(day):
            return
        for weekly in self.weekly.get((practice, day.weekday()), ()):
            if (weekly.practitioner, day) in self.shut:
                continue
            starts, ends = moment(day, weekly.starts), moment(day, weekly.ends)
            while starts + CONSULT <= ends:
                until = starts + CONSULT
                yield Time(starts, until, practice, weekly.practitioner)
                starts = until

    def free_on(self, practice: str, day: date) -> list[Time]:
        """Return the free times of a practice on a day."""
        return [
            one
            for one in self.times_on(practice, day)
            if (one.practitioner, one.starts) not in self.taken
        ]

    def first_free(self, practice: str, after: datetime, limit: int = 1) -> list[Time]:
        """Return the first free times from a moment, at most `limit`."""
        found: list[Time] = []
        day = calendar.local(after).date()
        for _ in range(HORIZON_DAYS):
            found += [one for one in self.free_on(practice, day) if one.starts >= after]
            if len(found) >= limit:
                break
            day += calendar.ONE_DAY
        return found[:limit]

    def same_time(self, last: Time, weeks: int) -> Time | None:
        """Return the same time so many weeks later, or one near it, or the next one."""
        was = calendar.local(last.starts)
        day = was.date() + timedelta(weeks=weeks)
        wanted = moment(day, was.time())
        near = self.free_on(last.practice, day)
        if near:
            return min(near, key=lambda one: abs(one.starts - wanted))
        monday = day - day.weekday() * calendar.ONE_DAY
        return next(iter(self.first_free(last.practice, moment(monday, time()))), None)

    def take(self, one: Time) -> None:
        """Take a time."""
        self.taken.add((one.practitioner, one.starts))

    def give(self, one: Time) -> None:
        """Give a time back."""
        self.taken.discard((one.practitioner, one.starts))

    def at_desk(
        self,
        practitioner: str,
        rng: Random,
        day: date,
        after: datetime,
        *,
        after_hours: bool,
    ) -> datetime:
        """Return when somebody sits down to paperwork, from a day and after a moment.

        A persona does so after a practice day, so that a visitor finds the referrals
        of this morning undecided; the others at any hour of a working day.
        """
        begin, hours = (time(13, 40), 2) if after_hours else (time(8, 40), 8)
        while True:
            at = moment(day, begin) + timedelta(seconds=rng.randrange(hours * 3600))
            if self.at_work(practitioner, day, on_practice_day=after_hours) and (
                at > after + A_WHILE
            ):
                return at
            day += calendar.ONE_DAY

    def at_work(self, practitioner: str, day: date, *, on_practice_day: bool) -> bool:
        """Tell whether somebody works that day, in a practice or behind a desk."""
        if not calendar.is_working_day(day) or (practitioner, day) in self.shut:
            return False
        return not on_practice_day or day.weekday() in self.worked[practitioner]
