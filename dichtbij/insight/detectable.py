"""How large must an effect be before this programme could see it at all?

Simulated from the programme's own sizes, rates, spread and calendar, and told before
any estimate. Source: science.md 4.8 (MDE), conclusion 2.
"""

from dataclasses import dataclass
from math import exp, sqrt

import numpy as np

from dichtbij.insight.inference import Estimator, Statistic, statistic_of
from dichtbij.insight.panels import CannotEstimate, Floats, Frame, Panel, read_panel
from dichtbij.insight.poisson import fitted
from dichtbij.insight.two_way import comparable, treated

# 80% power at 5% two-sided: 1.96 + 0.84. Source: science.md 4.8
DEVIATIONS = 2.8
Z = 1.959963984540054
MOST_FAILED = 0.05


@dataclass(frozen=True)
class Circumstances:
    """What counts look like without the help.

    `rate` per unit of exposure, one per period; `spread` the coefficient of variation
    between units; `dispersion` the variance of a count over its mean, at least 1.
    """

    rate: Floats
    spread: float
    dispersion: float


@dataclass(frozen=True)
class Detectable:
    """The smallest detectable decrease and the power at the relevant one.

    `share` is a decrease as a share (0.27: 27% fewer), for 80% power at 5% two-sided;
    `sd` that of the estimator without an effect (ln IRR, or events per exposure);
    `power` at `relevant` (a share as well). `share_error` is the error of simulating.
    """

    share: float
    share_error: float
    sd: float
    power: float
    relevant: float
    circumstances: Circumstances
    estimator: Estimator
    simulations: int
    failed: int
    seed: int


def minimum_detectable_effect(
    frame: Frame,
    y: str | None,
    unit: str,
    time: str,
    group: str,
    exposure: str,
    relevant: float = 0.10,
    per_1000_a_year: float | None = None,
    periods_a_year: int = 4,
    spread: float | None = None,
    dispersion: float | None = None,
    estimator: Estimator = "poisson",
    simulations: int = 400,
    seed: int = 0,
) -> Detectable:
    """Simulate the estimator from the calendar and sizes of the frame.

    Rate (events per 1,000 of exposure a year), spread and dispersion come from cells
    without the help, unless given; without `y` rate and spread must be. Raises
    ValueError when they are not or lie outside their range; CannotEstimate as the
    estimator, and `too_few_events` when more than 1 in 20 simulations give nothing.
    """
    if not 0 < relevant < 1 or (dispersion is not None and dispersion < 1):
        raise ValueError("relevant is a share, dispersion is at least 1")
    panel = read_panel(frame, y or exposure, unit, time, group, exposure)
    panel = comparable(panel)
    rate = None
    if per_1000_a_year is not None:
        rate = per_1000_a_year / 1000 / periods_a_year
    told = _circumstances(panel, y is not None, (rate, spread, dispersion))
    rng = np.random.default_rng(seed)
    without = simulated(panel, told, 0.0, estimator, simulations, rng)
    effective = simulated(panel, told, relevant, estimator, simulations, rng)
    failed = 2 * simulations - without.size - effective.size
    if failed > MOST_FAILED * 2 * simulations:
        raise CannotEstimate("too_few_events", panel.dropped)
    sd = float(without.std(ddof=1))
    share, slope = _share(panel, told, sd, estimator)
    return Detectable(
        share=share,
        share_error=slope * sd / sqrt(2 * (without.size - 1)),
        sd=sd,
        power=float((np.abs(effective) > Z * sd).mean()),
        relevant=relevant,
        circumstances=told,
        estimator=estimator,
        simulations=simulations,
        failed=failed,
        seed=seed,
    )


def _share(
    panel: Panel, told: Circumstances, sd: float, estimator: Estimator
) -> tuple[float, float]:
    """Return the detectable decrease as a share, and its change per unit of sd."""
    if estimator == "poisson":
        left = exp(-DEVIATIONS * sd)
        return 1 - left, DEVIATIONS * left
    weight = panel.weights * treated(panel)
    usual = float((weight * told.rate).sum() / weight.sum())
    return DEVIATIONS * sd / usual, DEVIATIONS / usual


def _circumstances(
    panel: Panel, counted: bool, given: tuple[float | None, float | None, float | None]
) -> Circumstances:
    rate, spread, dispersion = given
    if not counted:
        if rate is None or spread is None or rate <= 0 or spread < 0:
            raise ValueError("without counts a rate above 0 and a spread are given")
        return Circumstances(_each(rate, panel), spread, dispersion or 1.0)
    found = circumstances(panel)
    return Circumstances(
        found.rate if rate is None else _each(rate, panel),
        found.spread if spread is None else spread,
        found.dispersion if dispersion is None else dispersion,
    )


def _each(rate: float, panel: Panel) -> Floats:
    return np.full(panel.periods.size, float(rate))


def circumstances(panel: Panel) -> Circumstances:
    """Return rate, spread and dispersion of the cells without the help.

    The spread is what units differ more than chance (method of moments); the dispersion
    is Pearson's. *shape*: a panel as `comparable` returns it, with counts and exposure.
    """
    panel = comparable(panel, counts=True)
    free = panel.untreated()
    count, used = np.where(free, panel.values, 0), panel.weights * free
    rate = count.sum(axis=0) / used.sum(axis=0)
    mean = (used * rate).sum(axis=1)
    beyond = ((count.sum(axis=1) - mean) ** 2 - mean).sum() / (mean**2).sum()
    fit = fitted(panel)
    expected = fit.before[:, None] * fit.chance
    told = expected > 0
    freedom = int(told.sum()) - int((fit.before > 0).sum()) - panel.periods.size + 1
    pearson = float((fit.score[told] ** 2 / expected[told]).sum())
    return Circumstances(
        rate=rate,
        spread=sqrt(max(0.0, float(beyond))),
        dispersion=max(1.0, pearson / freedom) if freedom > 0 else 1.0,
    )


def simulated(
    panel: Panel,
    told: Circumstances,
    decrease: float,
    estimator: Estimator,
    simulations: int,
    rng: np.random.Generator,
) -> Floats:
    """Return the estimates of simulated programmes; fewer where some give none.

    *unit*: ln IRR for the Poisson imputation, else events per exposure and period.
    """
    statistic = statistic_of(estimator)
    mean = panel.weights * told.rate * np.where(treated(panel), 1 - decrease, 1)
    out = []
    for _ in range(simulations):
        count = _counts(mean, told, rng)
        if estimator != "poisson":
            count = count / np.where(panel.present, panel.weights, 1)
        out.append(_estimate(panel, count, statistic))
    return np.array([one for one in out if one is not None])


def _counts(mean: Floats, told: Circumstances, rng: np.random.Generator) -> Floats:
    """Draw counts: units differ by a gamma factor, cells by more than Poisson."""
    if told.spread > 0:
        shape = 1 / told.spread**2
        mean = mean * rng.gamma(shape, 1 / shape, (mean.shape[0], 1))
    extra = told.dispersion - 1
    if extra > 0:
        mean = rng.gamma(np.maximum(mean, 1e-12) / extra, extra)
    return rng.poisson(mean).astype(np.float64)


def _estimate(panel: Panel, count: Floats, statistic: Statistic) -> float | None:
    values = np.where(panel.present, count, np.nan)
    try:
        return statistic(panel.with_values(values))[0]
    except CannotEstimate:
        return None
