"""How far may practices have drifted apart before the conclusion falls?

Relative magnitudes: after the start the groups may move apart, per period, at most a
number of times as fast as they ever did between two periods before it. For each such
number there is an interval, and there is the number at which it first holds nothing.
Source: Rambachan and Roth 2023, section 2.4.1; science.md 4.8.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr, ndtri, owens_t

from dichtbij.insight.aggregation import Aggregate
from dichtbij.insight.panels import CannotEstimate, Floats

USUAL = (0.0, 0.5, 1.0, 1.5, 2.0)
LEAST_BEFORE = 2  # periods before the start, the base not counted
FURTHEST, STEPS = 100.0, 60


@dataclass(frozen=True)
class Drift:
    """What can be said when groups drift at most `times` as fast as before the start.

    `least` and `most` bound the effect as estimated; `low` and `high` are 95% limits
    around those. *unit*: that of the outcome.
    """

    times: float
    least: float
    most: float
    low: float
    high: float


@dataclass(frozen=True)
class Sensitivity:
    """The mean effect under a drift that grows, and where its interval meets nothing.

    `breakdown` is the largest number of times for which the interval leaves 0 out: 0
    when it never does, None beyond 100 times. `before` and `after` count the periods.
    """

    estimate: float
    drifts: tuple[Drift, ...]
    breakdown: float | None
    before: int
    after: int


def relative_magnitudes(
    event_study: Aggregate, times: Sequence[float] = USUAL, level: float = 0.95
) -> Sensitivity:
    """Bound the mean effect after the start by how groups moved apart before it.

    `event_study` is the dynamic average of `group_time_att` with a universal base and
    no anticipation. Raises ValueError for another one; CannotEstimate `short_before`
    with fewer than two periods before the base, `gap` when a period is missing.
    Source: Rambachan and Roth 2023, lemma 2.2 (union over the largest step before).
    """
    if event_study.kind != "dynamic" or -1 not in event_study.keys:
        raise ValueError("the sensitivity is that of an event study with a base")
    keys, base = event_study.keys, event_study.keys == -1
    if np.any(event_study.estimates[base] != 0):
        raise ValueError("the event study has a universal base")
    before, after = int((keys < -1).sum()), int((keys > -1).sum())
    if np.any(np.diff(keys) != 1):
        raise CannotEstimate("gap", event_study.dropped)
    if before < LEAST_BEFORE:
        raise CannotEstimate("short_before", event_study.dropped)
    influences = event_study.influences
    told = _Steps.of(
        event_study.estimates,
        influences.T @ influences / influences.shape[0] ** 2,
        after,
    )
    drifts = tuple(told.drift(one, level) for one in times)
    return Sensitivity(told.effect, drifts, told.breakdown(level), before, after)


@dataclass(frozen=True)
class _Steps:
    """The mean effect, each step before the start with both signs, and how all vary.

    `reach` is how far the mean moves when the drift is 1 per period. *shape*: two steps
    per pair of periods before the start, their variances and covariances with the mean.
    """

    effect: float
    reach: float
    steps: Floats
    variance: float
    variances: Floats
    shared: Floats

    @classmethod
    def of(cls, estimates: Floats, covariance: Floats, after: int) -> "_Steps":
        """Return it of all event times in order; the last `after` follow the base."""
        size = estimates.size
        mean = np.zeros(size)
        mean[size - after :] = 1 / after
        moves = np.diff(np.eye(size), axis=0)[: size - after - 1]
        signed = np.concatenate([moves, -moves])
        # A drift u in period k moves all effects from k on: their mean by the rest.
        reach = float(np.arange(1, after + 1).sum()) / after
        return cls(
            effect=float(mean @ estimates),
            reach=reach,
            steps=signed @ estimates,
            variance=float(mean @ covariance @ mean),
            variances=np.einsum("sa,ab,sb->s", signed, covariance, signed),
            shared=signed @ covariance @ mean,
        )

    def drift(self, times: float, level: float) -> Drift:
        """Return bounds and limits under a drift of so many times."""
        far = times * self.reach
        wide = far * float(self.steps.max())
        low, high = self._limits(far, level)
        return Drift(times, self.effect - wide, self.effect + wide, low, high)

    def _limits(self, far: float, level: float) -> tuple[float, float]:
        """Return the union over the steps that may have been the largest.

        For one step the effect lies between two normal ends; a value is left out when
        either lies beyond it by more than both do by chance.
        """
        spread = self.variance + far**2 * self.variances
        below = np.sqrt(np.maximum(spread - 2 * far * self.shared, 0))
        above = np.sqrt(np.maximum(spread + 2 * far * self.shared, 0))
        together = (far**2 * self.variances - self.variance) / np.maximum(
            below * above, 1e-300
        )
        critical = _both(np.clip(together, -1, 1), level)
        lows = self.effect - far * self.steps - critical * below
        highs = self.effect + far * self.steps + critical * above
        there = lows <= highs
        return float(lows[there].min()), float(highs[there].max())

    def breakdown(self, level: float) -> float | None:
        """Return the largest number of times whose limits leave 0 out, by halving."""

        def holds(times: float) -> bool:
            low, high = self._limits(times * self.reach, level)
            return low > 0 or high < 0

        if not holds(0.0):
            return 0.0
        if holds(FURTHEST):
            return None
        left, right = 0.0, FURTHEST
        for _ in range(STEPS):
            middle = (left + right) / 2
            left, right = (middle, right) if holds(middle) else (left, middle)
        return left


def _both(correlation: Floats, level: float) -> Floats:
    """Return what the larger of two standard normals exceeds with chance 1 - level.

    P(both <= c) is Φ(c) - 2 T(c, √((1-r)/(1+r))). Source: Owen 1956.
    """
    with np.errstate(divide="ignore"):
        slope = np.sqrt((1 - correlation) / (1 + correlation))
    low = np.full(correlation.shape, float(ndtri(level)))
    high = np.full(correlation.shape, float(ndtri(0.5 + level / 2)))
    for _ in range(STEPS):
        middle = (low + high) / 2
        enough = ndtr(middle) - 2 * owens_t(middle, slope) >= level
        low, high = np.where(enough, low, middle), np.where(enough, middle, high)
    return high
