"""How did referrals run where all practices started together, with none to compare?

Pure. It describes: whatever else changed at the same time is in it. Counts are rounded
to fives and not told below ten, as all published counts. Source: science.md 4.7; LR-81.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

Numbers = dict[str, Any]
Returns = Mapping[str, Sequence[Any]]

CELL, SMALL = 5, 10
A_YEAR = 4  # quarters
SEED = 1
DRAWS = 2000


def series_of(returns: Returns) -> Numbers:
    """Return the series and what its own course led to expect, or why there is none.

    *shape*: `points` hold quarter, observed, expected and its limits, per 1,000 youths
    a year; the last three are None before the start. Reasons: apart, gap, too_few,
    too_short.
    """
    names = ("practice", "quarter", "group", "referrals", "youths")
    rows = [
        row for row in zip(*(returns[name] for name in names), strict=True) if row[2]
    ]
    starts = {row[2] for row in rows}
    if len(starts) != 1:
        return {"reason": "apart"}
    start = min(starts)
    practices = {row[0] for row in rows}
    quarters = sorted({row[1] for row in rows})
    whole = quarters == list(range(quarters[0], quarters[-1] + 1))
    if not whole or len(rows) != len(practices) * len(quarters):
        return {"reason": "gap"}
    counts: dict[int, int] = defaultdict(int)
    youths: dict[int, int] = defaultdict(int)
    for _practice, quarter, _group, referrals, number in rows:
        counts[quarter] += referrals
        youths[quarter] += number
    if min(counts.values()) < SMALL:
        return {"reason": "too_few"}
    totals = [counts[one] for one in quarters], [youths[one] for one in quarters]
    return _fitted(*totals, quarters, start) | {"practices": len(practices)}


def _fitted(
    counts: list[int], youths: list[int], quarters: list[int], start: int
) -> Numbers:
    from dichtbij.insight.its import interrupted_series
    from dichtbij.insight.panels import CannotEstimate

    begin = start - quarters[0]
    if not 0 < begin < len(quarters):
        return {"reason": "too_short"}
    try:
        found = interrupted_series(
            counts, youths, begin, points_a_year=A_YEAR, draws=DRAWS, seed=SEED
        )
    except CannotEstimate:
        return {"reason": "too_short"}
    told = zip(
        found.counterfactual,
        found.counterfactual_low,
        found.counterfactual_high,
        strict=True,
    )
    without: list[tuple[float, ...] | None] = [None] * begin
    without += [tuple(map(float, one)) for one in told]
    points = [
        [quarter, _rate(_fives(count), number), *_rates(expected, number)]
        for quarter, count, number, expected in zip(
            quarters, counts, youths, without, strict=True
        )
    ]
    limits = {"ratio": found.ratio, "low": found.low, "high": found.high}
    return {"reason": "", "start": begin, "points": points, **limits}


def _fives(count: int) -> int:
    return CELL * ((2 * count + CELL) // (2 * CELL))


def _rate(count: float, youths: int) -> float:
    return round(1000 * A_YEAR * count / youths, 1)


def _rates(expected: tuple[float, ...] | None, youths: int) -> list[float | None]:
    if expected is None:
        return [None, None, None]
    return [_rate(one, youths) for one in expected]
