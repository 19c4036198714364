import json
import random
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dichtbij.insight.survival import aalen_johansen, kaplan_meier, log_rank

REFDATA = Path(__file__).parents[1] / "refdata" / "expected_open.json"
PEOPLE = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 3)), min_size=1)


@pytest.fixture(scope="module")
def lung():
    from lifelines.datasets import load_lung

    table = load_lung()  # here status 1 is a death, in R it is 2
    return table["time"].tolist(), (table["status"] == 1).tolist(), table["sex"]


@pytest.fixture(scope="module")
def expected():
    return json.loads(REFDATA.read_text())["survival"]["lung"]


def test_the_lung_data_come_out_as_in_r(lung, expected):
    time, event, _sex = lung
    curve = kaplan_meier(time, event)

    assert (curve.n, sum(curve.events)) == (expected["n"], expected["events"])
    assert curve.quantile(0.9) == expected["q90"]
    for day, (share, error) in expected["S"].items():
        place = max(k for k, t in enumerate(curve.times) if t <= int(day))
        assert curve.survival[place] == pytest.approx(share, abs=1e-6)
        assert curve.standard_error[place] == pytest.approx(error, abs=1e-6)


def test_the_limits_of_lung_come_out_as_in_r(lung, expected):
    curve = kaplan_meier(*lung[:2])
    median, low, high = expected["median"]

    assert curve.quantile(0.5) == median
    assert curve.quantile_limits(0.5, "log") == (low, high)
    assert curve.quantile_limits(0.5) == tuple(expected["median_loglog"][1:])
    assert curve.interval(365, "log") == pytest.approx(
        expected["S365_log_ci"], abs=1e-6
    )


def test_log_rank_by_sex_of_lung_comes_out_as_in_r(lung, expected):
    found = log_rank(*lung)

    assert found.statistic == pytest.approx(expected["logrank_sex"][0], abs=5e-5)
    assert found.p == pytest.approx(expected["logrank_sex"][1], abs=5e-6)


def test_intervals_before_the_first_event_and_at_zero():
    curve = kaplan_meier([1, 2], [True, True])

    assert curve.interval(0.5) == (1, 1)
    assert curve.interval(2) is None
    assert curve.quantile_limits(0.5) == (1, None)
    assert kaplan_meier([], []).interval(3) == (1, 1)


@given(st.lists(st.tuples(st.integers(0, 30), st.booleans()), min_size=1))
def test_limits_lie_around_the_curve_between_0_and_1(waits):
    curve = kaplan_meier(*zip(*waits, strict=True))

    for scale in ("log", "log-log"):
        for left, pair in zip(curve.survival, curve.limits(scale), strict=True):
            assert pair is None or 0 <= pair[0] < left < pair[1] <= 1


def test_log_rank_refuses_what_cannot_be_compared():
    with pytest.raises(ValueError, match="two groups"):
        log_rank([1, 2], [True, True], ["a", "a"])
    with pytest.raises(ValueError, match="two groups"):
        log_rank([1, 2], [True, True], ["a"])
    with pytest.raises(ValueError, match="no event"):
        log_rank([1, 2], [False, False], ["a", "b"])


def test_log_rank_does_not_mind_the_order():
    rng = np.random.default_rng(4)
    time = rng.integers(1, 20, 60).tolist()
    event, group = (rng.random(60) < 0.7).tolist(), rng.integers(0, 2, 60).tolist()
    mixed = rng.permutation(60)

    one = log_rank(time, event, group)
    other = log_rank(*([x[k] for k in mixed] for x in (time, event, group)))
    turned = log_rank(time, event, [1 - g for g in group])

    assert other.statistic == pytest.approx(one.statistic, abs=1e-12)
    assert turned.statistic == pytest.approx(one.statistic, abs=1e-12)


def people(n=400, seed=7, ties=False):
    rng = np.random.default_rng(seed)
    time, cause = rng.exponential(10, n), rng.integers(0, 4, n)
    return (np.ceil(time) if ties else time), cause


@pytest.mark.filterwarnings("ignore")
def test_without_ties_it_agrees_with_lifelines():
    from lifelines import AalenJohansenFitter

    time, cause = people()
    found = aalen_johansen(time, cause)

    for k, name in enumerate(found.causes):
        peer = AalenJohansenFitter().fit(time, cause, event_of_interest=name)
        theirs = peer.cumulative_density_.iloc[:, 0]
        ours = np.interp(found.times, theirs.index, theirs.to_numpy())
        assert np.allclose(found.incidence[k], ours, atol=1e-6)
        # Aalen's form of the variance; ours differs in the third digit at most.
        late = peer.variance_.dropna().iloc[-1]
        assert found.standard_error[k, -2] == pytest.approx(late**0.5, rel=0.02)


@pytest.mark.parametrize("ties", [True, False])
def test_the_error_is_that_of_the_infinitesimal_jackknife(ties):
    time, cause = people(60, ties=ties)
    found = aalen_johansen(time, cause)
    step = 1e-5

    moves = []
    for person in range(60):
        weight = np.ones(60)
        weight[person] += step
        moves.append((weighted(time, cause, weight) - found.incidence) / step)
    jackknife = np.sqrt((np.array(moves) ** 2).sum(axis=0))

    assert np.allclose(found.standard_error, jackknife, atol=1e-5)


def weighted(time, cause, weight):
    """Aalen-Johansen by its definition, one time after another, with weights."""
    left, total, rows = 1.0, np.zeros(3), []
    for t in np.unique(time[cause > 0]):
        n = weight[time >= t].sum()
        d = np.array([weight[(time == t) & (cause == k)].sum() for k in (1, 2, 3)])
        total = total + left * d / n
        left *= 1 - d.sum() / n
        rows.append(total)
    return np.array(rows).T


def test_one_cause_is_kaplan_meier():
    time, cause = people(200, ties=True)
    event = (cause > 0).astype(int)

    curve, found = kaplan_meier(time, event), aalen_johansen(time, event)

    assert np.allclose(found.incidence[0], 1 - np.array(curve.survival))
    known = [k for k, error in enumerate(curve.standard_error) if error is not None]
    assert np.allclose(
        found.standard_error[0, known], [curve.standard_error[k] for k in known]
    )


@given(PEOPLE, st.randoms())
def test_shares_add_up_and_the_order_of_people_is_no_matter(rows, rng: random.Random):
    found = aalen_johansen(*zip(*rows, strict=True))
    rng.shuffle(rows)
    again = aalen_johansen(*zip(*rows, strict=True))

    assert np.allclose(found.incidence.sum(axis=0) + found.survival, 1)
    assert np.array_equal(found.incidence, again.incidence)
    assert np.isfinite(found.standard_error).all()
    assert all((np.diff(row) >= 0).all() for row in found.incidence)
    assert all(a < b for a, b in pairwise(found.times))


def test_days_or_weeks_give_the_same_shares():
    time, cause = people(ties=True)

    days, weeks = aalen_johansen(time, cause), aalen_johansen(time / 7, cause)

    assert np.array_equal(days.incidence, weeks.incidence)
    assert np.allclose(days.times, weeks.times * 7)


def test_ties_are_counted_exactly_and_not_jittered():
    # 4 people at time 1: two by cause 1, one by cause 2, one still waiting.
    found = aalen_johansen([1, 1, 1, 1], [1, 1, 2, 0])

    assert found.at(1, 1) == pytest.approx((0.5, (0.5 * 0.5 / 4) ** 0.5))
    assert found.at(2, 1) == pytest.approx((0.25, (0.25 * 0.75 / 4) ** 0.5))
    assert found.at(1, 0.5) == (0, 0)
    assert found.at(1, 2) is None


def test_counting_an_exit_as_still_waiting_would_say_too_much():
    """The planted bug: 1 - Kaplan-Meier with the other cause censored."""
    time, cause = people(ties=True)

    honest = aalen_johansen(time, cause).at(1, 10)[0]
    naive = kaplan_meier(time, cause == 1).share_within(10)

    assert naive > honest + 0.03


@pytest.mark.parametrize(
    ("time", "cause"),
    [([1, 2], [1]), ([-1.0], [1]), ([float("nan")], [0]), ([1], [-1]), ([1], [0.5])],
)
def test_impossible_input_is_refused(time, cause):
    with pytest.raises(ValueError, match=r"time|cause"):
        aalen_johansen(time, cause)


def test_nobody_has_met_anything():
    found = aalen_johansen([1, 2], [0, 0])

    assert found.causes == ()
    assert found.incidence.shape == (0, 0)
    assert found.followed_until == 2


def test_the_waiting_pages_do_not_load_numpy():
    words = "import sys, dichtbij.insight.survival; print('numpy' in sys.modules)"

    said = subprocess.run(
        [sys.executable, "-c", words], capture_output=True, text=True, check=True
    )

    assert said.stdout.strip() == "False"
