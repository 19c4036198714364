"""Which closed period is to be published next, and from which day on?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)
# So long after its end what happened in a period is written down, and most of those
# referred in its last days had their first consult. [design]
MATURES = timedelta(weeks=6)
LONGEST_MONTHS = 12  # periods with too few children are merged up to a year


@dataclass(frozen=True)
class Period:
    """A period of whole months, both days included."""

    starts_on: date
    ends_on: date

    @property
    def matures_on(self) -> date:
        """Return the data date, after which the period may be published."""
        return self.ends_on + MATURES

    def matured(self, today: date) -> bool:
        """Tell whether the period is closed and had time to be written down."""
        return today > self.matures_on


def first_of(day: date, months: int) -> date:
    """Return the first day of the quarter, half-year or year that holds a day."""
    return date(day.year, (day.month - 1) // months * months + 1, 1)


def plus_months(first: date, months: int) -> date:
    """Return the first of a month, so many months later."""
    years, month = divmod(first.month - 1 + months, 12)
    return date(first.year + years, month + 1, 1)


def candidates(starts_on: date, months: int, today: date) -> Iterator[Period]:
    """Yield the period from a first day, and that period merged with the next ones.

    Only those that have matured; none longer than a year.
    """
    length = months
    while length <= LONGEST_MONTHS:
        found = Period(starts_on, plus_months(starts_on, length) - ONE_DAY)
        if not found.matured(today):
            return
        yield found
        length += months


def is_longest(period: Period, months: int) -> bool:
    """Tell whether one more period would make this longer than a year."""
    after = period.ends_on + ONE_DAY
    return plus_months(after, months) > plus_months(period.starts_on, LONGEST_MONTHS)
