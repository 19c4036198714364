"""Between which lines do all effects of a series lie at once?

Mammen's multiplier bootstrap over units: the influences are weighed at random, and the
largest deviation of the whole series gives one critical value. Source: science.md 4.8.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtri

from dichtbij.insight.panels import Floats

ROOT = 5**0.5
LOW, HIGH = (1 - ROOT) / 2, (1 + ROOT) / 2  # mean 0, variance 1, third moment 1
CHANCE_OF_LOW = (ROOT + 1) / (2 * ROOT)
QUARTILES = float(ndtri(0.75) - ndtri(0.25))
CHUNK = 512  # draws at a time: 10 MB for 2,600 units


@dataclass(frozen=True)
class Band:
    """Simultaneous limits, with the pointwise errors of the draws.

    *shape*: one value per effect. `critical` is the sup-t value; `seed` and `draws`
    make the same band again. An effect without an error (a base period) has no width.
    """

    low: Floats
    high: Floats
    standard_error: Floats
    critical: float
    draws: int
    seed: int


def band(
    estimate: Floats, influence: Floats, level: float, draws: int, seed: int
) -> Band:
    """Return the band of a series from its influences (*shape*: units x effects).

    Effects whose error is zero stay out of the supremum. The critical value is never
    below the pointwise one. Source: science.md 4.8 (errors from the quartiles).
    """
    n = influence.shape[0]
    moved = multiplied(influence, draws, seed) / n
    low, high = np.quantile(moved, [0.25, 0.75], axis=0, method="inverted_cdf")
    error = (high - low) / QUARTILES
    pointwise = float(ndtri(0.5 + level / 2))
    spread = error > 0
    critical = pointwise
    if spread.any():
        sup = np.abs(moved[:, spread] / error[spread]).max(axis=1)
        critical = max(pointwise, float(np.quantile(sup, level, method="inverted_cdf")))
    width = critical * error
    return Band(estimate - width, estimate + width, error, critical, draws, seed)


def multiplied(influence: Floats, draws: int, seed: int) -> Floats:
    """Return sums of influences with random multipliers (*shape*: draws x effects)."""
    rng = np.random.default_rng(seed)
    n, total = influence.shape[0], influence.sum(axis=0)
    out: Floats = np.empty((draws, influence.shape[1]))
    for first in range(0, draws, CHUNK):
        size = min(CHUNK, draws - first)
        lowered = (rng.random((size, n)) < CHANCE_OF_LOW).astype(np.float64)
        out[first : first + size] = lowered @ influence
    moved: Floats = HIGH * total + (LOW - HIGH) * out
    return moved
