import json
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from dichtbij.insight.effect import (
    CannotEstimate,
    group_time_att,
    imputation,
    poisson_imputation,
)
from tests.insight.known_truth import NEVER, counted, practices, shuffled

REFDATA = Path(__file__).parents[1] / "refdata" / "expected_open.json"
RATES = ("rate", "practice", "quarter", "start")
COUNTS = ("referrals", "practice", "quarter", "start", "youths")


def reasons(found):
    return {one.which: one.reason for one in found.dropped}


def level(frame):
    """The panel without the trend that x bends."""
    frame["rate"] = frame["rate"] - 0.3 * frame["x"] * frame["quarter"]
    return frame


# --- BJS (T-A4) -----------------------------------------------------------------------


def test_mpdta_comes_out_as_in_three_programs():
    package = Path(find_spec("moderndid").submodule_search_locations[0])
    table = pd.read_pickle(package / "core" / "datasets" / "mpdta_long.pkl.gz")
    expected = json.loads(REFDATA.read_text())["did_mpdta"]["bjs_imputation"]

    found = imputation(table, "lemp", "countyreal", "year", "first.treat")

    assert found.estimate == pytest.approx(expected, abs=1e-9)
    # As printed by diff-diff 3.13.0.
    assert found.standard_error == pytest.approx(0.01322248865, abs=1e-9)
    assert found.treated_cells == 20 * 4 + 40 * 2 + 131


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("weights", [None, "youths"])
def test_own_panels_agree_with_diff_diff(weights):
    from diff_diff import ImputationDiD, SurveyDesign

    frame = practices()
    found = imputation(frame, *RATES, weights=weights)
    told = ImputationDiD().fit(
        pd.DataFrame(frame), *RATES,
        survey_design=SurveyDesign(weights=weights) if weights else None,
    )  # fmt: skip
    events = told.aggregate("event_study")
    real = ~np.asarray(events.is_reference)

    assert found.estimate == pytest.approx(told.overall_att, abs=1e-8)
    assert np.array_equal(found.keys, events.event_time[real])
    assert np.allclose(found.estimates, events.att[real], atol=1e-8)
    if weights:  # its survey design centres the influences and adds n/(n-1)
        n = len(found.influence)
        found_errors = found.influences.std(axis=0, ddof=1) * n**0.5
    else:
        found_errors = found.standard_errors
        assert found.standard_error == pytest.approx(told.overall_se, abs=1e-8)
    assert np.allclose(found_errors, events.se[real], atol=1e-8)


def test_without_noise_the_known_effect_comes_back_also_with_gaps():
    frame = level(practices(noise=0))
    frame["rate"][[3, 17, 60, 199]] = np.nan

    found = imputation(frame, *RATES, weights="youths")

    assert found.estimate == pytest.approx(-3)
    assert np.allclose(found.estimates, -3)
    assert len(found.dropped) == 4
    assert found.standard_error == pytest.approx(0, abs=1e-9)


def test_the_order_of_rows_is_no_matter_and_units_scale():
    frame = practices()
    found = imputation(frame, *RATES, weights="youths")

    mixed = imputation(shuffled(frame), *RATES, weights="youths")
    frame["rate"] /= 1000
    frame["youths"] *= 3
    scaled = imputation(frame, *RATES, weights="youths")

    assert np.array_equal(mixed.estimates, found.estimates)
    assert mixed.standard_error == found.standard_error
    assert np.allclose(scaled.estimates * 1000, found.estimates)
    assert scaled.standard_error * 1000 == pytest.approx(found.standard_error)


def test_its_error_tells_how_much_it_varies_and_it_varies_less_than_group_time():
    sets = [level(practices(seed=seed)) for seed in range(150)]
    found = [imputation(one, *RATES) for one in sets]
    checks = [group_time_att(one, *RATES).aggregate("simple") for one in sets]

    spread = np.std([one.estimate for one in found])

    assert np.mean([one.estimate for one in found]) == pytest.approx(-3, abs=0.1)
    assert np.mean([one.standard_error for one in found]) == pytest.approx(
        spread, rel=0.15
    )
    assert np.std([one.estimate for one in checks]) > 1.2 * spread


def dense(frame, weight):
    """The mean effect by a plain regression on dummies, fitted with these weights."""
    free = (frame["start"] == 0) | (frame["quarter"] < frame["start"])
    design = np.column_stack(
        [frame["practice"] == one for one in np.unique(frame["practice"])]
        + [frame["quarter"] == one for one in range(2, 11)]
    ).astype(float)
    root = np.sqrt(weight[free])
    levels = np.linalg.lstsq(
        design[free] * root[:, None], frame["rate"][free] * root, rcond=None
    )[0]
    left = frame["rate"] - design @ levels
    return np.average(left[~free], weights=frame["youths"][~free])


def test_a_fit_that_forgets_the_weights_would_be_seen():
    """The planted bug: cells weighed in the mean, not in the fit."""
    frame = practices()
    found = imputation(frame, *RATES, weights="youths").estimate

    assert found == pytest.approx(dense(frame, frame["youths"]), abs=1e-10)
    assert abs(found - dense(frame, np.ones(len(frame["rate"])))) > 0.01


def test_a_single_quarter_before_stays_in():
    frame = level(practices(waves=((2, 3), (5, 6), (NEVER, 8)), noise=0))

    found = imputation(frame, *RATES)

    assert found.estimate == pytest.approx(-3)
    assert found.dropped == ()
    assert found.keys.max() == 8


def test_when_all_are_treated_later_quarters_are_dropped_and_listed():
    frame = level(practices(waves=((4, 6), (6, 6), (8, 6)), noise=0))

    found = imputation(frame, *RATES)

    assert found.estimate == pytest.approx(-3)
    assert reasons(found) == dict.fromkeys((8, 9, 10), "no_untreated_unit")


def test_one_practice_is_no_comparison():
    frame = level(practices(waves=((4, 6), (6, 6), (NEVER, 1))))

    found = imputation(frame, *RATES)

    assert reasons(found) == dict.fromkeys((6, 7, 8, 9, 10), "one_untreated_unit")


def test_a_wave_of_one_practice_is_told():
    found = imputation(practices(waves=((5, 1), (7, 6), (NEVER, 8))), *RATES)

    assert found.single_unit_cells == 6


def test_quarters_that_no_practice_links_are_dropped_and_listed():
    frame = level(practices(waves=((4, 6), (NEVER, 8)), noise=0))
    early, old = frame["quarter"] < 2, frame["practice"] < 111
    frame = {name: column[early != old] for name, column in frame.items()}

    found = imputation(frame, *RATES)

    assert reasons(found)[1] == "not_linked"
    assert found.estimate == pytest.approx(-3)


def test_nothing_to_compare_is_said_and_not_made_up():
    with pytest.raises(CannotEstimate, match="nobody_treated"):
        imputation(practices(waves=((NEVER, 8),)), *RATES)
    with pytest.raises(CannotEstimate, match="nobody_treated"):
        imputation(practices(waves=((1, 3), (NEVER, 8))), *RATES)
    with pytest.raises(CannotEstimate) as why:
        imputation(practices(waves=((5, 9),)), *RATES)
    assert why.value.reason == "no_effect_cell"
    assert len(why.value.dropped) == 6


# --- Poisson: the primary estimate ----------------------------------------------------


def test_without_chance_the_known_ratio_comes_back():
    found = poisson_imputation(counted(exact=True), *COUNTS)

    assert found.irr == pytest.approx(0.8)
    assert found.avoided == pytest.approx(found.observed / 0.8 - found.observed)
    assert np.allclose(found.event_observed / found.event_expected, 0.8)
    assert found.standard_error == pytest.approx(0, abs=1e-9)


@pytest.mark.filterwarnings("ignore")
def test_expected_counts_agree_with_a_general_linear_model():
    from statsmodels.genmod.families import Poisson
    from statsmodels.genmod.generalized_linear_model import GLM

    frame = counted()
    free = (frame["start"] == 0) | (frame["quarter"] < frame["start"])
    design = np.column_stack(
        [frame["practice"] == one for one in np.unique(frame["practice"])]
        + [frame["quarter"] == one for one in range(2, 11)]
    ).astype(float)
    model = GLM(
        frame["referrals"][free], design[free], family=Poisson(),
        exposure=frame["youths"][free],
    ).fit(tol=1e-12)  # fmt: skip
    mean = model.predict(design[~free], exposure=frame["youths"][~free])

    found = poisson_imputation(frame, *COUNTS)

    assert found.expected == pytest.approx(mean.sum(), rel=1e-9)
    assert found.observed == frame["referrals"][~free].sum()
    assert found.irr == pytest.approx(found.observed / mean.sum(), rel=1e-9)


def test_the_influences_are_what_leaving_a_practice_a_little_out_does():
    """A small change of one practice's weight moves the log ratio by its influence."""
    frame, step = counted(waves=((5, 4), (7, 3), (NEVER, 4))), 1e-5
    found = poisson_imputation(frame, *COUNTS)

    for place, practice in enumerate(np.unique(frame["practice"])[:9]):
        more = dict(frame)
        for name in ("referrals", "youths"):
            more[name] = frame[name] * np.where(
                frame["practice"] == practice, 1 + step, 1
            )
        moved = (poisson_imputation(more, *COUNTS).log_irr - found.log_irr) / step
        assert moved == pytest.approx(found.influence[place], abs=1e-5)


def test_its_interval_covers_the_truth_about_as_often_as_it_says():
    found = [poisson_imputation(counted(seed=seed), *COUNTS) for seed in range(300)]

    logs = np.array([one.log_irr for one in found])
    covered = np.mean([one.low < 0.8 < one.high for one in found])

    assert logs.mean() == pytest.approx(np.log(0.8), abs=0.015)
    assert np.mean([one.standard_error for one in found]) == pytest.approx(
        logs.std(), rel=0.12
    )
    assert 0.90 < covered < 0.98


def test_counts_may_be_in_another_order_and_exposure_in_another_unit():
    frame = counted()
    found = poisson_imputation(frame, *COUNTS)

    mixed = poisson_imputation(shuffled(frame), *COUNTS)
    scaled = poisson_imputation({**frame, "youths": frame["youths"] / 1000}, *COUNTS)

    assert mixed.irr == found.irr
    assert mixed.high == found.high
    assert scaled.irr == pytest.approx(found.irr, rel=1e-12)
    assert scaled.standard_error == pytest.approx(found.standard_error)


def test_a_practice_without_events_before_is_named_and_left_out_beside():
    frame = counted(exact=True)
    silent = (frame["practice"] == 102) & (frame["quarter"] < 5)
    frame["referrals"][silent] = 0

    found = poisson_imputation(frame, *COUNTS)

    assert found.zero_event_units == (102,)
    assert found.without_zero.irr == pytest.approx(0.8)
    assert found.without_zero.zero_event_units == ()
    assert reasons(found.without_zero) == {102: "no_event_before_start"}
    own = (frame["practice"] == 102) & ~silent
    assert found.observed - found.without_zero.observed == pytest.approx(
        frame["referrals"][own].sum()
    )
    assert found.expected == pytest.approx(found.without_zero.expected)
    assert found.irr > 0.8


def test_the_mean_of_ratios_would_be_another_number():
    """The planted bug: averaging the ratios of practices instead of adding counts."""
    frame = counted()
    found = poisson_imputation(frame, *COUNTS)

    wrong = np.mean(found.event_observed / found.event_expected)

    assert abs(wrong - found.irr) > 0.005


def test_no_events_after_the_start_is_a_ratio_of_zero_with_an_exact_limit():
    frame = counted()
    after = (frame["start"] > 0) & (frame["quarter"] >= frame["start"])
    frame["referrals"][after] = 0

    found = poisson_imputation(frame, *COUNTS)

    assert (found.irr, found.low, found.log_irr) == (0, 0, None)
    assert found.high == pytest.approx(3.688879 / found.expected)
    assert found.avoided == found.expected
    assert found.avoided_low is None


def test_quarters_and_practices_that_tell_nothing_are_listed():
    frame = counted(waves=((1, 2), (5, 8), (NEVER, 8)))
    frame["referrals"][frame["quarter"] == 2] = 0

    found = poisson_imputation(frame, *COUNTS)

    assert reasons(found) == {
        100: "treated_from_first_period",
        101: "treated_from_first_period",
        2: "no_events",
    }
    assert found.treated_units == 8
    assert found.untreated_units == 8
    assert set(found.period) == set(range(1, 11)) - {2}


def test_without_any_event_before_nothing_is_expected():
    frame = counted(waves=((5, 3), (NEVER, 8)))
    frame["referrals"][(frame["start"] > 0) & (frame["quarter"] < 5)] = 0

    with pytest.raises(CannotEstimate, match="nothing_expected"):
        poisson_imputation(frame, *COUNTS)
    with pytest.raises(ValueError, match="count"):
        poisson_imputation({**frame, "referrals": -frame["referrals"]}, *COUNTS)


def test_quarters_whose_level_would_be_infinite_are_dropped_and_listed():
    """One practice refers in the first two quarters and is seen in no other."""
    frame = counted(waves=((5, 8), (NEVER, 8)), exact=True)
    early, one = frame["quarter"] <= 2, frame["practice"] == 110
    frame["referrals"][early & ~one] = 0
    frame["referrals"][~early & one] = np.nan

    found = poisson_imputation(frame, *COUNTS)

    gone = reasons(found)
    assert (gone[1], gone[2], gone[110]) == (
        "not_linked", "not_linked", "no_untreated_period",
    )  # fmt: skip
    assert found.irr == pytest.approx(0.8)


def test_the_limits_follow_t_with_one_degree_less_than_there_are_units():
    from scipy.stats import t

    found = poisson_imputation(counted(), *COUNTS)

    n = found.influence.size
    error = (found.influence @ found.influence * n / (n - 1)) ** 0.5
    limits = np.exp(found.log_irr + np.array([-1, 1]) * t.ppf(0.975, n - 1) * error)
    assert found.standard_error == pytest.approx(error)
    assert (found.low, found.high) == pytest.approx(tuple(limits))
    assert found.avoided_low < found.avoided < found.avoided_high
    assert found.avoided_low == pytest.approx(found.observed * (1 / found.high - 1))


def test_only_practices_with_the_help_are_named_as_expecting_nothing():
    frame = counted()
    never = frame["practice"][frame["start"] == NEVER][0]
    frame["referrals"][frame["practice"] == never] = 0

    assert poisson_imputation(frame, *COUNTS).zero_event_units == ()


def test_who_starts_after_the_last_quarter_is_compared_with_like_the_others():
    frame = counted(((5, 8), (NEVER, 10)))
    later = {**frame, "start": np.where(frame["start"] == NEVER, 99, frame["start"])}

    found = poisson_imputation(later, *COUNTS)

    assert found.untreated_units == 10
    assert found.irr == poisson_imputation(frame, *COUNTS).irr
