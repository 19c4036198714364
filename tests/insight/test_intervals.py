from math import inf, isfinite, log

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from dichtbij.insight.intervals import (
    byar_rate,
    clopper_pearson,
    exact_rate,
    rate,
    rate_ratio,
    standardised_rate,
    wilson,
)
from tests.refdata import expected

PRINTED = expected("intervals")
PARTS = st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@pytest.mark.parametrize("share", PRINTED["prop"])
def test_shares_come_out_as_printed(share):
    k, n = map(int, share.split("/"))
    printed = PRINTED["prop"][share]

    assert limits(wilson(k, n)) == pytest.approx(printed["wilson"], abs=1e-6)
    assert limits(clopper_pearson(k, n)) == pytest.approx(printed["cp"], abs=1e-6)


@pytest.mark.parametrize("counted", PRINTED["rate_per_1000"])
def test_rates_come_out_as_printed(counted):
    events, exposure = map(int, counted.split("/"))
    printed = PRINTED["rate_per_1000"][counted]

    found = exact_rate(events, exposure)
    assert limits(found) == pytest.approx(printed["exact"], rel=1e-6)
    assert found.estimate == pytest.approx(1000 * events / exposure)
    if "byar" in printed:
        assert limits(byar_rate(events, exposure)) == pytest.approx(
            printed["byar"], rel=1e-6
        )


def test_a_ratio_comes_out_as_printed():
    found = rate_ratio(18, 1200, 30, 1300)

    printed = PRINTED["rate_ratio"]["18/1200 vs 30/1300"]
    assert (found.estimate, found.low, found.high, found.p) == pytest.approx(
        printed, abs=1e-6
    )


def limits(found):
    return [found.low, found.high]


def test_no_event_gives_an_exact_upper_limit():
    found = exact_rate(0, 800, per=1)

    assert (found.estimate, found.low) == (0, 0)
    assert found.high == pytest.approx(-log(0.025) / 800)
    assert rate(0, 800, per=1) == found


def test_nobody_and_everybody_touch_the_end_exactly():
    assert wilson(0, 7).low == clopper_pearson(0, 7).low == 0
    assert wilson(7, 7).high == clopper_pearson(7, 7).high == 1


def test_a_ratio_without_events_on_one_side_is_bounded_on_the_other():
    none, base = rate_ratio(0, 1000, 6, 1000), rate_ratio(6, 1000, 0, 1000)

    assert (none.estimate, none.low) == (0, 0)
    assert isfinite(none.high)
    assert (base.estimate, base.high) == (inf, inf)
    assert base.low == pytest.approx(1 / none.high)
    assert none.p == pytest.approx(2 * 0.5**6) == base.p


def test_what_cannot_be_estimated_is_refused_in_words():
    for impossible in (
        lambda: wilson(0, 0),
        lambda: wilson(3, 2),
        lambda: clopper_pearson(-1, 4),
        lambda: exact_rate(1, 0),
        lambda: byar_rate(-1, 10),
        lambda: rate_ratio(0, 100, 0, 100),
        lambda: standardised_rate([1], [100], [0]),
        lambda: standardised_rate([], [], []),
    ):
        with pytest.raises(ValueError, match=r"\w+ \w+"):
            impossible()


def test_ten_events_and_more_are_told_with_byar():
    assert rate(9, 500).method == "exact Poisson"
    assert rate(10, 500).method == "Byar"


def test_a_standardised_rate_of_one_group_is_its_rate():
    found = standardised_rate([25], [1200], [77])

    alike = byar_rate(25, 1200)
    assert (found.estimate, *limits(found)) == pytest.approx(
        (alike.estimate, *limits(alike))
    )


def test_the_standard_decides_how_groups_count():
    found = standardised_rate([5, 40], [1000, 1000], [3000, 1000], per=1000)

    assert found.estimate == pytest.approx((3 * 5 + 40) / 4)
    variance = (9 * 5 + 40) / 16 / 1000**2
    low = byar_rate(45, 1, per=1).low
    assert found.low == pytest.approx(
        1000 * (0.01375 + (variance / 45) ** 0.5 * (low - 45))
    )


def test_no_event_at_all_leaves_the_widest_group_as_upper_limit():
    found = standardised_rate([0, 0], [100, 400], [1, 1])

    assert found.estimate == found.low == 0
    assert found.high == pytest.approx(-log(0.025) * 1000 * 0.5 / 100)


@given(PARTS)
def test_a_share_lies_within_its_limits_and_the_exact_ones_agree_with_scipy(part):
    k, n = part

    for found in (wilson(k, n), clopper_pearson(k, n)):
        assert 0 <= found.low <= found.estimate <= found.high <= 1
    theirs = stats.binomtest(k, n).proportion_ci()
    assert limits(clopper_pearson(k, n)) == pytest.approx(
        [theirs.low, theirs.high], abs=1e-9
    )


@given(st.integers(0, 60), st.integers(0, 60), st.floats(0.2, 5))
def test_a_ratio_agrees_with_the_binomial_test_and_turns_around(a, b, unequal):
    if a + b == 0:
        return
    found, turned = rate_ratio(a, unequal, b, 1), rate_ratio(b, 1, a, unequal)

    assert found.low <= found.estimate <= found.high
    theirs = stats.binomtest(a, a + b, unequal / (unequal + 1)).pvalue
    assert found.p == pytest.approx(theirs, rel=1e-6)
    if a and b:
        assert found.estimate == pytest.approx(1 / turned.estimate)
        assert found.low == pytest.approx(1 / turned.high)


@given(st.integers(0, 500), st.floats(1, 1e6), st.floats(0.1, 100))
def test_a_change_of_unit_scales_a_rate_exactly(events, exposure, factor):
    one, other = rate(events, exposure), rate(events, exposure * factor)

    assert other.high * factor == pytest.approx(one.high)
    assert one.low <= one.estimate <= one.high
