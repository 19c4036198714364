"""H3: is the noise exactly the formula's, from the source of the operating system?"""

import ast
from array import array
from collections import Counter
from collections.abc import Callable, Iterator
from math import exp
from os import urandom
from pathlib import Path
from types import ModuleType

import pytest
from scipy.stats import chisquare

from dichtbij.insight.publication import noise
from dichtbij.insight.publication.noise import bernoulli_exp, discrete_laplace
from dichtbij.insight.publication.tables import SCHEMES

DRAWS = 250_000  # of each; with four scales a million (security.md 5.4)
# By chance a sound sampler is called wrong once in a billion runs.
LEVEL = 1e-9
NEVER = {"random", "numpy", "numpy.random"}


def pmf(k: int, epsilon: float) -> float:
    q = exp(-epsilon)
    return (1 - q) / (1 + q) * q ** abs(k)


@pytest.mark.parametrize(("numerator", "denominator"), [(0, 1), (1, 3), (1, 1)])
def test_a_coin_of_exp_falls_as_often_as_it_should(numerator, denominator):
    heads = sum(bernoulli_exp(numerator, denominator) for _ in range(20_000))

    expected = exp(-numerator / denominator)
    assert abs(heads / 20_000 - expected) < 0.02


def from_the_system() -> Callable[[int], int]:
    """Return `randbelow`, of the same source but read in large pieces.

    A call to the system for each number would take a minute for a million draws.
    """

    def read() -> Iterator[int]:
        while True:
            yield from array("I", urandom(1 << 18))

    word = read().__next__

    def below(most: int) -> int:
        limit = 2**32 - 2**32 % most
        while (found := word()) >= limit:
            pass
        return found % most

    return below


def fits(sampler: Callable[[int], int], milli: int, draws: int) -> float:
    """Return the probability that the exact law gives what is drawn, or worse."""
    epsilon, edge = milli / 1000, max(2, 4000 // milli)
    seen = Counter(max(-edge, min(edge, sampler(milli))) for _ in range(draws))
    inner = [pmf(k, epsilon) for k in range(-edge + 1, edge)]
    tail = (1 - sum(inner)) / 2
    expected = [p * draws for p in (tail, *inner, tail)]
    assert min(expected) > 5
    found = [seen[k] for k in range(-edge, edge + 1)]
    scaled = [one * draws / sum(expected) for one in expected]
    return float(chisquare(found, scaled).pvalue)


@pytest.mark.parametrize("milli", [80, 400, 800, 2000])
def test_draws_follow_the_formula(milli, monkeypatch):
    monkeypatch.setattr(noise, "randbelow", from_the_system())

    assert fits(discrete_laplace, milli, DRAWS) > LEVEL


def test_so_do_draws_of_the_source_that_is_used():
    assert fits(discrete_laplace, 800, 10_000) > LEVEL


WRONG = {
    "nought counted twice": ("if not (negative and size == 0):", "if True:"),
    "one side heavier": ("negative = bernoulli(1, 2)", "negative = bernoulli(51, 100)"),
    "a scale that is off by a fortieth": (
        "size = (rest + scale * whole) // over",
        "size = 40 * (rest + scale * whole) // (41 * over)",
    ),
    "a coin of 0.36 instead of exp(-1)": (
        "while bernoulli_exp(1, 1):",
        "while bernoulli(36, 100):",
    ),
}


@pytest.mark.parametrize("planted", WRONG)
def test_h10_a_sampler_that_is_a_little_wrong_is_seen(planted):
    source = Path(noise.__file__).read_text()
    wrong = source.replace(*WRONG[planted])
    assert wrong != source
    mutant = ModuleType("mutant")
    exec(compile(wrong, "mutant", "exec"), mutant.__dict__)
    mutant.__dict__["randbelow"] = from_the_system()

    assert fits(mutant.__dict__["discrete_laplace"], 400, DRAWS) <= LEVEL


@pytest.mark.parametrize("milli", [80, 160, 300, 400, 880, 1600])
def test_neighbouring_counts_differ_by_no_more_than_the_budget(milli):
    """The pmf of a measurement of n and of n + 1: its ratio is e^eps_t at most."""
    epsilon = milli / 1000

    for value in range(-200, 201):
        ratio = pmf(value, epsilon) / pmf(value - 1, epsilon)
        assert exp(-epsilon) * (1 - 1e-12) <= ratio <= exp(epsilon) * (1 + 1e-12)


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=lambda one: one.name)
def test_all_that_is_measured_of_a_child_adds_up_to_the_budget(scheme):
    """A child is in one cell, one row and the total of each table: each part once."""
    assert sum(part for *_, part in scheme.parts()) == 1000
    assert sum(scheme.share(group) for group in scheme.groups()) == 1000
    for table in scheme.tables:
        for what in table.parts:
            touched = [
                sum(cell in table.under(key) for key in table.measured(what))
                for cell in table.cells()
            ]
            assert set(touched) == {1}


def test_nothing_is_measured_twice_or_without_budget(monkeypatch):
    drawn: list[int] = []
    monkeypatch.setattr(noise, "discrete_laplace", lambda m: drawn.append(m) or 0)
    scheme = next(iter(SCHEMES.values()))
    counts = {table.code: {} for table in scheme.tables}

    noise.measure(scheme, counts, 2)

    wanted = Counter(
        {
            (table.code, what): len(table.measured(what))
            for table, what, _ in scheme.parts()
        }
    )
    assert len(drawn) == sum(wanted.values())
    assert min(drawn) > 0
    with pytest.raises(ValueError, match="budget"):
        discrete_laplace(0)


def sources_of_chance(source: str) -> set[str]:
    """Return the modules a text imports, as H3 and H10 judge them."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
    return found


def test_chance_comes_from_the_operating_system():
    text = Path(noise.__file__).read_text()

    assert "secrets" in sources_of_chance(text)
    assert not sources_of_chance(text) & NEVER
    assert not [
        node
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Constant) and isinstance(node.value, float)
    ]
