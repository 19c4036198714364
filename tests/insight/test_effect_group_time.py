import contextlib
import io
import json
import warnings
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from dichtbij.insight.effect import CannotEstimate, group_time_att
from tests.insight.known_truth import NEVER, practices, shuffled

REFDATA = Path(__file__).parents[1] / "refdata" / "expected_open.json"
NAMES = ("rate", "practice", "quarter", "start")
KINDS = ("simple", "group", "dynamic", "calendar")


def effects(frame, **options):
    return group_time_att(frame, *NAMES, **options)


def reasons(found):
    return {one.which: one.reason for one in found.dropped}


# --- mpdta (T-A1) ---------------------------------------------------------------------


@pytest.fixture(scope="module")
def mpdta():
    package = Path(find_spec("moderndid").submodule_search_locations[0])
    table = pd.read_pickle(package / "core" / "datasets" / "mpdta_long.pkl.gz")
    return group_time_att(table, "lemp", "countyreal", "year", "first.treat")


@pytest.fixture(scope="module")
def expected():
    return json.loads(REFDATA.read_text())["did_mpdta"]


def test_the_cells_of_mpdta_are_as_printed(mpdta, expected):
    assert len(mpdta.estimate) == len(expected["never_noX_attgt"]) == 12
    for key, printed in expected["never_noX_attgt"].items():
        assert mpdta.at(*map(float, key.split(","))) == pytest.approx(printed, abs=5e-5)


@pytest.mark.parametrize("kind", KINDS)
def test_the_averages_of_mpdta_are_as_printed(mpdta, expected, kind):
    found = mpdta.aggregate(kind)

    assert (found.estimate, found.standard_error) == pytest.approx(
        expected["never_noX"][kind], abs=1e-8
    )


def test_the_event_study_and_pre_test_of_mpdta_are_as_printed(mpdta, expected):
    found, test = mpdta.aggregate("dynamic"), mpdta.pre_test()

    for key, estimate, error in zip(
        found.keys, found.estimates, found.standard_errors, strict=True
    ):
        assert (estimate, error) == pytest.approx(
            expected["event"][str(int(key))], abs=1e-6
        )
    assert test.statistic == pytest.approx(expected["pretest"]["W"], abs=1e-6)
    assert test.df == expected["pretest"]["df"]
    assert test.p == pytest.approx(expected["pretest"]["p"], abs=1e-8)


# --- against csdid 0.4.3 and diff-diff 3.13.0 (T-A2, T-A3, T-A4) ---------------------

ONE_COHORT = ((5, 12), (NEVER, 20))
DESIGNS = [
    # control, base, weights, covariate, method
    ("not_yet", "universal", "youths", None, "dr"),
    ("never", "varying", "youths", None, "dr"),
    ("never", "universal", None, None, "dr"),
    ("not_yet", "varying", None, "x", "dr"),
    ("not_yet", "universal", "youths", "x", "dr"),
    ("never", "varying", "youths", "x", "reg"),
    ("not_yet", "varying", "youths", "x", "ipw"),
    ("not_yet", "universal", "youths", "moving", "dr"),
]


def theirs(frame, control, base, weights, x, method):
    with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
        warnings.simplefilter("ignore")
        from csdid.att_gt import ATTgt

        fitted = ATTgt(
            yname="rate", tname="quarter", idname="practice", gname="start",
            data=pd.DataFrame(frame), weights_name=weights, cband=False,
            control_group="nevertreated" if control == "never" else "notyettreated",
            xformla=f"rate~{x or 1}",
        ).fit(est_method=method, base_period=base, bstrap=False)  # fmt: skip
        averages = {
            kind: fitted.aggte(typec=kind, bstrap=False, cband=False).atte
            for kind in KINDS
        }
    return fitted.results, averages


@pytest.mark.parametrize(("control", "base", "weights", "x", "method"), DESIGNS)
def test_each_design_agrees_with_csdid(control, base, weights, x, method):
    frame = practices()
    found = effects(
        frame, control=control, base=base, weights=weights,
        covariates=[x] if x else None, method=method,
    )  # fmt: skip
    peer, averages = theirs(frame, control, base, weights, x, method)

    cells = dict(
        zip(
            zip(peer["group"], peer["year"], strict=True),
            zip(peer["att"], peer["se"], strict=True),
            strict=True,
        )
    )
    assert len(cells) == len(found.estimate)
    for g, t in cells:
        estimate, error = cells[g, t]
        assert found.at(g, t)[0] == pytest.approx(estimate, abs=1e-6)
        if g - 1 != t or base == "varying":
            assert found.at(g, t)[1] == pytest.approx(error, abs=1e-6)
    for kind in KINDS:
        average = found.aggregate(kind)
        told = averages[kind]
        assert average.estimate == pytest.approx(told["overall_att"], abs=1e-6)
        assert average.standard_error == pytest.approx(
            float(np.ravel(told["overall_se"])[0]), abs=1e-6
        )


def test_one_weighted_cohort_with_a_universal_base_agrees_with_csdid():
    frame = practices(ONE_COHORT)
    found = effects(frame, weights="youths", base="universal")
    _cells, averages = theirs(frame, "never", "universal", "youths", None, "dr")

    for kind in KINDS:
        told = averages[kind]
        assert found.aggregate(kind).estimate == pytest.approx(told["overall_att"])


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("weights", [None, "youths"])
def test_staggered_not_yet_universal_agrees_with_diff_diff(weights):
    from diff_diff import CallawaySantAnna, SurveyDesign

    frame = practices()
    found = effects(frame, control="not_yet", base="universal", weights=weights)
    peer = CallawaySantAnna(control_group="not_yet_treated", base_period="universal")
    told = peer.fit(
        pd.DataFrame(frame), *NAMES,
        survey_design=SurveyDesign(weights=weights) if weights else None,
    )  # fmt: skip

    for ours, name in (
        ("simple", "simple"),
        ("dynamic", "event_study"),
        ("group",) * 2,
    ):
        average, peers = found.aggregate(ours), told.aggregate(name)
        estimates = average.estimates if average.keys.size else average.estimate
        errors = (
            average.standard_errors if average.keys.size else average.standard_error
        )
        assert np.allclose(estimates, peers.att, atol=1e-8)
        assert np.allclose(errors, np.nan_to_num(peers.se), atol=1e-8)


# --- what must hold -------------------------------------------------------------------


def test_without_noise_the_known_effect_comes_back():
    frame = practices(noise=0)
    frame["rate"] -= 0.3 * frame["x"] * frame["quarter"]

    for options in ({}, {"control": "not_yet", "weights": "youths"}):
        found = effects(frame, **options)

        after = found.period >= found.group
        assert np.allclose(found.estimate[after], -3)
        assert np.allclose(found.estimate[~after], 0)
        for kind in KINDS:
            assert found.aggregate(kind).estimate == pytest.approx(-3)


@pytest.mark.parametrize("method", ["dr", "reg"])
def test_a_covariate_that_bends_the_trend_is_taken_out(method):
    frame = practices(noise=0)

    found = effects(frame, covariates=["x"], method=method)

    assert found.aggregate("simple").estimate == pytest.approx(-3)
    assert abs(effects(frame).aggregate("simple").estimate + 3) > 0.1


def test_the_order_of_rows_is_no_matter_and_units_scale():
    frame = practices()
    options = {"control": "not_yet", "weights": "youths", "covariates": ["x"]}
    found = effects(frame, **options).aggregate("dynamic")

    mixed = effects(shuffled(frame), **options).aggregate("dynamic")
    frame["rate"] /= 1000
    frame["x"] *= 50
    frame["youths"] /= 7
    scaled = effects(frame, **options).aggregate("dynamic")

    assert np.array_equal(mixed.estimates, found.estimates)
    assert np.array_equal(mixed.standard_errors, found.standard_errors)
    assert np.allclose(scaled.estimates * 1000, found.estimates, rtol=1e-8)
    assert np.allclose(scaled.standard_errors * 1000, found.standard_errors, rtol=1e-8)


def test_weights_lost_in_the_average_would_be_seen():
    """The planted bug: group shares counted by heads (as moderndid 0.2.0 does)."""
    frame = practices()
    found = effects(frame, weights="youths")
    heads = {g: n / 32 for g, n in ((5, 8), (7, 6), (8, 4))}
    after = found.period >= found.group
    share = np.array([heads[g] for g in found.group[after]])

    wrong = share @ found.estimate[after] / share.sum()
    _cells, averages = theirs(frame, "never", "varying", "youths", None, "dr")

    right = found.aggregate("simple").estimate
    assert right == pytest.approx(averages["simple"]["overall_att"], abs=1e-10)
    assert abs(wrong - right) > 0.01


def test_the_band_holds_all_at_once_and_its_seed_makes_it_again():
    found = effects(practices(), base="universal", weights="youths").aggregate(
        "dynamic"
    )

    band, again, other = found.band(), found.band(), found.band(seed=1)

    assert np.array_equal(band.low, again.low)
    assert not np.array_equal(band.low, other.low)
    assert 2.3 < band.critical < 3.5
    base = found.keys == -1
    assert band.low[base] == band.high[base] == 0
    assert np.allclose(
        band.standard_error[~base], found.standard_errors[~base], rtol=0.15
    )
    assert np.isfinite(band.low).all()


def test_the_band_covers_the_whole_curve_as_often_as_it_says():
    covered = 0
    for seed in range(60):
        frame = practices(waves=((4, 30), (NEVER, 60)), quarters=6, seed=seed)
        found = effects(frame, covariates=["x"], method="reg").aggregate("dynamic")
        band = found.band(draws=400, seed=seed)
        truth = np.where(found.keys >= 0, -3, 0)
        covered += bool(((band.low <= truth) & (truth <= band.high)).all())

    assert 50 <= covered <= 60


# --- the edges (science.md 4.12) -----------------------------------------------------


def test_when_all_are_treated_the_last_wave_compares_until_it_starts():
    frame = practices(waves=((4, 6), (6, 6), (8, 6)))

    found = effects(frame, control="not_yet")

    gone = reasons(found)
    assert found.period.max() == 7
    assert gone[4, 8] == gone[8, 10] == "no_controls"
    assert np.isfinite(found.aggregate("simple").estimate)
    with pytest.raises(CannotEstimate) as why:
        effects(frame)
    assert why.value.reason == "no_comparison"
    assert why.value.dropped


def test_one_practice_is_no_comparison():
    frame = practices(waves=((4, 6), (6, 6), (NEVER, 1)))

    found = effects(frame, control="not_yet")

    assert reasons(found)[4, 6] == "one_control"
    assert (found.period < 6).all()


def test_who_is_treated_from_the_first_quarter_is_left_out_and_listed():
    frame = practices(waves=((1, 2), (5, 6), (NEVER, 8)))

    found = effects(frame)

    assert reasons(found) == dict.fromkeys((100, 101), "treated_from_first_period")
    assert found.n == 14
    assert set(found.group) == {5}


def test_a_single_period_before_is_enough():
    found = effects(practices(waves=((2, 6), (NEVER, 8))))

    assert len(found.estimate) == 9
    assert found.pre_test().reason == "no_period_before"
    assert found.pre_test().p is None


def test_a_gap_leaves_the_practice_out_and_says_so():
    frame = practices()
    frame["rate"][3] = np.nan

    found = effects(frame)

    assert reasons(found) == {(100, 4.0): "no_value", 100: "incomplete"}
    assert found.n == 31


def test_nobody_treated_nobody_seen():
    with pytest.raises(CannotEstimate, match="nobody_treated"):
        effects(practices(waves=((NEVER, 8),)))
    with pytest.raises(CannotEstimate, match="nobody_treated"):
        effects(practices(waves=((11, 4), (NEVER, 8))))
    frame = practices()
    frame["rate"] = frame["rate"] * np.nan
    with pytest.raises(CannotEstimate, match="no_rows"):
        effects(frame)


def test_few_units_give_no_pre_test_but_a_reason():
    found = effects(practices(waves=((8, 2), (NEVER, 3))))

    assert found.pre_test().reason == "too_few_units"


def test_covariates_that_cannot_be_used_are_told_per_cell():
    frame = practices()
    frame["same"] = np.ones_like(frame["x"])
    frame["tells_all"] = (frame["start"] > 0) * 5 + 0.01 * frame["x"]

    with pytest.raises(CannotEstimate) as why:
        effects(frame, covariates=["same"])
    assert {one.reason for one in why.value.dropped} == {"covariates_singular"}
    with pytest.raises(CannotEstimate) as why:
        effects(frame, covariates=["tells_all"], method="ipw")
    assert {one.reason for one in why.value.dropped} == {"no_overlap"}


def test_anticipation_moves_the_base_to_before_it():
    frame = practices(noise=0)
    frame["rate"] -= 0.3 * frame["x"] * frame["quarter"]
    frame["rate"] -= 2 * (frame["quarter"] == frame["start"] - 1)

    found = effects(frame, anticipation=1)

    assert found.aggregate("simple").estimate == pytest.approx(-3)
    assert effects(frame).aggregate("simple").estimate == pytest.approx(-1)
    assert found.at(5, 4)[0] == pytest.approx(-2)
    assert found.base[(found.group == 5) & (found.period == 5)] == 3


@pytest.mark.parametrize(
    "change",
    [
        {"quarter": lambda f: f["quarter"] - 1},
        {"start": lambda f: np.where(f["quarter"] == 3, 4, f["start"])},
        {"youths": lambda f: -f["youths"]},
        {"practice": lambda f: np.zeros_like(f["practice"])},
        {"rate": lambda f: f["rate"][1:]},
    ],
)
def test_a_frame_that_contradicts_itself_is_refused(change):
    frame = practices(waves=((5, 8), (NEVER, 14)))
    for name, how in change.items():
        frame[name] = how(frame)

    with pytest.raises(ValueError, match=r"period|start|weight|row"):
        effects(frame, weights="youths")


def test_an_unknown_option_is_refused():
    for options in ({"control": "all"}, {"base": "first"}, {"method": "ols"}):
        with pytest.raises(ValueError, match="not known"):
            effects(practices(), **options)
    with pytest.raises(ValueError, match="average"):
        effects(practices()).aggregate("median")
    with pytest.raises(KeyError):
        effects(practices()).at(5, 99)


def test_the_pre_test_leaves_out_the_periods_of_anticipation():
    columns = ("rate", "practice", "quarter", "start")
    found = group_time_att(practices(), *columns, anticipation=1)

    early = (found.period < found.group - 1) & ~found.is_base
    late = (found.period < found.group) & ~found.is_base
    assert found.pre_test().df == early.sum() < late.sum()


def test_the_multipliers_have_mean_nought_and_variance_and_skewness_one():
    from dichtbij.insight.multiplier import multiplied

    drawn = multiplied(np.ones((1, 1)), 40_000, 3)[:, 0]

    assert drawn.mean() == pytest.approx(0, abs=0.02)
    assert drawn.var() == pytest.approx(1, abs=0.03)
    assert (drawn**3).mean() == pytest.approx(1, abs=0.06)
