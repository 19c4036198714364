"""Which shares of ages, sexes and numbers of consults give the published figures?"""

from bisect import bisect_left
from functools import cache
from itertools import accumulate, pairwise
from random import Random
from typing import TypeVar

from dichtbij.demo import parameters
from dichtbij.demo.parameters import value

K = TypeVar("K")
TEEN_FROM, YOUNGEST = 13, 2


def pick(rng: Random, weights: dict[K, float]) -> K:
    """Return one key, each with its share."""
    sums = list(accumulate(weights.values()))
    return list(weights)[bisect_left(sums, rng.random() * sums[-1])]


@cache
def ages_at_referral() -> dict[int, float]:
    """Return age in whole years -> share: FIG7's mean and its share of 13 to 17.

    Even from 13; under 13 each year the same factor more, so that the mean is met.
    """
    teens = value("age.13_17")
    wanted = (value("age.mean") - teens * 15) / (1 - teens)
    years = range(YOUNGEST, TEEN_FROM)
    low, high = 1.0, 3.0
    for _ in range(60):
        factor = (low + high) / 2
        weights = [factor**year for year in years]
        mean = sum(y * w for y, w in zip(years, weights, strict=True)) / sum(weights)
        low, high = (factor, high) if mean < wanted else (low, factor)
    younger = {
        year: (1 - teens) * weight / sum(weights)
        for year, weight in zip(years, weights, strict=True)
    }
    return younger | dict.fromkeys(range(TEEN_FROM, 18), teens / 5)


@cache
def girls_elsewhere() -> float:
    """Return the share of girls outside behaviour that gives FIG8's share in all."""
    behaviour = sum(
        s for code, s in parameters.questions().items() if code[:3] == "GED"
    )
    girls = value("sex.girl") - behaviour * value("sex.girl.behaviour")
    return girls / (1 - behaviour)


@cache
def consult_counts() -> dict[int, float]:
    """Return number of consults -> share, so that FIG5's quartiles come out.

    The quantile function is a line through the three quartiles and the ends.
    """
    knots = (
        (0.0, 0.5),
        (0.25, value("consults.q1")),
        (0.5, value("consults.median")),
        (0.75, value("consults.q3")),
        (1.0, value("consults.most") + 0.5),
    )

    def share_below(count: float) -> float:
        for (low, at_low), (high, at_high) in pairwise(knots):
            if count <= at_high:
                return low + (high - low) * (count - at_low) / (at_high - at_low)
        return 1.0

    most = int(value("consults.most"))
    return {n: share_below(n + 0.5) - share_below(n - 0.5) for n in range(1, most + 1)}
