"""Which local days are worked, when is it what time, and when are schools closed?

All days and times of day are those of Europe/Amsterdam; moments are UTC.
"""

import csv
import functools
from bisect import bisect_left
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from importlib.resources import files
from typing import Literal, get_args
from zoneinfo import ZoneInfo

import holidays

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
SATURDAY = 5
ONE_DAY = timedelta(days=1)

Region = Literal["noord", "midden", "zuid"]
Status = Literal["official", "reported", "provisional"]


@dataclass(frozen=True)
class SchoolHolidaySource:
    """Where the dates were read, and how sure they are.

    official: on rijksoverheid.nl itself. reported: the same dates in publications
    after Rijksoverheid. provisional: in one such publication only.
    """

    status: Status
    name: str


@dataclass(frozen=True)
class SchoolHoliday:
    """One holiday of one region; both days are free."""

    name: str
    first: date
    last: date
    region: Region
    school_year: str
    source: SchoolHolidaySource

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last


def public_holidays(year: int) -> dict[date, str]:
    """Return the public holidays of a year with their Dutch names, in order.

    Good Friday is no day off. Liberation Day is one in lustrum years only (2025,
    2030), as the collective agreements and the state as employer have it.
    Source: stack.md 4 (holidays); the days off themselves are custom, [K].
    """
    return dict(_public_holidays(year))


@functools.lru_cache(maxsize=64)
def _public_holidays(year: int) -> dict[date, str]:
    days = holidays.country_holidays("NL", years=year, language="nl")
    return {day: days[day] for day in sorted(days) if days[day] != "Goede vrijdag"}


def holiday_name(day: date) -> str | None:
    """Return the Dutch name of the public holiday on that day, if it is one."""
    return _public_holidays(day.year).get(day)


def is_working_day(day: date) -> bool:
    """Tell whether people work that day: no weekend, no public holiday."""
    return day.weekday() < SATURDAY and day not in _public_holidays(day.year)


def working_days_between(first: date, last: date) -> int:
    """Count the working days after `first` up to and including `last`.

    The same day is 0, the next working day 1; negative when `last` comes first.
    Source: science.md 4.12 (same day: wait 0); R20.
    """
    if last < first:
        return -working_days_between(last, first)
    return _worked_up_to(last) - _worked_up_to(first)


def add_working_days(day: date, count: int) -> date:
    """Return the working day `count` working days later, or earlier when negative.

    From a day off, counting starts at the last working day before it when going
    forward, at the first one after it when going back. 0 returns the day itself.
    """
    step = ONE_DAY if count > 0 else -ONE_DAY
    for _ in range(abs(count)):
        day += step
        while not is_working_day(day):
            day += step
    return day


def _worked_up_to(day: date) -> int:
    """Count the working days from 1 January of year 1, as a running total."""
    weeks, weekday = divmod(day.toordinal() - 1, 7)
    weekdays = weeks * SATURDAY + min(weekday + 1, SATURDAY)
    return weekdays - _holidays_on_weekdays(day)


FIRST_YEAR = 1990  # well before the first birth date or appointment


def _holidays_on_weekdays(day: date) -> int:
    if day.year < FIRST_YEAR:
        raise ValueError(f"no working days are known before {FIRST_YEAR}")
    ends = _weekday_holidays(day.year)
    return bisect_left(ends, day + ONE_DAY)


@functools.lru_cache(maxsize=8)
def _weekday_holidays(until: int) -> list[date]:
    return [
        day
        for year in range(FIRST_YEAR, until + 1)
        for day in _public_holidays(year)
        if day.weekday() < SATURDAY
    ]


def local(moment: datetime) -> datetime:
    """Return the same moment on the clock of Amsterdam.

    Raises ValueError for a moment without a zone.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    return moment.astimezone(AMSTERDAM)


def at_local(day: date, clock: time) -> datetime:
    """Return the moment in UTC at which the clock of Amsterdam shows that time.

    In the hour that the clock skips in spring, the moment is as far after the skip as
    the time lies in it: 02:30 on 28 March 2027 is 03:30. In the hour that comes twice
    in autumn it is the first of the two: 02:30 on 25 October 2026 is summer time.
    """
    wall = datetime.combine(day, clock.replace(tzinfo=None, fold=0), AMSTERDAM)
    return wall.astimezone(UTC)


def school_holidays(region: Region, year_range: tuple[int, int]) -> list[SchoolHoliday]:
    """Return the school holidays of a region that touch the years, both included.

    Known from autumn 2023 to summer 2029; outside it the list is empty. Schools may
    differ: autumn and spring are advice, and most add a week to the May holiday.
    Raises ValueError for an unknown region. Source: R41; the `source` of each row.
    """
    if region not in get_args(Region):
        raise ValueError(f"no school region {region!r}")
    first, last = year_range
    return [
        holiday
        for holiday in _school_holidays()
        if holiday.region == region
        and holiday.last.year >= first
        and holiday.first.year <= last
    ]


def school_holiday_on(region: Region, day: date) -> SchoolHoliday | None:
    """Return the school holiday of that day in a region, if there is one."""
    of_the_year = school_holidays(region, (day.year, day.year))
    return next((holiday for holiday in of_the_year if day in holiday), None)


@functools.cache
def _school_holidays() -> tuple[SchoolHoliday, ...]:
    path = files("dichtbij.shared") / "data" / "school_holidays.csv"
    with path.open(encoding="utf-8") as lines:
        return tuple(_school_holiday(row) for row in csv.DictReader(lines))


def _school_holiday(row: dict[str, str]) -> SchoolHoliday:
    region: Region = row["region"]  # type: ignore[assignment]
    status: Status = row["status"]  # type: ignore[assignment]
    return SchoolHoliday(
        name=row["name"],
        first=date.fromisoformat(row["first"]),
        last=date.fromisoformat(row["last"]),
        region=region,
        school_year=row["school_year"],
        source=SchoolHolidaySource(status=status, name=row["source"]),
    )
