"""Which points of a process chart are more than chance?

Pure. A point gets one type, by the first rule that holds: outside the limits, part of
a trend of seven, two of three near a limit, part of seven on one side of the centre.
Sides, marks and signs are 1 (above, rising), -1 (below, falling) and 0.
Source: science.md 4.4; type names as NHSRplotthedots 0.2.2 prints them.
"""

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

Signs = npt.NDArray[np.int8]
RUN = 7
COMMON = "Common Cause"
OUTSIDE = {1: "Above UCL", -1: "Below LCL"}
TREND = {1: "7 Point Trend (Increasing)", -1: "7 Point Trend (Decreasing)"}
NEAR_LIMIT = {1: "2 in 3 Above CL", -1: "2 in 3 Below CL"}
SIDE = {1: "7 Points Above CL", -1: "7 Points Below CL"}


def full_runs(signs: Sequence[int]) -> Signs:
    """Return, at the end of each run of seven equal sides, its side; else 0."""
    sides = np.asarray(signs, dtype=np.int8)
    found = np.zeros(len(sides), dtype=np.int8)
    for at in range(RUN - 1, len(sides)):
        window = sides[at - RUN + 1 : at + 1]
        if abs(int(window.sum(dtype=np.int64))) == RUN:
            found[at] = sides[at]
    return found


def full_trends(values: Sequence[float]) -> Signs:
    """Return, at the end of six differences of one sign, that sign; else 0."""
    steps = np.sign(np.diff(np.asarray(values, dtype=float)))
    found = np.zeros(len(values), dtype=np.int8)
    for at in range(RUN - 1, len(values)):
        total = int(steps[at - RUN + 1 : at].sum())
        if abs(total) == RUN - 1:
            found[at] = np.sign(total)
    return found


def spread_back(ends: Sequence[int]) -> npt.NDArray[np.bool_]:
    """Return which points belong to the seven that end at a mark."""
    marked = np.zeros(len(ends), dtype=np.bool_)
    for at in np.flatnonzero(np.asarray(ends)):
        marked[max(0, at - RUN + 1) : at + 1] = True
    return marked


def two_of_three(near: Sequence[int], sides: Sequence[int]) -> npt.NDArray[np.bool_]:
    """Return which points lie in three on one side of which two are near a limit."""
    close, side = np.abs(np.asarray(near)) > 0, np.asarray(sides)
    marked = np.zeros(len(close), dtype=np.bool_)
    for at in range(2, len(close)):
        window = slice(at - 2, at + 1)
        if close[window].sum() >= 2 and abs(int(side[window].sum())) == 3:
            marked[window] = True
    return marked


def trend_signs(values: Sequence[float]) -> Signs:
    """Return the sign of the trend each point belongs to, 0 where there is none.

    That of the step to the next point if that belongs to it too, else from the last.
    """
    marked = spread_back(full_trends(values).tolist())
    steps = np.sign(np.diff(np.asarray(values, dtype=float))).astype(np.int8)
    signs = np.zeros(len(values), dtype=np.int8)
    for at in np.flatnonzero(marked):
        onward = at + 1 < len(marked) and marked[at + 1]
        signs[at] = steps[at] if onward else steps[at - 1]
    return signs


def causes(
    values: Sequence[float],
    sides: Sequence[int],
    near: Sequence[int],
    outside: Sequence[int],
) -> tuple[str, ...]:
    """Return the type of each point of one group.

    `near` and `outside` hold the side on which a point nears or passes a limit; a
    point outside is not near.
    """
    run = spread_back(full_runs(sides).tolist())
    close = two_of_three(near, sides) & (np.asarray(near) != 0)
    rules: list[tuple[Sequence[int], Callable[[int], str]]] = [
        (outside, OUTSIDE.__getitem__),
        (trend_signs(values).tolist(), TREND.__getitem__),
        ((close * np.asarray(sides)).tolist(), NEAR_LIMIT.__getitem__),
        ((run * np.asarray(sides)).tolist(), SIDE.__getitem__),
    ]
    return tuple(
        next((name(signs[at]) for signs, name in rules if signs[at]), COMMON)
        for at in range(len(values))
    )
