"""Will the hours of the year stay within what was agreed?

Straight on: each month that is left is expected to be the mean of the whole months so
far. The range is the 80% prediction interval for the sum of the months that are left,
from the spread between the months so far (normal approximation; the mean itself is
uncertain too). It knows no holidays and no plans: the screen says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt
from statistics import mean, stdev

FEWEST_MONTHS = 3  # [design] with fewer there is no spread to speak of
WIDTH = 1.2816  # Source: 90th percentile of the standard normal distribution


class Warning(StrEnum):
    """How sure it is that more hours will be given than were agreed."""

    NONE = "none"
    POSSIBLE = "possible"
    LIKELY = "likely"
    CERTAIN = "certain"


@dataclass(frozen=True)
class Forecast:
    """Minutes at the end of the year: given so far, expected, and between which two."""

    committed: int
    given: int
    expected: int
    low: int
    high: int

    @property
    def warning(self) -> Warning:
        """Tell how sure an overrun is."""
        if self.given > self.committed:
            return Warning.CERTAIN
        if self.expected > self.committed:
            return Warning.LIKELY
        return Warning.POSSIBLE if self.high > self.committed else Warning.NONE


def foresee(months: Sequence[int], left: int, committed: int) -> Forecast | None:
    """Return where the year ends, or None before three whole months.

    `months` are minutes per whole month so far, `left` how many months follow.
    Raises ValueError for a negative number of months.
    """
    if left < 0:
        raise ValueError("no months can be left over")
    if len(months) < FEWEST_MONTHS:
        return None
    given, each = sum(months), mean(months)
    spread = WIDTH * stdev(months) * sqrt(left * (1 + left / len(months)))
    expected = given + each * left
    return Forecast(
        committed=committed,
        given=given,
        expected=round(expected),
        low=max(given, round(expected - spread)),
        high=round(expected + spread),
    )
