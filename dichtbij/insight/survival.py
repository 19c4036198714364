"""How long until it happens, with those for whom it has not happened yet included?

Kaplan-Meier: families still waiting are never dropped from the denominator. Plain
Python, for the waiting pages count a few hundred people in a web worker; several exits
at once (Aalen-Johansen) are counted with numpy, which stays out until it is asked for.
Source: science.md 4.6; R20.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import erfc, exp, log, sqrt
from statistics import NormalDist
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from dichtbij.insight.causes import CumulativeIncidence

Scale = Literal["log-log", "log"]
Range = tuple[float, float]

MINIMUM = 10  # referrals; fewer give no range. Source: R20
Z = NormalDist().inv_cdf(0.975)
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

    def interval(self, time: float, scale: Scale = "log-log") -> Range | None:
        """Return the 95% interval of the share left just after a time.

        None where the curve has reached zero: there it cannot be estimated.
        Source: science.md 4.6 (log-log is the default, log that of R).
        """
        before = bisect_right(self.times, time)
        return self.limits(scale)[before - 1] if before else (1.0, 1.0)

    def limits(self, scale: Scale = "log-log") -> tuple[Range | None, ...]:
        """Return the 95% interval at each time; None where the curve is zero."""
        return tuple(
            None if error is None else _limits(left, error, scale)
            for left, error in zip(self.survival, self.standard_error, strict=True)
        )

    def quantile_limits(
        self, share: float, scale: Scale = "log-log"
    ) -> tuple[float | None, float | None]:
        """Return the 95% limits of `quantile`, read from the limit curves.

        A limit is None where its curve does not come down that far.
        """
        limits = self.limits(scale)
        low, high = (
            next(
                (
                    time
                    for time, pair in zip(self.times, limits, strict=True)
                    if pair is not None and pair[side] <= 1 - share + HAIR
                ),
                None,
            )
            for side in (0, 1)
        )
        return low, high


def _limits(left: float, error: float, scale: Scale) -> Range:
    """Return the interval of one share, from its error by Greenwood."""
    relative = error / left
    if scale == "log":
        return left * exp(-Z * relative), min(1.0, left * exp(Z * relative))
    spread = Z * relative / log(left)
    return left ** exp(-spread), left ** exp(spread)


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


@dataclass(frozen=True)
class LogRank:
    """Do two groups differ? `statistic` is chi-squared with one degree of freedom.

    `observed` and `expected` are the events of the first group.
    """

    statistic: float
    p: float
    observed: int
    expected: float


def log_rank(
    time: Sequence[float], event: Sequence[bool], group: Sequence[Any]
) -> LogRank:
    """Compare the curves of two groups; the order of the groups is no matter.

    Raises ValueError unless there are two groups, or when nothing can differ: no
    event happens while both are present. Source: science.md 4.6 (log-rank).
    """
    names = sorted(set(group))
    if len(names) != 2 or not len(time) == len(event) == len(group):
        raise ValueError("there are two groups, and each time has its event and group")
    first = [t for t, one in zip(time, group, strict=True) if one == names[0]]
    ordered, own = sorted(time), sorted(first)
    happened = Counter(t for t, met in zip(time, event, strict=True) if met)
    observed = sum(
        bool(met) for met, one in zip(event, group, strict=True) if one == names[0]
    )
    expected = variance = 0.0
    for t, met in happened.items():
        n = len(ordered) - bisect_left(ordered, t)
        share = (len(own) - bisect_left(own, t)) / n
        expected += met * share
        variance += met * share * (1 - share) * (n - met) / max(n - 1, 1)
    if variance <= 0:
        raise ValueError("no event happened while both groups were present")
    statistic = (observed - expected) ** 2 / variance
    return LogRank(statistic, erfc(sqrt(statistic / 2)), observed, expected)


def aalen_johansen(time: Sequence[float], cause: Sequence[int]) -> CumulativeIncidence:
    """Return how many met each cause by each time; cause 0 has met none yet.

    *shape*: one whole number per time. numpy is loaded here and not before, so that
    no web worker starts with it. Raises ValueError as `causes.estimate` does.
    Source: science.md 4.6.
    """
    from dichtbij.insight import causes

    return causes.estimate(time, cause)


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
