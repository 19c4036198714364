"""H4: does a whole release, many times over, betray one child by more than promised?

A small instance with all children but one, and with that one: 2 x 5,000 releases by the
very functions that make one. The attacker knows everything else and the likelihood of
each answer, learned from the first half and used on the second. What is fitted to the
same measurement is kept: it depends on nothing else.
"""

from collections import Counter
from math import log

from scipy.stats import beta

from dichtbij.insight.publication.fitting import fit
from dichtbij.insight.publication.noise import measure
from dichtbij.insight.publication.tables import CELLS, Scheme, Table

RELEASES = 5_000
TINY = Scheme("tiny", 1, (Table("only", "one", ("a", "b"), "", {CELLS: 1000}),))
WITHOUT = {"only": {("a", ""): 7, ("b", ""): 4}}
WITH = {"only": {("a", ""): 8, ("b", ""): 4}}
CONFIDENCE = 0.9999  # one false alarm in ten thousand runs


def releases(counts, epsilon: int, kept: dict) -> list[tuple[int, ...]]:
    found = []
    for _ in range(RELEASES):
        measured = measure(TINY, counts, epsilon)
        known = tuple(value for ((value, _),) in measured.values())
        if known not in kept:
            kept[known] = tuple(fit(TINY, measured).tables["only"].values())
        found.append(kept[known])
    return found


def proved_epsilon(one: list, other: list) -> float:
    """Return the least epsilon that these answers prove, with confidence."""
    half = len(one) // 2
    seen, seen_other = Counter(one[:half]), Counter(other[:half])
    picked = {
        answer for answer in seen if seen[answer] > 1.3 * (seen_other[answer] + 1)
    }
    hits = sum(answer in picked for answer in one[half:])
    false = sum(answer in picked for answer in other[half:])
    return log(max(least(hits, half), 1e-9) / most(false, half))


def least(k: int, n: int) -> float:
    return float(beta.ppf(1 - CONFIDENCE, k, n - k + 1)) if k else 0.0


def most(k: int, n: int) -> float:
    return float(beta.ppf(CONFIDENCE, k + 1, n - k))


def test_no_attacker_proves_more_than_the_stated_budget():
    kept: dict = {}
    one, other = releases(WITH, 1, kept), releases(WITHOUT, 1, kept)

    assert proved_epsilon(one, other) <= 1
    assert proved_epsilon(other, one) <= 1


def test_the_attacker_would_find_a_budget_that_is_spent_four_times():
    kept: dict = {}
    one, other = releases(WITH, 4, kept), releases(WITHOUT, 4, kept)

    assert proved_epsilon(one, other) > 1
