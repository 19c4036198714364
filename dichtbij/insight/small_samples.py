"""How certain is the estimate when few practices stand behind it?

Two answers beside dealing the starts out anew. An error that is right on average when
counts vary as they should: what each unit's residuals lose because the levels were
fitted to them is given back. And the wild bootstrap: what would be found if each unit's
residuals, had the help done nothing, were kept or turned around at random?
Source: science.md 4.8 (inference).
"""

from dataclasses import dataclass
from math import exp
from typing import Literal

import numpy as np
from scipy.special import stdtrit

from dichtbij.insight.panels import (
    CannotEstimate,
    Flags,
    Floats,
    Frame,
    Panel,
    read_panel,
)
from dichtbij.insight.poisson import fitted, levels_without_effect
from dichtbij.insight.two_way import comparable, solve, treated

Estimator = Literal["poisson", "imputation"]
LEAST_TREATED = 2  # of one unit, nothing says how much such units differ


@dataclass(frozen=True)
class Corrected:
    """An estimate with its corrected error and 95% limits, t with `df` = G-1.

    *unit*: of ln IRR (Poisson), where `low` and `high` are of IRR, or of the outcome.
    """

    estimate: float
    standard_error: float
    df: int
    low: float
    high: float
    estimator: Estimator


@dataclass(frozen=True)
class Wild:
    """The chance of a difference this large by the wild bootstrap.

    `every` says that all ways to turn were taken once; then no chance is left in it.
    """

    p: float
    z: float
    draws: int
    every: bool
    seed: int
    estimator: Estimator


def corrected_error(
    frame: Frame,
    y: str,
    unit: str,
    time: str,
    group: str,
    weights: str | None = None,
    estimator: Estimator = "poisson",
) -> Corrected:
    """Estimate with an error that few practices do not make too small.

    Each unit's squared influence is divided by the share of it that its residuals are
    expected to show, when a cell varies as counts do (Poisson) or in inverse proportion
    to its weight. That is the condition of Bell and McCaffrey for the one number that
    is estimated; for two periods it is their HC2 exactly. Raises as the estimator does.
    Source: Bell and McCaffrey 2002; Pustejovsky and Tipton 2018 (CR2, t(G-1)).
    """
    panel = _checked(frame, (y, unit, time, group), weights, estimator)
    if estimator == "poisson":
        told, left, estimate = _counted(panel)
    else:
        told, left, estimate = _rated(panel)
    error = told.corrected(left)
    df = len(left) - 1
    width = float(stdtrit(df, 0.975)) * error
    low, high = estimate - width, estimate + width
    if estimator == "poisson":
        low, high = exp(low), exp(high)
    return Corrected(estimate, error, df, low, high, estimator)


def wild_bootstrap_p(
    frame: Frame,
    y: str,
    unit: str,
    time: str,
    group: str,
    weights: str | None = None,
    estimator: Estimator = "poisson",
    draws: int = 999,
    seed: int = 0,
) -> Wild:
    """Turn the residuals of whole units around, as if the help had done nothing.

    Rademacher signs, studentised, the null imposed; of counts it is the scores that are
    turned. All ways are taken when there are no more of them than `draws`. With very
    few treated units it is careful rather than sharp. Raises as `corrected_error` does.
    Source: Cameron, Gelbach and Miller 2008; Kline and Santos 2012 (scores).
    """
    panel = _checked(frame, (y, unit, time, group), weights, estimator)
    if estimator == "poisson":
        told, left = _counted_without_effect(panel)
    else:
        told, left = _rated_without_effect(panel)
    shift, moved = told.by_unit(left)
    n = shift.size
    every = 2**n <= draws
    signs = _all_signs(n) if every else _signs(n, draws, seed)
    z = _ratio(shift.sum(), moved.sum(axis=1))
    turned = np.array([_ratio(shift @ one, moved @ one) for one in signs])
    extreme = int((np.abs(turned) >= abs(z) * (1 - 1e-9)).sum())
    p = extreme / len(signs) if every else (1 + extreme) / (1 + draws)
    return Wild(p, z, len(signs), every, seed, estimator)


def _checked(
    frame: Frame, names: tuple[str, ...], weights: str | None, estimator: str
) -> Panel:
    if estimator not in ("poisson", "imputation"):
        raise ValueError("an estimator is poisson or imputation")
    y, unit, time, group = names
    panel = read_panel(frame, y, unit, time, group, weights)
    panel = comparable(panel, counts=estimator == "poisson")
    if treated(panel).any(axis=1).sum() < LEAST_TREATED:
        raise CannotEstimate("one_treated_unit", panel.dropped)
    return panel


@dataclass(frozen=True)
class Linear:
    """How each cell moves the levels of periods, the effect, and what is left.

    The effect is the weighted mean over treated cells of value less levels, the levels
    being fitted on untreated ones. *shape*: units n, periods T: `pull` n x T what a
    cell adds to the effect; `own` n x T x T what a unit's cells leave after its own
    level; `shared` n x (T+1) x T what they add to levels and effect; `spread` n x T
    how much a cell varies.
    """

    pull: Floats
    own: Floats
    shared: Floats
    spread: Floats
    reached: Flags

    @classmethod
    def of(
        cls, weight: Floats, untreated: Flags, reached: Flags, spread: Floats
    ) -> "Linear":
        """Return it for these weights (0 where a cell is absent)."""
        used = weight * untreated
        share = used / used.sum(axis=1, keepdims=True)
        gram = np.diag(used.sum(axis=0)) - share.T @ used
        inverse = np.zeros_like(gram)
        inverse[1:, 1:] = np.linalg.inv(gram[1:, 1:])
        one = np.eye(weight.shape[1])
        levels = inverse @ (one * used[:, None] - share[..., None] * used[:, None])
        own = one - share[:, None] * np.ones((one.shape[0], 1))
        goal = weight * reached / (weight * reached).sum()
        direct = np.einsum("ja,jab->jb", goal, own)
        pull = direct - np.einsum("a,jab->jb", direct.sum(axis=0), levels)
        shared = np.concatenate([levels, pull[:, None]], axis=1)
        return cls(pull, own, shared, spread, reached)

    def _loads(self) -> tuple[Floats, Floats]:
        """Return how a unit's influence follows its own cells, and what is shared."""
        cells = np.einsum("ja,jab->jb", self.pull, self.own)
        effect = (self.pull * self.reached).sum(axis=1, keepdims=True)
        return cells, np.concatenate([cells, effect], axis=1)

    def corrected(self, left: Floats) -> float:
        """Return the corrected error, from what the fit left of each cell."""
        cells, loads = self._loads()
        both = np.einsum("jab,jb,jcb->ac", self.shared, self.spread, self.shared)
        pulled = np.einsum("jk,jkb->jb", loads, self.shared)
        seen = (cells**2 * self.spread).sum(axis=1)
        seen -= 2 * (cells * self.spread * pulled).sum(axis=1)
        seen += np.einsum("ja,ab,jb->j", loads, both, loads)
        true = (self.pull**2 * self.spread).sum(axis=1)
        influence = (self.pull * left).sum(axis=1)
        lost = np.where(seen > 0, true / np.where(seen > 0, seen, 1), 1)
        return float(np.sqrt((influence**2 * lost).sum()))

    def by_unit(self, left: Floats) -> tuple[Floats, Floats]:
        """Return what each unit's residuals add to effect and to each influence.

        *shape*: units; units (whose influence) x units (whose residuals).
        """
        cells, loads = self._loads()
        added = np.einsum("jkb,jb->jk", self.shared, left)
        moved = np.diag((cells * left).sum(axis=1)) - loads @ added.T
        return added[:, -1], moved


def _rated(panel: Panel) -> tuple[Linear, Floats, float]:
    """Return the fit of rates, what it leaves, and the effect."""
    linear = _linear(panel)
    value = np.where(panel.present, panel.values, 0)
    added = np.einsum("jkb,jb->k", linear.shared, value)
    left = np.einsum("jab,jb->ja", linear.own, value - added[:-1])
    left = np.where(panel.present, left - added[-1] * linear.reached, 0)
    return linear, left, float(added[-1])


def _rated_without_effect(panel: Panel) -> tuple[Linear, Floats]:
    """Return the fit of rates, and what levels alone leave of all cells."""
    value = np.where(panel.present, panel.values, 0)
    weight = panel.weights
    a, b = solve(weight, (weight * value).sum(axis=1), (weight * value).sum(axis=0))
    left = np.where(panel.present, value - a[:, None] - b, 0)
    return _linear(panel), left


def _linear(panel: Panel) -> Linear:
    weight = panel.weights
    spread = np.where(weight > 0, 1 / np.where(weight > 0, weight, 1), 0)
    return Linear.of(weight, panel.untreated(), treated(panel), spread)


def _counted(panel: Panel) -> tuple[Linear, Floats, float]:
    """Return the Poisson fit near its estimate, what it leaves, and ln IRR."""
    fit = fitted(panel)
    panel = panel.keep(fit.before > 0, "no_event_before_start")
    panel = comparable(panel, counts=True)
    fit = fitted(panel)
    told = fit.log_ratio()
    if told is None:
        raise CannotEstimate("no_error", panel.dropped)
    reached, ratio = treated(panel), exp(told[0])
    mean = np.where(reached, fit.expected, fit.before[:, None] * fit.chance)
    likely = mean * np.where(reached, ratio, 1)
    value = np.where(panel.present, panel.values, 0)
    linear, left = _near(panel, mean, likely, value - likely)
    return linear, left, told[0]


def _counted_without_effect(panel: Panel) -> tuple[Linear, Floats]:
    """Return the Poisson fit of all cells, without effect, and what it leaves."""
    value = np.where(panel.present, panel.values, 0)
    panel = panel.keep(value.sum(axis=1) > 0, "no_event")
    value = np.where(panel.present, panel.values, 0)
    mean = levels_without_effect(panel)
    return _near(panel, mean, mean, value - mean)


def _near(
    panel: Panel, mean: Floats, likely: Floats, score: Floats
) -> tuple[Linear, Floats]:
    """Return the fit of small changes of ln counts: weights are the expected counts."""
    inside = likely > 0
    spread = np.where(inside, 1 / np.where(inside, likely, 1), 0)
    linear = Linear.of(mean, panel.untreated(), treated(panel), spread)
    return linear, score * spread


def _signs(n: int, draws: int, seed: int) -> Floats:
    rng = np.random.default_rng(seed)
    turned: Floats = np.where(rng.random((draws, n)) < 0.5, -1.0, 1.0)
    return turned


def _all_signs(n: int) -> Floats:
    ways = np.arange(2**n)[:, None] >> np.arange(n) & 1
    turned: Floats = np.where(ways == 1, 1.0, -1.0)
    return turned


def _ratio(estimate: float, influence: Floats) -> float:
    error = float(np.sqrt(influence @ influence))
    if error > 1e-12 * abs(estimate):
        return float(estimate) / error
    return 0.0 if estimate == 0 else float(np.copysign(np.inf, estimate))
