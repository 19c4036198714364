"""Could the difference be chance, when only a few practices take part?

Randomisation: what would the same practices show if the starts had been dealt out
otherwise? Ordinary errors reject too often with few practices. Source: science.md 4.8.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from math import exp, lgamma
from typing import Literal

import numpy as np

from dichtbij.insight.group_time import Control, effects_of
from dichtbij.insight.imputation import imputed
from dichtbij.insight.panels import (
    CannotEstimate,
    Floats,
    Frame,
    Panel,
    read_panel,
)
from dichtbij.insight.poisson import fitted
from dichtbij.insight.two_way import comparable, treated

Estimator = Literal["poisson", "imputation", "group_time"]
Statistic = Callable[[Panel], tuple[float, float]]

# Source: science.md 4.8 (fewer: randomisation, not the ordinary error).
LEAST_UNITS, LEAST_TREATED, LEAST_NEVER = 30, 10, 10


@dataclass(frozen=True)
class Randomisation:
    """The chance of a difference this large if the help did nothing.

    `p` is (1 + extreme) / (1 + draws); no smaller one than 1 / `allocations` can be
    found. `estimate` and `standard_error` are of ln IRR (Poisson) or in the unit of the
    outcome. `low` and `high` are the 95% limits of IRR or difference, from the
    `critical` value of the dealt-out z once the effect is taken out; None where it
    cannot be told. Draws that allow no estimate (`failed`) count as extreme.
    """

    p: float
    z: float
    estimate: float
    standard_error: float
    critical: float
    low: float | None
    high: float | None
    draws: int
    extreme: int
    failed: int
    allocations: float
    seed: int
    estimator: Estimator


def needs_randomisation(units: int, treated_units: int, never: int) -> bool:
    """Tell whether so few units take part that ordinary errors reject too often."""
    few = units < LEAST_UNITS or treated_units < LEAST_TREATED
    return few or never < LEAST_NEVER


def randomisation_p(
    frame: Frame,
    y: str,
    unit: str,
    time: str,
    group: str,
    weights: str | None = None,
    estimator: Estimator = "poisson",
    control: Control = "not_yet",
    draws: int = 999,
    seed: int = 0,
) -> Randomisation:
    """Deal the starts out over the units and compare the studentised estimates.

    `weights` is the exposure of counts (Poisson) or the weight of a rate. Units that
    can take no part (treated from the first period) are left out first. Raises
    ValueError for an unknown estimator and as `read_panel`; CannotEstimate as the
    estimator, and `no_error` without events after the start.
    """
    statistic = statistic_of(estimator, control)
    panel = read_panel(frame, y, unit, time, group, weights).started_in_time()
    estimate, error = statistic(panel)
    z = _ratio(estimate, error)
    without = _taken_out(panel, estimate, estimator)
    rng = np.random.default_rng(seed)
    dealt = [rng.permutation(panel.start) for _ in range(draws)]
    raw = _dealt(panel, dealt, statistic)
    level = _dealt(without, dealt, statistic)
    extreme = int((raw >= abs(z) * (1 - 1e-12)).sum())
    critical = float(np.quantile(level, 0.95, method="higher"))
    low, high = _limits(estimate, error * critical, estimator)
    return Randomisation(
        p=(1 + extreme) / (1 + draws),
        z=z,
        estimate=estimate,
        standard_error=error,
        critical=critical,
        low=low,
        high=high,
        draws=draws,
        extreme=extreme,
        failed=int(np.isinf(raw).sum()),
        allocations=_allocations(panel.start),
        seed=seed,
        estimator=estimator,
    )


def statistic_of(estimator: Estimator, control: Control = "not_yet") -> Statistic:
    """Return what gives estimate and error of a panel. Raises ValueError."""
    known: dict[str, Statistic] = {
        "poisson": _poisson,
        "imputation": _imputation,
        "group_time": partial(_group_time, control=control),
    }
    if estimator not in known:
        raise ValueError("an estimator is poisson, imputation or group_time")
    return known[estimator]


def _poisson(panel: Panel) -> tuple[float, float]:
    found = fitted(comparable(panel, counts=True)).log_ratio()
    if found is None:
        raise CannotEstimate("no_error", panel.dropped)
    return found


def _imputation(panel: Panel) -> tuple[float, float]:
    found = imputed(panel)
    return found.estimate, found.standard_error


def _group_time(panel: Panel, control: Control) -> tuple[float, float]:
    found = effects_of(panel, control).aggregate("simple")
    return found.estimate, found.standard_error


def _ratio(estimate: float, error: float) -> float:
    if error > 0:
        return estimate / error
    return 0.0 if estimate == 0 else float(np.copysign(np.inf, estimate))


def _taken_out(panel: Panel, estimate: float, estimator: Estimator) -> Panel:
    """Return the panel as it would be had the help done nothing."""
    reached = treated(panel)
    if estimator == "poisson":
        return panel.with_values(panel.values / np.where(reached, exp(estimate), 1))
    return panel.with_values(panel.values - np.where(reached, estimate, 0))


def _dealt(panel: Panel, starts: list[Floats], statistic: Statistic) -> Floats:
    """Return |z| for each dealing; infinite where it cannot be estimated."""
    out = np.full(len(starts), np.inf)
    for place, start in enumerate(starts):
        try:
            out[place] = abs(_ratio(*statistic(panel.with_start(start))))
        except CannotEstimate:
            continue
    return out


def _limits(
    estimate: float, width: float, estimator: Estimator
) -> tuple[float | None, float | None]:
    if not np.isfinite(width):
        return None, None
    if estimator == "poisson":
        return exp(estimate - width), exp(estimate + width)
    return estimate - width, estimate + width


def _allocations(start: Floats) -> float:
    """Return in how many ways the starts can be dealt out."""
    _groups, number = np.unique(start, return_counts=True)
    return exp(min(lgamma(start.size + 1) - sum(lgamma(k + 1) for k in number), 700))
