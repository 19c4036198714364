import json
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from dichtbij.insight.effect import CannotEstimate, imputation, twfe
from tests.insight.known_truth import NEVER, practices, shuffled

REFDATA = Path(__file__).parents[1] / "refdata" / "expected_open.json"
NAMES = ("rate", "practice", "quarter", "start")


def added_up(found):
    return sum(one.weight * one.estimate for one in found.comparisons)


def growing(waves):
    """No noise, and a help that does more the longer it lasts."""
    frame = practices(waves=waves, noise=0)
    since = frame["quarter"] - frame["start"]
    frame["rate"] -= 0.3 * frame["x"] * frame["quarter"]
    frame["rate"] -= np.where((frame["start"] > 0) & (since > 0), 2.0 * since, 0)
    return frame


def test_mpdta_comes_out_as_printed():
    package = Path(find_spec("moderndid").submodule_search_locations[0])
    table = pd.read_pickle(package / "core" / "datasets" / "mpdta_long.pkl.gz")
    expected = json.loads(REFDATA.read_text())["did_mpdta"]["twfe"]

    found = twfe(table, "lemp", "countyreal", "year", "first.treat")

    assert (found.estimate, found.standard_error) == pytest.approx(expected, abs=1e-8)


@pytest.mark.parametrize("weights", [None, "youths"])
@pytest.mark.parametrize(
    "waves", [((5, 8), (7, 6), (8, 4), (NEVER, 14)), ((3, 5), (6, 7)), ((4, 9), (0, 9))]
)
def test_the_comparisons_add_up_to_the_estimate(waves, weights):
    found = twfe(practices(waves=waves), *NAMES, weights=weights)

    assert sum(one.weight for one in found.comparisons) == pytest.approx(1)
    assert all(one.weight > 0 for one in found.comparisons)
    assert added_up(found) == pytest.approx(found.estimate, abs=1e-10)


def test_it_is_a_weighted_regression_on_dummies():
    frame = practices()
    on = (frame["start"] > 0) & (frame["quarter"] >= frame["start"])
    design = np.column_stack(
        [on]
        + [frame["practice"] == one for one in np.unique(frame["practice"])]
        + [frame["quarter"] == one for one in range(2, 11)]
    ).astype(float)
    root = np.sqrt(frame["youths"])[:, None]
    told = np.linalg.lstsq(design * root, frame["rate"] * root[:, 0], rcond=None)[0]

    assert twfe(frame, *NAMES, weights="youths").estimate == pytest.approx(told[0])


def test_one_wave_is_compared_with_never_only():
    found = twfe(practices(waves=((5, 8), (NEVER, 9))), *NAMES)

    assert [one.kind for one in found.comparisons] == ["never_treated"]
    assert found.already_treated == 0
    assert found.comparisons[0].estimate == pytest.approx(found.estimate)


def test_a_growing_effect_is_told_wrongly_by_it_and_rightly_by_imputation():
    """Why it is a warning only: half of the controls have the help already."""
    frame = growing(((3, 10), (6, 10)))
    on = (frame["start"] > 0) & (frame["quarter"] >= frame["start"])
    known = on & (frame["quarter"] < 6)
    truth = np.mean(-3 - 2.0 * (frame["quarter"] - frame["start"])[known])

    usual, right = twfe(frame, *NAMES), imputation(frame, *NAMES)

    assert right.estimate == pytest.approx(truth)
    assert usual.already_treated > 0.3
    assert usual.estimate > right.estimate + 2


def test_the_order_of_rows_is_no_matter_and_units_scale():
    frame = practices()
    found = twfe(frame, *NAMES, weights="youths")

    mixed = twfe(shuffled(frame), *NAMES, weights="youths")
    frame["rate"] /= 1000
    scaled = twfe(frame, *NAMES, weights="youths")

    assert mixed == found
    assert scaled.estimate * 1000 == pytest.approx(found.estimate)
    assert scaled.standard_error * 1000 == pytest.approx(found.standard_error)


def test_nobody_treated_is_refused_and_who_cannot_take_part_listed():
    with pytest.raises(CannotEstimate, match="nobody_treated"):
        twfe(practices(waves=((NEVER, 9),)), *NAMES)
    found = twfe(practices(waves=((1, 2), (5, 8), (NEVER, 9))), *NAMES)
    assert [one.which for one in found.dropped] == [100, 101]
