"""Which practice was seen in which quarter, and when did its help start?

A frame is a mapping of column names to one-dimensional arrays; a pandas DataFrame is
one. It becomes a table of units by periods, in one order whatever the order of the
rows. What cannot take part is listed with its reason; nothing becomes NaN in silence.
Source: science.md 4.8, 4.12.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt
from scipy.special import ndtri

Floats = npt.NDArray[np.float64]
Whole = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


class Frame(Protocol):
    """Columns by name, each a one-dimensional sequence of one length."""

    def __getitem__(self, name: str, /) -> Any: ...


def normal_limits(
    estimate: float, standard_error: float, level: float = 0.95
) -> tuple[float, float]:
    """Return the limits of a value whose error is normal, at one point."""
    width = float(ndtri(0.5 + level / 2)) * standard_error
    return estimate - width, estimate + width


class CannotEstimate(ValueError):
    """There is no estimate; `reason` is a code, `dropped` says what led to it."""

    def __init__(self, reason: str, dropped: Sequence["Dropped"] = ()) -> None:
        super().__init__(reason)
        self.reason = reason
        self.dropped = tuple(dropped)


@dataclass(frozen=True)
class Dropped:
    """What was left out (row, unit, period or cell), which one, and why (a code)."""

    what: str
    which: Any
    reason: str


@dataclass(frozen=True)
class Panel:
    """Units by periods; a value that is absent is NaN in `values` and 0 in `weights`.

    `start` is the first treated period of each unit, infinite for never (or not within
    the periods seen). *shape*: units `n`, periods `T`, values and weights `n x T`,
    covariates `n x T x k`, start `n`.
    """

    units: npt.NDArray[Any]
    periods: Floats
    values: Floats
    weights: Floats
    start: Floats
    covariates: Floats
    dropped: tuple[Dropped, ...] = field(default=())

    @property
    def present(self) -> Flags:
        """Return which cells were seen."""
        return ~np.isnan(self.values)

    def untreated(self, anticipation: int = 0) -> Flags:
        """Return which cells were seen before the start, less the anticipation."""
        before: Flags = self.periods < self.start[:, None] - anticipation
        return before & self.present

    def keep(self, units: Flags, reason: str) -> "Panel":
        """Return the panel of these units; the others are listed with the reason."""
        if units.all():
            return self
        gone = tuple(
            Dropped("unit", one, reason) for one in self.units[~units].tolist()
        )
        return replace(
            self,
            units=self.units[units],
            values=self.values[units],
            weights=self.weights[units],
            start=self.start[units],
            covariates=self.covariates[units],
            dropped=self.dropped + gone,
        )

    def keep_periods(self, periods: Flags, reason: str) -> "Panel":
        """Return the panel of these periods; the others are listed with the reason."""
        if periods.all():
            return self
        gone = tuple(
            Dropped("period", one, reason) for one in self.periods[~periods].tolist()
        )
        return replace(
            self,
            periods=self.periods[periods],
            values=self.values[:, periods],
            weights=self.weights[:, periods],
            covariates=self.covariates[:, periods],
            dropped=self.dropped + gone,
        )

    def with_start(self, start: Floats) -> "Panel":
        """Return the panel in which the units started at other times."""
        return replace(self, start=start)

    def with_values(self, values: Floats) -> "Panel":
        """Return the panel with other values in the same cells."""
        return replace(self, values=values)

    def started_in_time(self, anticipation: int = 0) -> "Panel":
        """Leave out who is treated from the first period on: nothing is before it."""
        seen = self.start - anticipation > self.periods[0]
        return self.keep(seen, "treated_from_first_period")


def read_panel(
    frame: Frame,
    y: str,
    unit: str,
    time: str,
    group: str,
    weights: str | None = None,
    covariates: Sequence[str] | None = None,
) -> Panel:
    """Return the table of a frame with one row per unit and period.

    `group` is the first treated period; 0, infinite or NaN is never. Periods are
    numbers above 0. Rows without a value, weight or covariate are listed.
    Raises ValueError for columns of different length, a unit with two starts, a unit
    twice in a period or a negative weight; CannotEstimate when no row is left.
    """
    table = _columns(frame, [y, time, group, weights, *(covariates or ())])
    names, code = np.unique(np.asarray(frame[unit]), return_inverse=True)
    if code.shape != table[y].shape:
        raise ValueError("every column has one value per row")
    if not np.all(table[time] > 0):
        raise ValueError("a period is a number above 0")
    weight = table[weights] if weights else np.ones(code.size)
    used = [y, *(covariates or ())]
    good, dropped = _usable(table, used, weight, (names[code], table[time]))
    if not good.any():
        raise CannotEstimate("no_rows", dropped)
    present, row = np.unique(code[good], return_inverse=True)
    periods, column = np.unique(table[time][good], return_inverse=True)
    place = row * periods.size + column
    if np.bincount(place).max() > 1:
        raise ValueError("a unit occurs once in a period")

    def spread(values: Floats, empty: float) -> Floats:
        out = np.full(present.size * periods.size, empty)
        out[place] = values[good]
        return out.reshape(present.size, periods.size)

    columns = [spread(table[name], 0.0) for name in covariates or ()]
    shape = (present.size, periods.size, 0)
    return Panel(
        units=names[present],
        periods=periods,
        values=spread(table[y], np.nan),
        weights=spread(weight, 0.0),
        start=_starts(table[group], code, periods[-1])[present],
        covariates=np.stack(columns, axis=2) if columns else np.empty(shape),
        dropped=dropped,
    )


def _columns(frame: Frame, names: Sequence[str | None]) -> dict[str, Floats]:
    table = {name: np.asarray(frame[name], dtype=np.float64) for name in names if name}
    if len({column.shape for column in table.values()}) != 1:
        raise ValueError("every column has one value per row")
    return table


def _usable(
    table: dict[str, Floats],
    names: Sequence[str],
    weight: Floats,
    key: tuple[npt.NDArray[Any], Floats],
) -> tuple[Flags, tuple[Dropped, ...]]:
    """Return which rows take part, and list the others."""
    if np.any(weight < 0):
        raise ValueError("a weight is not negative")
    good: Flags = np.logical_and.reduce([np.isfinite(table[name]) for name in names])
    weighed = np.isfinite(weight) & (weight > 0)
    both = good & weighed
    dropped = tuple(
        Dropped(
            "row",
            (key[0][k : k + 1].tolist()[0], float(key[1][k])),
            "no_weight" if good[k] else "no_value",
        )
        for k in np.flatnonzero(~both)
    )
    return both, dropped


def _starts(group: Floats, code: Whole, last: float) -> Floats:
    """Return the start of each unit; after the last period is not within sight."""
    start = np.where(np.isfinite(group) & (group > 0), group, np.inf)
    first = np.full(int(code.max()) + 1, np.inf)
    np.minimum.at(first, code, start)
    if np.any(start != first[code]):
        raise ValueError("a unit has one start")
    return np.where(first > last, np.inf, first)


def strata(panel: Panel) -> Floats:
    """Return the distinct starts, in order, without never."""
    found: Floats = np.unique(panel.start[np.isfinite(panel.start)])
    return found
