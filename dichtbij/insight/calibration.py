"""Did families wait as long as they were told, or longer? Pure: days go in."""

from collections.abc import Iterable
from dataclasses import dataclass

MINIMUM = 10  # Source: R20


@dataclass(frozen=True)
class Told:
    """What one family was told and what happened, in whole days since its referral.

    `met` is false for who still waits; `waited` is then until today.
    """

    median: int
    p90: int
    waited: int
    met: bool


@dataclass(frozen=True)
class Calibration:
    """How many of those whose outcome is known waited within what they were told."""

    of: int
    within_median: int
    within_p90: int

    @property
    def too_short(self) -> bool:
        """Tell whether families were told too little: under 8 in 10 within the range.

        Nine in ten were promised; a small count may miss that by chance.
        """
        return 10 * self.within_p90 < 8 * self.of


def calibrate(told: Iterable[Told]) -> Calibration | None:
    """Return the comparison, or None with fewer than ten families.

    Who still waits within the longer term has no outcome yet and is left out; who
    waits beyond it has: longer than told.
    """
    known = [one for one in told if one.met or one.waited > one.p90]
    if len(known) < MINIMUM:
        return None
    return Calibration(
        of=len(known),
        within_median=sum(one.met and one.waited <= one.median for one in known),
        within_p90=sum(one.met and one.waited <= one.p90 for one in known),
    )
