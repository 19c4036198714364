"""How strong must a difference be to be called one, when one looks more than once?

Pure. Looking three times at 5% finds a difference that is not there in one of nine
studies; these boundaries keep the whole at 5%. Looks are dates in the plan.
The chance to pass a boundary for the first time is the multivariate normal integral,
taken one look at a time (Armitage, McPherson and Rowe 1969).
Source: science.md 4.11, T-A11; O'Brien and Fleming 1979; Lan and DeMets 1983.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from math import sqrt
from statistics import NormalDist

import numpy as np
import numpy.typing as npt
from scipy import special

NODES = 128  # of Gauss and Legendre, per look: more change no digit that is shown
CLOSE = 1e-9
FAR = 12.0  # beyond it a standard normal value does not lie
NORMAL = NormalDist()

Floats = npt.NDArray[np.float64]
State = tuple[Floats, Floats]  # places, and the chance to be at each of them
Passing = Callable[[float], float]
_START: State = (np.zeros(1), np.ones(1))


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
    state, before = _START, 0.0
    for at, time in enumerate(times):
        gained = time - (times[at - 1] if at else 0.0)
        spend = spent(time, alpha) - before
        passed = partial(_passing, state, gained)

        def too_often(edge: float, _of: Passing = passed, _by: float = spend) -> float:
            return _of(edge) - _by

        edge = _root(too_often, 0.0, FAR)
        state, before = _inside(state, gained, edge), before + passed(edge)
        bounds.append(edge / sqrt(time))
    return tuple(bounds)


def spent(time: float, alpha: float = 0.05) -> float:
    """Return how much of the risk on one side is spent by a share of the whole."""
    edge = NORMAL.inv_cdf(1 - alpha / 4)
    return 2 - 2 * NORMAL.cdf(edge / sqrt(time))


def crossings(times: Sequence[float], bounds: Sequence[float]) -> tuple[float, ...]:
    """Return for each look the chance to pass its upper bound for the first time.

    Without any true difference; until then no bound was passed on either side.
    """
    found: list[float] = []
    state, before = _START, 0.0
    for time, bound in zip(times, bounds, strict=True):
        edge = bound * sqrt(time)
        found.append(_passing(state, time - before, edge))
        state, before = _inside(state, time - before, edge), time
    return tuple(found)


def _passing(state: State, gained: float, edge: float) -> float:
    """Return the chance to lie beyond an edge once so much was gained."""
    places, chances = state
    return float((chances * special.ndtr((places - edge) / sqrt(gained))).sum())


def _inside(state: State, gained: float, edge: float) -> State:
    """Return where those who stay within an edge are then."""
    places, chances = state
    onward, weights = _nodes(edge)
    moved = _bell(onward[:, None] - places[None, :], gained)
    return onward, weights * (moved @ chances)


def _steps(times: Sequence[float]) -> list[tuple[float, float]]:
    """Return each time with the one before; the first rises from just above 0."""
    before = [times[0] / 2, *times[:-1]]
    return list(zip(before, times, strict=True))


@lru_cache(maxsize=1)
def _legendre() -> tuple[Floats, Floats]:
    places, weights = np.polynomial.legendre.leggauss(NODES)
    return places, weights


def _nodes(edge: float) -> tuple[Floats, Floats]:
    places, weights = _legendre()
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
