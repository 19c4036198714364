"""Which practices and quarters can be compared, and what are their two levels?

Both imputations fit a level per unit and per period on cells without the help. Here is
what may take part, and the weighted two-way fit. Source: science.md 4.8, 4.12.
"""

import numpy as np

from dichtbij.insight.panels import CannotEstimate, Flags, Floats, Panel

LEAST_UNTREATED = 2  # units per period. Source: science.md 4.12


def comparable(panel: Panel, anticipation: int = 0, *, counts: bool = False) -> Panel:
    """Return the panel in which every level can be told; the rest is listed.

    Left out: periods with fewer than two untreated units (or, of counts, without any
    event among them), units without an untreated period, and what no unit links to the
    rest. Raises CannotEstimate when nothing treated or nothing to compare is left.
    """
    panel = panel.started_in_time(anticipation)
    if not np.isfinite(panel.start).any():
        raise CannotEstimate("nobody_treated", panel.dropped)
    size = (0, 0)
    while size != panel.values.shape:
        size = panel.values.shape
        panel = _periods(panel, anticipation, counts)
        panel = _units(panel, anticipation)
        if not panel.values.size:
            raise CannotEstimate("no_comparison", panel.dropped)
        panel = _linked(panel, anticipation, counts)
    if not treated(panel).any():
        raise CannotEstimate("no_effect_cell", panel.dropped)
    return panel


def treated(panel: Panel) -> Flags:
    """Return which cells were seen from the start on."""
    after: Flags = panel.periods >= panel.start[:, None]
    return after & panel.present


def _periods(panel: Panel, anticipation: int, counts: bool) -> Panel:
    number = panel.untreated(anticipation).sum(axis=0)
    panel = panel.keep_periods(number > 0, "no_untreated_unit")
    enough = number[number > 0] >= LEAST_UNTREATED
    panel = panel.keep_periods(enough, "one_untreated_unit")
    if counts:
        events = np.where(panel.untreated(anticipation), panel.values, 0).sum(axis=0)
        panel = panel.keep_periods(events > 0, "no_events")
    return panel


def _units(panel: Panel, anticipation: int) -> Panel:
    seen: Flags = np.logical_or.reduce(panel.untreated(anticipation), axis=1)
    return panel.keep(seen, "no_untreated_period")


def _linked(panel: Panel, anticipation: int, counts: bool) -> Panel:
    """Keep the periods whose levels can be told against each other.

    Of counts a level is finite only if units with events lead from each period to each
    other one and back (Ford's condition; a unit leads from where it has an event to
    wherever it was seen).
    """
    free = panel.untreated(anticipation)
    wins = free & (panel.values > 0) if counts else free
    reach = (wins.T.astype(np.int64) @ free > 0) | np.eye(
        panel.periods.size, dtype=bool
    )
    for _ in range(int(panel.periods.size).bit_length()):
        reach = reach.astype(np.int64) @ reach > 0
    linked: Flags = (reach & reach.T)[wins.sum(axis=0).argmax()]
    return panel.keep_periods(linked, "not_linked")


def solve(weight: Floats, by_unit: Floats, by_period: Floats) -> tuple[Floats, Floats]:
    """Return levels a, b with sums over periods and units of w(a + b) as given.

    *shape*: weight units x periods, 0 where not used, no empty row or column; the
    first b is 0. These are the normal equations of the weighted two-way fit.
    """
    total = weight.sum(axis=1)
    share = weight / total[:, None]
    gram = np.diag(weight.sum(axis=0)) - share.T @ weight
    right = by_period - share.T @ by_unit
    b = np.zeros(by_period.size)
    b[1:] = np.linalg.solve(gram[1:, 1:], right[1:])
    return (by_unit - weight @ b) / total, b
