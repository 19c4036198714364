"""Is a series without comparison what was returned, and refused if it says nothing?"""

import pytest

from dichtbij.evaluation.series_data import series_of
from dichtbij.insight.its import interrupted_series
from tests.evaluation.test_report import panel


def alone(**changes):
    told = {"practices": 6, "started": 6, "quarters": 20, "start": 10, "mean": 30}
    return panel(**(told | changes))


def without(returns, drop):
    kept = [at for at in range(len(returns["quarter"])) if not drop(at)]
    return {name: [column[at] for at in kept] for name, column in returns.items()}


def test_the_points_are_the_sums_of_all_practices_and_the_fit_of_the_method():
    returns = alone(ratio=0.6)

    found = series_of(returns)

    counts = [sum(returns["referrals"][at::20]) for at in range(20)]
    fit = interrupted_series(
        counts, [4800] * 20, 10, points_a_year=4, draws=2000, seed=1
    )
    assert (found["practices"], found["start"]) == (6, 10)
    assert (found["ratio"], found["low"], found["high"]) == (
        fit.ratio,
        fit.low,
        fit.high,
    )
    assert 0.5 < found["ratio"] < 0.75
    for at, (quarter, seen, expected, low, high) in enumerate(found["points"]):
        assert quarter == 8100 + at
        assert round(seen * 4800 / 4000) % 5 == 0  # fives, as published
        if at < 10:
            assert (expected, low, high) == (None, None, None)
        else:
            assert low < expected < high
            assert expected == pytest.approx(
                4000 * fit.counterfactual[at - 10] / 4800, abs=0.06
            )


def apart():
    returns = alone()
    returns["group"] = [
        group and group + practice % 2
        for group, practice in zip(returns["group"], returns["practice"], strict=True)
    ]
    return returns


@pytest.mark.parametrize(
    ("returns", "reason"),
    [
        (apart(), "apart"),
        (without(alone(), lambda at: at == 25), "gap"),
        (alone(mean=0.5), "too_few"),
        (alone(start=7), "too_short"),
        (alone(start=15), "too_short"),
        (alone(start=0), "too_short"),
    ],
)
def test_what_says_nothing_gets_its_reason(returns, reason):
    assert series_of(returns) == {"reason": reason} or (
        series_of(returns) == {"reason": reason, "practices": 6}
    )
