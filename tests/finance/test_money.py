"""Do the lines of a statement add up to the cent, also after corrections?"""

from datetime import date
from fractions import Fraction
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dichtbij.finance.money import corrections, cost_cents, sums_of

MONTH = date(2026, 1, 1)
MINUTES = st.integers(0, 60 * 24 * 31)
CENTS = st.integers(1, 30_000)
GIVEN = st.dictionaries(CENTS, MINUTES, max_size=3)


@given(MINUTES, CENTS)
def test_minutes_cost_whole_cents_halves_up(minutes, cents):
    exact = Fraction(minutes * cents, 60)

    assert cost_cents(minutes, cents) == floor(exact + Fraction(1, 2))


def test_half_a_cent_is_a_cent():
    assert cost_cents(30, 9_151) == 4_576
    assert cost_cents(30, 9_150) == 4_575
    with pytest.raises(ValueError, match="below zero"):
        cost_cents(-1, 9_150)


@given(st.lists(GIVEN, min_size=1, max_size=6))
def test_all_lines_of_a_month_are_what_it_costs_after_any_corrections(course):
    told = sums_of(MONTH, course[0])
    for now in course[1:]:
        told += corrections(MONTH, now, told)

    last = course[-1]
    for cents in {*last, *(line.cents_per_hour for line in told)}:
        lines = [line for line in told if line.cents_per_hour == cents]
        minutes = last.get(cents, 0)
        assert sum(line.minutes for line in lines) == minutes
        assert sum(line.amount_cents for line in lines) == cost_cents(minutes, cents)


@given(GIVEN)
def test_nothing_changed_is_nothing_to_correct(now):
    assert corrections(MONTH, now, sums_of(MONTH, now)) == []
