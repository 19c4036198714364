"""What is the effect over all, per wave, per calendar quarter, or by time since start?

Averages of the cells of group_time. Groups count by their weighted share, also in the
errors: that the shares are estimated is part of the influence.
Source: science.md 4.8; Callaway and Sant'Anna 2021.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from dichtbij.insight.multiplier import Band, band
from dichtbij.insight.panels import (
    CannotEstimate,
    Dropped,
    Flags,
    Floats,
    normal_limits,
)

Kind = Literal["simple", "group", "dynamic", "calendar"]


@dataclass(frozen=True)
class Cells:
    """What an average needs: one value per cell, influences and membership per unit."""

    group: Floats
    period: Floats
    estimate: Floats
    influence: Floats
    share: Floats
    membership: Floats  # weight of the unit if it is in the cell's group, else 0


@dataclass(frozen=True)
class Aggregate:
    """An average effect, and the parts it is an average of.

    `keys` are groups, event times or periods (none for simple), in order; the overall
    value of dynamic is the mean over event times from 0. *unit*: that of the outcome.
    *shape*: `influence` units, `influences` units x keys.
    """

    kind: Kind
    estimate: float
    standard_error: float
    influence: Floats
    keys: Floats
    estimates: Floats
    standard_errors: Floats
    influences: Floats
    dropped: tuple[Dropped, ...]

    def interval(self, level: float = 0.95) -> tuple[float, float]:
        """Return the pointwise interval of the overall value (normal)."""
        return normal_limits(self.estimate, self.standard_error, level)

    def band(self, draws: int = 999, seed: int = 0, level: float = 0.95) -> Band:
        """Return limits that hold for all keys at once, from Mammen's draws."""
        return band(self.estimates, self.influences, level, draws, seed)


def aggregate(cells: Cells, kind: Kind, dropped: tuple[Dropped, ...]) -> Aggregate:
    """Return one of the four averages.

    Raises CannotEstimate without a cell after a start; ValueError for another kind.
    Source: science.md 4.8.
    """
    after = cells.period >= cells.group
    if not after.any():
        raise CannotEstimate("no_effect_cell", dropped)
    keys, parts, shares, moved = _KINDS[kind](cells, after) if kind in _KINDS else _no()
    estimates = np.array([part[0] for part in parts])
    influences = np.array([part[1] for part in parts]).T
    if kind == "dynamic":
        late = keys >= 0
        shares, moved = late / late.sum(), None
    overall, influence = _average(estimates, influences, shares, moved)
    simple = kind == "simple"
    return Aggregate(
        kind=kind,
        estimate=overall,
        standard_error=_error(influence),
        influence=influence,
        keys=keys[:0] if simple else keys,
        estimates=estimates[:0] if simple else estimates,
        standard_errors=np.array(
            [_error(column) for column in influences.T[: 0 if simple else None]]
        ),
        influences=influences[:, :0] if simple else influences,
        dropped=dropped,
    )


Part = tuple[float, Floats]
Parts = tuple[Floats, list[Part], Floats, Floats | None]


def _no() -> Parts:
    raise ValueError("an average is simple, group, dynamic or calendar")


def _error(influence: Floats) -> float:
    return float(np.sqrt(influence @ influence) / influence.size)


def _average(
    estimate: Floats, influence: Floats, share: Floats, membership: Floats | None
) -> Part:
    """Return the mean by shares and its influence; membership: shares are estimated."""
    total = share.sum()
    mean = float(share @ estimate / total)
    moved = influence @ share / total
    if membership is not None:
        moved += (membership - share) @ ((estimate - mean) / total)
    return mean, moved


def _of(cells: Cells, chosen: Flags) -> Part:
    return _average(
        cells.estimate[chosen],
        cells.influence[:, chosen],
        cells.share[chosen],
        cells.membership[:, chosen],
    )


def _simple(cells: Cells, after: Flags) -> Parts:
    return np.zeros(1), [_of(cells, after)], np.ones(1), None


def _by(
    key: Callable[[Cells], Floats], only_after: bool
) -> Callable[[Cells, Flags], Parts]:
    def parts(cells: Cells, after: Flags) -> Parts:
        at = key(cells)
        chosen = after if only_after else np.ones(at.size, dtype=np.bool_)
        keys = np.unique(at[chosen])
        found = [_of(cells, chosen & (at == one)) for one in keys]
        return keys, found, np.full(keys.size, 1 / keys.size), None

    return parts


def _group(cells: Cells, after: Flags) -> Parts:
    """A group's own periods count alike; the groups count by their share."""
    keys, first = np.unique(cells.group[after], return_index=True)
    row = np.flatnonzero(after)[first]
    found = [_of(cells, after & (cells.group == one)) for one in keys]
    return keys, found, cells.share[row], cells.membership[:, row]


_KINDS: dict[str, Callable[[Cells, Flags], Parts]] = {
    "simple": _simple,
    "group": _group,
    "dynamic": _by(lambda cells: cells.period - cells.group, only_after=False),
    "calendar": _by(lambda cells: cells.period, only_after=True),
}
