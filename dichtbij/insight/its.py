"""Did the series itself change when the help began, given where it was heading?

Interrupted time series: quasi-Poisson with a trend, a step at the start, if asked a
change of slope, the time of year and holidays. Without a comparison it describes; other
things may have changed at the same time. Source: science.md 4.7; Lopez Bernal, Cummins
and Gasparrini 2017.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from math import exp, sqrt
from typing import Literal

import numpy as np
from scipy.special import gammaincc, ndtri

from dichtbij.insight.panels import CannotEstimate, Floats

Errors = Literal["auto", "model", "newey_west"]
LEAST_BEFORE, LEAST_AFTER = 8, 6  # points. Source: science.md 4.7
MOST_HARMONICS = 2
LAGS = 12  # of Ljung and Box
REJECTED_BELOW = 0.05
Z = float(ndtri(0.975))
STEPS, CLOSE = 100, 1e-12
WORST_CONDITION = 1e12


@dataclass(frozen=True)
class LjungBox:
    """Do the residuals hang together in time? Chi-squared with `lags` degrees."""

    statistic: float
    lags: int
    p: float


@dataclass(frozen=True)
class InterruptedSeries:
    """The step as a ratio, and what was to be expected without it.

    `ratio`, `low`, `high`: level after over level before at the start, 95%. `slope` and
    its limits: the change per point thereafter, None unless asked. `trend` is the ratio
    per point. `phi` is the dispersion, `errors` which kind was used. *shape*: `names`,
    `coefficients` and `covariance` per term; `fitted` per point; `counterfactual` with
    its limits per point after the start, in counts. `avoided` is counterfactual less
    observed over these. Limits of both come from `draws` of the coefficients (`seed`).
    """

    ratio: float
    low: float
    high: float
    slope: tuple[float, float, float] | None
    trend: float
    names: tuple[str, ...]
    coefficients: Floats
    covariance: Floats
    phi: float
    deviance: float
    errors: Literal["model", "newey_west"]
    ljung_box: LjungBox
    fitted: Floats
    counterfactual: Floats
    counterfactual_low: Floats
    counterfactual_high: Floats
    avoided: float
    avoided_low: float
    avoided_high: float
    points_before: int
    points_after: int
    draws: int
    seed: int


def interrupted_series(
    count: Sequence[float] | Floats,
    exposure: Sequence[float] | Floats,
    start: int,
    slope: bool = False,
    harmonics: int = 0,
    points_a_year: int = 12,
    holiday: Sequence[float] | Floats | None = None,
    quasi: bool = True,
    errors: Errors = "auto",
    draws: int = 10_000,
    seed: int = 0,
) -> InterruptedSeries:
    """Fit the series; `start` is the place (from 0) of the first point with the help.

    *shape*: one count, exposure (youths) and holiday share per point, in order and
    without gaps. `quasi` False fixes the dispersion at 1. Errors of Newey and West are
    chosen when Ljung-Box rejects. Raises ValueError for impossible input;
    CannotEstimate with fewer than 8 points before or 6 after, no events on one side, or
    terms that cannot be told apart: then describe only. Source: science.md 4.7.
    """
    y, offset = _checked(count, exposure, start)
    names, design = _terms(y.size, start, slope, harmonics, points_a_year, holiday)
    fit = _fit(y, offset, design)
    phi = float((fit.pearson**2).sum()) / (y.size - design.shape[1])
    box = ljung_box(fit.pearson)
    chosen = _errors(errors, box)
    covariance = fit.inverse * (phi if quasi else 1.0)
    if chosen == "newey_west":
        covariance = _newey_west(fit, design)
    helped = [name in ("step", "slope") for name in names]
    without = np.where(helped, 0.0, design)[start:]
    path = _Path.of(fit.coefficients, covariance, without, offset[start:], draws, seed)
    observed = float(y[start:].sum())
    ratio = partial(_ratio, names=names, found=fit.coefficients, covariance=covariance)
    step = ratio("step")
    return InterruptedSeries(
        ratio=step[0],
        low=step[1],
        high=step[2],
        slope=ratio("slope") if slope else None,
        trend=ratio("trend")[0],
        names=names,
        coefficients=fit.coefficients,
        covariance=covariance,
        phi=phi,
        deviance=_deviance(y, fit.mean),
        errors=chosen,
        ljung_box=box,
        fitted=fit.mean,
        counterfactual=path.expected,
        counterfactual_low=path.low,
        counterfactual_high=path.high,
        avoided=float(path.expected.sum()) - observed,
        avoided_low=path.total_low - observed,
        avoided_high=path.total_high - observed,
        points_before=start,
        points_after=y.size - start,
        draws=draws,
        seed=seed,
    )


def _checked(
    count: Sequence[float] | Floats, exposure: Sequence[float] | Floats, start: int
) -> tuple[Floats, Floats]:
    y = np.asarray(count, dtype=np.float64)
    youths = np.asarray(exposure, dtype=np.float64)
    if y.ndim != 1 or y.shape != youths.shape:
        raise ValueError("each count has one exposure")
    if not (np.all(y >= 0) and np.all(youths > 0) and np.isfinite(y + youths).all()):
        raise ValueError("a count is at least 0 and an exposure above 0")
    if start < LEAST_BEFORE:
        raise CannotEstimate("fewer_than_8_before")
    if y.size - start < LEAST_AFTER:
        raise CannotEstimate("fewer_than_6_after")
    if not y[:start].any() or not y[start:].any():
        raise CannotEstimate("no_events")
    return y, np.log(youths)


def _terms(
    n: int,
    start: int,
    slope: bool,
    harmonics: int,
    points_a_year: int,
    holiday: Sequence[float] | Floats | None,
) -> tuple[tuple[str, ...], Floats]:
    """Return the names and columns; time is counted from the start of the help."""
    if not 0 <= harmonics <= MOST_HARMONICS:
        raise ValueError("there are at most two harmonics")
    time = np.arange(n, dtype=np.float64) - start
    columns = {"level": np.ones(n), "trend": time, "step": (time >= 0) * 1.0}
    if slope:
        columns["slope"] = np.maximum(time, 0)
    for k in range(1, harmonics + 1):
        angle = 2 * np.pi * k * np.arange(n) / points_a_year
        columns[f"cosine {k}"] = np.cos(angle)
        if 2 * k != points_a_year:
            columns[f"sine {k}"] = np.sin(angle)
    if holiday is not None:
        columns["holiday"] = np.asarray(holiday, dtype=np.float64)
        if columns["holiday"].shape != time.shape:
            raise ValueError("each count has one holiday share")
    design = np.column_stack(list(columns.values()))
    if n <= design.shape[1] or np.linalg.cond(design) > WORST_CONDITION:
        raise CannotEstimate("terms_singular")
    return tuple(columns), design


@dataclass(frozen=True)
class _Fitted:
    coefficients: Floats
    mean: Floats
    pearson: Floats
    score: Floats
    inverse: Floats


def _fit(y: Floats, offset: Floats, design: Floats) -> _Fitted:
    """Return the maximum likelihood fit by iteratively reweighted least squares."""
    coefficients = np.zeros(design.shape[1])
    coefficients[0] = np.log(y.sum() / np.exp(offset).sum())
    for _ in range(STEPS):
        mean = np.exp(offset + design @ coefficients)
        gram = (design * mean[:, None]).T @ design
        inverse = np.linalg.inv(gram).astype(np.float64)
        step = inverse @ (design.T @ (y - mean))
        if np.abs(step).max() < CLOSE:
            break
        coefficients += np.clip(step, -2, 2)
    return _Fitted(
        coefficients=coefficients,
        mean=mean,
        pearson=(y - mean) / np.sqrt(mean),
        score=design * (y - mean)[:, None],
        inverse=inverse,
    )


def _deviance(y: Floats, mean: Floats) -> float:
    ratio = np.where(y > 0, y, mean) / mean
    return float(2 * (y * np.log(ratio) - (y - mean)).sum())


def ljung_box(residual: Floats, lags: int = LAGS) -> LjungBox:
    """Test the first `lags` autocorrelations, at most half the number of points."""
    n = residual.size
    lags = min(lags, n // 2)
    centred = residual - residual.mean()
    total = float(centred @ centred)
    if total == 0:
        return LjungBox(0.0, lags, 1.0)
    own = [float(centred[k:] @ centred[:-k]) / total for k in range(1, lags + 1)]
    statistic = n * (n + 2) * sum(r**2 / (n - k) for k, r in enumerate(own, 1))
    return LjungBox(statistic, lags, float(gammaincc(lags / 2, statistic / 2)))


def _errors(asked: Errors, box: LjungBox) -> Literal["model", "newey_west"]:
    if asked == "auto":
        return "newey_west" if box.p < REJECTED_BELOW else "model"
    if asked not in ("model", "newey_west"):
        raise ValueError("errors are auto, model or newey_west")
    return asked


def _newey_west(fit: _Fitted, design: Floats) -> Floats:
    """Return the covariance under autocorrelation (Bartlett, corrected by n/(n-p))."""
    n, p = design.shape
    lags = int(4 * (n / 100) ** (2 / 9))
    meat = fit.score.T @ fit.score
    for k in range(1, lags + 1):
        shifted = fit.score[k:].T @ fit.score[:-k]
        meat += (1 - k / (lags + 1)) * (shifted + shifted.T)
    covariance: Floats = fit.inverse @ meat @ fit.inverse * (n / (n - p))
    return covariance


def _ratio(
    name: str, names: tuple[str, ...], found: Floats, covariance: Floats
) -> tuple[float, float, float]:
    """Return a coefficient as a ratio with its limits."""
    k = names.index(name)
    middle, width = float(found[k]), Z * sqrt(float(covariance[k, k]))
    return exp(middle), exp(middle - width), exp(middle + width)


@dataclass(frozen=True)
class _Path:
    """What was to be expected after the start without step and slope, with limits."""

    expected: Floats
    low: Floats
    high: Floats
    total_low: float
    total_high: float

    @classmethod
    def of(
        cls,
        coefficients: Floats,
        covariance: Floats,
        without: Floats,
        offset: Floats,
        draws: int,
        seed: int,
    ) -> "_Path":
        rng = np.random.default_rng(seed)
        drawn = rng.multivariate_normal(coefficients, covariance, draws, method="eigh")
        paths = np.exp(drawn @ without.T + offset)
        low, high = np.quantile(paths, [0.025, 0.975], axis=0)
        total = np.quantile(paths.sum(axis=1), [0.025, 0.975])
        expected = np.exp(without @ coefficients + offset)
        return cls(expected, low, high, float(total[0]), float(total[1]))
