"""How is noise drawn that hides one child, exactly as the formula says?

Discrete Laplace (two-sided geometric): P(k) = (1 - q) / (1 + q) * q^|k| with
q = exp(-eps). Drawn by whole numbers only, from the random source of the operating
system: no rounding of a float decides anything. Source: Canonne, Kamath & Steinke
2020, algorithms 1 and 2 (security.md 5.2).
"""

from collections.abc import Mapping
from math import gcd
from secrets import randbelow

from dichtbij.insight.publication.tables import Key, Scheme

MILLI = 1000
# What was measured: table and key, with the weight of its precision.
Measurements = Mapping[tuple[str, Key], list[tuple[int, int]]]
Counts = Mapping[str, Mapping[Key, int]]


def bernoulli(numerator: int, denominator: int) -> bool:
    """Return True with probability numerator / denominator."""
    return randbelow(denominator) < numerator


def bernoulli_exp(numerator: int, denominator: int) -> bool:
    """Return True with probability exp(-numerator / denominator), for at most 1.

    Source: Canonne, Kamath & Steinke 2020, algorithm 1.
    """
    tries = 1
    while bernoulli(numerator, denominator * tries):
        tries += 1
    return tries % 2 == 1


def discrete_laplace(milli_epsilon: int) -> int:
    """Return noise of scale 1000 / milli_epsilon.

    Raises ValueError without a budget. Source: Canonne, Kamath & Steinke 2020,
    algorithm 2.
    """
    if milli_epsilon <= 0:
        raise ValueError("noise needs a budget above nought")
    common = gcd(milli_epsilon, MILLI)
    over, scale = milli_epsilon // common, MILLI // common
    while True:
        rest = randbelow(scale)
        if not bernoulli_exp(rest, scale):
            continue
        whole = 0
        while bernoulli_exp(1, 1):
            whole += 1
        size = (rest + scale * whole) // over
        negative = bernoulli(1, 2)
        if not (negative and size == 0):
            return -size if negative else size


def measure(scheme: Scheme, counts: Counts, epsilon: int | None) -> Measurements:
    """Return what is known of the true counts from here on, each number measured once.

    `epsilon` is the whole budget of a child; None measures everything exactly. Each
    line is (value, weight); the weight is the budget of the part, in thousandths.
    """
    found: dict[tuple[str, Key], list[tuple[int, int]]] = {}
    if epsilon is None:
        for table in scheme.tables:
            for key in (*table.cells(), *table.margins()):
                found[table.code, key] = [(_sum(scheme, counts, table.code, key), 1)]
        return found
    for table, what, thousandths in scheme.parts():
        budget = thousandths * epsilon
        for key in table.measured(what):
            true = _sum(scheme, counts, table.code, key)
            noisy = true + discrete_laplace(budget)
            found.setdefault((table.code, key), []).append((noisy, budget))
    return found


def _sum(scheme: Scheme, counts: Counts, code: str, key: Key) -> int:
    table = next(one for one in scheme.tables if one.code == code)
    return sum(counts[code].get(cell, 0) for cell in table.under(key))
