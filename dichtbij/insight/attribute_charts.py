"""Which limits suit shares, rates, and events so rare that one waits for the next?

Pure. Laney's p' and u' let the usual ups and downs widen the limits that the binomial
and the Poisson distribution give; g and t charts look at what lies between events.
Source: science.md 4.4; Laney 2002; Benneyan 2001 (g); Montgomery (t, power 1/3.6).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

RANGE = 1.128  # mean range of two in standard deviations
REACH = 3.0  # standard deviations from the centre to a limit
POWER = 3.6  # makes times between events about normal

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class AttributeChart:
    """A chart with one value, centre and pair of limits per point.

    `values`, `centre`, `lower` and `upper` share a unit: a share from 0 to 1, a rate
    per the unit asked, cases or days between events. `outside` is 1 above, -1 below
    and 0 within the limits. `sigma_z` is how much wider than chance the points
    spread; 1 for a g and a t chart.
    """

    values: Floats
    centre: Floats
    lower: Floats
    upper: Floats
    outside: tuple[int, ...]
    sigma_z: float


def p_prime(counts: Sequence[int], sizes: Sequence[int]) -> AttributeChart:
    """Return Laney's p' chart of shares; limits stay between 0 and 1.

    Raises ValueError for fewer than two points, a size of 0, or a count above it.
    """
    part, whole = _pair(counts, sizes)
    if (part > whole).any():
        raise ValueError("a part is not more than the whole")
    centre = float(part.sum() / whole.sum())
    spread = np.sqrt(centre * (1 - centre) / whole)
    return _laney(part / whole, centre, spread, highest=1.0)


def u_prime(
    counts: Sequence[int], exposures: Sequence[float], per: float = 1000
) -> AttributeChart:
    """Return Laney's u' chart of rates per `per` of the exposure; limits are not < 0.

    Raises ValueError for fewer than two points or an exposure of 0.
    """
    events, exposed = _pair(counts, exposures)
    centre = float(events.sum() / exposed.sum())
    spread = np.sqrt(centre / exposed)
    return _laney(events / exposed * per, centre * per, spread * per)


def g_chart(cases_between: Sequence[int]) -> AttributeChart:
    """Return the chart of the number of cases from one event to the next.

    Raises ValueError for fewer than two points or a negative one.
    """
    values = _line(cases_between)
    centre = float(values.mean())
    reach = REACH * float(np.sqrt(centre * (centre + 1)))
    return _flat(values, centre, max(0.0, centre - reach), centre + reach)


def t_chart(days_between: Sequence[float]) -> AttributeChart:
    """Return the chart of the days from one event to the next.

    Limits are those of an XmR chart of days^(1/3.6), turned back into days.
    Raises ValueError for fewer than two points or a negative one.
    """
    values = _line(days_between)
    even = values ** (1 / POWER)
    centre = float(even.mean())
    reach = REACH / RANGE * float(np.abs(np.diff(even)).mean())
    lower, upper = max(0.0, centre - reach), centre + reach
    return _flat(values, centre**POWER, lower**POWER, upper**POWER)


def _laney(
    values: Floats, centre: float, spread: Floats, highest: float | None = None
) -> AttributeChart:
    z = np.zeros(len(values))
    np.divide(values - centre, spread, out=z, where=spread > 0)
    sigma_z = float(np.abs(np.diff(z)).mean() / RANGE)
    reach = REACH * spread * sigma_z
    return _chart(
        values,
        np.full(len(values), centre),
        np.clip(centre - reach, 0, None),
        np.clip(centre + reach, None, highest),
        sigma_z,
    )


def _flat(values: Floats, centre: float, lower: float, upper: float) -> AttributeChart:
    middle, low, high = (np.full(len(values), it) for it in (centre, lower, upper))
    return _chart(values, middle, low, high, 1.0)


def _chart(
    values: Floats, centre: Floats, lower: Floats, upper: Floats, sigma_z: float
) -> AttributeChart:
    # Where all points are equal the limits meet the value but for a rounding.
    hair = 1e-9 * np.maximum(1.0, np.abs(values))
    outside = (values > upper + hair).astype(int) - (values < lower - hair).astype(int)
    return AttributeChart(
        values, centre, lower, upper, tuple(int(o) for o in outside), sigma_z
    )


def _line(values: Sequence[float]) -> Floats:
    line = np.array(values, dtype=float)
    if line.ndim != 1 or len(line) < 2 or not np.isfinite(line).all():
        raise ValueError("limits need at least two points, none of them missing")
    if (line < 0).any():
        raise ValueError("a count or a time is not negative")
    return line


def _pair(counts: Sequence[float], sizes: Sequence[float]) -> tuple[Floats, Floats]:
    part, whole = _line(counts), _line(sizes)
    if len(part) != len(whole) or (whole <= 0).any():
        raise ValueError("each count needs the size of its group, above 0")
    return part, whole
