"""How did referrals run against what was expected, before and after the start?

Pure. The primary estimate split by time from the start: by quarter, half-year or year,
the shortest in which the practices that started referred ten children or more in each
part; never part by part, for that would keep the high ones. How far chance alone moves
a part is dealt out, as in the test of the whole. Source: science.md 4.8, 4.13; LR-81.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dichtbij.insight.panels import Panel

Numbers = dict[str, Any]
# Per part of time from the start: observed, expected, and how many quarters it holds.
Parts = dict[int, tuple[float, float, int]]

DRAWS = 199
SMALL = 10
SPANS = (1, 2, 4)  # quarters
LEAST_BEFORE = 2  # parts
LEAST = -100.0  # percent: nobody at all
Z = 1.959963984540054


def course_of(
    returns: Mapping[str, Sequence[Any]], *, detectable_percent: float, seed: int
) -> Numbers:
    """Return the points of an event study, or the code of why there is none.

    A point: the part of time from the start (0 is the first with help), the difference
    with what was expected in percent, and limits of that part and of all together.
    """
    from dichtbij.insight.effect import CannotEstimate
    from dichtbij.insight.panels import read_panel

    columns = ("referrals", "practice", "quarter", "group", "youths")
    try:
        panel = read_panel(returns, *columns).started_in_time()
        for span in SPANS:
            found = _parts(panel, span)
            if _enough(found):
                return {"reason": ""} | _drawn(panel, span, found, seed) | {
                    "detectable": detectable_percent,
                    "draws": DRAWS,
                    "seed": seed,
                }  # fmt: skip
    except CannotEstimate as why:
        return {"reason": str(why)}
    return {"reason": "too_few"}


def _enough(found: Parts) -> bool:
    """Tell whether each part may be told, and there are two before and one after.

    One part before says nothing: what is expected of a practice comes from it.
    """
    told = all(o >= SMALL and expected > 0 for o, expected, _n in found.values())
    before = sum(when < 0 for when in found)
    return told and before >= LEAST_BEFORE and max(found) >= 0


def _parts(panel: "Panel", span: int) -> Parts:
    """Return the parts of which at least half of the quarters were seen.

    Raises CannotEstimate as the primary estimate does.
    """
    import numpy as np

    from dichtbij.insight.poisson import fitted
    from dichtbij.insight.two_way import comparable, treated

    panel = comparable(panel, counts=True)
    fit, untreated, reached = fitted(panel), panel.untreated(), treated(panel)
    observed = np.where(untreated, panel.values, fit.observed)
    expected = np.where(untreated, fit.before[:, None] * fit.chance, fit.expected)
    since = np.floor((panel.periods - panel.start[:, None]) / span)
    used = np.isfinite(since) & (untreated | reached)
    units = int(np.isfinite(panel.start).sum())
    parts: Parts = {}
    for when in np.unique(since[used]):
        cells = used & (since == when)
        if 2 * cells.sum() >= span * units:
            told = float(observed[cells].sum()), float(expected[cells].sum())
            parts[int(when)] = (*told, int(cells.sum()))
    return parts


def _drawn(panel: "Panel", span: int, found: Parts, seed: int) -> Numbers:
    spread, critical = _by_chance(panel, span, seed)
    points = []
    for when in sorted(set(found) & set(spread)):
        observed, expected, _n = found[when]
        value = 100 * (observed / expected - 1)
        half = 100 * spread[when] / expected**0.5
        limits = [value - Z * half, value + Z * half]
        limits += [value - critical * half, value + critical * half]
        points.append([when, value, *(max(LEAST, limit) for limit in limits)])
    return {"span": span, "points": points, "practices": len(panel.units)}


def _by_chance(panel: "Panel", span: int, seed: int) -> tuple[dict[int, float], float]:
    """Return how far each part moves when starts are dealt out, and the sup-t value.

    In roots of what is expected, so that large and small practices compare. Raises
    CannotEstimate when no dealing can be estimated.
    """
    import numpy as np

    from dichtbij.insight.effect import CannotEstimate

    rng = np.random.default_rng(seed)
    dealt: list[dict[int, float]] = []
    for _draw in range(DRAWS):
        try:
            parts = _parts(panel.with_start(rng.permutation(panel.start)), span)
        except CannotEstimate:
            continue
        dealt.append(
            {when: (o - e) / e**0.5 for when, (o, e, _n) in parts.items() if e > 0}
        )
    keys = {when for one in dealt for when in one}
    values = {when: [one[when] for one in dealt if when in one] for when in keys}
    spread = {
        when: float(np.sqrt(np.mean(np.square(moved))))
        for when, moved in values.items()
        if any(moved)
    }
    if not spread:
        raise CannotEstimate("no_error")
    largest = [
        max(
            (abs(one[when]) / spread[when] for when in one if when in spread), default=0
        )
        for one in dealt
    ]
    return spread, max(Z, float(np.quantile(largest, 0.95, method="inverted_cdf")))
