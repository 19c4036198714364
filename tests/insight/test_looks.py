import numpy as np
import pytest
from scipy import stats

from dichtbij.insight.looks import crossings, lan_demets, obrien_fleming, spent
from tests.refdata import expected

PRINTED = expected("group_sequential_3looks_two_sided_.05")["OBF"]


def test_three_equal_looks_come_out_as_printed():
    assert obrien_fleming(3) == pytest.approx(PRINTED, abs=1e-3)


def test_one_look_is_the_ordinary_test():
    assert obrien_fleming(1) == pytest.approx([1.959964], abs=1e-6)
    assert lan_demets([1.0]) == pytest.approx([1.959964], abs=1e-6)


def test_two_looks_agree_with_the_integral_of_scipy():
    early, late = obrien_fleming(2)

    together = stats.multivariate_normal([0, 0], [[1, 0.5**0.5], [0.5**0.5, 1]])
    inside = (
        together.cdf([early, late])
        - together.cdf([-early, late])
        - together.cdf([early, -late])
        + together.cdf([-early, -late])
    )
    assert 1 - inside == pytest.approx(0.05, abs=1e-5)


def test_the_risk_is_spent_as_stated_and_no_further():
    times = [0.3, 0.55, 1.0]

    bounds = lan_demets(times)

    assert np.cumsum(crossings(times, bounds)) == pytest.approx(
        [spent(t) for t in times], abs=1e-7
    )
    assert spent(1.0) == pytest.approx(0.025)
    # Equal looks, spending: as Lan and DeMets 1983 print them.
    assert lan_demets([1 / 3, 2 / 3, 1]) == pytest.approx(
        [3.7103, 2.5114, 1.9930], abs=1e-3
    )


def test_simulated_looks_find_nothing_in_nineteen_of_twenty():
    times, random = [0.25, 0.6, 1.0], np.random.default_rng(6)
    steps = np.diff([0, *times]) ** 0.5
    walks = np.cumsum(random.normal(size=(40_000, 3)) * steps, axis=1)
    z = walks / np.sqrt(times)

    passed = (np.abs(z) > lan_demets(times)).any(axis=1).mean()

    assert passed == pytest.approx(0.05, abs=3 * (0.05 * 0.95 / 40_000) ** 0.5)


def test_peeking_at_five_per_cent_each_time_is_caught():
    risk = 2 * sum(crossings([1 / 3, 2 / 3, 1], [1.959964] * 3))

    assert risk == pytest.approx(0.107, abs=1e-3)


@pytest.mark.parametrize(
    "make",
    [
        lambda: obrien_fleming(0),
        lambda: obrien_fleming(3, alpha=0),
        lambda: lan_demets([]),
        lambda: lan_demets([0.5, 0.5, 1]),
        lambda: lan_demets([0.5, 1.2]),
        lambda: lan_demets([0, 1]),
        lambda: lan_demets([1.0], alpha=1),
    ],
)
def test_a_plan_that_is_none_is_refused_in_words(make):
    with pytest.raises(ValueError, match=r"\w+ \w+"):
        make()
