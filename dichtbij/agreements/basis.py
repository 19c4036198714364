"""How many minutes does a basis promise in some working days?

A week of so many minutes is promised over its five working days, so a working day
(no weekend, no public holiday) carries a fifth of it. Of each practice and month the
sum is rounded to the whole minute, halves up; nothing is rounded before.
"""

from fractions import Fraction

WORKING_DAYS_PER_WEEK = 5
PER_PEOPLE = 1000
PERMILLE = 1000


def units_of(count: int, per: int) -> Fraction:
    """Return how many units of `per` people a practice of `count` people is, exactly.

    Raises ValueError for a negative count or a unit of nobody.
    """
    if count < 0 or per <= 0:
        raise ValueError("a practice has 0 people or more, a unit has at least one")
    return Fraction(count, per)


def promised_minutes(
    minutes_per_week: int, units: Fraction | int, working_days: int
) -> int:
    """Return the whole minutes promised over the working days, halves up.

    `minutes_per_week` is for one unit of the basis; a fixed number is one unit.
    """
    exact = Fraction(minutes_per_week * working_days, WORKING_DAYS_PER_WEEK) * units
    return int(exact + Fraction(1, 2))  # never negative: down is towards zero


def indexed_cents(cents: int, permille: int) -> int:
    """Return an amount raised by so many tenths of a percent, halves of a cent up."""
    return int(Fraction(cents * (PERMILLE + permille), PERMILLE) + Fraction(1, 2))
