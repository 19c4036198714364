"""How many referrals were to be expected without the help, and how many came?

The primary estimate. Counts with youths as exposure; a level per practice and per
quarter from all cells without the help. The ratio of what came to what was expected is
the incidence rate ratio (IRR). Source: science.md 4.8 (i); Wooldridge 2023.
"""

from dataclasses import dataclass, replace
from math import exp, log, sqrt
from typing import Any

import numpy as np
from scipy.special import stdtrit

from dichtbij.insight.panels import (
    CannotEstimate,
    Dropped,
    Flags,
    Floats,
    Frame,
    Panel,
    read_panel,
)
from dichtbij.insight.two_way import comparable, treated

STEPS, LARGEST_STEP, CLOSE = 100, 2.0, 1e-12


@dataclass(frozen=True)
class PoissonImputation:
    """The ratio of observed to expected events over treated cells.

    `log_irr` and its `standard_error` (over units, G/(G-1)) are None when no event was
    observed; then `irr` is 0 and `high` the exact upper limit. `low`, `high`: 95%, t
    with G-1 degrees of freedom. `avoided` is expected less observed; its limits follow
    those of the ratio. `zero_event_units` are treated units without an event before
    their start: they expect nothing, and `without_zero` is the estimate without them.
    *shape*: by event time from 0 (`event_time`) and by `period`; `influence` per unit.
    """

    irr: float
    log_irr: float | None
    standard_error: float | None
    low: float
    high: float
    observed: float
    expected: float
    avoided: float
    avoided_low: float | None
    avoided_high: float | None
    event_time: Floats
    event_observed: Floats
    event_expected: Floats
    period: Floats
    period_observed: Floats
    period_expected: Floats
    treated_units: int
    untreated_units: int
    influence: Floats
    zero_event_units: tuple[Any, ...]
    without_zero: "PoissonImputation | None"
    dropped: tuple[Dropped, ...]

    @property
    def z(self) -> float:
        """Return the studentised log ratio; minus infinity without any event."""
        if self.log_irr is None or not self.standard_error:
            return -np.inf
        return self.log_irr / self.standard_error


def poisson_imputation(
    frame: Frame,
    y: str,
    unit: str,
    time: str,
    group: str,
    exposure: str | None = None,
    anticipation: int = 0,
) -> PoissonImputation:
    """Estimate the rate ratio of counts `y` with `exposure` (youths) per cell.

    Gaps are allowed. Periods with fewer than two untreated units or without an event
    among them, and units without an untreated period, are listed. Raises ValueError for
    a negative count and as `read_panel`; CannotEstimate as `comparable`, and when
    nothing is expected. Source: science.md 4.8 (i).
    """
    panel = read_panel(frame, y, unit, time, group, exposure)
    return counted(panel, anticipation)


def counted(panel: Panel, anticipation: int = 0) -> PoissonImputation:
    """Estimate from a panel that was read. Raises as poisson_imputation does."""
    if np.any(panel.values < 0):
        raise ValueError("a count is not negative")
    panel = comparable(panel, anticipation, counts=True)
    found = _estimate(panel, anticipation)
    silent = np.isin(panel.units, found.zero_event_units)
    if not silent.any():
        return found
    try:
        rest = panel.keep(~silent, "no_event_before_start")
        without = _estimate(comparable(rest, anticipation, counts=True), anticipation)
    except CannotEstimate:
        return found
    return replace(found, without_zero=without)


def _estimate(panel: Panel, anticipation: int) -> PoissonImputation:
    fit = fitted(panel, anticipation)
    observed, expected = float(fit.observed.sum()), float(fit.expected.sum())
    if expected <= 0:
        raise CannotEstimate("nothing_expected", panel.dropped)
    reached = treated(panel)
    since = panel.periods - panel.start[:, None]
    keys = np.unique(since[reached])
    at = [reached & (since == key) for key in keys]
    influence = fit.influence()
    irr, error, low, high = _ratio(observed, expected, influence)
    silent = reached.any(axis=1) & (fit.before == 0)
    return PoissonImputation(
        irr=irr,
        log_irr=log(irr) if irr else None,
        standard_error=error,
        low=low,
        high=high,
        observed=observed,
        expected=expected,
        avoided=expected - observed,
        avoided_low=observed * (1 / high - 1) if irr else None,
        avoided_high=observed * (1 / low - 1) if irr else None,
        event_time=keys,
        event_observed=np.array([fit.observed[cells].sum() for cells in at]),
        event_expected=np.array([fit.expected[cells].sum() for cells in at]),
        period=panel.periods,
        period_observed=fit.observed.sum(axis=0),
        period_expected=fit.expected.sum(axis=0),
        treated_units=int(reached.any(axis=1).sum()),
        untreated_units=int(np.isinf(panel.start).sum()),
        influence=influence,
        zero_event_units=tuple(panel.units[silent].tolist()),
        without_zero=None,
        dropped=panel.dropped,
    )


def _ratio(
    observed: float, expected: float, influence: Floats
) -> tuple[float, float | None, float, float]:
    """Return IRR, error of its log and limits; without events the exact upper limit."""
    if observed == 0:
        return 0.0, None, 0.0, -log(0.025) / expected  # Source: science.md 4.12
    n = influence.size
    error = sqrt(float(influence @ influence) * n / (n - 1))
    width = float(stdtrit(n - 1, 0.975)) * error
    irr = observed / expected
    return irr, error, irr * exp(-width), irr * exp(width)


@dataclass(frozen=True)
class PoissonFit:
    """Observed and expected events in treated cells (0 elsewhere), and the fit.

    *shape*: units x periods; `before` events per unit in untreated cells, `chance` how
    these divide over the periods, `score` what the fit leaves per cell.
    """

    observed: Floats
    expected: Floats
    before: Floats
    chance: Floats
    score: Floats
    information: Floats

    def log_ratio(self) -> tuple[float, float] | None:
        """Return ln IRR and its error; None without observed or expected events."""
        observed, expected = self.observed.sum(), self.expected.sum()
        if observed <= 0 or expected <= 0:
            return None
        influence = self.influence()
        n = influence.size
        return log(observed / expected), sqrt(influence @ influence * n / (n - 1))

    def influence(self) -> Floats:
        """Return how much each unit moves ln IRR; the levels of periods count too."""
        expected = self.expected.sum(axis=1)
        slope = (self.expected - expected[:, None] * self.chance).sum(axis=0)[1:]
        pull = np.linalg.solve(self.information, slope)
        total = expected.sum()
        moved: Floats = -(expected + self.score[:, 1:] @ pull) / total
        observed: Floats = self.observed.sum(axis=1)
        came: Floats = observed / max(float(observed.sum()), 1e-300)
        return moved + came


def fitted(panel: Panel, anticipation: int = 0) -> PoissonFit:
    """Fit the levels on untreated cells by maximum likelihood.

    The level of a unit is its events over its exposure at the levels of the periods,
    so that only these are sought (Newton; the likelihood is concave).
    """
    untreated, reached = panel.untreated(anticipation), treated(panel)
    value = np.where(panel.present, panel.values, 0)
    return _maximum(value, panel.weights, untreated, reached)


def levels_without_effect(panel: Panel) -> Floats:
    """Return what is expected of every cell when the help is not told apart.

    *shape*: units x periods. Every unit has an event; see `fitted`.
    """
    value = np.where(panel.present, panel.values, 0)
    fit = _maximum(value, panel.weights, panel.present, ~panel.present)
    mean: Floats = fit.before[:, None] * fit.chance
    return mean


def _maximum(
    value: Floats, exposure: Floats, untreated: Flags, reached: Flags
) -> PoissonFit:
    count, used = value * untreated, exposure * untreated
    before = count.sum(axis=1)
    level = np.log(count.sum(axis=0) / used.sum(axis=0))
    level -= level[0]
    for _ in range(STEPS):
        scaled = used * np.exp(level)
        total = scaled.sum(axis=1)
        chance = scaled / total[:, None]
        mean = before[:, None] * chance
        information = (np.diag(mean.sum(axis=0)) - chance.T @ mean)[1:, 1:]
        step = np.linalg.solve(information, (count - mean).sum(axis=0)[1:])
        if np.abs(step).max(initial=0) < CLOSE:
            break
        level[1:] += np.clip(step, -LARGEST_STEP, LARGEST_STEP)
    return PoissonFit(
        observed=value * reached,
        expected=exposure * reached * np.exp(level) * (before / total)[:, None],
        before=before,
        chance=chance,
        score=count - mean,
        information=information,
    )
