import json
from dataclasses import astuple
from math import log
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dichtbij.insight.budget import (
    Cost,
    Segment,
    impact,
    naive_avoided,
    simulated_impact,
    tornado,
)

REFDATA = Path(__file__).parents[1] / "refdata" / "expected_open.json"
EXAMPLE = (900, 6500, 1_150_000, log(0.92), 0.085)
SEGMENTS = [Segment("specialised", 900, Cost(6500))]
MIXED = [
    Segment("specialised", 300, Cost(650_000, 80_000)),
    Segment("basis-ggz", 500, Cost(140_000, 10_000)),
    Segment("other", 100, Cost(90_000)),
]
PROGRAMME = Cost(30_000_000, 1_000_000)


def test_the_example_comes_out_as_calculated():
    told = json.loads(REFDATA.read_text())["bia_closed_form"]

    found = impact(*EXAMPLE)

    assert found.mean == pytest.approx(told["mean_saving"], rel=1e-6)
    assert found.sd == pytest.approx(told["sd"], rel=1e-6)
    assert (found.low, found.high) == pytest.approx(told["ci95"], rel=1e-6)
    assert found.break_even_irr == pytest.approx(told["break_even_IRR"], rel=1e-6)
    assert found.p_saving == pytest.approx(told["P_saving"], rel=1e-6)


def test_a_million_draws_agree_within_three_standard_errors():
    found, closed = (
        simulated_impact(SEGMENTS, Cost(1_150_000), *EXAMPLE[3:], draws=1_000_000),
        impact(*EXAMPLE),
    )

    assert found.mean == pytest.approx(closed.mean, abs=3 * closed.sd / 1000)
    for name in ("sd", "low", "high"):
        assert getattr(found, name) == pytest.approx(getattr(closed, name), rel=4e-3)
    assert found.p_saving == pytest.approx(closed.p_saving, abs=1e-3)


def test_the_mean_is_not_the_saving_at_the_mean_ratio():
    """The planted bug: leaving out that 1 / IRR is skewed (its variance over 2)."""
    referrals, price, programme, log_irr, _error = EXAMPLE

    wrong = referrals * price * (1 / np.exp(log_irr) - 1) - programme

    assert impact(*EXAMPLE).mean > wrong + 20_000


@given(
    st.floats(10, 5000),
    st.floats(100, 1e6),
    st.floats(0, 1e8),
    st.floats(-1, 1),
    st.floats(0.001, 0.5),
)
def test_money_scales_and_break_even_is_where_the_saving_is_zero(n, c, cost, mu, s):
    found, in_euros = impact(n, c, cost, mu, s), impact(n, c / 100, cost / 100, mu, s)

    tolerance = 1e-6 * (n * c + cost)
    assert in_euros.mean * 100 == pytest.approx(found.mean, abs=tolerance)
    assert in_euros.p_saving == pytest.approx(found.p_saving)
    even = impact(n, c, cost, log(found.break_even_irr), 0)
    assert even.mean == pytest.approx(0, abs=tolerance)
    assert found.low < found.high
    assert 0 <= found.p_saving <= 1


def test_a_ratio_known_exactly_saves_or_does_not():
    assert impact(100, 10, 50, log(0.5), 0).p_saving == 1
    assert impact(100, 10, 50, log(0.99), 0).p_saving == 0
    assert impact(100, 10, 50, log(0.5), 0).sd == 0


def test_the_seed_makes_it_again_and_the_order_of_segments_hardly_matters():
    options = (PROGRAMME, log(0.85), 0.1)
    one, same, other = (
        simulated_impact(MIXED, *options, seed=seed) for seed in (1, 1, 2)
    )
    turned = simulated_impact(MIXED[::-1], *options, seed=1)

    assert one.mean == same.mean != other.mean
    assert np.array_equal(one.percentiles, same.percentiles)
    assert turned.mean == pytest.approx(one.mean, abs=4 * one.sd / 100)
    assert one.low < one.percentiles[49] < one.high
    assert one.draws == 10_000


def test_drawn_prices_have_their_mean_and_add_to_the_spread():
    known = [Segment(s.name, s.referrals_a_year, Cost(s.price.cents)) for s in MIXED]
    options = (log(0.85), 0.1)

    drawn = simulated_impact(MIXED, PROGRAMME, *options, draws=200_000)
    fixed = simulated_impact(known, Cost(PROGRAMME.cents), *options, draws=200_000)

    assert drawn.mean == pytest.approx(fixed.mean, abs=8 * drawn.sd / 200_000**0.5)
    assert drawn.sd > fixed.sd
    spent = sum(s.referrals_a_year * s.price.cents for s in MIXED)
    closed = impact(1, spent, PROGRAMME.cents, *options)
    assert fixed.mean == pytest.approx(closed.mean, abs=8 * closed.sd / 200_000**0.5)


def test_more_years_add_up_and_a_discount_takes_off():
    options = (PROGRAMME, log(0.85), 0.1)

    one, five, less = (
        simulated_impact(MIXED, *options, years=years, discount=discount)
        for years, discount in ((1, 0), (5, 0), (5, 0.03))
    )

    assert five.mean == pytest.approx(5 * one.mean)
    assert five.p_saving == one.p_saving == less.p_saving
    assert less.mean == pytest.approx(one.mean * sum(1.03**-k for k in range(5)))


def test_the_tornado_has_the_widest_row_first_and_meets_the_closed_form():
    rows = tornado(MIXED, PROGRAMME, log(0.85), 0.1)

    assert rows[0].name == "irr"
    assert [row.width for row in rows] == sorted(
        (row.width for row in rows), reverse=True
    )
    assert {row.name for row in rows} == {"irr", "programme"} | {s.name for s in MIXED}
    assert rows[-1].width == 0  # a price that is known exactly
    spent = sum(s.referrals_a_year * s.price.cents for s in MIXED)
    closed = impact(1, spent, PROGRAMME.cents, log(0.85), 0.1)
    assert (rows[0].saving_at_high, rows[0].saving_at_low) == pytest.approx(
        (closed.low, closed.high)
    )
    programme = next(row for row in rows if row.name == "programme")
    assert programme.saving_at_low > programme.saving_at_high
    assert programme.low < PROGRAMME.cents < programme.high


def test_the_naive_figure_never_takes_everybody_for_a_referral():
    found = naive_avoided(180, 6, 4)

    assert found.mean == pytest.approx(108)
    assert 0 < found.low < found.mean < found.high < 180
    with pytest.raises(ValueError, match="above 0"):
        naive_avoided(180, 1, 0)


@pytest.mark.parametrize(
    "wrong",
    [
        (0, 6500, 1, 0, 0.1),
        (900, 0, 1, 0, 0.1),
        (900, 6500, -1, 0, 0.1),
        (900, 6500, 1, 0, -0.1),
    ],
)
def test_impossible_amounts_are_refused(wrong):
    with pytest.raises(ValueError, match=r"above 0|negative"):
        impact(*wrong)


def test_impossible_simulations_are_refused():
    for segments, programme, options in (
        ([], PROGRAMME, {}),
        ([Segment("x", 0, Cost(1))], PROGRAMME, {}),
        ([Segment("x", 1, Cost(1, -1))], PROGRAMME, {}),
        (MIXED, Cost(-1), {}),
        (MIXED, PROGRAMME, {"years": 6}),
        (MIXED, PROGRAMME, {"discount": -0.1}),
    ):
        with pytest.raises(ValueError, match=r"above 0|negative"):
            simulated_impact(segments, programme, log(0.9), 0.1, **options)


def test_results_do_not_change_after_the_fact():
    assert len(astuple(impact(*EXAMPLE))) == 6
    with pytest.raises(AttributeError):
        impact(*EXAMPLE).mean = 0


def test_the_limits_of_the_naive_figure_are_those_of_the_prior():
    from scipy.stats import beta

    found = naive_avoided(180, 8, 2)

    limits = beta.ppf([0.025, 0.975], 8, 2) * 180
    assert (found.low, found.high) == pytest.approx(tuple(limits))
    assert found.low < found.mean == 144 < found.high
