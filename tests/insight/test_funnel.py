import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from dichtbij.insight.funnel import (
    FunnelLimits,
    binomial_limits,
    overdispersion,
    poisson_limits,
)
from tests.refdata import expected

PRINTED = expected("funnel")
BINOMIAL = PRINTED["exact_binomial_target0.70_lo998_lo95_hi95_hi998"]
POISSON = PRINTED["exact_poisson_rate25per1000"]


def lines(limits: FunnelLimits):
    return [limits.lower_998, limits.lower_95, limits.upper_95, limits.upper_998]


@pytest.mark.parametrize("n", BINOMIAL)
def test_lines_around_a_share_come_out_as_printed(n):
    assert lines(binomial_limits(int(n), 0.7)) == pytest.approx(BINOMIAL[n], abs=1e-6)


@pytest.mark.parametrize("youths", POISSON)
def test_lines_around_a_rate_come_out_as_printed(youths):
    found = lines(poisson_limits(int(youths), 25))

    assert found == pytest.approx(POISSON[youths], rel=1e-6)


def test_an_approximate_line_at_ten_would_lie_far_off():
    upper = binomial_limits(10, 0.7).upper_95

    assert upper == pytest.approx(0.9115, abs=1e-4)
    assert abs(upper - 0.98) > 0.05  # Wilson's, turned around


@given(st.integers(1, 300), st.floats(0.05, 0.95))
def test_lines_are_ordered_lie_within_the_scale_and_hold_the_stated_share(n, target):
    found = lines(binomial_limits(n, target))

    assert found == sorted(found)
    assert found[0] >= 0
    assert found[-1] <= 1
    for line, tail in zip(found, (0.001, 0.025, 0.975, 0.999), strict=True):
        r = stats.binom.ppf(tail, n, target)
        assert max(0, r - 1) <= line * n + 1e-6
        assert line * n <= r + 1e-6


@given(st.floats(1, 20_000), st.floats(0.1, 200), st.floats(0.5, 50))
def test_lines_around_a_rate_scale_with_the_unit(exposure, rate, factor):
    one = lines(poisson_limits(exposure, rate))
    other = lines(poisson_limits(exposure, rate * factor, per=1000 * factor))

    assert np.isfinite(one).all()
    assert one == sorted(one)
    assert other == pytest.approx([factor * line for line in one], rel=1e-6, abs=1e-6)


def test_a_target_of_nothing_or_everything_leaves_no_room():
    assert lines(binomial_limits(20, 1.0))[0] > 0.9
    assert lines(poisson_limits(400, 0))[3] < 2.5
    assert np.isfinite(lines(binomial_limits(1, 0.0))).all()


def test_practices_that_differ_by_chance_alone_show_no_excess():
    random = np.random.default_rng(4)
    size = random.integers(40, 400, 200)

    found = overdispersion(random.binomial(size, 0.6), size, "share")

    assert found is not None
    assert found.phi < 1
    assert found.tau2 == 0
    exact = lines(binomial_limits(200, found.target))
    assert lines(found.limits(200)) == pytest.approx(exact, abs=0.01)


def test_practices_that_differ_more_widen_the_lines():
    random = np.random.default_rng(5)
    expected_events = random.uniform(20, 80, 60)
    own = random.normal(0, 0.35, 60)
    events = random.poisson(expected_events * np.exp(own))

    found = overdispersion(events, expected_events)

    assert found is not None
    assert found.phi > 2
    # Twice the standard deviation on the scale of the root is that of the logarithm.
    assert 2 * found.tau2**0.5 == pytest.approx(0.35, abs=0.1)
    assert found.limits(50).upper_95 > 1 + 1.96 / 50**0.5
    assert found.limits(50).lower_998 >= 0


def test_the_arithmetic_of_the_excess_by_hand():
    num, den = [9, 16, 25, 4, 9, 16, 9, 25, 36, 49], [16.0] * 10

    found = overdispersion(num, den)

    z = np.array([2 * (n**0.5 - 4) for n in num])
    pulled = np.clip(z, *np.quantile(z, [0.1, 0.9]))
    assert found is not None
    assert found.phi == pytest.approx((pulled**2).mean())
    assert found.tau2 == pytest.approx((10 * found.phi - 9) / (640 - 64))
    wide = (1 / 64 + found.tau2) ** 0.5
    assert found.limits(16).upper_95 == pytest.approx((1 + 1.959964 * wide) ** 2)


def test_the_order_of_practices_does_not_matter():
    num, den = [9, 16, 25, 4, 9, 16, 9, 25, 36, 49], [float(n) for n in range(20, 30)]

    assert overdispersion(num, den) == overdispersion(num[:], den[:])
    turned = overdispersion(num[::-1], den[::-1])
    assert turned is not None
    assert turned.tau2 == pytest.approx(overdispersion(num, den).tau2)


def test_fewer_than_ten_practices_say_nothing_about_excess():
    assert overdispersion([5] * 9, [9] * 9, "share") is None


@pytest.mark.parametrize(
    "make",
    [
        lambda: binomial_limits(0, 0.5),
        lambda: binomial_limits(5, 1.5),
        lambda: poisson_limits(0, 25),
        lambda: overdispersion([1] * 10, [0] * 10),
        lambda: overdispersion([3] * 10, [2] * 10, "share"),
        lambda: overdispersion([3] * 10, [2] * 9),
    ],
)
def test_what_has_no_funnel_is_refused_in_words(make):
    with pytest.raises(ValueError, match=r"\w+ \w+"):
        make()
