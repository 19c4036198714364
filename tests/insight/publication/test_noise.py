"""H3: is the noise exactly the formula's, from the source of the operating system?"""

import ast
from collections import Counter
from math import exp
from pathlib import Path

import pytest
from scipy.stats import chisquare

from dichtbij.insight.publication import noise
from dichtbij.insight.publication.noise import bernoulli_exp, discrete_laplace
from dichtbij.insight.publication.tables import SCHEMES

DRAWS = 20_000  # of each; together with four scales 80,000
NEVER = {"random", "numpy", "numpy.random"}


def pmf(k: int, epsilon: float) -> float:
    q = exp(-epsilon)
    return (1 - q) / (1 + q) * q ** abs(k)


@pytest.mark.parametrize(("numerator", "denominator"), [(0, 1), (1, 3), (1, 1)])
def test_a_coin_of_exp_falls_as_often_as_it_should(numerator, denominator):
    heads = sum(bernoulli_exp(numerator, denominator) for _ in range(20_000))

    expected = exp(-numerator / denominator)
    assert abs(heads / 20_000 - expected) < 0.02


@pytest.mark.parametrize("milli", [80, 400, 800, 2000])
def test_draws_follow_the_formula(milli):
    epsilon, edge = milli / 1000, max(2, 4000 // milli)
    seen = Counter(max(-edge, min(edge, discrete_laplace(milli))) for _ in range(DRAWS))
    inner = [pmf(k, epsilon) for k in range(-edge + 1, edge)]
    tail = (1 - sum(inner)) / 2

    found = [seen[k] for k in range(-edge, edge + 1)]
    expected = [p * DRAWS for p in (tail, *inner, tail)]
    total = sum(expected)
    answer = chisquare(found, [one * (DRAWS) / total for one in expected])

    # One in a million by chance: a wrong sampler is far below it at so many draws.
    assert answer.pvalue > 1e-6


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
