"""How far may a practice lie from the whole by chance alone, given its size?

Pure. Limits are exact, never approximate: at ten trajectories an approximate line lies
far off. Practices are compared with the limits and never with each other: there is no
ranking. Sizes below ten are drawn grey, without a judgement.
Source: science.md 4.5, T-A6; Spiegelhalter, Statistics in Medicine 2005.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import asin, sin, sqrt
from typing import Literal

import numpy as np
import numpy.typing as npt
from scipy import special

Floats = npt.NDArray[np.float64]
Kind = Literal["ratio", "share"]

TAILS = (0.001, 0.025, 0.975, 0.999)  # the lines of 99.8% and 95%
Z = (-3.090232306167813, -1.959963984540054, 1.959963984540054, 3.090232306167813)
LEAST_PRACTICES = 10  # for over-dispersion. Source: science.md 4.5
LEAST_SIZE = 10  # smaller is drawn grey
TRIM = 0.1  # of the z-scores at each end, pulled in to the rest


@dataclass(frozen=True)
class FunnelLimits:
    """The four lines of a funnel at one size, in the unit of the target."""

    lower_998: float
    lower_95: float
    upper_95: float
    upper_998: float


def binomial_limits(n: int, target: float) -> FunnelLimits:
    """Return the exact lines for a share of n around a target from 0 to 1.

    Raises ValueError for n below 1 or a target outside 0 to 1.
    """
    if n < 1 or not 0 <= target <= 1:
        raise ValueError("a share is of at least one, around a target from 0 to 1")
    below = np.asarray(special.bdtr(np.arange(n + 1), n, target), dtype=float)
    return FunnelLimits(*(min(1.0, _interpolated(below, p) / n) for p in TAILS))


def poisson_limits(exposure: float, rate: float, per: float = 1000) -> FunnelLimits:
    """Return the exact lines for events per `per` of the exposure around a rate.

    The rate is per `per` as well. Raises ValueError unless exposure > 0 and rate >= 0.
    """
    if exposure <= 0 or rate < 0:
        raise ValueError("a rate needs someone who could have had the event")
    mean = exposure * rate / per
    most = int(mean + 12 * sqrt(mean) + 30)
    below = np.asarray(special.pdtr(np.arange(most), mean), dtype=float)
    scale = per / exposure
    return FunnelLimits(*(_interpolated(below, p) * scale for p in TAILS))


@dataclass(frozen=True)
class Overdispersion:
    """How much more practices differ than chance alone explains.

    `phi` is 1 for chance alone, `tau2` the variance between practices on the scale of
    the square root (a ratio) or of its arcsine (a share), `target` their whole: 1 for
    a ratio. `n` is the number of practices.
    """

    kind: Kind
    phi: float
    tau2: float
    target: float
    n: int

    def limits(self, den: float) -> FunnelLimits:
        """Return the lines at a size, widened by what practices differ.

        Raises ValueError for a size that is not above 0.
        """
        if den <= 0:
            raise ValueError("a practice has at least one to be counted")
        wide = sqrt(1 / (4 * den) + self.tau2)
        if self.kind == "ratio":
            return FunnelLimits(*(max(0.0, 1 + z * wide) ** 2 for z in Z))
        middle, quarter = asin(sqrt(self.target)), asin(1.0)
        turned = (min(quarter, max(0.0, middle + z * wide)) for z in Z)
        return FunnelLimits(*(sin(angle) ** 2 for angle in turned))


def overdispersion(
    num: Sequence[float], den: Sequence[float], kind: Kind = "ratio"
) -> Overdispersion | None:
    """Return how practices differ beyond chance; None with fewer than ten of them.

    A "ratio" is of observed to expected events, a "share" of a part to its whole.
    z-scores beyond the outer tenths count as those tenths; tau2 is DerSimonian and
    Laird's. Raises ValueError for a practice of size 0 or a part above its whole.
    Source: Spiegelhalter 2005 and 2012; the square root for ratios as CQC has it.
    """
    part, whole = np.asarray(num, dtype=float), np.asarray(den, dtype=float)
    _check(part, whole, kind)
    if len(part) < LEAST_PRACTICES:
        return None
    target = 1.0 if kind == "ratio" else float(part.sum() / whole.sum())
    z = (_even(part / whole, kind) - _even(np.array(target), kind)) * 2 * np.sqrt(whole)
    low, high = np.quantile(z, [TRIM, 1 - TRIM])
    phi = float((np.clip(z, low, high) ** 2).mean())
    return Overdispersion(kind, phi, _tau2(phi, 4 * whole), target, len(part))


def _tau2(phi: float, weights: Floats) -> float:
    n = len(weights)
    spread = float(weights.sum() - (weights**2).sum() / weights.sum())
    return max(0.0, (n * phi - (n - 1)) / spread)


def _even(values: Floats, kind: Kind) -> Floats:
    """Return values on the scale where chance spreads them alike: 1 / (2 root n)."""
    root = np.sqrt(values)
    return root if kind == "ratio" else np.arcsin(root)


def _check(part: Floats, whole: Floats, kind: Kind) -> None:
    if part.shape != whole.shape or (whole <= 0).any() or (part < 0).any():
        raise ValueError("each practice needs a count and a size above 0")
    if kind == "share" and (part > whole).any():
        raise ValueError("a part is not more than the whole")


def _interpolated(below: Floats, tail: float) -> float:
    """Return r - alpha: where the steps of the distribution pass a tail, in between."""
    r = int(np.searchsorted(below, tail))
    before = float(below[r - 1]) if r else 0.0
    alpha = (float(below[r]) - tail) / (float(below[r]) - before)
    return max(0.0, r - alpha)
