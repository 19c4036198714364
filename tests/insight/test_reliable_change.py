import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dichtbij.insight.reliable_change import (
    cut_offs,
    jacobson_truax,
    reliable_change,
    sample,
    share_at_bound,
)
from dichtbij.questionnaires.change import CannotSay, Method, Reference, Verdict
from tests.refdata import expected

PRINTED = expected("rci")["JT1991"]
PRE = [31, 28, 40, 22, 35, 18, 27, 33, 29, 24, 38, 21, 30, 26, 34, 19, 37, 25, 32, 23]
POST = [20, 27, 22, 24, 30, 19, 12, 35, 21, 15, 22, 20, 36, 18, 20, 17, 25, 24, 15, 10]


def test_the_published_example_comes_out_as_printed():
    found = jacobson_truax(
        PRINTED["pre"],
        PRINTED["post"],
        PRINTED["sd"],
        PRINTED["r"],
        higher_is_better=True,
        cutoff=PRINTED["c"],
    )

    assert found.sem == pytest.approx(PRINTED["SE"], abs=1e-9)
    assert found.sdiff == pytest.approx(PRINTED["Sdiff"], abs=1e-9)
    assert float(found.index) == pytest.approx(PRINTED["RC"], abs=1e-9)
    assert found.verdicts == (Verdict.IMPROVED,)


def test_the_cut_offs_come_out_as_printed():
    found = cut_offs(40, 7.5, 60, 7.5)

    assert (found.a, found.b, found.c) == (PRINTED["a"], PRINTED["b"], PRINTED["c"])
    turned = cut_offs(60, 7.5, 40, 7.5)
    assert (turned.a, turned.b, turned.c) == (45, 55, 50)


def test_each_method_follows_its_definition():
    known = sample(PRE, POST, 0.8, 0.85)
    x, y = np.array(PRE, float), np.array(POST, float)
    m, s, r, my, sy = x.mean(), x.std(ddof=1), 0.8, y.mean(), y.std(ddof=1)
    c = np.corrcoef(x, y)[0, 1]
    sem, sdiff = s * (1 - r) ** 0.5, s * (2 * (1 - r)) ** 0.5
    spred = s * (1 - r**2) ** 0.5
    r2 = 1 - sem**2 / sy**2
    rdd = (s**2 * r + sy**2 * r2 - 2 * s * sy * c) / (s**2 + sy**2 - 2 * s * sy * c)

    by = {
        "JT": (y - x) / sdiff,
        "EN": (y - (r * (x - m) + m)) / sem,
        "GLN": ((y - m) - r * (x - m)) / spred,
        "HLL": ((y - my) - r * (x - m)) / spred,
        "NK": (y - (r * (x - m) + m))
        / (r**2 * s**2 * (1 - r) + s**2 * (1 - 0.85)) ** 0.5,
        "HA": ((y - x) * rdd + (my - m) * (1 - rdd)) / (rdd**0.5 * sdiff),
    }
    for method, index in by.items():
        found = reliable_change(method, PRE, POST, known)
        assert found.index == pytest.approx(index, abs=1e-9), method
        assert found.critical == (1.65 if method == "HA" else 1.96)
        improved = found.counts[Verdict.IMPROVED]
        assert improved == (index < -found.critical).sum()
    assert set(by) == set(Method)


def test_recovered_needs_both_a_reliable_step_and_the_right_side():
    found = jacobson_truax([30, 30, 12, 30, 10], [10, 22, 4, 29, 20], 5, 0.8, cutoff=15)

    assert found.verdicts == (
        Verdict.RECOVERED,
        Verdict.IMPROVED,
        Verdict.IMPROVED,
        Verdict.UNCHANGED,
        Verdict.WORSE,
    )
    assert found.counts[Verdict.IMPROVED] == 2
    assert found.n == 5


def test_a_small_sample_is_no_norm_and_a_missing_reliability_tells_nothing():
    with pytest.raises(ValueError, match="fewer than 20"):
        sample(PRE[:19], POST[:19], 0.8)
    with pytest.raises(CannotSay, match="no_reliability"):
        reliable_change("JT", PRE, POST, Reference(sd=5))
    with pytest.raises(CannotSay, match="no_mean"):
        reliable_change("EN", PRE, POST, Reference(sd=5, reliability=0.8))


@pytest.mark.parametrize(
    ("pre", "post"), [([1, 2], [1]), ([1, float("nan")], [1, 2]), ([[1]], [[2]])]
)
def test_scores_come_in_pairs(pre, post):
    with pytest.raises(ValueError, match=r"\w+ \w+"):
        jacobson_truax(pre, post, 5, 0.8)


def test_the_share_at_a_bound_is_told():
    assert share_at_bound([0, 0, 3, 9], 0) == 0.5
    assert share_at_bound([], 0) is None


def test_nobody_measured_twice_is_counted_as_nobody():
    found = jacobson_truax([], [], 5, 0.8)

    assert found.n == 0
    assert set(found.counts.values()) == {0}


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=1))
def test_a_change_of_unit_or_of_order_changes_no_verdict(pairs):
    pre, post = zip(*pairs, strict=True)
    found = jacobson_truax(pre, post, 5, 0.8)
    larger = jacobson_truax([2 * a for a in pre], [2 * b for b in post], 10, 0.8)
    turned = jacobson_truax(pre[::-1], post[::-1], 5, 0.8)

    assert larger.verdicts == found.verdicts == turned.verdicts[::-1]
    assert larger.index == pytest.approx(found.index)
