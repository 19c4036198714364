from itertools import pairwise

import numpy as np
import pytest
from scipy.optimize import linprog

from dichtbij.insight.effect import (
    CannotEstimate,
    group_time_att,
    relative_magnitudes,
)
from tests.insight.known_truth import NEVER, practices, shuffled

RATES = ("rate", "practice", "quarter", "start")
WAVE = ((5, 10), (NEVER, 14))


def event_study(frame, **options):
    return group_time_att(frame, *RATES, base="universal", **options).aggregate(
        "dynamic"
    )


def drifting(seed, noise=2.0, effect=0.0):
    """Who starts drifts by 1 in the last quarter before it, and by 1 in each after."""
    frame = practices(((5, 20), (NEVER, 20)), 6, effect=effect, seed=seed, noise=noise)
    frame["rate"] -= 0.3 * frame["x"] * frame["quarter"]
    steps = np.maximum(frame["quarter"] - 3, 0)
    frame["rate"] += np.where(frame["start"] > 0, steps, 0)
    return frame


def by_programming(found, times):
    """The least and the most effect, found by a program that knows nothing of ours."""
    before = found.estimates[found.keys <= -1]
    far = times * np.abs(np.diff(before)).max()
    after = found.estimates[found.keys >= 0]
    steps = np.eye(after.size) - np.eye(after.size, k=-1)
    mean = np.full(after.size, 1 / after.size)
    drift = [
        linprog(
            sign * mean,
            A_ub=np.concatenate([steps, -steps]),
            b_ub=np.full(2 * after.size, far),
            bounds=(None, None),
        ).fun
        for sign in (1, -1)
    ]
    return mean @ after + drift[0], mean @ after - drift[1]


@pytest.mark.parametrize("waves", [WAVE, ((4, 6), (6, 6), (7, 4), (NEVER, 10))])
def test_the_bounds_are_those_of_linear_programming(waves):
    found = event_study(practices(waves, 9))

    told = relative_magnitudes(found, times=(0.5, 1.7))

    assert told.estimate == pytest.approx(found.estimate)
    for drift in told.drifts:
        expected = by_programming(found, drift.times)
        assert (drift.least, drift.most) == pytest.approx(expected, abs=1e-7)


def test_the_bounds_are_those_of_diff_diff():
    import warnings

    import pandas as pd

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from diff_diff import CallawaySantAnna, HonestDiD

        frame = practices(WAVE, 6, effect=-6)
        fitted = CallawaySantAnna(base_period="universal").fit(
            pd.DataFrame(frame), *RATES
        )
        told = HonestDiD(method="relative_magnitude", M=0.5).fit(
            fitted.aggregate("event_study")
        )

    (found,) = relative_magnitudes(event_study(frame), times=(0.5,)).drifts

    assert (found.least, found.most) == pytest.approx((told.lb, told.ub), abs=1e-7)


def test_without_drift_the_limits_are_the_ordinary_ones():
    found = event_study(practices(WAVE, 8))

    (none,) = relative_magnitudes(found, times=(0,)).drifts

    assert none.least == none.most == pytest.approx(found.estimate)
    assert (none.low, none.high) == pytest.approx(found.interval())


def test_more_drift_is_a_wider_interval_around_its_bounds():
    drifts = relative_magnitudes(event_study(practices(WAVE, 8))).drifts

    for one, next_ in pairwise(drifts):
        assert next_.low < one.low <= one.least <= one.most <= one.high < next_.high
    assert [one.times for one in drifts] == [0, 0.5, 1, 1.5, 2]


def test_the_breakdown_is_where_the_interval_first_holds_nothing():
    found = event_study(practices(WAVE, 8, effect=-9))
    told = relative_magnitudes(found)

    before, after = relative_magnitudes(
        found, times=(told.breakdown * 0.999, told.breakdown * 1.001)
    ).drifts

    assert 0 < told.breakdown < 10
    assert before.high < 0 < after.high
    assert relative_magnitudes(event_study(practices(WAVE, 8, effect=0))).breakdown == 0


def test_an_effect_that_nothing_before_resembles_never_falls():
    frame = practices(WAVE, 8, effect=-9, noise=0.001)
    frame["rate"] -= 0.3 * frame["x"] * frame["quarter"]

    assert relative_magnitudes(event_study(frame)).breakdown is None


def test_groups_that_drift_as_before_are_covered_and_ordinary_limits_are_not():
    """The planted bug: limits that take no drift into account."""
    told = [
        relative_magnitudes(event_study(drifting(seed)), times=(0, 1)).drifts
        for seed in range(150)
    ]

    ordinary = np.mean([none.low <= 0 <= none.high for none, _ in told])
    covered = np.mean([one.low <= 0 <= one.high for _, one in told])

    assert ordinary < 0.6
    assert covered >= 0.95
    assert np.mean([one.high - one.low for _, one in told]) < 12


def test_order_changes_nothing_and_the_unit_scales():
    frame = practices(WAVE, 8, effect=-9)
    told = relative_magnitudes(event_study(frame))
    scaled = relative_magnitudes(event_study({**frame, "rate": frame["rate"] / 1000}))

    again = relative_magnitudes(event_study(shuffled(frame)))

    assert again.breakdown == pytest.approx(told.breakdown)
    assert scaled.breakdown == pytest.approx(told.breakdown)
    assert scaled.drifts[2].low == pytest.approx(told.drifts[2].low / 1000)


def test_a_turned_effect_gives_the_turned_interval():
    frame = practices(WAVE, 8, effect=-9)
    told = relative_magnitudes(event_study(frame))

    turned = relative_magnitudes(event_study({**frame, "rate": -frame["rate"]}))

    assert turned.drifts[2].low == pytest.approx(-told.drifts[2].high)
    assert turned.drifts[2].high == pytest.approx(-told.drifts[2].low)
    assert turned.breakdown == pytest.approx(told.breakdown) != 0


def test_what_has_no_answer_is_refused():
    late = practices(((3, 6), (NEVER, 6)), 6)
    gap = practices(WAVE, 8)
    gap = {name: column[gap["quarter"] != 3] for name, column in gap.items()}
    varying = group_time_att(practices(WAVE, 8), *RATES)

    with pytest.raises(CannotEstimate, match="short_before"):
        relative_magnitudes(event_study(late))
    with pytest.raises(CannotEstimate, match="gap"):
        relative_magnitudes(event_study(gap))
    with pytest.raises(ValueError, match="universal"):
        relative_magnitudes(varying.aggregate("dynamic"))
    with pytest.raises(ValueError, match="event study"):
        relative_magnitudes(varying.aggregate("group"))


def test_the_step_to_the_base_counts_along():
    found = event_study(drifting(0, noise=1e-6))

    (one,) = relative_magnitudes(found, times=(1,)).drifts

    assert one.most - one.least == pytest.approx(3, abs=1e-3)  # 2 x (1 + 2) / 2
    assert one.most == pytest.approx(3, abs=1e-3)
    assert one.least == pytest.approx(0, abs=1e-3)
