"""How long until it happens, with those for whom it has not happened yet included?

Kaplan-Meier: families still waiting are never dropped from the denominator.
Source: science.md 4.6; R20.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

MINIMUM = 10  # referrals; fewer give no range. Source: R20
# A product of fractions that is exactly one half may come out a hair above it.
HAIR = 1e-12


@dataclass(frozen=True)
class SurvivalCurve:
    """The share for whom it has not happened yet, from each time at which it did.

    The sequences have one value per time, in the unit of the times given. A standard
    error is None where the curve reaches zero, for there it cannot be estimated.
    `followed_until` is the longest time seen, `n` the number of people.
    """

    times: tuple[float, ...]
    survival: tuple[float, ...]
    at_risk: tuple[int, ...]
    events: tuple[int, ...]
    standard_error: tuple[float | None, ...]
    n: int
    followed_until: float

    def share_within(self, time: float) -> float | None:
        """Return the share for whom it happened at or before a time.

        None when nobody was followed that long and some had not met it by then.
        """
        before = bisect_right(self.times, time)
        left = self.survival[before - 1] if before else 1.0
        if time > self.followed_until and left > HAIR:
            return None
        return 1 - left

    def quantile(self, share: float) -> float | None:
        """Return the first time by which that share has met it; None if not reached.

        Source: science.md 4.6 (median: first t with S <= 0.5).
        """
        enough = (
            time
            for time, left in zip(self.times, self.survival, strict=True)
            if left <= 1 - share + HAIR
        )
        return next(enough, None)


@dataclass(frozen=True)
class WaitingRange:
    """What a family may be told: half wait at most `median`, 9 in 10 at most `p90`.

    None where too many still wait to say it. `n` counts all referrals, `events` those
    that came to the end of their waiting.
    """

    median: float | None
    p90: float | None
    n: int
    events: int


def kaplan_meier(time: Sequence[float], event: Sequence[bool]) -> SurvivalCurve:
    """Return the curve; `event` is false for who is still waiting or left the list.

    Someone who leaves at a time counts as present for what happens at that time.
    Raises ValueError for sequences of different length or a negative time.
    Source: science.md 4.6 (Kaplan-Meier; Greenwood's standard error; ties exact).
    """
    if len(time) != len(event):
        raise ValueError("each time needs one answer to whether it happened")
    if any(one < 0 for one in time):
        raise ValueError("a time is not negative")
    happened = Counter(t for t, met in zip(time, event, strict=True) if met)
    ordered = sorted(time)
    present = [len(ordered) - bisect_left(ordered, t) for t in sorted(happened)]
    left, spread = 1.0, 0.0
    survival: list[float] = []
    errors: list[float | None] = []
    for t, n in zip(sorted(happened), present, strict=True):
        met = happened[t]
        left *= (n - met) / n
        spread += met / (n * (n - met)) if met < n else 0.0
        survival.append(left)
        errors.append(left * sqrt(spread) if met < n else None)
    return SurvivalCurve(
        times=tuple(sorted(happened)),
        survival=tuple(survival),
        at_risk=tuple(present),
        events=tuple(happened[t] for t in sorted(happened)),
        standard_error=tuple(errors),
        n=len(time),
        followed_until=ordered[-1] if ordered else 0.0,
    )


def median_and_p90(
    time: Sequence[float], event: Sequence[bool], minimum: int = MINIMUM
) -> WaitingRange | None:
    """Return the honest range of a waiting time; None with fewer than `minimum`.

    Raises ValueError as kaplan_meier does. Source: R20.
    """
    curve = kaplan_meier(time, event)
    if curve.n < minimum:
        return None
    return WaitingRange(
        median=curve.quantile(0.5),
        p90=curve.quantile(0.9),
        n=curve.n,
        events=sum(curve.events),
    )
