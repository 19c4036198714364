from math import isfinite

import pytest

from dichtbij.evaluation.effect_data import effect_of
from dichtbij.insight.effect import corrected_error, wild_bootstrap_p
from tests.insight.known_truth import NEVER, counted

FIRST = 8100  # a quarter, as a number
NAMES = ("referrals", "practice", "quarter", "group", "youths")


def returns(**options):
    frame = counted(**options)
    start = frame["start"].astype(int)
    return {
        "practice": frame["practice"].tolist(),
        "quarter": (frame["quarter"] + FIRST).tolist(),
        "referrals": frame["referrals"].astype(int).tolist(),
        "youths": frame["youths"].astype(int).tolist(),
        "group": [int(one) + FIRST if one else 0 for one in start],
    }


def checks(panel, **changes):
    told = effect_of(panel, looks=3, look=1, final=False, smallest=10, **changes)
    return told["checks"]


def test_other_methods_stand_beside_the_estimate():
    panel = returns()

    told = checks(panel)

    error = corrected_error(panel, *NAMES)
    wild = wild_bootstrap_p(panel, *NAMES, draws=199, seed=1)
    assert (told["low"], told["high"]) == (error.low, error.high)
    assert told["wild_p"] == wild.p
    assert 0 <= told["drift_times"] < 1


@pytest.mark.parametrize("waves", [((5, 1), (NEVER, 6)), ((2, 4), (NEVER, 6))])
def test_what_cannot_be_checked_is_nothing_and_no_false_number(waves):
    told = checks(returns(waves=waves, quarters=8))

    assert told["drift_times"] is None  # one practice; one quarter before the start
    assert all(value is None or isfinite(value) for value in told.values())
