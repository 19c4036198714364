"""By how much did each wave of practices change in each quarter, against the others?

Callaway and Sant'Anna: a robustness check beside the primary estimate. It uses one base
period per cell, so it throws away what lies before; the report says so.
Source: science.md 4.8 (iii).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

import numpy as np
from scipy.special import gammaincc

from dichtbij.insight.aggregation import Aggregate, Cells, Kind, aggregate
from dichtbij.insight.multiplier import Band, band
from dichtbij.insight.panels import (
    CannotEstimate,
    Dropped,
    Flags,
    Floats,
    Frame,
    Panel,
    read_panel,
    strata,
)
from dichtbij.insight.two_by_two import METHODS, Method, adjusted, plain

Control = Literal["never", "not_yet"]
Base = Literal["varying", "universal"]
LEAST_CONTROLS = 2  # Source: science.md 4.12


@dataclass(frozen=True)
class PreTest:
    """Did the groups already move apart before the start? Chi-squared with `df`.

    Without a statistic `reason` (a code) says why there is none.
    """

    statistic: float | None
    df: int
    p: float | None
    reason: str = ""


@dataclass(frozen=True)
class GroupTimeEffects:
    """The effect on each group in each period, with the influence of every unit.

    *shape*: one value per cell, in order of group and period; `influence` is units x
    cells. *unit*: that of the outcome. `is_base` marks the cells that are 0 by
    definition, `base` the period compared with. `share` is the weighted share of each
    cell's group among all units. `dropped` lists what takes no part, with the reason.
    """

    group: Floats
    period: Floats
    base: Floats
    estimate: Floats
    standard_error: Floats
    is_base: Flags
    influence: Floats
    share: Floats
    membership: Floats
    n: int
    anticipation: int
    dropped: tuple[Dropped, ...]

    def at(self, group: float, period: float) -> tuple[float, float]:
        """Return estimate and error of a cell. Raises KeyError when it is not there."""
        found = np.flatnonzero((self.group == group) & (self.period == period))
        if not found.size:
            raise KeyError((group, period))
        return float(self.estimate[found[0]]), float(self.standard_error[found[0]])

    def aggregate(self, kind: Kind) -> Aggregate:
        """Return an average: simple, group, dynamic (by event time) or calendar.

        Raises CannotEstimate where no cell after a start is left; ValueError for
        another kind.
        """
        cells = Cells(
            self.group,
            self.period,
            self.estimate,
            self.influence,
            self.share,
            self.membership,
        )
        return aggregate(cells, kind, self.dropped)

    def band(self, draws: int = 999, seed: int = 0, level: float = 0.95) -> Band:
        """Return limits that hold for all cells at once, from Mammen's draws."""
        return band(self.estimate, self.influence, level, draws, seed)

    def pre_test(self) -> PreTest:
        """Test that every cell before the start is 0, base cells left out.

        Source: science.md 4.8 (Wald, with as many degrees of freedom as cells).
        """
        used = (self.period < self.group - self.anticipation) & ~self.is_base
        df = int(used.sum())
        if not df:
            return PreTest(None, 0, None, "no_period_before")
        influence = self.influence[:, used]
        variance = influence.T @ influence / self.n**2
        if np.linalg.matrix_rank(variance, hermitian=True) < df:
            return PreTest(None, df, None, "too_few_units")
        effect = self.estimate[used]
        statistic = float(effect @ np.linalg.solve(variance, effect))
        return PreTest(statistic, df, float(gammaincc(df / 2, statistic / 2)))


def group_time_att(
    frame: Frame,
    y: str,
    unit: str,
    time: str,
    group: str,
    control: Control = "never",
    weights: str | None = None,
    covariates: Sequence[str] | None = None,
    base: Base = "varying",
    method: Method = "dr",
    anticipation: int = 0,
) -> GroupTimeEffects:
    """Estimate the effect per group and period, a group being the first treated period.

    `weights` counts a unit by its weight in the first period (youths of a practice);
    covariates are those of the earlier period of each pair. Units with a gap, units
    treated from the first period, and cells with fewer than two controls are listed.
    Raises ValueError for an unknown option and as `read_panel`; CannotEstimate when no
    unit is ever treated or no cell is left. Source: science.md 4.8 (iii).
    """
    known = control in ("never", "not_yet") and base in ("varying", "universal")
    if not known or method not in METHODS:
        raise ValueError("control, base or method is not known")
    panel = read_panel(frame, y, unit, time, group, weights, covariates)
    return effects_of(panel, control, base, method, anticipation)


def effects_of(
    panel: Panel,
    control: Control = "never",
    base: Base = "varying",
    method: Method = "dr",
    anticipation: int = 0,
) -> GroupTimeEffects:
    """Estimate from a panel that was read. Raises CannotEstimate as group_time_att."""
    panel = whole_panel(panel, anticipation)
    groups = strata(panel)
    weight = panel.weights[:, 0] / panel.weights[:, 0].mean()
    found = _Found([], [], [], [], [], list(panel.dropped))
    for start in groups:
        for place in range(1 if base == "varying" else 0, panel.periods.size):
            before = _base(panel.periods, start, place, base, anticipation)
            _cell(panel, weight, (float(start), place, before), control,
                  method, anticipation, found)  # fmt: skip
    if not found.group:
        raise CannotEstimate("no_comparison", found.dropped)
    return _gathered(panel, weight, groups, found, anticipation)


def whole_panel(panel: Panel, anticipation: int = 0) -> Panel:
    """Return the units without a gap that have a period before their start.

    Raises CannotEstimate when none is left, or none of them is ever treated.
    """
    whole: Flags = np.logical_and.reduce(panel.present, axis=1)
    panel = panel.keep(whole, "incomplete")
    if not len(panel.units):
        raise CannotEstimate("no_complete_unit", panel.dropped)
    panel = panel.started_in_time(anticipation)
    if not np.isfinite(panel.start).any():
        raise CannotEstimate("nobody_treated", panel.dropped)
    return panel


@dataclass(frozen=True)
class _Found:
    """What the loop over cells has gathered so far."""

    group: list[float]
    place: list[tuple[int, int]]
    estimate: list[float]
    influence: list[Floats]
    is_base: list[bool]
    dropped: list[Dropped]

    def add(self, at: tuple[float, int, int], effect: float, moved: Floats) -> None:
        group, place, before = at
        self.group.append(group)
        self.place.append((place, before))
        self.estimate.append(effect)
        self.influence.append(moved)
        self.is_base.append(place == before)


def _base(
    periods: Floats, start: float, place: int, base: Base, anticipation: int
) -> int:
    """Return the place of the period compared with: the last unaffected one."""
    if base == "varying" and periods[place] < start - anticipation:
        return place - 1
    return int(np.searchsorted(periods, start - anticipation)) - 1


def _cell(
    panel: Panel,
    weight: Floats,
    at: tuple[float, int, int],
    control: Control,
    method: Method,
    anticipation: int,
    found: _Found,
) -> None:
    """Estimate one cell, or list why there is none."""
    start, place, before = at
    if place == before:
        found.add(at, 0.0, np.zeros(weight.size))
        return
    latest = panel.periods[max(place, before)] + anticipation
    controls = np.isinf(panel.start)
    if control == "not_yet":
        controls = (panel.start > latest) & (panel.start != start)
    count = int(controls.sum())
    if count < LEAST_CONTROLS:
        reason = "one_control" if count else "no_controls"
        which = (start, float(panel.periods[place]))
        found.dropped.append(Dropped("cell", which, reason))
        return
    estimate = plain
    if panel.covariates.shape[2]:
        earlier = panel.covariates[:, min(place, before)]
        estimate = partial(adjusted, covariates=earlier, method=method)
    change = panel.values[:, place] - panel.values[:, before]
    try:
        effect, moved = estimate(change, weight, panel.start == start, controls)
    except CannotEstimate as why:
        which = (start, float(panel.periods[place]))
        found.dropped.append(Dropped("cell", which, why.reason))
        return
    found.add(at, effect, moved)


def _gathered(
    panel: Panel, weight: Floats, groups: Floats, found: _Found, anticipation: int
) -> GroupTimeEffects:
    group = np.array(found.group)
    place, before = np.array(found.place).T
    influence = np.array(found.influence).T
    n = weight.size
    belongs = weight[:, None] * (panel.start[:, None] == groups)
    row = np.searchsorted(groups, group)
    return GroupTimeEffects(
        group=group,
        period=panel.periods[place],
        base=panel.periods[before],
        estimate=np.array(found.estimate),
        standard_error=np.sqrt((influence**2).sum(axis=0)) / n,
        is_base=np.array(found.is_base),
        influence=influence,
        share=belongs.mean(axis=0)[row],
        membership=belongs[:, row],
        n=n,
        anticipation=anticipation,
        dropped=tuple(found.dropped),
    )
