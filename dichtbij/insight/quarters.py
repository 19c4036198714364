"""Which days make up a quarter, and which quarters lie in a period? Local dates."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)
STARTS = (1, 4, 7, 10)  # months


@dataclass(frozen=True, order=True)
class Period:
    """From a day until a day, both included."""

    first: date
    last: date

    def quarters(self) -> list[date]:
        """Return the first days of the quarters that lie in it as a whole."""
        start = quarter_of(self.first)
        if start < self.first:
            start = after(start)
        found = []
        while last_day(start) <= self.last:
            found.append(start)
            start = after(start)
        return found


def quarter_of(day: date) -> date:
    """Return the first day of the quarter in which a day lies."""
    return day.replace(month=3 * ((day.month - 1) // 3) + 1, day=1)


def after(quarter_on: date, count: int = 1) -> date:
    """Return the first day of the quarter `count` quarters later, or earlier."""
    months = 12 * quarter_on.year + quarter_on.month - 1 + 3 * count
    return date(months // 12, months % 12 + 1, 1)


def last_day(quarter_on: date) -> date:
    """Return the last day of a quarter."""
    return after(quarter_on) - ONE_DAY


def number_of(quarter_on: date) -> int:
    """Return a number that goes up by one each quarter: a time for the methods."""
    return 4 * quarter_on.year + (quarter_on.month - 1) // 3


def between(first: date, last: date) -> Iterator[date]:
    """Yield the first days of the quarters from that of `first` to that of `last`."""
    start = quarter_of(first)
    while start <= last:
        yield start
        start = after(start)


def whole(quarter_on: date) -> Period:
    """Return the days of a quarter."""
    return Period(quarter_on, last_day(quarter_on))


def quarter_words(quarter_on: date) -> str:
    """Return how a quarter is written: 2026 K1, in either language."""
    return f"{quarter_on.year} K{(quarter_on.month + 2) // 3}"
