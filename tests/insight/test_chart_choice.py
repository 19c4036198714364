import numpy as np
import pytest

from dichtbij.insight.chart_choice import Kind, choose_chart
from dichtbij.insight.spc import xmr


@pytest.mark.parametrize(
    ("values", "told", "kind"),
    [
        ([8, 9] * 6, {}, Kind.XMR),
        ([4] * 12, {}, Kind.XMR),
        ([8, 9] * 5 + [8], {}, Kind.RUN),
        ([0, 1], {}, Kind.RUN),
        ([3] * 36, {}, Kind.QUARTER),
        ([3] * 35, {}, Kind.TIME_BETWEEN),
        ([3] * 36, {"period": "quarter"}, Kind.TIME_BETWEEN),
        ([3] * 20, {"exposures": [400] * 20}, Kind.U_PRIME),
        ([9] * 20, {"exposures": [400] * 20, "of": "rates"}, Kind.U_PRIME),
        ([9] * 20, {"exposures": [40] * 20, "of": "shares"}, Kind.P_PRIME),
        ([0, 1] * 10, {"exposures": [40] * 20, "of": "shares"}, Kind.TIME_BETWEEN),
        ([0] * 24, {}, Kind.TIME_BETWEEN),
    ],
)
def test_the_chart_follows_mean_length_and_what_is_counted(values, told, kind):
    choice = choose_chart(values, **told)

    assert choice.kind == kind
    assert choice.xmr_allowed == (kind == Kind.XMR)
    assert choice.sentence % {"n": choice.n, "mean": choice.mean}


def test_nothing_to_chart_is_refused():
    for values in ([], [3, -1]):
        with pytest.raises(ValueError, match="none of them negative"):
            choose_chart(values)


def test_the_reason_holds_that_tiny_counts_cry_wolf():
    # science.md conclusion 6: 49.5% of stable Poisson(1) series of 24 show a signal.
    random = np.random.default_rng(20)
    signals = [
        any(
            cause != "Common Cause"
            for cause in xmr(random.poisson(1, 24)).special_cause
        )
        for _ in range(800)
    ]

    assert np.mean(signals) == pytest.approx(0.495, abs=3 * (0.25 / 800) ** 0.5)
