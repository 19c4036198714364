"""What do minutes cost, to the cent, and what stands on a statement?

The one rounding rule: minutes at one tariff in one month are added first, then turned
into whole cents, halves up. A correction is the difference of two such amounts, so that
all lines of a month together are always what the month costs by that rule.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

MINUTES_PER_HOUR = 60
# Minutes of one month per tariff in cents an hour.
AtTariff = Mapping[int, int]


@dataclass(frozen=True, order=True)
class Sum:
    """One line: minutes given in a month (its first day) at a tariff, and the cost."""

    given_in_on: date
    cents_per_hour: int
    minutes: int
    amount_cents: int


def cost_cents(minutes: int, cents_per_hour: int) -> int:
    """Return what minutes cost in whole cents, halves up.

    Raises ValueError for minutes below zero: a month has none.
    """
    if minutes < 0:
        raise ValueError("a month has no minutes below zero")
    return (2 * minutes * cents_per_hour + MINUTES_PER_HOUR) // (2 * MINUTES_PER_HOUR)


def sums_of(month_on: date, given: AtTariff) -> list[Sum]:
    """Return the lines of a month: one for each tariff that was valid in it."""
    return [
        Sum(month_on, cents, minutes, cost_cents(minutes, cents))
        for cents, minutes in sorted(given.items())
        if minutes
    ]


def corrections(month_on: date, given: AtTariff, told: list[Sum]) -> list[Sum]:
    """Return what an earlier month differs from what earlier statements told of it."""
    found = []
    for cents in sorted({*given, *(line.cents_per_hour for line in told)}):
        before = [line for line in told if line.cents_per_hour == cents]
        minutes = given.get(cents, 0)
        difference = minutes - sum(line.minutes for line in before)
        paid = sum(line.amount_cents for line in before)
        if difference:
            amount = cost_cents(minutes, cents) - paid
            found.append(Sum(month_on, cents, difference, amount))
    return found
