"""Where does the year end, how sure is that, and when does it warn?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dichtbij.finance.forecast import Warning, foresee

MONTHS = st.lists(st.integers(0, 20_000), min_size=3, max_size=12)


def test_three_equal_months_go_straight_on():
    found = foresee([1_000, 1_000, 1_000], left=9, committed=12_000)

    assert (found.given, found.expected) == (3_000, 12_000)
    assert (found.low, found.high) == (12_000, 12_000)
    assert found.warning == Warning.NONE


def test_fewer_than_three_months_tell_nothing():
    assert foresee([1_000, 2_000], left=10, committed=1) is None


@pytest.mark.parametrize(
    ("committed", "warning"),
    [
        (2_999, Warning.CERTAIN),
        (11_999, Warning.LIKELY),
        (12_001, Warning.POSSIBLE),
        (20_000, Warning.NONE),
    ],
)
def test_it_warns_sooner_than_it_is_certain(committed, warning):
    assert foresee([900, 1_000, 1_100], 9, committed).warning == warning


@given(MONTHS, st.integers(0, 9), st.integers(0, 300_000))
def test_the_range_holds_what_is_expected_and_never_less_than_was_given(
    months, left, committed
):
    found = foresee(months, left, committed)

    assert found.given <= found.low <= found.expected <= found.high
    if left == 0:
        assert found.low == found.expected == found.high == sum(months)


@given(MONTHS, st.integers(1, 9))
def test_more_spread_never_narrows_the_range(months, left):
    wider = [3 * one for one in months]

    narrow, wide = foresee(months, left, 0), foresee(wider, left, 0)

    assert wide.high - wide.expected >= narrow.high - narrow.expected - 1


def test_months_cannot_be_left_over():
    with pytest.raises(ValueError, match="left over"):
        foresee([1, 2, 3], -1, 0)
