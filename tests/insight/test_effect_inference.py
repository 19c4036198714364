import numpy as np
import pytest

from dichtbij.insight.effect import (
    CannotEstimate,
    group_time_att,
    imputation,
    minimum_detectable_effect,
    needs_randomisation,
    poisson_imputation,
    randomisation_p,
)
from tests.insight.known_truth import NEVER, counted, practices, shuffled

RATES = ("rate", "practice", "quarter", "start", "youths")
COUNTS = ("referrals", "practice", "quarter", "start", "youths")
FEW = ((5, 3), (NEVER, 9))


def plan(waves, quarters, youths=800.0):
    start = np.repeat([g for g, _ in waves], [n for _, n in waves])
    size = start.size * quarters
    return {
        "practice": np.repeat(np.arange(start.size), quarters),
        "quarter": np.tile(np.arange(1, quarters + 1), start.size),
        "start": np.repeat(start, quarters),
        "youths": np.full(size, youths),
    }


def detectable(waves, quarters, **options):
    usual = {"per_1000_a_year": 35, "spread": 0.35, "simulations": 200}
    return minimum_detectable_effect(
        plan(waves, quarters), None, *COUNTS[1:], **{**usual, **options}
    )


# --- randomisation --------------------------------------------------------------------


def test_a_large_effect_is_not_chance_and_p_is_never_zero():
    found = randomisation_p(counted(ratio=0.3), *COUNTS, draws=199)

    assert found.p == (1 + found.extreme) / 200
    assert found.p == 1 / 200
    assert found.high < 0.5
    assert found.low < np.exp(found.estimate) < found.high


def test_the_estimate_is_that_of_the_estimator_and_the_seed_makes_it_again():
    frame = counted()
    told = poisson_imputation(frame, *COUNTS)

    found = randomisation_p(frame, *COUNTS, draws=99, seed=4)

    assert found.estimate == pytest.approx(told.log_irr)
    assert found.standard_error == pytest.approx(told.standard_error)
    assert randomisation_p(shuffled(frame), *COUNTS, draws=99, seed=4) == found
    assert randomisation_p(frame, *COUNTS, draws=99, seed=5).critical != found.critical


@pytest.mark.parametrize("estimator", ["imputation", "group_time"])
def test_rates_are_dealt_out_too(estimator):
    frame = practices(effect=-9)
    options = {"draws": 49, "estimator": estimator}

    found = randomisation_p(frame, *RATES, **options)
    frame["rate"] = frame["rate"] / 1000
    scaled = randomisation_p(frame, *RATES, **options)

    assert found.p == 1 / 50
    assert found.low < found.estimate < found.high < 0
    assert scaled.p == found.p
    assert scaled.low == pytest.approx(found.low / 1000)


def test_without_an_effect_the_ordinary_error_rejects_too_often_and_this_does_not():
    """The planted bug: z of group and time against 1.96 with 3 of 12 practices."""
    frames = [counted(FEW, 8, ratio=1, seed=seed) for seed in range(120)]
    for frame in frames:
        frame["rate"] = frame["referrals"] / frame["youths"] * 1000

    naive = [group_time_att(f, *RATES[:4]).aggregate("simple") for f in frames]
    dealt = [randomisation_p(f, *COUNTS, draws=39) for f in frames[:40]]

    z = np.array([one.estimate / one.standard_error for one in naive])
    assert np.mean(np.abs(z) > 1.96) > 0.08
    assert np.mean([one.p <= 0.05 for one in dealt]) < 0.12


def test_the_limits_come_from_dealings_with_the_effect_taken_out():
    frame = counted()
    after = (frame["start"] > 0) & (frame["quarter"] >= frame["start"])
    tripled = {**frame, "referrals": frame["referrals"] * np.where(after, 3, 1)}

    one = randomisation_p(frame, *COUNTS, draws=39)
    other = randomisation_p(tripled, *COUNTS, draws=39)

    assert other.critical == pytest.approx(one.critical)
    assert (other.low, other.high) == pytest.approx((3 * one.low, 3 * one.high))


def test_few_ways_to_deal_are_told():
    found = randomisation_p(counted(FEW, 8), *COUNTS, draws=9)

    assert found.allocations == pytest.approx(220)


def test_what_cannot_be_estimated_counts_as_extreme():
    # After the start only one treated and one other practice refer anybody: dealt out
    # otherwise, nothing tells what was to be expected.
    frame = counted(((5, 2), (NEVER, 2)), 8)
    late = frame["quarter"] >= 5
    frame["referrals"][late & np.isin(frame["practice"], (100, 102))] = 0

    found = randomisation_p(frame, *COUNTS, draws=99)

    assert found.failed > 0
    assert found.extreme >= found.failed


def test_no_events_or_no_such_estimator_is_refused():
    frame = counted()
    frame["referrals"][frame["quarter"] >= frame["start"]] *= (
        frame["start"][frame["quarter"] >= frame["start"]] == 0
    )

    with pytest.raises(CannotEstimate, match="no_error"):
        randomisation_p(frame, *COUNTS)
    with pytest.raises(ValueError, match="estimator"):
        randomisation_p(frame, *COUNTS, estimator="ols")


@pytest.mark.parametrize(
    ("units", "treated", "never", "needed"),
    [(30, 10, 10, False), (29, 10, 10, True), (40, 9, 20, True), (40, 20, 9, True)],
)
def test_few_practices_need_randomisation(units, treated, never, needed):
    assert needs_randomisation(units, treated, never) is needed


# --- the detectable effect ------------------------------------------------------------


def test_a_pilot_of_three_practices_sees_only_huge_effects():
    # Source: science.md conclusion 2, there 48, 27 and 13 per cent.
    three = detectable(((5, 3), (NEVER, 9)), 8)
    ten = detectable(((5, 10), (NEVER, 30)), 8)
    many = detectable(((3, 18), (5, 18), (7, 17), (9, 17), (NEVER, 30)), 12)

    assert 0.33 < three.share < 0.53
    assert 0.20 < ten.share < 0.31
    assert 0.10 < many.share < 0.16
    assert three.power < ten.power < many.power


def test_the_deviation_is_that_of_the_estimator():
    waves = ((5, 10), (NEVER, 30))
    told = detectable(waves, 8, simulations=400)

    logs = []
    for seed in range(150):
        frame = counted(waves, 8, ratio=1, seed=seed, per_1000=8.75)
        logs.append(poisson_imputation(frame, *COUNTS).log_irr)

    assert told.sd == pytest.approx(np.std(logs), rel=0.25)
    assert told.share == pytest.approx(1 - np.exp(-2.8 * told.sd))
    assert told.share_error < 0.02


def test_the_check_sees_less_than_the_primary_estimate():
    waves = ((5, 10), (NEVER, 30))

    primary, second, check = (
        detectable(waves, 8, estimator=name, simulations=100).share
        for name in ("poisson", "imputation", "group_time")
    )

    assert primary < 1.2 * second
    assert check > 1.3 * second


def test_power_at_the_detectable_effect_is_eighty_per_cent():
    waves = ((5, 30), (NEVER, 60))
    share = detectable(waves, 8).share

    assert detectable(waves, 8, relevant=share).power == pytest.approx(0.8, abs=0.09)


def test_rate_spread_and_dispersion_come_from_the_programme_itself():
    frame = counted(((5, 40), (NEVER, 60)), 8, ratio=0.8)
    found = minimum_detectable_effect(frame, *COUNTS, simulations=20)

    told = found.circumstances
    assert told.rate.mean() == pytest.approx(0.0095, rel=0.15)
    assert told.spread == pytest.approx(0.36, abs=0.08)
    assert told.dispersion == pytest.approx(1, abs=0.1)
    wide = {**frame, "referrals": 3 * frame["referrals"]}
    assert minimum_detectable_effect(
        wide, *COUNTS, simulations=20
    ).circumstances.dispersion == pytest.approx(3, rel=0.15)


def test_more_dispersion_makes_less_detectable():
    """The planted bug: taking counts for Poisson when they spread three times more."""
    waves = ((5, 10), (NEVER, 30))

    plain = detectable(waves, 8).sd
    spread = detectable(waves, 8, dispersion=3.0).sd

    assert spread == pytest.approx(plain * 3**0.5, rel=0.25)


def test_its_seed_makes_it_again():
    one, same, other = (
        detectable(FEW, 8, simulations=20, seed=seed) for seed in (1, 1, 2)
    )

    assert one.sd == same.sd
    assert one.sd != other.sd


def test_too_few_events_are_told():
    with pytest.raises(CannotEstimate, match="too_few_events"):
        detectable(FEW, 8, per_1000_a_year=0.1, simulations=20)


def test_what_is_not_told_must_be_given():
    with pytest.raises(ValueError, match="given"):
        detectable(FEW, 8, spread=None)
    with pytest.raises(ValueError, match="given"):
        detectable(FEW, 8, per_1000_a_year=None)
    with pytest.raises(ValueError, match="share"):
        detectable(FEW, 8, relevant=1.2)
    with pytest.raises(ValueError, match="dispersion"):
        detectable(FEW, 8, dispersion=0.5)


def test_no_effect_means_no_effect_in_every_estimator():
    frame = counted(((5, 20), (NEVER, 20)), ratio=1)
    rate = {**frame, "rate": frame["referrals"] / frame["youths"]}

    assert poisson_imputation(frame, *COUNTS).low < 1
    found = imputation(rate, *RATES)
    assert abs(found.estimate) < 3 * found.standard_error


def test_the_critical_value_leaves_one_in_twenty_dealings_beyond_it():
    frame = counted()
    found = randomisation_p(frame, *COUNTS, draws=19, seed=8)
    after = (frame["start"] > 0) & (frame["quarter"] >= frame["start"])
    without = frame["referrals"] / np.where(after, np.exp(found.estimate), 1)
    start = frame["start"].reshape(-1, 10)[:, 0]
    start = np.where(start == NEVER, np.inf, start)
    rng = np.random.default_rng(8)

    z = [
        abs(
            poisson_imputation(
                {**frame, "referrals": without, "start": dealt}, *COUNTS
            ).z
        )
        for dealt in (np.repeat(rng.permutation(start), 10) for _ in range(19))
    ]

    assert found.critical == pytest.approx(max(z))


def test_practices_that_differ_by_chance_alone_have_hardly_any_spread():
    frame = plan(((5, 15), (NEVER, 25)), 8)
    frame["referrals"] = np.random.default_rng(1).poisson(7.0, 320).astype(float)

    found = minimum_detectable_effect(frame, *COUNTS, simulations=20)

    assert found.circumstances.spread < 0.09  # chance alone would look like 0.14
