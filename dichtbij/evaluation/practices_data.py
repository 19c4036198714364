"""Do practices differ more than chance, without saying which practice is which?

Pure. Referrals per 1,000 youths over the last year that was returned, in counts rounded
to fives and sizes rounded to fifties, without names and in no order of value. With
fewer than ten practices anyone would know who is who, so there is nothing to draw.
Source: science.md 4.5; R31.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

Numbers = dict[str, Any]
LEAST_PRACTICES = 10
QUARTERS = 4
COUNT, SIZE = 5, 50  # to which is rounded
PER = 1000
STEPS = 12  # sizes at which the lines are drawn


def practices_of(returns: Mapping[str, Sequence[Any]]) -> Numbers:
    """Return the points and lines of a funnel, or the code of why there is none."""
    counts, youths = _last_year(returns)
    whole = {one for one in counts if youths[one] > 0}
    if len(whole) < LEAST_PRACTICES:
        return {"reason": "too_few_practices", "practices": len(whole)}
    total, size = sum(counts.values()), sum(youths.values())
    if not total:
        return {"reason": "no_events", "practices": len(whole)}
    target = PER * total / size
    points = sorted(_point(counts[one], youths[one], target) for one in whole)
    sizes = [point[0] for point in points]
    return {
        "reason": "",
        "practices": len(whole),
        "target": target,
        "points": points,
        "lines": _lines(sizes[0], sizes[-1], target),
    }


def _last_year(
    returns: Mapping[str, Sequence[Any]],
) -> tuple[Counter[Any], Counter[Any]]:
    """Return referrals and youths per practice that returned the whole last year."""
    last = max(returns.get("quarter", ()), default=0)
    counts: Counter[Any] = Counter()
    youths: Counter[Any] = Counter()
    seen: Counter[Any] = Counter()
    columns = ("practice", "quarter", "referrals", "youths")
    for practice, quarter, number, size in zip(
        *(returns.get(name, ()) for name in columns), strict=True
    ):
        if quarter > last - QUARTERS:
            counts[practice] += number
            youths[practice] += size / QUARTERS
            seen[practice] += 1
    for practice, number in seen.items():
        if number < QUARTERS:
            del counts[practice], youths[practice]
    return counts, youths


def _point(count: int, youths: float, target: float) -> list[Any]:
    """Return size, rate and where it stands, all of rounded numbers."""
    from dichtbij.insight.funnel import poisson_limits

    size = max(SIZE, SIZE * round(youths / SIZE))
    rate = PER * COUNT * round(count / COUNT) / size
    limits = poisson_limits(size, target)
    if not limits.lower_998 <= rate <= limits.upper_998:
        return [size, rate, "outside_998"]
    inside = limits.lower_95 <= rate <= limits.upper_95
    return [size, rate, "within" if inside else "outside_95"]


def _lines(low: int, high: int, target: float) -> list[list[float]]:
    from dichtbij.insight.funnel import poisson_limits

    found = []
    for step in range(STEPS + 1):
        size = low + (max(high, low + SIZE) - low) * step / STEPS
        one = poisson_limits(size, target)
        found.append([size, one.lower_998, one.lower_95, one.upper_95, one.upper_998])
    return found
