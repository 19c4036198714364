"""H5: what do the attacks of security.md 5.1 win on what we publish, beside guessing?

The same synthetic programme: children with age, sex, topic, practice and outcome. Each
attack is run twice. First on the usual choice it was found on: there it must win about
what the table of 5.1 says, or it is no attack. Then on our tables, made by the very
functions that make a release. Beside it stands who guesses from the law of the
population, without any answer. The figures are printed.
"""

from itertools import product
from math import tanh

import numpy as np
import pytest

from dichtbij.insight.publication.fitting import fit
from dichtbij.insight.publication.noise import discrete_laplace, measure
from dichtbij.insight.publication.tables import (
    BASE,
    CELLS,
    FULL,
    ROWS,
    SMALL,
    Scheme,
    Table,
)

EPSILON = 2  # the default
SHAPE = {"age": 4, "sex": 2, "topic": 8, "practice": 6, "outcome": 5}
SIZES = (200, 600, 2000)
THRESHOLD = 10  # of the usual choices: counts below it are hidden
# What our programme would publish of these children: four base tables (5.3).
CODES = {name: tuple(f"{name}{n}" for n in range(k)) for name, k in SHAPE.items()}
SCHEME = Scheme(
    "replay",
    1,
    (
        Table("age", "one", CODES["age"], "", {ROWS: 150, CELLS: 100}, CODES["sex"]),
        Table("topic", "one", CODES["topic"], "", {CELLS: 250}),
        Table("practice", "one", CODES["practice"], "", {CELLS: 250}),
        Table("outcome", "one", CODES["outcome"], "", {CELLS: 250}),
    ),
)


def law(seed: int) -> list[np.ndarray]:
    """Return how often each value occurs, per attribute: some are rare."""
    chance = np.random.default_rng(seed)
    return [chance.dirichlet(np.full(k, 2.0)) for k in SHAPE.values()]


def programme(size: int, seed: int) -> tuple[np.ndarray, list[np.ndarray]]:
    """Return the children, a row each, and the law they were drawn from."""
    chance, of = np.random.default_rng(1000 + seed), law(seed)
    return np.stack([chance.choice(len(p), size, p=p) for p in of], axis=1), of


def cube(children: np.ndarray) -> np.ndarray:
    """Count every filter of one value or all per attribute; "all" is the last index."""
    counts = np.zeros(tuple(SHAPE.values()), dtype=int)
    np.add.at(counts, tuple(children.T), 1)
    for axis in range(counts.ndim):
        counts = np.concatenate([counts, counts.sum(axis, keepdims=True)], axis)
    return counts


def released(children: np.ndarray) -> dict[str, dict[tuple[str, str], int]]:
    """Return what we publish of these children."""
    names = list(SHAPE)
    counts: dict[str, dict[tuple[str, str], int]] = {t.code: {} for t in SCHEME.tables}
    for child in children:
        codes = {name: CODES[name][value] for name, value in zip(names, child)}  # noqa: B905
        for table in SCHEME.tables:
            column = codes["sex"] if table.columns else ""
            key = (codes[table.code], column)
            counts[table.code][key] = counts[table.code].get(key, 0) + 1
    found = fit(SCHEME, measure(SCHEME, counts, EPSILON)).tables
    return {code: dict(cells) for code, cells in found.items()}


def shares(
    tables: dict[str, dict[tuple[str, str], int]],
) -> tuple[int, list[np.ndarray]]:
    """Return what a release says: the total, and how often each value occurs."""
    total = tables["topic"]["", ""]
    of = []
    for name in SHAPE:
        if name == "sex":
            cells = [tables["age"]["", code] for code in CODES["sex"]]
        else:
            cells = [tables[name][code, ""] for code in CODES[name]]
        of.append(np.array(cells) / max(1, sum(cells)))
    return total, of


def expected(total: float, of: list[np.ndarray]) -> np.ndarray:
    """Return the count of every filter that one would guess from these shares."""
    found = np.array(total, dtype=float)
    for p in of:
        found = np.multiply.outer(found, np.append(p, 1.0))
    return found


def told(capsys: pytest.CaptureFixture[str], line: str) -> None:
    with capsys.disabled():
        print(f"\n{line}", end="")  # noqa: T201


# --- attack 1: subtract two permitted answers -----------------------------------------


def subtracted(counts: np.ndarray) -> np.ndarray:
    """Tell of each filter whether two answers of ten or more give it away.

    Without one condition, less the same with every other value of it.
    """
    found = np.zeros(counts.shape, dtype=bool)
    for axis in range(counts.ndim):
        wide = counts.take([-1], axis)
        beside = wide - counts
        ours = (wide >= THRESHOLD) & (beside >= THRESHOLD)
        last = [slice(None)] * counts.ndim
        last[axis] = slice(-1, None)
        ours[tuple(last)] = False  # no condition to leave out
        found |= ours
    return found


@pytest.mark.parametrize("size", SIZES)
def test_subtracting_wins_on_hidden_counts_and_nothing_on_ours(size, capsys):
    usual, ours, guessed, n = [], [], [], 0
    for seed in range(3):
        children, of = programme(size, seed)
        counts = cube(children)
        small = (counts > 0) & (counts < THRESHOLD)
        usual.append(subtracted(counts)[small].mean())
        tables = released(children)
        numbers = {cell for cells in tables.values() for cell in cells.values()}
        differences = {a - b for a in numbers for b in numbers}
        assert not {one % BASE for one in differences | numbers} - {0}
        assert not differences & {1, 2, 3, 4}
        # No filter beyond the tables is answered: what is left is to reckon.
        for shown, into in ((shares(tables), ours), ((size, of), guessed)):
            best = np.clip(np.rint(expected(*shown)), 1, THRESHOLD - 1)
            into.append((best == counts)[small].mean())
        n += int(small.sum())

    told(
        capsys,
        f"subtracting, {size} children: usual {np.mean(usual):.0%}, ours "
        f"{np.mean(ours):.1%}, guessing {np.mean(guessed):.1%} of {n} small filters",
    )
    assert np.mean(usual) > {200: 0.3, 600: 0.45, 2000: 0.6}[size]
    # Reckoning from released margins is no better than from the law: 2 points margin.
    assert np.mean(ours) <= np.mean(guessed) + 0.02


# --- attack 2: look every day ---------------------------------------------------------


def moved_alone(children: np.ndarray) -> np.ndarray:
    """Return, per child that comes on a day, which of its values a live table shows."""
    seen = [np.zeros(k, dtype=int) for k in SHAPE.values()]
    found = np.zeros(children.shape, dtype=bool)
    for day, child in enumerate(children):
        for attribute, value in enumerate(child):
            seen[attribute][value] += 1
            found[day, attribute] = seen[attribute][value] >= THRESHOLD
    return found


def test_looking_every_day_wins_on_live_tables_and_nothing_on_ours(capsys):
    usual, ours, guessed, n = [], [], [], 0
    for seed in range(20):
        children, of = programme(200, seed)
        usual.append(moved_alone(children).all(1).mean())
        n += len(children)
        # Between two releases nothing moves: of each child one can name the likeliest
        # values only, by the release or by the law.
        if seed < 5:
            _total, by_release = shares(released(children))
            for by, into in ((by_release, ours), (of, guessed)):
                named = np.array([p.argmax() for p in by])
                into.append((children == named).all(1).mean())

    told(
        capsys,
        f"looking daily, 200 a year: usual {np.mean(usual):.1%} of {n} known whole, "
        f"ours {np.mean(ours):.1%}, guessing {np.mean(guessed):.1%}",
    )
    assert np.mean(usual) > 0.2
    assert np.mean(ours) <= np.mean(guessed) + 0.02
    assert np.mean(ours) < 0.05


# --- attack 3: ask often and take the average -----------------------------------------


def averaged(true: int, questions: int, chance: np.random.Generator) -> int:
    """Return what the average of n(A + S) - n(A) says: noise of at most 3 per set."""
    noise = chance.integers(-3, 4, (questions, 2))
    return round(float((true + noise[:, 0] - noise[:, 1]).mean()))


def test_averaging_wins_on_noise_per_question_and_nothing_on_ours(capsys):
    chance, groups = np.random.default_rng(7), 300
    right = dict.fromkeys((20, 200, 400), 0)
    for _ in range(groups):
        true = int(chance.integers(1, 5))
        for questions in right:
            right[questions] += averaged(true, questions, chance) == true
    ours = tried = 0
    for seed in range(3):
        children, _law = programme(600, seed)
        tables = released(children)
        for code, name in product(("topic", "outcome"), range(8)):
            # A and A + S are sums of released cells; ask as often as you like.
            cells = [n for key, n in tables[code].items() if key != ("", "")]
            sums = [sum(cells[: name + 1]) - sum(cells[:name]) for _ in range(400)]
            tried += 1
            ours += round(sum(sums) / len(sums)) in (1, 2, 3, 4)

    told(
        capsys,
        "averaging 20, 200, 400 questions: usual "
        + ", ".join(f"{one / groups:.0%}" for one in right.values())
        + f" of {groups} groups of 1-4; ours {ours} of {tried}",
    )
    assert right[20] > 0.4 * groups
    assert right[400] > 0.99 * groups
    assert ours == 0


# --- the attacker of G3: knows everybody else -----------------------------------------


def advantage(scheme: Scheme, epsilon: int, trials: int) -> float:
    """Return 2 x (share of right guesses - 1/2) whether a child is in the release.

    The attacker knows all others, and sees the noisy numbers themselves: fitting them
    can only take away. The likelihood decides; nobody does better.
    """
    budgets = [part * epsilon for _table, _what, part in scheme.parts()]
    right = 0
    for trial in range(trials):
        there = trial % 2
        odds = 0.0
        for budget in budgets:
            beyond = discrete_laplace(budget) + there  # over what the others give
            odds += budget / 1000 * (abs(beyond) - abs(beyond - 1))
        right += (odds > 0) == bool(there) if odds else trial // 2 % 2
    return 2 * right / trials - 1


@pytest.mark.parametrize("scheme", [SMALL, FULL, SCHEME], ids=lambda one: one.name)
def test_who_knows_all_others_wins_no_more_than_promised(scheme, capsys):
    trials = 2_000
    won = advantage(scheme, EPSILON, trials)
    bound = tanh(EPSILON / 2)

    told(capsys, f"knows all others, {scheme.name}: wins {won:.2f}, bound {bound:.2f}")
    margin = 5 / trials**0.5  # five sigma
    assert won <= bound
    assert won >= 0.1 - margin  # an attacker worth the name


def test_the_attacker_would_find_a_budget_that_is_spent_four_times():
    assert advantage(SCHEME, 4 * EPSILON, 600) > tanh(EPSILON / 2)
