from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dichtbij.agreements.basis import promised_minutes, units_of

minutes = st.integers(1, 40 * 60)
days = st.integers(0, 23)
counts = st.integers(0, 20_000)
units = st.builds(units_of, counts, st.integers(1, 5_000))


def test_a_full_week_promises_what_stands_in_the_agreement():
    assert promised_minutes(480, 1, 5) == 480
    assert promised_minutes(480, 1, 21) == 2016


def test_a_practice_of_one_and_a_half_standard_practice_gets_half_more():
    assert promised_minutes(480, units_of(3_600, 2_400), 5) == 720


def test_a_half_minute_is_rounded_up_once_and_at_the_end():
    assert promised_minutes(1, Fraction(1, 2), 5) == 1
    assert promised_minutes(1, Fraction(1, 4), 5) == 0


@pytest.mark.parametrize(("count", "per"), [(-1, 1000), (10, 0), (10, -5)])
def test_nobody_or_fewer_is_no_unit(count, per):
    with pytest.raises(ValueError, match="0 people or more"):
        units_of(count, per)


@given(minutes, units, days)
def test_rounding_moves_a_month_by_half_a_minute_at_most(per_week, many, worked):
    exact = Fraction(per_week * worked, 5) * many

    assert abs(promised_minutes(per_week, many, worked) - exact) <= Fraction(1, 2)


@given(minutes, units, days, days)
def test_a_longer_month_never_promises_less(per_week, many, few, more):
    short, long = sorted((few, more))

    assert promised_minutes(per_week, many, short) <= promised_minutes(
        per_week, many, long
    )


@given(minutes, counts, st.integers(1, 5_000), days)
def test_as_many_people_as_the_unit_promise_the_fixed_number(per_week, many, per, day):
    assert promised_minutes(per_week, units_of(per, per), day) == promised_minutes(
        per_week, 1, day
    )


@given(minutes, units, days, days)
def test_splitting_a_month_differs_by_a_minute_at_most(per_week, many, one, other):
    whole = promised_minutes(per_week, many, one + other)
    parts = promised_minutes(per_week, many, one) + promised_minutes(
        per_week, many, other
    )

    assert abs(whole - parts) <= 1
