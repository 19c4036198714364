import numpy as np
import pytest

from dichtbij.insight.effect import (
    CannotEstimate,
    corrected_error,
    imputation,
    poisson_imputation,
    wild_bootstrap_p,
)
from dichtbij.insight.panels import read_panel
from dichtbij.insight.small_samples import _counted, _rated
from tests.insight.known_truth import NEVER, counted, practices, shuffled

COUNTS = ("referrals", "practice", "quarter", "start", "youths")
RATES = ("rate", "practice", "quarter", "start", "youths")
FEW = ((5, 3), (NEVER, 9))
SHORT = {"waves": ((2, 4), (NEVER, 5)), "quarters": 2}


def changes(frame):
    """The change of each unit over two quarters, and whether the help began."""
    rate = frame["rate"].reshape(-1, 2)
    return rate[:, 1] - rate[:, 0], (frame["start"].reshape(-1, 2)[:, 0] > 0) * 1.0


# --- the corrected error --------------------------------------------------------------


def test_with_two_quarters_the_error_is_hc2_of_the_changes():
    from statsmodels.api import OLS

    frame = practices(**SHORT)
    change, helped = changes(frame)
    told = OLS(change, np.column_stack([np.ones(9), helped])).fit(cov_type="HC2")

    found = corrected_error(frame, *RATES[:4], estimator="imputation")

    assert found.estimate == pytest.approx(told.params[1])
    assert found.standard_error == pytest.approx(told.bse[1])
    assert found.df == 8
    # Source: the table of t with 8 degrees of freedom
    width = 2.306004135 * found.standard_error
    assert (found.low, found.high) == pytest.approx(
        (found.estimate - width, found.estimate + width)
    )


def test_on_average_the_squared_error_is_the_variance_of_the_estimate():
    """Bell and McCaffrey's condition, summed over what each cell alone does."""
    frame = practices(((3, 3), (5, 2), (NEVER, 4)), 6)
    panel = read_panel(frame, *RATES)
    variance = 0.0

    for row, column in np.ndindex(panel.values.shape):
        values = np.zeros(panel.values.shape)
        values[row, column] = panel.weights[row, column] ** -0.5
        linear, left, _ = _rated(panel.with_values(values))
        variance += linear.corrected(left) ** 2

    true = (linear.pull**2 / panel.weights).sum()
    assert variance == pytest.approx(true)


def test_the_estimate_and_its_influences_are_those_of_the_poisson_imputation():
    frame = counted()
    told = poisson_imputation(frame, *COUNTS)

    found = corrected_error(frame, *COUNTS)
    linear, left, _ = _counted(read_panel(frame, *COUNTS))

    assert found.estimate == pytest.approx(told.log_irr)
    assert (linear.pull * left).sum(axis=1) == pytest.approx(told.influence)
    assert told.standard_error < found.standard_error < 1.1 * told.standard_error
    assert found.low < told.low < told.high < found.high


def test_with_few_practices_it_rejects_less_often_than_the_error_by_hand():
    frames = [counted(((5, 6), (NEVER, 6)), 8, ratio=1, seed=s) for s in range(150)]

    plain = [poisson_imputation(f, *COUNTS) for f in frames]
    careful = [corrected_error(f, *COUNTS) for f in frames]

    often = np.mean([abs(one.log_irr) > 1.96 * one.standard_error for one in plain])
    seldom = np.mean([one.high < 1 or one.low > 1 for one in careful])
    assert seldom < often
    assert seldom < 0.09


def test_practices_without_an_event_before_the_start_take_no_part():
    frame = counted()
    silent = (frame["practice"] == 100) & (frame["quarter"] < frame["start"])
    frame["referrals"][silent] = 0
    rest = {name: column[frame["practice"] != 100] for name, column in frame.items()}

    assert corrected_error(frame, *COUNTS) == corrected_error(rest, *COUNTS)


# --- the wild bootstrap ---------------------------------------------------------------


def test_with_two_quarters_it_is_the_bootstrap_of_diff_diff():
    from diff_diff.utils import wild_bootstrap_se

    frame = practices(**SHORT, effect=-5.0)
    change, helped = changes(frame)
    design = np.column_stack([np.ones(9), helped])
    left = change - design @ np.linalg.lstsq(design, change)[0]
    told = wild_bootstrap_se(design, change, left, np.arange(9), 1, n_bootstrap=999)

    found = wild_bootstrap_p(frame, *RATES[:4], estimator="imputation")

    assert found.every
    assert wild_bootstrap_p(frame, *RATES[:4], estimator="imputation", draws=512).every
    assert found.draws == told.n_bootstrap == 512
    assert 0.01 < found.p < 0.5
    # There only what is larger counts; here also what was seen, and its mirror image.
    assert found.p == pytest.approx(told.p_value + 2 / 512)


def test_z_of_rates_is_that_of_the_imputation_with_one_effect_for_all():
    frame = practices(**SHORT)
    told = imputation(frame, *RATES[:4])  # one wave and one quarter: the same errors

    found = wild_bootstrap_p(frame, *RATES[:4], estimator="imputation")

    assert found.z == pytest.approx(told.estimate / told.standard_error)


def test_a_large_effect_is_seen_and_none_seldom():
    frames = [counted(FEW, 8, ratio=1, seed=seed) for seed in range(60)]

    none = [wild_bootstrap_p(f, *COUNTS, draws=199).p for f in frames]
    large = wild_bootstrap_p(counted(ratio=0.3), *COUNTS)

    assert np.mean([p <= 0.05 for p in none]) <= 0.1
    assert min(none) >= 1 / 200
    assert large.p < 0.01
    assert large.z < -3


@pytest.mark.parametrize("estimator", ["poisson", "imputation"])
def test_order_and_unit_change_nothing_and_the_seed_makes_it_again(estimator):
    frame = counted()
    frame["rate"] = frame["referrals"] / frame["youths"]
    names = COUNTS if estimator == "poisson" else RATES
    larger = {**frame, "rate": 1000 * frame["rate"], "youths": frame["youths"] / 7}
    options = {"estimator": estimator, "draws": 499}

    found = wild_bootstrap_p(frame, *names, **options)

    assert wild_bootstrap_p(shuffled(frame), *names, **options).p == found.p
    assert wild_bootstrap_p(larger, *names, **options).p == found.p
    assert wild_bootstrap_p(frame, *names, **options, seed=4).p != found.p


def test_gaps_count_for_nothing():
    frame = counted()
    keep = np.arange(frame["quarter"].size) % 17 != 3
    gaps = {**frame, "referrals": np.where(keep, frame["referrals"], np.nan)}
    short = {name: column[keep] for name, column in frame.items()}

    assert corrected_error(gaps, *COUNTS) == corrected_error(short, *COUNTS)
    assert wild_bootstrap_p(gaps, *COUNTS) == wild_bootstrap_p(short, *COUNTS)


@pytest.mark.parametrize("method", [corrected_error, wild_bootstrap_p])
def test_one_treated_practice_or_no_such_estimator_is_refused(method):
    with pytest.raises(CannotEstimate, match="one_treated_unit"):
        method(counted(((5, 1), (NEVER, 9)), 8), *COUNTS)
    with pytest.raises(ValueError, match="estimator"):
        method(counted(), *COUNTS, estimator="group_time")
