import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dichtbij.questionnaires.change import (
    CannotSay,
    Method,
    Reference,
    Verdict,
    best_cutoff,
    by_points,
    cutoff_a,
    cutoff_b,
    cutoff_c,
    functional_index,
    index,
    reliability_of_difference,
    standard_difference,
    standard_error,
    standard_prediction,
    t_score,
    true_sd,
    verdict,
)

# Printed in Jacobson and Truax 1991, J Consult Clin Psychol 59:12-19.
PRINTED = Reference(sd=7.5, reliability=0.8)
WHOLE = Reference(
    sd=7.5, reliability=0.8, mean=40, post_sd=8, post_reliability=0.75,
    post_mean=46, correlation=0.5, n=200,
)  # fmt: skip

SCORES = st.floats(0, 100)
SPREADS = st.floats(1, 20)
RELIABILITIES = st.floats(0.05, 0.95)
CLOSE = {"rel": 0, "abs": 1e-6}


def test_the_printed_example_comes_out():
    assert standard_error(7.5, 0.8) == pytest.approx(3.3541019662, **CLOSE)
    assert standard_difference(7.5, 0.8) == pytest.approx(4.7434164903, **CLOSE)
    assert index(Method.JT, 32.5, 47.5, PRINTED) == pytest.approx(3.1622776602, **CLOSE)


def test_the_printed_cut_offs_come_out():
    assert cutoff_a(40, 7.5, higher_is_better=True) == pytest.approx(55, **CLOSE)
    assert cutoff_b(60, 7.5, higher_is_better=True) == pytest.approx(45, **CLOSE)
    assert cutoff_c(40, 7.5, 60, 7.5) == pytest.approx(50, **CLOSE)


def test_cut_offs_turn_round_where_less_is_better():
    assert cutoff_a(20, 5, higher_is_better=False) == 10
    assert cutoff_b(7, 5.6, higher_is_better=False) == pytest.approx(18.2)
    assert cutoff_c(20, 6, 8, 3) == 12  # nearer to the group that spreads less


@pytest.mark.parametrize(
    ("method", "own", "clinical", "expected"),
    [
        ("JT", (60, 7.5), (40, 7.5), 50),
        ("JT", (60, 7.5), (None, None), 45),
        ("JT", (None, None), (40, 7.5), 55),
        ("JT", (60, None), (None, 7.5), None),
        ("HA", (60, 7.5), (None, None), 60 - 15 * math.sqrt(0.8)),
        ("HA", (None, None), (40, 7.5), None),
    ],
)
def test_the_best_known_cut_off_is_used(method, own, clinical, expected):
    told = {"reliability": 0.8, "higher_is_better": True}

    found = best_cutoff(method, own=own, clinical=clinical, **told)

    assert found == (None if expected is None else pytest.approx(expected, **CLOSE))


# Worked out by hand from the formulas of science.md 4.10, pre 32.5 and post 47.5:
# SEm 3.354102, Spred 4.5, Sdiff 4.743416; expected score 0.8 * (32.5 - 40) + 40 = 34.
@pytest.mark.parametrize(
    ("method", "expected"),
    [
        ("JT", 15 / 4.7434164903),
        ("EN", 13.5 / 3.3541019662),
        ("GLN", 13.5 / 4.5),
        ("HLL", 7.5 / 4.5),
        ("NK", 13.5 / math.sqrt(0.64 * 56.25 * 0.2 + 56.25 * 0.25)),
    ],
)
def test_each_method_follows_its_formula(method, expected):
    assert standard_prediction(7.5, 0.8) == pytest.approx(4.5, **CLOSE)
    assert index(method, 32.5, 47.5, WHOLE) == pytest.approx(expected, **CLOSE)


def test_hageman_and_arrindell_follows_its_formula():
    # r1 = .8, r2 = 1 - 11.25/64; 2 * 7.5 * 8 * .5 = 60; SD^2 = 56.25 and 64.
    r_dd = (56.25 * 0.8 + 64 * (1 - 11.25 / 64) - 60) / (56.25 + 64 - 60)
    expected = (15 * r_dd + 6 * (1 - r_dd)) / (math.sqrt(r_dd) * 4.7434164903)

    assert reliability_of_difference(WHOLE) == pytest.approx(r_dd, **CLOSE)
    assert index("HA", 32.5, 47.5, WHOLE) == pytest.approx(expected, **CLOSE)


def test_hageman_and_arrindell_judges_recovery_on_true_scores():
    rho = 1 - 11.25 / 64
    expected = (46 + rho * (60 - 46) - 50) / (math.sqrt(rho) * 3.3541019662)

    assert functional_index(60, WHOLE, 50) == pytest.approx(expected, **CLOSE)
    assert true_sd(7.5, 3.3541019662) == pytest.approx(7.5 * math.sqrt(0.8), **CLOSE)
    told = {"higher_is_better": True, "cutoff": 50}
    assert verdict("HA", 32.5, 60, WHOLE, **told) == Verdict.RECOVERED
    # Past the cut-off as observed, not surely as a true score: improved, by HA alone.
    assert verdict("HA", 32.5, 51, WHOLE, **told) == Verdict.IMPROVED
    assert verdict("JT", 32.5, 51, WHOLE, **told) == Verdict.RECOVERED


def test_a_t_score_has_mean_50_and_spread_10():
    assert t_score(7, 7, 5.6) == 50
    assert t_score(12.6, 7, 5.6) == pytest.approx(60)


@pytest.mark.parametrize(
    ("pre", "post", "expected"),
    [
        (20, 19, Verdict.UNCHANGED),
        (20, 12, Verdict.RECOVERED),
        (26, 19, Verdict.IMPROVED),  # still on the side of problems
        (15, 8, Verdict.IMPROVED),  # never was on it
        (12, 20, Verdict.WORSE),
    ],
)
def test_recovered_is_reliable_and_past_the_cut_off(pre, post, expected):
    known = Reference(sd=5, reliability=0.9)

    found = verdict("JT", pre, post, known, higher_is_better=False, cutoff=18)

    assert found == expected


def test_without_a_cut_off_nobody_is_called_recovered():
    found = verdict("JT", 30, 2, PRINTED, higher_is_better=False)

    assert found == Verdict.IMPROVED


def test_exactly_at_the_critical_value_is_no_change():
    edge = 1.96 * standard_difference(7.5, 0.8)

    assert index("JT", 0, edge, PRINTED) == 1.96
    assert verdict("JT", 0, edge, PRINTED, higher_is_better=True) == "unchanged"
    assert verdict("JT", 0, edge + 0.01, PRINTED, higher_is_better=True) == "improved"


@pytest.mark.parametrize(
    ("method", "known", "reason"),
    [
        ("JT", Reference(sd=5), "no_reliability"),
        ("JT", Reference(reliability=0.8), "no_sd"),
        ("JT", Reference(sd=5, reliability=1), "no_reliability"),
        ("JT", Reference(sd=0, reliability=0.8), "no_sd"),
        ("JT", Reference(sd=5, reliability=0.8, n=19), "small_sample"),
        ("EN", PRINTED, "no_mean"),
        ("GLN", PRINTED, "no_mean"),
        ("HLL", Reference(sd=5, reliability=0.8, mean=9), "no_post_mean"),
        ("NK", Reference(sd=5, reliability=0.8, mean=9), "no_post_reliability"),
        ("HA", Reference(sd=5, reliability=0.8, mean=9, post_mean=9), "no_post_sd"),
        ("HA", Reference(sd=5, reliability=0.3, mean=9, post_mean=9, post_sd=5,
                         correlation=0.9), "difference_not_reliable"),
    ],
)  # fmt: skip
def test_what_cannot_be_estimated_says_why(method, known, reason):
    with pytest.raises(CannotSay) as refused:
        index(method, 10, 5, known)

    assert refused.value.reason == reason


@pytest.mark.parametrize(
    ("pre", "post", "expected"),
    [(3, 5.4, "unchanged"), (3, 5.45, "improved"), (6, 3, "worse")],
)
def test_a_printed_number_of_points_decides_where_a_source_prints_one(
    pre, post, expected
):
    assert by_points(pre, post, 2.45, higher_is_better=True) == expected


@given(SCORES, SCORES, SPREADS, RELIABILITIES)
def test_jt_turns_its_sign_with_the_scores(pre, post, sd, r):
    known = Reference(sd=sd, reliability=r)

    assert index("JT", pre, post, known) == -index("JT", post, pre, known)


@given(SCORES, SCORES, SPREADS, RELIABILITIES, st.floats(0.1, 10), st.floats(-50, 50))
def test_no_index_depends_on_the_unit_of_the_scale(pre, post, sd, r, times, plus):
    first = Reference(sd=sd, reliability=r, mean=50, post_mean=52, post_reliability=r)
    other = Reference(
        sd=sd * times, reliability=r, mean=50 * times + plus,
        post_mean=52 * times + plus, post_reliability=r,
    )  # fmt: skip

    for method in ("JT", "EN", "GLN", "HLL", "NK"):
        one = index(method, pre, post, first)
        two = index(method, pre * times + plus, post * times + plus, other)
        assert two == pytest.approx(one, rel=1e-6, abs=1e-6)


@given(SCORES, SCORES, SPREADS, RELIABILITIES)
def test_a_better_measure_finds_more_change(pre, post, sd, r):
    assume(r <= 0.9)
    worse = abs(index("JT", pre, post, Reference(sd=sd, reliability=r)))
    better = abs(index("JT", pre, post, Reference(sd=sd, reliability=r + 0.05)))

    assert better >= worse


@given(SCORES, SCORES, st.sampled_from(["JT", "EN", "GLN", "HLL", "NK", "HA"]))
def test_better_one_way_is_worse_the_other_way(pre, post, method):
    up = verdict(method, pre, post, WHOLE, higher_is_better=True)
    down = verdict(method, pre, post, WHOLE, higher_is_better=False)

    turned = {"improved": "worse", "worse": "improved", "unchanged": "unchanged"}
    assert turned[up] == down


@given(SCORES, SCORES, SCORES)
def test_recovered_is_always_improved(pre, post, cutoff):
    told = {"higher_is_better": True}
    found = verdict("JT", pre, post, PRINTED, cutoff=cutoff, **told)
    without = verdict("JT", pre, post, PRINTED, **told)

    assert without == ("improved" if found == "recovered" else found)
    assert found != "recovered" or pre < cutoff < post
