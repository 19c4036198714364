"""What would the usual regression say, and how much of it compares with the treated?

Two-way fixed effects are shown as a warning only. With waves, part of the estimate uses
practices that already have the help as controls; the decomposition says how large that
part is. Source: science.md 4.8; Goodman-Bacon 2021, theorem 1.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from math import sqrt
from typing import Literal

import numpy as np

from dichtbij.insight.group_time import whole_panel
from dichtbij.insight.panels import Dropped, Flags, Floats, Frame, Panel, read_panel

Kind = Literal["never_treated", "not_yet_treated", "already_treated"]


@dataclass(frozen=True)
class Comparison:
    """One comparison of a wave with controls of a kind, and how much it weighs.

    `control` is the start of the controls, infinite for never. Weights add up to 1.
    """

    kind: Kind
    treated: float
    control: float
    weight: float
    estimate: float


@dataclass(frozen=True)
class TwoWayEffect:
    """The coefficient of the usual regression and what it is made of.

    `standard_error` is clustered by unit (G/(G-1) and (N-1)/(N-T-1)). The comparisons,
    weighed, add up to the estimate. *unit*: that of the outcome.
    """

    estimate: float
    standard_error: float
    comparisons: tuple[Comparison, ...]
    dropped: tuple[Dropped, ...]

    @property
    def already_treated(self) -> float:
        """Return the weight of comparisons with who has the help already."""
        return sum(c.weight for c in self.comparisons if c.kind == "already_treated")


def twfe(
    frame: Frame, y: str, unit: str, time: str, group: str, weights: str | None = None
) -> TwoWayEffect:
    """Estimate the usual regression on the treated cells, and take it apart.

    A unit counts by its weight in the first period. Units with a gap or treated from
    the first period are listed. Raises as group_time_att does.
    """
    panel = whole_panel(read_panel(frame, y, unit, time, group, weights))
    weight = panel.weights[:, 0] / panel.weights[:, 0].sum()
    on = (panel.periods >= panel.start[:, None]).astype(np.float64)
    treated, value = _within(on, weight), _within(panel.values, weight)
    spread = float(weight @ (treated**2).sum(axis=1))
    estimate = float(weight @ (treated * value).sum(axis=1)) / spread
    score = weight * (treated * (value - estimate * treated)).sum(axis=1)
    n, periods = panel.values.shape
    cells = n * periods
    correction = n / (n - 1) * (cells - 1) / (cells - periods - 1)
    return TwoWayEffect(
        estimate=estimate,
        standard_error=sqrt(float(score @ score) * correction) / spread,
        comparisons=tuple(_comparisons(panel, weight, spread / periods)),
        dropped=panel.dropped,
    )


def _within(values: Floats, weight: Floats) -> Floats:
    """Take out the means of units and, weighted, of periods."""
    left: Floats = values - values.mean(axis=1, keepdims=True)
    return left - weight @ left


def _comparisons(panel: Panel, weight: Floats, variance: float) -> Iterator[Comparison]:
    """Yield each pair of waves, the earlier one first; never comes last."""
    starts = np.unique(panel.start)
    size = [float(weight[panel.start == g].sum()) for g in starts]
    mean = [weight[panel.start == g] @ panel.values[panel.start == g] for g in starts]
    paths = [path / n for path, n in zip(mean, size, strict=True)]
    on = [float((panel.periods >= g).mean()) for g in starts]
    for k, late in combinations(range(starts.size), 2):
        first, second = float(starts[k]), float(starts[late])
        both = size[k] * size[late] / variance
        after, until = panel.periods >= first, panel.periods < second
        change = paths[k] - paths[late]
        kind: Kind = "never_treated" if np.isinf(second) else "not_yet_treated"
        early = both * (on[k] - on[late]) * (1 - on[k])
        yield Comparison(
            kind, first, second, early, _moved(change, ~after, after & until)
        )
        if np.isfinite(second):
            back = both * on[late] * (on[k] - on[late])
            moved = _moved(-change, after & until, ~until)
            yield Comparison("already_treated", second, first, back, moved)


def _moved(change: Floats, before: Flags, after: Flags) -> float:
    return float(change[after].mean() - change[before].mean())
