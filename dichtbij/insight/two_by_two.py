"""How much more did the treated change than their controls, in one pair of periods?

Without covariates a difference of weighted means. With them: by regression of the
controls, by inverse probability, or doubly robust by both. Each with the influence of
every unit.
Source: science.md 4.8; Sant'Anna and Zhao 2020; Callaway and Sant'Anna 2021.
"""

from typing import Literal

import numpy as np

from dichtbij.insight.panels import CannotEstimate, Flags, Floats

Method = Literal["dr", "reg", "ipw"]
METHODS = ("dr", "reg", "ipw")

LARGEST_CHANCE = 0.999  # of being treated: beyond it there is no overlap
TRIM_CONTROLS = 0.995  # controls this likely to be treated do not count
WORST_CONDITION = 1e12
STEPS = 50


def plain(
    change: Floats, weight: Floats, treated: Flags, control: Flags
) -> tuple[float, Floats]:
    """Return the difference of weighted means, and the influence of each unit.

    *shape*: one value per unit; the influences have mean 0 over all units.
    """
    n = change.size
    effect, influence = 0.0, np.zeros(n)
    for sign, group in ((1, treated), (-1, control)):
        own = weight[group]
        total = own.sum()
        moved = change[group]
        mean = float(own @ moved) / total
        effect += sign * mean
        influence[group] = sign * own * (moved - mean) * (n / total)
    return effect, influence


def adjusted(
    change: Floats,
    weight: Floats,
    treated: Flags,
    control: Flags,
    covariates: Floats,
    method: Method,
) -> tuple[float, Floats]:
    """Return the effect given covariates (*shape*: units x k), and the influences.

    Raises CannotEstimate (`covariates_singular`, `no_overlap`) where the covariates of
    the pair of groups do not allow it.
    """
    used = treated | control
    design = _design(covariates[used])
    effect, influence = _within(
        change[used], weight[used], treated[used].astype(np.float64), design, method
    )
    out = np.zeros(change.size)
    out[used] = influence * (change.size / int(used.sum()))
    return effect, out


def _design(covariates: Floats) -> Floats:
    """Return an intercept and scaled columns: the fit does not depend on units."""
    spread = covariates.std(axis=0)
    if np.any(spread == 0):
        raise CannotEstimate("covariates_singular")
    scaled = (covariates - covariates.mean(axis=0)) / spread
    return np.column_stack((np.ones(len(scaled)), scaled))


def _within(
    change: Floats, weight: Floats, treated: Floats, design: Floats, method: Method
) -> tuple[float, Floats]:
    """Return effect and influence among treated (1) and controls (0) only."""
    residual, regressed = change, None
    if method != "ipw":
        residual, regressed = _regression(change, weight * (1 - treated), design)
    own = weight * treated
    mean = float((own @ residual) / own.sum())
    influence = own * (residual - mean)
    if regressed is not None:
        influence -= regressed @ (own @ design / own.size)
    influence /= own.mean()
    if method == "reg":
        return mean, influence
    other, shift = _reweighted(residual, regressed, weight, treated, design)
    return mean - other, influence - shift


def _reweighted(
    residual: Floats,
    regressed: Floats | None,
    weight: Floats,
    treated: Floats,
    design: Floats,
) -> tuple[float, Floats]:
    """Return the mean of the controls weighed to look like the treated."""
    chance, moved = _propensity(weight, treated, design)
    odds = chance / (1 - chance) * (chance < TRIM_CONTROLS)
    own = weight * (1 - treated) * odds
    if own.sum() <= 0:
        raise CannotEstimate("no_overlap")
    mean = float((own @ residual) / own.sum())
    influence = own * (residual - mean)
    influence += moved @ ((own * (residual - mean)) @ design / own.size)
    if regressed is not None:
        influence -= regressed @ (own @ design / own.size)
    return mean, influence / own.mean()


def _inverse(gram: Floats) -> Floats:
    if not np.isfinite(gram).all() or np.linalg.cond(gram) > WORST_CONDITION:
        raise CannotEstimate("covariates_singular")
    inverse: Floats = np.linalg.inv(gram).astype(np.float64)
    return inverse


def _regression(
    change: Floats, weight: Floats, design: Floats
) -> tuple[Floats, Floats]:
    """Return what a regression on the controls leaves, and each unit's pull on it."""
    inverse = _inverse((design * weight[:, None]).T @ design)
    residual = change - design @ (inverse @ (design.T @ (weight * change)))
    pull = ((weight * residual)[:, None] * design) @ (inverse * change.size)
    return residual, pull


def _propensity(
    weight: Floats, treated: Floats, design: Floats
) -> tuple[Floats, Floats]:
    """Return the chance of being treated (weighted logit), and each unit's pull."""
    slope: Floats = np.zeros(design.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-np.clip(design @ slope, -30, 30)))
        if chance.max() > 1 - 1e-9:
            raise CannotEstimate("no_overlap")
        spread = weight * chance * (1 - chance)
        inverse = _inverse((design * spread[:, None]).T @ design)
        step = inverse @ (design.T @ (weight * (treated - chance)))
        slope = slope + step
        if np.abs(step).max() < 1e-12:
            break
    if chance.max() >= LARGEST_CHANCE:
        raise CannotEstimate("no_overlap")
    pull: Floats = (weight * (treated - chance))[:, None] * design
    return chance, pull @ (inverse * treated.size)
