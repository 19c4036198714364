"""Is this figure changing, or is it the same process with its usual ups and downs?

Pure. The XmR chart computes always; `chart_choice` says whether it may be shown.
Source: science.md 4.4, T-A5; the method of the NHS, "Making Data Count".
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import fsum, isfinite
from typing import Literal

import numpy as np
import numpy.typing as npt

from dichtbij.insight.special_causes import (
    COMMON,
    NEAR_LIMIT,
    OUTSIDE,
    SIDE,
    TREND,
    causes,
)

LIMIT = 2.66  # mean moving ranges from the centre to a limit
SCREEN = 3.267  # a moving range from here on is no usual up or down
NEAR = LIMIT * 2 / 3
SHORT = 13  # points; a shorter group carries a warning
LEAST_FIXED = 12  # points that limits may be fixed on

Direction = Literal["high", "low"]
Floats = npt.NDArray[np.float64]
ABOVE = frozenset((OUTSIDE[1], TREND[1], NEAR_LIMIT[1], SIDE[1]))


@dataclass(frozen=True, eq=False)
class Xmr:
    """An XmR chart: all sequences have one value per point, in the unit of the values.

    `group` counts the groups from 0. `special_cause` holds type names such as
    "Above UCL", `point_type` what they mean: common_cause, special_cause_improvement,
    special_cause_concern, special_cause_neutral_high or special_cause_neutral_low.
    `short_group` is true in a group of fewer than 13 points. `variation` is the point
    type of the last point; `assurance` is consistent_pass, consistent_fail,
    inconsistent, or None without a target or a wanted direction.
    """

    values: Floats
    mean: Floats
    lower: Floats
    upper: Floats
    group: tuple[int, ...]
    special_cause: tuple[str, ...]
    point_type: tuple[str, ...]
    short_group: tuple[bool, ...]
    variation: str
    assurance: str | None
    target: float | None


def xmr(
    values: Sequence[float] | Floats,
    screen: bool = True,
    improvement: Direction | None = None,
    target: float | None = None,
    fix_after: int | None = None,
    rebase: Sequence[int] = (),
) -> Xmr:
    """Return the chart of values in the order of time.

    `screen` drops moving ranges that are too large, once, before the limits are made.
    `fix_after` takes centre and limits from that many first points of each group, at
    least 12. `rebase` holds positions, from 0, at which a new group begins.
    Raises ValueError for a group of one point, a value that is no number, limits fixed
    on fewer than 12 points, or a place to begin that is not within the series.
    """
    line = _checked(values, fix_after)
    parts = _groups(len(line), rebase)
    centre, lower, upper = (np.empty(len(line)) for _ in range(3))
    types: list[str] = []
    for part in parts:
        mean, reach = _limits(line[part], screen, fix_after)
        centre[part], lower[part], upper[part] = mean, mean - reach, mean + reach
        types.extend(_types(line[part], mean, reach))
    meanings = tuple(point_type(name, improvement) for name in types)
    for made in (line, centre, lower, upper):
        made.flags.writeable = False
    return Xmr(
        values=line,
        mean=centre,
        lower=lower,
        upper=upper,
        group=tuple(n for n, p in enumerate(parts) for _ in line[p]),
        special_cause=tuple(types),
        point_type=meanings,
        short_group=tuple(len(line[p]) < SHORT for p in parts for _ in line[p]),
        variation=meanings[-1],
        assurance=assurance(float(lower[-1]), float(upper[-1]), target, improvement),
        target=target,
    )


def point_type(special_cause: str, improvement: Direction | None) -> str:
    """Return what a type means, given which direction is wanted."""
    if special_cause == COMMON:
        return "common_cause"
    high = special_cause in ABOVE
    if improvement is None:
        return f"special_cause_neutral_{'high' if high else 'low'}"
    better = high == (improvement == "high")
    return f"special_cause_{'improvement' if better else 'concern'}"


def assurance(
    lower: float, upper: float, target: float | None, improvement: Direction | None
) -> str | None:
    """Return whether a target will be met each time, never, or by chance.

    None without a target or a wanted direction.
    """
    if target is None or improvement is None:
        return None
    if target > upper:
        return "consistent_fail" if improvement == "high" else "consistent_pass"
    if target < lower:
        return "consistent_pass" if improvement == "high" else "consistent_fail"
    return "inconsistent"


def _checked(values: Sequence[float] | Floats, fix_after: int | None) -> Floats:
    line = np.array(values, dtype=float)
    if line.ndim != 1 or not np.isfinite(line).all():
        raise ValueError("a chart needs one number per point, none of them missing")
    if fix_after is not None and fix_after < LEAST_FIXED:
        raise ValueError(f"limits are fixed on at least {LEAST_FIXED} points")
    return line


def _groups(n: int, rebase: Sequence[int]) -> list[slice]:
    if any(not 0 < at < n for at in rebase):
        raise ValueError("a new group begins after the first point of the series")
    starts = [0, *sorted(set(rebase)), n]
    parts = [slice(a, b) for a, b in pairwise(starts)]
    if any(part.stop - part.start < 2 for part in parts):
        raise ValueError("limits need at least two points in each group")
    return parts


def _limits(values: Floats, screen: bool, fix_after: int | None) -> tuple[float, float]:
    """Return the centre and how far the limits lie from it."""
    base = values[:fix_after].tolist()
    ranges = [abs(b - a) for a, b in pairwise(base)]
    typical = fsum(ranges) / len(ranges)
    if screen and typical > 0:
        usual = [one for one in ranges if one < SCREEN * typical]
        typical = fsum(usual) / len(usual)
    mean = fsum(base) / len(base)
    if not isfinite(mean):
        raise ValueError("these values are too large to take a mean of")
    return mean, LIMIT * typical


def _types(values: Floats, mean: float, reach: float) -> tuple[str, ...]:
    away = values - mean
    sides = np.sign(away).astype(int)
    outside = np.where((values > mean + reach) | (values < mean - reach), sides, 0)
    narrow = reach * NEAR / LIMIT
    beyond = (values > mean + narrow) | (values < mean - narrow)
    near = np.where(beyond & (outside == 0), sides, 0)
    return causes(values.tolist(), sides.tolist(), near.tolist(), outside.tolist())
