import numpy as np
import pytest

from dichtbij.insight.its import interrupted_series, ljung_box
from dichtbij.insight.panels import CannotEstimate


def series(before=36, after=24, ratio=0.8, seed=2, phi=1.0, exact=False, wave=0.2):
    """Referrals a month; `ratio` is what the start did, `phi` variance over mean."""
    rng = np.random.default_rng(seed)
    t = np.arange(before + after)
    youths = np.round(20000 * (1 + 0.001 * t))
    season = np.exp(wave * np.sin(2 * np.pi * t / 12))
    mean = 0.0025 * youths * 1.004**t * season * np.where(t >= before, ratio, 1)
    if exact:
        return mean, youths, before
    if phi > 1:
        mean = rng.gamma(mean / (phi - 1), phi - 1)
    return rng.poisson(mean).astype(float), youths, before


def design(n, start, slope, harmonics):
    t = np.arange(n) - start
    columns = [np.ones(n), t, (t >= 0) * 1.0]
    if slope:
        columns.append(np.maximum(t, 0))
    for k in range(1, harmonics + 1):
        angle = 2 * np.pi * k * np.arange(n) / 12
        columns += [np.cos(angle), np.sin(angle)]
    return np.column_stack(columns)


@pytest.fixture(scope="module")
def peer():
    from statsmodels.genmod.families import Poisson
    from statsmodels.genmod.generalized_linear_model import GLM

    def fit(y, youths, columns, **options):
        model = GLM(y, columns, family=Poisson(), exposure=youths)
        return model.fit(tol=1e-13, tol_criterion="params", **options)

    return fit


@pytest.mark.parametrize(("slope", "harmonics"), [(False, 0), (True, 0), (True, 2)])
@pytest.mark.parametrize("quasi", [True, False])
def test_each_model_agrees_with_statsmodels(peer, slope, harmonics, quasi):
    y, youths, start = series(phi=3)
    columns = design(y.size, start, slope, harmonics)
    told = peer(y, youths, columns, scale="X2" if quasi else 1.0)

    found = interrupted_series(
        y, youths, start, slope, harmonics, quasi=quasi, errors="model"
    )

    assert np.allclose(found.coefficients, told.params, atol=1e-9)
    assert np.allclose(found.covariance, told.cov_params(), rtol=1e-6, atol=1e-15)
    assert found.deviance == pytest.approx(told.deviance, abs=1e-8)
    assert found.phi == pytest.approx(told.pearson_chi2 / told.df_resid)
    low, high = np.exp(told.conf_int()[2])
    assert (found.ratio, found.low, found.high) == pytest.approx(
        (np.exp(told.params[2]), low, high), abs=1e-6
    )


def test_newey_west_agrees_with_statsmodels(peer):
    y, youths, start = series(phi=3)
    told = peer(
        y, youths, design(y.size, start, False, 1), cov_type="HAC",
        cov_kwds={"maxlags": 3, "use_correction": True},
    )  # fmt: skip

    found = interrupted_series(y, youths, start, harmonics=1, errors="newey_west")

    assert found.errors == "newey_west"
    assert np.allclose(found.covariance, told.cov_params(), rtol=1e-6)


def test_ljung_box_agrees_with_statsmodels(peer):
    from statsmodels.stats.diagnostic import acorr_ljungbox

    values = np.random.default_rng(1).normal(size=60).cumsum()

    told, found = acorr_ljungbox(values, lags=[12]), ljung_box(values)

    assert found.statistic == pytest.approx(told["lb_stat"].iloc[0])
    assert found.p == pytest.approx(told["lb_pvalue"].iloc[0])
    assert ljung_box(values[:14]).lags == 7
    assert ljung_box(np.zeros(20)).p == 1


def test_without_chance_the_known_step_and_what_was_avoided_come_back():
    y, youths, start = series(exact=True)

    found = interrupted_series(y, youths, start, harmonics=1)

    assert found.ratio == pytest.approx(0.8)
    assert found.trend == pytest.approx(1.004)
    assert found.avoided == pytest.approx(y[start:].sum() * (1 / 0.8 - 1))
    assert np.allclose(found.counterfactual, y[start:] / 0.8)
    assert found.slope is None
    assert (found.points_before, found.points_after) == (36, 24)


def test_a_change_of_slope_is_told_apart_from_the_step():
    y, youths, start = series(exact=True, wave=0)
    after = np.maximum(np.arange(y.size) - start, 0)

    found = interrupted_series(y * 0.98**after, youths, start, slope=True)

    assert found.ratio == pytest.approx(0.8)
    assert found.slope[0] == pytest.approx(0.98)
    assert np.allclose(found.counterfactual, y[start:] / 0.8)


def test_a_season_left_out_would_bend_the_step():
    """The planted bug: 8 months after against 30 before, the time of year forgotten."""
    y, youths, start = series(30, 8, exact=True, wave=0.4)

    assert interrupted_series(y, youths, start, harmonics=1).ratio == pytest.approx(0.8)
    assert abs(interrupted_series(y, youths, start).ratio - 0.8) > 0.05


def test_a_holiday_is_not_taken_for_the_help():
    y, youths, start = series(exact=True, wave=0)
    holiday = (np.arange(y.size) % 12 == 7) * 1.0

    found = interrupted_series(
        y * np.where(holiday, 0.5, 1), youths, start, holiday=holiday
    )

    assert found.ratio == pytest.approx(0.8)
    assert np.exp(found.coefficients[found.names.index("holiday")]) == pytest.approx(
        0.5
    )


def test_quarters_have_one_pair_and_a_cosine():
    y, youths, start = series(12, 8)

    found = interrupted_series(y, youths, start, harmonics=2, points_a_year=4)

    assert found.names[3:] == ("cosine 1", "sine 1", "cosine 2")


def test_dispersion_widens_the_interval_and_plain_poisson_would_be_too_sure():
    y, youths, start = series(phi=4)

    quasi = interrupted_series(y, youths, start, harmonics=1, errors="model")
    plain = interrupted_series(
        y, youths, start, harmonics=1, errors="model", quasi=False
    )

    assert quasi.phi == pytest.approx(4, rel=0.35)
    assert quasi.ratio == plain.ratio
    assert np.log(quasi.high / quasi.low) == pytest.approx(
        np.log(plain.high / plain.low) * quasi.phi**0.5
    )


def test_errors_that_hang_together_are_seen():
    y, youths, start = series(exact=True, wave=0.4)
    independent, *_ = series(seed=8)

    assert interrupted_series(y, youths, start).errors == "newey_west"
    assert interrupted_series(independent, youths, start, harmonics=1).errors == "model"
    assert interrupted_series(y, youths, start, errors="model").errors == "model"


def test_intervals_cover_the_truth_about_as_often_as_they_say():
    covered, avoided = 0, 0
    for seed in range(150):
        y, youths, start = series(seed=seed, phi=2)
        found = interrupted_series(
            y, youths, start, harmonics=1, errors="model", draws=300
        )
        covered += found.low < 0.8 < found.high
        mean, *_ = series(exact=True)
        truth = mean[start:].sum() / 0.8 - y[start:].sum()
        avoided += found.avoided_low < truth < found.avoided_high

    assert 135 <= covered <= 150
    assert 135 <= avoided <= 150


def test_the_limits_of_what_was_avoided_come_again_with_their_seed():
    y, youths, start = series()

    one, same, other = (
        interrupted_series(y, youths, start, seed=seed) for seed in (1, 1, 2)
    )

    assert one.avoided_low == same.avoided_low != other.avoided_low
    assert one.avoided_low < one.avoided < one.avoided_high
    assert (one.counterfactual_low < one.counterfactual_high).all()


def test_youths_by_the_thousand_change_nothing():
    y, youths, start = series()

    one = interrupted_series(y, youths, start)
    other = interrupted_series(y, youths / 1000, start)

    assert other.ratio == pytest.approx(one.ratio)
    assert other.avoided == pytest.approx(one.avoided)


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [(7, 24, "fewer_than_8_before"), (36, 5, "fewer_than_6_after")],
)
def test_too_short_a_series_is_refused(before, after, reason):
    with pytest.raises(CannotEstimate) as why:
        interrupted_series(*series(before, after))

    assert why.value.reason == reason


def test_a_series_as_short_as_allowed_is_told():
    assert interrupted_series(*series(8, 6)).ratio > 0


def test_what_cannot_be_told_apart_is_refused():
    y, youths, start = series()

    with pytest.raises(CannotEstimate, match="terms_singular"):
        interrupted_series(y, youths, start, holiday=np.ones(y.size))
    with pytest.raises(CannotEstimate, match="no_events"):
        interrupted_series(np.where(np.arange(y.size) < start, y, 0), youths, start)


def test_impossible_input_is_refused():
    y, youths, start = series()

    for count, exposure in ((-y, youths), (y, 0 * youths), (y * np.nan, youths)):
        with pytest.raises(ValueError, match="count"):
            interrupted_series(count, exposure, start)
    with pytest.raises(ValueError, match="exposure"):
        interrupted_series(y, youths[1:], start)
    with pytest.raises(ValueError, match="harmonics"):
        interrupted_series(y, youths, start, harmonics=3)
    with pytest.raises(ValueError, match="errors"):
        interrupted_series(y, youths, start, errors="hac")
    with pytest.raises(ValueError, match="holiday"):
        interrupted_series(y, youths, start, holiday=[1.0])
