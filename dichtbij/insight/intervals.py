"""Between which values does a share, a rate or a ratio probably lie?

Pure. All intervals are 95% two-sided. What has no value (nobody at risk, no event on
either side of a ratio) raises ValueError: it is told in words, never as NaN. scipy is
imported where it is needed, so that a page may count shares without it.
Source: science.md 4.3, T-A10.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, fsum, inf, lgamma, log, sqrt

Z = 1.959963984540054  # the 97.5% point of the normal distribution
TAIL = 0.025
EXACT_BELOW = 10  # events; Byar from here. Source: PHE method notes, science.md 4.3
HAIR = 1e-7  # relative: two probabilities that differ less are equally rare


@dataclass(frozen=True)
class Interval:
    """An estimate with its 95% limits, in the unit of the estimate.

    `method` names how the limits were made; `p` is two-sided and only there for a
    ratio. `estimate` and `high` of a ratio are infinite when its base has no events.
    """

    estimate: float
    low: float
    high: float
    method: str
    p: float | None = None


def wilson(k: int, n: int) -> Interval:
    """Return the share k of n, between 0 and 1, with Wilson's limits.

    Raises ValueError unless 0 <= k <= n and n > 0.
    """
    _check_share(k, n)
    share = k / n
    middle = (share + Z**2 / (2 * n)) / (1 + Z**2 / n)
    spread = sqrt(share * (1 - share) / n + Z**2 / (4 * n**2))
    half = Z * spread / (1 + Z**2 / n)
    low = 0.0 if k == 0 else max(0.0, middle - half)
    high = 1.0 if k == n else min(1.0, middle + half)
    return Interval(share, low, high, "Wilson")


def clopper_pearson(k: int, n: int) -> Interval:
    """Return the share k of n, between 0 and 1, with exact limits.

    Raises ValueError unless 0 <= k <= n and n > 0.
    """
    _check_share(k, n)
    return Interval(k / n, *_exact_share(k, n), "Clopper-Pearson")


def exact_rate(events: int, exposure: float, per: float = 1000) -> Interval:
    """Return events per `per` of the exposure, with exact Poisson limits.

    Raises ValueError for a negative count or an exposure that is not above 0.
    """
    low, high = _exact_count(_checked(events, exposure))
    scale = per / exposure
    return Interval(events * scale, low * scale, high * scale, "exact Poisson")


def byar_rate(events: int, exposure: float, per: float = 1000) -> Interval:
    """Return events per `per` of the exposure, with Byar's limits.

    Raises ValueError as exact_rate does.
    """
    low, high = _byar_count(_checked(events, exposure))
    scale = per / exposure
    return Interval(events * scale, low * scale, high * scale, "Byar")


def rate(events: int, exposure: float, per: float = 1000) -> Interval:
    """Return events per `per`: exact limits below ten events, Byar's from ten.

    Raises ValueError as exact_rate does.
    """
    chosen = exact_rate if events < EXACT_BELOW else byar_rate
    return chosen(events, exposure, per)


def rate_ratio(a: int, na: float, b: int, nb: float) -> Interval:
    """Return the rate of a in exposure na over that of b in nb, limits and p exact.

    Given all events together those of a are binomial; p adds what is no more likely.
    Without events in a the ratio is 0 with an exact upper limit; without events in b
    it is infinite with an exact lower limit. Raises ValueError without any event.
    """
    _checked(a, na)
    _checked(b, nb)
    if a + b == 0:
        raise ValueError("without a single event there is no ratio")
    low, high = _exact_share(a, a + b)
    estimate = (a / na) / (b / nb) if b else inf
    return Interval(
        estimate,
        _odds(low) * nb / na,
        _odds(high) * nb / na,
        "exact conditional",
        p=_as_rare(a, a + b, na / (na + nb)),
    )


def standardised_rate(
    events: Sequence[int],
    exposures: Sequence[float],
    weights: Sequence[float],
    per: float = 1000,
) -> Interval:
    """Return the directly standardised rate with Dobson's limits; one value per group.

    The weights are the standard population. Without any event the upper limit is that
    of the group that weighs most per person (Fay and Feuer 1997), for Dobson has none.
    Raises ValueError for groups of different number, or as exact_rate does.
    """
    groups = list(zip(events, exposures, weights, strict=True))
    if not groups or any(w < 0 for w in weights) or fsum(weights) <= 0:
        raise ValueError("a standard population has people in it")
    for observed, exposure, _ in groups:
        _checked(observed, exposure)
    whole, total = fsum(weights), sum(events)
    standard = fsum(w * o / n for o, n, w in groups) / whole
    low, high = _count(total)
    if total == 0:
        most = max(w / n for _, n, w in groups) / whole
        return Interval(0.0, 0.0, most * high * per, "Fay-Feuer")
    variance = fsum(w**2 * o / n**2 for o, n, w in groups) / whole**2
    stretch = sqrt(variance / total)
    return Interval(
        standard * per,
        (standard + stretch * (low - total)) * per,
        (standard + stretch * (high - total)) * per,
        "Dobson",
    )


def _check_share(k: int, n: int) -> None:
    if n <= 0:
        raise ValueError("a share needs at least one to be a share of")
    if not 0 <= k <= n:
        raise ValueError("a part lies between none and all")


def _checked(events: int, exposure: float) -> int:
    if events < 0:
        raise ValueError("a count is not negative")
    if not 0 < exposure < inf:
        raise ValueError("a rate needs someone who could have had the event")
    return events


def _exact_share(k: int, n: int) -> tuple[float, float]:
    from scipy import special

    low = 0.0 if k == 0 else float(special.betaincinv(k, n - k + 1, TAIL))
    high = 1.0 if k == n else float(special.betaincinv(k + 1, n - k, 1 - TAIL))
    return low, high


def _count(events: int) -> tuple[float, float]:
    return _exact_count(events) if events < EXACT_BELOW else _byar_count(events)


def _exact_count(events: int) -> tuple[float, float]:
    """Return the limits of a Poisson mean: half the quantiles of chi-squared."""
    from scipy import special

    low = 0.0 if events == 0 else float(special.gammaincinv(events, TAIL))
    return low, float(special.gammaincinv(events + 1, 1 - TAIL))


def _byar_count(events: int) -> tuple[float, float]:
    more = events + 1
    high = more * (1 - 1 / (9 * more) + Z / (3 * sqrt(more))) ** 3
    if events == 0:
        return 0.0, high
    return max(0.0, events * (1 - 1 / (9 * events) - Z / (3 * sqrt(events))) ** 3), high


def _odds(share: float) -> float:
    return inf if share == 1 else share / (1 - share)


def _as_rare(k: int, n: int, share: float) -> float:
    """Return the probability of what is at most as likely as k of n."""

    def likely(one: int) -> float:
        ways = lgamma(n + 1) - lgamma(one + 1) - lgamma(n - one + 1)
        return exp(ways + one * log(share) + (n - one) * log(1 - share))

    limit = likely(k) * (1 + HAIR)
    return min(1.0, fsum(p for p in map(likely, range(n + 1)) if p <= limit))
