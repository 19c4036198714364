import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dichtbij.insight.spc import assurance, xmr
from dichtbij.insight.special_causes import (
    full_runs,
    full_trends,
    spread_back,
    two_of_three,
)
from tests.refdata import expected, rows

PRINTED = expected("spc_ptd")
WANTED = {"increase": "high", "decrease": "low", "neutral": None}
POINTS = {
    series["series"]: [
        p for p in rows("ptd_spc_points.csv") if p["series"] == series["series"]
    ]
    for series in rows("ptd_spc_series.csv")
}


def number(text):
    return None if text == "NA" else float(text)


def charted(series):
    points = POINTS[series["series"]]
    assert series["rebase"] == "NA"
    fixed = number(series["fix_after"])
    return points, xmr(
        [float(p["y"]) for p in points],
        screen=series["screen_outliers"] == "TRUE",
        improvement=WANTED[series["direction"]],
        target=number(series["target"]),
        fix_after=None if fixed is None else int(fixed),
    )


@pytest.mark.parametrize(
    "series", rows("ptd_spc_series.csv"), ids=lambda s: s["series"]
)
def test_each_scored_series_matches_point_by_point(series):
    points, chart = charted(series)

    for name, ours in (
        ("mean", chart.mean),
        ("lpl", chart.lower),
        ("upl", chart.upper),
    ):
        theirs = [float(p[name]) for p in points]
        assert np.abs(ours - theirs).max() < 1e-9
    assert list(chart.special_cause) == [p["special_cause_type"] for p in points]
    assert list(chart.point_type) == [p["point_type"] for p in points]
    assert [str(s).upper() for s in chart.short_group] == [
        p["short_group_warning"] for p in points
    ]
    assert list(chart.group) == [int(p["rebase_group"]) for p in points]
    assert chart.variation == series["variation"]
    if series["direction"] != "neutral":
        assert (chart.assurance or "NA") == series["assurance"]


def test_the_series_are_all_there():
    assert len(POINTS) == 20
    assert sum(map(len, POINTS.values())) == 248


def test_the_printed_limits_of_two_series():
    normal = [float(p["y"]) for p in POINTS["rnorm20_seed123"]]
    chart = xmr(normal)
    assert [chart.mean[0], chart.lower[0], chart.upper[0]] == pytest.approx(
        PRINTED["rnorm20"], abs=1e-9
    )

    normal[14] = 10
    chart = xmr(normal)
    assert [chart.mean[0], chart.lower[0], chart.upper[0]] == pytest.approx(
        PRINTED["outlier_screened"], abs=1e-9
    )
    assert xmr(normal, screen=False).upper[0] > chart.upper[0]


def test_the_rules_give_the_published_vectors():
    ends = full_runs([1] * 8 + [-1])
    assert ends.tolist() == [0, 0, 0, 0, 0, 0, 1, 1, 0]
    assert spread_back(ends.tolist()).tolist() == [True] * 8 + [False]
    rising = full_trends([2, *range(1, 8), 3])
    assert rising.tolist() == [0, 0, 0, 0, 0, 0, 0, 1, 0]
    assert full_trends([1, 2, 3, 3, 4, 5, 6]).tolist() == [0] * 7
    near = [0, 0, 1, 0, 1, 0, 0]
    assert two_of_three(near, [1] * 7).tolist() == [
        False,
        False,
        True,
        True,
        True,
        False,
        False,
    ]
    assert not two_of_three(near, [1, -1, 1, -1, 1, -1, 1]).any()


def test_a_falling_trend_is_marked_and_named_by_its_next_step():
    chart = xmr([5, 9, 8, 7, 6, 5, 4, 3, 9, 5, 6, 5, 6], improvement="low")

    assert chart.special_cause[1:8] == ("7 Point Trend (Decreasing)",) * 7
    assert chart.point_type[1] == "special_cause_improvement"


def test_a_value_equal_to_the_centre_breaks_a_run():
    chart = xmr([6, 6, 6, 5, 6, 6, 6, 2, 7, 2, 7, 2, 4])

    assert chart.mean[0] == 5
    assert chart.special_cause[:7] == ("Common Cause",) * 7


@pytest.mark.parametrize(
    ("limits", "wanted", "told"),
    [
        ((1, 3), "high", PRINTED["assurance_increase"]["lpl1_upl3_target4"]),
        ((5, 7), "high", PRINTED["assurance_increase"]["lpl5_upl7_target4"]),
        ((1, 5), "high", PRINTED["assurance_increase"]["lpl1_upl5_target4"]),
        ((1, 3), "low", "consistent_pass"),
        ((5, 7), "low", "consistent_fail"),
        ((1, 5), None, None),
    ],
)
def test_whether_a_target_is_met_is_told_by_the_limits(limits, wanted, told):
    assert assurance(*limits, 4, wanted) == told


def test_a_new_group_has_limits_of_its_own_and_carries_its_warning():
    first, second = [5, 6, 5, 7, 6, 5, 6, 7, 5, 6, 5, 6, 7], [20, 22, 21, 23, 20]

    chart = xmr(first + second, rebase=[13])

    assert chart.group == (0,) * 13 + (1,) * 5
    assert chart.short_group == (False,) * 13 + (True,) * 5
    assert chart.mean[0] == xmr(first).mean[0]
    assert (chart.lower[-1], chart.upper[-1]) == (
        xmr(second).lower[0],
        xmr(second).upper[0],
    )


def test_fixed_limits_come_from_the_first_points_and_hold_for_the_rest():
    calm = [5, 6, 5, 7, 6, 5, 6, 7, 5, 6, 5, 6]

    chart = xmr([*calm, 20, 21], fix_after=12)

    assert chart.upper.tolist() == [xmr(calm).upper[0]] * 14
    assert chart.special_cause[-2:] == ("Above UCL", "Above UCL")


def test_a_series_that_never_changes_has_no_special_cause_and_no_missing_value():
    chart = xmr([0.1] * 20)

    assert set(chart.special_cause) == {"Common Cause"}
    assert chart.lower[0] == chart.upper[0] == 0.1


@pytest.mark.parametrize(
    ("values", "changes"),
    [
        ([], {}),
        ([3], {}),
        ([1, float("nan"), 2], {}),
        ([1, 2, 3], {"rebase": [2]}),
        ([1, 2, 3, 4], {"rebase": [7]}),
        ([1] * 20, {"fix_after": 8}),
    ],
)
def test_what_has_no_limits_is_refused_in_words(values, changes):
    with pytest.raises(ValueError, match=r"\w+ \w+"):
        xmr(values, **changes)


VALUES = st.lists(st.floats(-1e6, 1e6, width=32), min_size=2, max_size=40)


@given(VALUES, st.booleans())
def test_limits_lie_around_the_centre_and_are_never_missing(values, screen):
    chart = xmr(values, screen=screen)

    assert np.isfinite([chart.lower, chart.mean, chart.upper]).all()
    assert (chart.lower <= chart.mean).all()
    assert (chart.mean <= chart.upper).all()
    assert len(chart.special_cause) == len(values)


@given(st.lists(st.integers(-50, 50), min_size=13, max_size=40))
def test_a_change_of_unit_changes_no_type_and_a_mirror_turns_every_type(values):
    chart, larger = xmr(values), xmr([4 * value for value in values])
    mirrored = xmr([-value for value in values])

    assert larger.special_cause == chart.special_cause
    assert larger.upper == pytest.approx(4 * chart.upper)
    turned = {
        "Above UCL": "Below LCL",
        "7 Point Trend (Increasing)": "7 Point Trend (Decreasing)",
        "2 in 3 Above CL": "2 in 3 Below CL",
        "7 Points Above CL": "7 Points Below CL",
    }
    both = turned | {b: a for a, b in turned.items()}
    assert mirrored.special_cause == tuple(both.get(t, t) for t in chart.special_cause)


def test_a_chart_cannot_be_changed_afterwards():
    with pytest.raises(ValueError, match="read-only"):
        xmr([1, 2, 3]).upper[0] = 9


def test_a_target_on_a_limit_is_met_by_chance():
    assert assurance(1.0, 5.0, 5.0, "high") == "inconsistent"
    assert assurance(1.0, 5.0, 1.0, "low") == "inconsistent"
