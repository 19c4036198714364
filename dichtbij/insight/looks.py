"""How strong must a difference be to be called one, when one looks more than once?

Pure. Looking three times at 5% finds a difference that is not there in one of nine
studies; these boundaries keep the whole at 5%. Looks are dates in the plan.
The chance to pass a boundary for the first time is the multivariate normal integral,
taken one look at a time (Armitage, McPherson and Rowe 1969).
Source: science.md 4.11, T-A11; O'Brien and Fleming 1979; Lan and DeMets 1983.
"""

from collections.abc import Callable, Sequence
from math import sqrt
from statistics import NormalDist

import numpy as np
import numpy.typing as npt
from scipy import special

NODES = 160  # of Gauss and Legendre, per look: more change no digit that is shown
CLOSE = 1e-10
FAR = 12.0  # beyond it a standard normal value does not lie
NORMAL = NormalDist()

Floats = npt.NDArray[np.float64]


def obrien_fleming(k: int, alpha: float = 0.05) -> tuple[float, ...]:
    """Return the z that each of k equal looks must pass, two-sided.

    Raises ValueError unless k >= 1 and 0 < alpha < 1.
    """
    if k < 1 or not 0 < alpha < 1:
        raise ValueError("a plan has at least one look and a risk between 0 and 1")
    times = [look / k for look in range(1, k + 1)]

    def too_often(constant: float) -> float:
        bounds = [constant / sqrt(t) for t in times]
        return sum(crossings(times, bounds)) - alpha / 2

    constant = _root(too_often, 0.5, FAR)
    return tuple(constant / sqrt(t) for t in times)


def lan_demets(times: Sequence[float], alpha: float = 0.05) -> tuple[float, ...]:
    """Return the z that each look must pass, for looks at any share of the whole.

    `times` are the shares of all information at each look, rising, the last one 1 at
    the final look. The risk is spent as O'Brien and Fleming do, alike on both sides.
    Raises ValueError for times that do not rise within 0 to 1.
    """
    if not times or not all(0 < a < b for a, b in _steps(times)) or times[-1] > 1:
        raise ValueError("looks lie at rising shares of the whole, the last at most 1")
    if not 0 < alpha < 1:
        raise ValueError("a risk lies between 0 and 1")
    bounds: list[float] = []
    for at, time in enumerate(times):
        spend = spent(time, alpha) - (spent(times[at - 1], alpha) if at else 0.0)

        def too_often(bound: float, at: int = at, spend: float = spend) -> float:
            return crossings(times[: at + 1], [*bounds, bound])[-1] - spend

        bounds.append(_root(too_often, 0.0, FAR))
    return tuple(bounds)


def spent(time: float, alpha: float = 0.05) -> float:
    """Return how much of the risk on one side is spent by a share of the whole."""
    edge = NORMAL.inv_cdf(1 - alpha / 4)
    return 2 - 2 * NORMAL.cdf(edge / sqrt(time))


def crossings(times: Sequence[float], bounds: Sequence[float]) -> tuple[float, ...]:
    """Return for each look the chance to pass its upper bound for the first time.

    Without any true difference; until then no bound was passed on either side.
    """
    found = [float(special.ndtr(-bounds[0]))]
    places, weights = _nodes(bounds[0] * sqrt(times[0]))
    density = _bell(places, times[0])
    for at in range(1, len(times)):
        gained = times[at] - times[at - 1]
        edge = bounds[at] * sqrt(times[at])
        beyond = special.ndtr((places - edge) / sqrt(gained))
        found.append(float((weights * density * beyond).sum()))
        onward, next_weights = _nodes(edge)
        moved = _bell(onward[:, None] - places[None, :], gained)
        density, places, weights = moved @ (weights * density), onward, next_weights
    return tuple(found)


def _steps(times: Sequence[float]) -> list[tuple[float, float]]:
    """Return each time with the one before; the first rises from just above 0."""
    before = [times[0] / 2, *times[:-1]]
    return list(zip(before, times, strict=True))


def _nodes(edge: float) -> tuple[Floats, Floats]:
    places, weights = np.polynomial.legendre.leggauss(NODES)
    reach = min(edge, FAR)
    return places * reach, weights * reach


def _bell(away: Floats, variance: float) -> Floats:
    scaled: Floats = np.exp(-(away**2) / (2 * variance)) / sqrt(2 * np.pi * variance)
    return scaled


def _root(too_high: Callable[[float], float], low: float, high: float) -> float:
    """Return where a falling function passes zero."""
    while high - low > CLOSE:
        middle = (low + high) / 2
        low, high = (middle, high) if too_high(middle) > 0 else (low, middle)
    return (low + high) / 2
