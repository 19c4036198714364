"""What would the rate have been without the help, and how far is it from that?

Borusyak, Jaravel and Spiess: levels of practice and quarter come from all cells without
the help; the effect is the weighted mean of what the treated cells differ from them.
Source: science.md 4.8 (ii); Borusyak, Jaravel and Spiess 2024 (conservative errors).
"""

from dataclasses import dataclass

import numpy as np

from dichtbij.insight.panels import (
    Dropped,
    Flags,
    Floats,
    Frame,
    Panel,
    normal_limits,
    read_panel,
)
from dichtbij.insight.two_way import comparable, solve, treated


@dataclass(frozen=True)
class Imputation:
    """The mean effect over treated cells, and by time since the start.

    *unit*: that of the outcome. *shape*: `keys` event times from 0; `influence` units,
    `influences` units x keys; a squared error is a sum of squared influences.
    `single_unit_cells` counts the (group, period) cells of one unit: these add nothing
    to the error, which is then too small. `dropped` lists what takes no part, and why.
    """

    estimate: float
    standard_error: float
    influence: Floats
    keys: Floats
    estimates: Floats
    standard_errors: Floats
    influences: Floats
    treated_cells: int
    single_unit_cells: int
    dropped: tuple[Dropped, ...]

    def interval(self, level: float = 0.95) -> tuple[float, float]:
        """Return the pointwise interval of the overall effect (normal)."""
        return normal_limits(self.estimate, self.standard_error, level)


def imputation(
    frame: Frame,
    y: str,
    unit: str,
    time: str,
    group: str,
    weights: str | None = None,
    anticipation: int = 0,
) -> Imputation:
    """Estimate the effect on a rate or score, cells weighted by `weights` (youths).

    Gaps are allowed, and so is a single period before the start. Cells of periods with
    fewer than two untreated units, and units without an untreated period, are listed.
    Raises as `read_panel` and `comparable` do. Source: science.md 4.8 (ii).
    """
    panel = read_panel(frame, y, unit, time, group, weights)
    return imputed(panel, anticipation)


def imputed(panel: Panel, anticipation: int = 0) -> Imputation:
    """Estimate from a panel that was read. Raises CannotEstimate as `comparable`."""
    panel = comparable(panel, anticipation)
    untreated, reached = panel.untreated(anticipation), treated(panel)
    fit = _Fit.of(panel, untreated, reached)
    since = panel.periods - panel.start[:, None]
    keys: Floats = np.unique(since[reached])
    parts = [fit.target(reached & (since == key)) for key in keys]
    estimate, influence = fit.target(reached)
    influences = np.array([part[1] for part in parts]).T
    heads = np.array([reached[panel.start == g].sum(axis=0) for g in fit.groups])
    return Imputation(
        estimate=estimate,
        standard_error=float(np.sqrt(influence @ influence)),
        influence=influence,
        keys=keys,
        estimates=np.array([part[0] for part in parts]),
        standard_errors=np.sqrt((influences**2).sum(axis=0)),
        influences=influences,
        treated_cells=int(reached.sum()),
        single_unit_cells=int((heads == 1).sum()),
        dropped=panel.dropped,
    )


@dataclass(frozen=True)
class _Fit:
    """The two-way fit on untreated cells, and what it leaves (0 where absent)."""

    weight: Floats
    untreated: Flags
    residual: Floats
    start: Floats
    groups: Floats

    @classmethod
    def of(cls, panel: Panel, untreated: Flags, reached: Flags) -> "_Fit":
        used = panel.weights * untreated
        value = np.where(panel.present, panel.values, 0)
        a, b = solve(used, (used * value).sum(axis=1), (used * value).sum(axis=0))
        residual = np.where(panel.present, value - a[:, None] - b, 0)
        groups = np.unique(panel.start[reached.any(axis=1)])
        return cls(panel.weights, untreated, residual, panel.start, groups)

    def target(self, chosen: Flags) -> tuple[float, Floats]:
        """Return the weighted mean over treated cells, and each unit's influence."""
        goal = self.weight * chosen
        goal = goal / goal.sum()
        used = self.weight * self.untreated
        a, b = solve(used, goal.sum(axis=1), goal.sum(axis=0))
        pull = goal - used * (a[:, None] + b)
        left = np.where(self.untreated, self.residual, self._within(goal))
        influence: Floats = (pull * left).sum(axis=1)
        return float((goal * self.residual).sum()), influence

    def _within(self, goal: Floats) -> Floats:
        """Return effects less those of their group and period: the rest is chance.

        Means are weighted by the squares of the pull, as in equation 8 of the source.
        """
        left = np.zeros_like(self.residual)
        for group in self.groups:
            rows = self.start == group
            own, effect = goal[rows] ** 2, self.residual[rows]
            total = own.sum(axis=0)
            mean = (own * effect).sum(axis=0) / np.where(total > 0, total, 1)
            left[rows] = effect - mean
        return left
