"""Which of several ends came first, and for what share by each time?

Aalen-Johansen: one exit takes a person away from the others, so their shares add up
to the share that left. Ties count exactly. Asked for through survival.aalen_johansen.
Source: science.md 4.6.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Whole = npt.NDArray[np.int64]


@dataclass(frozen=True)
class CumulativeIncidence:
    """The share that met each cause, from each time at which something happened.

    `times`, `at_risk` and `survival` have one value per time, in the unit of the times
    given; `events`, `incidence` and `standard_error` have a row per cause, in the order
    of `causes`. `n` is the number of people, `followed_until` the longest time seen.
    """

    times: Floats
    causes: tuple[int, ...]
    at_risk: Whole
    events: Whole
    incidence: Floats
    standard_error: Floats
    survival: Floats
    n: int
    followed_until: float

    def at(self, cause: int, time: float) -> tuple[float, float] | None:
        """Return the share that met a cause by a time, and its standard error.

        None when nobody was followed that long and some had met nothing by then.
        Raises ValueError for a cause that nobody met.
        """
        row = self.causes.index(cause)
        place = int(np.searchsorted(self.times, time, "right")) - 1
        left = float(self.survival[place]) if place >= 0 else 1.0
        if time > self.followed_until and left > 1e-12:
            return None
        if place < 0:
            return 0.0, 0.0
        return float(self.incidence[row, place]), float(self.standard_error[row, place])


def estimate(
    time: Sequence[float] | Floats, cause: Sequence[int] | Whole
) -> CumulativeIncidence:
    """Return the cumulative incidence of each cause with its error (delta method).

    *shape*: two one-dimensional sequences of one length. Raises ValueError for other
    shapes, a time that is negative or no number, or a cause below 0.
    Source: science.md 4.6 (its variance equals the infinitesimal jackknife).
    """
    when, met = _checked(time, cause)
    causes = np.unique(met[met > 0])
    times, place = np.unique(when[met > 0], return_inverse=True)
    row = np.searchsorted(causes, met[met > 0])
    events = np.bincount(row * times.size + place, minlength=causes.size * times.size)
    events = events.reshape(causes.size, times.size)
    at_risk = when.size - np.searchsorted(np.sort(when), times, "left")
    survival = np.cumprod(1 - events.sum(axis=0) / at_risk)
    before = np.concatenate(([1.0], survival[:-1]))[: times.size]
    incidence = np.cumsum(before * events / at_risk, axis=1)
    return CumulativeIncidence(
        times=times,
        causes=tuple(int(one) for one in causes),
        at_risk=at_risk,
        events=events,
        incidence=incidence,
        standard_error=np.sqrt(_variance(events, at_risk, before, incidence)),
        survival=survival,
        n=when.size,
        followed_until=float(when.max()) if when.size else 0.0,
    )


def _checked(
    time: Sequence[float] | Floats, cause: Sequence[int] | Whole
) -> tuple[Floats, Whole]:
    when, met = np.asarray(time, dtype=np.float64), np.asarray(cause)
    if when.ndim != 1 or when.shape != met.shape:
        raise ValueError("each time needs one cause")
    if not np.all(when >= 0):
        raise ValueError("a time is a number that is not negative")
    whole = met.astype(np.int64)
    if np.any(whole != met) or np.any(whole < 0):
        raise ValueError("a cause is a whole number from 0, which is none yet")
    return when, whole


def _variance(
    events: Whole, at_risk: Whole, before: Floats, incidence: Floats
) -> Floats:
    """Return the delta-method variance; the squares of (F(t) - F(u)) are written out.

    The first term is 0 where everybody left (n = d). What rounding leaves below zero
    is zero.
    """
    n, d = at_risk.astype(np.float64), events.sum(axis=0)
    left = np.where(n > d, n - d, 1.0)
    hazard = np.where(n > d, d / (n * left), 0.0)
    crossed = before * events / n**2
    own = before**2 * events * (n - events) / n**3

    def summed(values: Floats) -> Floats:
        return np.cumsum(values, axis=1)

    first = (
        incidence**2 * np.cumsum(hazard)
        - 2 * incidence * summed(hazard * incidence)
        + summed(hazard * incidence**2)
    )
    third = incidence * summed(crossed) - summed(crossed * incidence)
    variance: Floats = np.maximum(first + summed(own) - 2 * third, 0.0)
    return variance
