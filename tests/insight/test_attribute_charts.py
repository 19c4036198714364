import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dichtbij.insight.attribute_charts import g_chart, p_prime, t_chart, u_prime
from dichtbij.insight.spc import xmr


def test_shares_of_equal_groups_have_the_limits_of_their_moving_ranges():
    counts = [40, 52, 47, 60, 44, 51, 39, 58]

    chart = p_prime(counts, [100] * 8)

    alike = xmr([count / 100 for count in counts], screen=False)
    assert chart.centre[0] == pytest.approx(alike.mean[0])
    # 3 / 1.128 is printed as 2.66 in the other chart.
    ratio = (chart.upper[0] - chart.centre[0]) / (alike.upper[0] - alike.mean[0])
    assert ratio == pytest.approx(3 / 1.128 / 2.66)


def test_a_smaller_group_has_wider_limits():
    chart = p_prime([20, 30, 12, 25], [40, 80, 20, 60])

    wide = chart.upper - chart.lower
    assert list(np.argsort(wide)) == [1, 3, 0, 2]


def test_rates_scale_with_their_unit():
    one = u_prime([4, 9, 6, 30], [400, 500, 450, 410], per=1)
    thousand = u_prime([4, 9, 6, 30], [400, 500, 450, 410])

    assert thousand.upper == pytest.approx(1000 * one.upper)
    assert thousand.outside == one.outside
    assert thousand.sigma_z == pytest.approx(one.sigma_z)


def test_a_share_far_from_the_others_lies_outside():
    chart = p_prime([50, 51, 49, 50, 51, 49, 50, 80], [100] * 8)

    assert chart.outside == (0,) * 7 + (1,)


def test_cases_between_events_have_the_limit_of_the_geometric_distribution():
    chart = g_chart([4, 10, 3, 7, 6])

    assert chart.centre[0] == 6
    assert chart.upper[0] == pytest.approx(6 + 3 * 42**0.5)
    assert chart.lower[0] == 0


def test_days_between_events_are_charted_on_an_even_scale():
    days = [3, 20, 8, 12, 31, 5]

    chart = t_chart(days)

    even = np.array(days) ** (1 / 3.6)
    reach = 3 / 1.128 * np.abs(np.diff(even)).mean()
    assert chart.upper[0] == pytest.approx((even.mean() + reach) ** 3.6)
    assert chart.lower[0] >= 0


@pytest.mark.parametrize(
    "make",
    [
        lambda: p_prime([1], [10]),
        lambda: p_prime([11, 2], [10, 10]),
        lambda: p_prime([1, 2], [10, 0]),
        lambda: u_prime([1, 2, 3], [10, 10]),
        lambda: g_chart([-1, 3]),
        lambda: t_chart([1, float("nan")]),
    ],
)
def test_what_cannot_be_charted_is_refused_in_words(make):
    with pytest.raises(ValueError, match=r"\w+ \w+"):
        make()


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(30, 90)), min_size=2))
def test_limits_surround_the_centre_and_are_never_missing(pairs):
    counts, sizes = zip(*pairs, strict=True)

    for chart in (p_prime(counts, sizes), u_prime(counts, sizes), t_chart(counts)):
        assert np.isfinite([chart.lower, chart.centre, chart.upper]).all()
        assert (chart.lower <= chart.centre + 1e-9).all()
        assert (chart.centre <= chart.upper + 1e-9).all()


@given(st.integers(0, 20), st.integers(2, 30))
def test_points_that_are_all_equal_lie_within_their_limits(count, n):
    assert not any(p_prime([count] * n, [20] * n).outside)
    assert not any(u_prime([count] * n, [20] * n).outside)
    assert not any(t_chart([count] * n).outside)


def test_shares_that_differ_by_chance_spread_as_chance_and_stay_below_all():
    rng = np.random.default_rng(2)
    found = p_prime(rng.binomial(40, 0.9, 200).tolist(), [40] * 200)

    assert found.sigma_z == pytest.approx(1, abs=0.15)
    assert found.upper.max() == 1
