from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dichtbij.clients.ages import (
    Agreement,
    age_band,
    age_on,
    birthday,
    next_change,
    who_must_agree,
)

BIRTHS = st.dates(min_value=date(1990, 1, 1), max_value=date(2030, 12, 31))


def test_the_age_changes_on_the_birthday_and_not_the_day_before():
    born = date(2014, 3, 12)

    assert age_on(born, date(2026, 3, 11)) == 11
    assert age_on(born, date(2026, 3, 12)) == 12
    assert age_on(born, born) == 0


def test_born_on_29_february_is_a_year_older_on_1_march_in_a_common_year():
    born = date(2012, 2, 29)

    assert age_on(born, date(2025, 2, 28)) == 12
    assert age_on(born, date(2025, 3, 1)) == 13
    assert age_on(born, date(2024, 2, 28)) == 11
    assert age_on(born, date(2024, 2, 29)) == 12


def test_nobody_has_an_age_before_being_born():
    with pytest.raises(ValueError, match="born"):
        age_on(date(2026, 1, 2), date(2026, 1, 1))


@given(BIRTHS, st.integers(min_value=0, max_value=40 * 365))
def test_the_age_is_the_last_birthday_reached(born, days):
    on = born + timedelta(days=days)

    age = age_on(born, on)

    assert birthday(born, age) <= on < birthday(born, age + 1)


@pytest.mark.parametrize(
    ("on", "who"),
    [
        (date(2020, 5, 5), ("parents",)),
        (date(2022, 5, 4), ("parents",)),
        (date(2022, 5, 5), ("parents", "young_person")),
        (date(2026, 5, 4), ("parents", "young_person")),
        (date(2026, 5, 5), ("young_person",)),
        (date(2029, 5, 5), ("young_person",)),
    ],
)
def test_who_must_agree_follows_the_age_on_the_day(on, who):
    assert who_must_agree(date(2010, 5, 5), on) == who


def test_the_codes_are_the_values_of_agreement():
    assert Agreement.PARENTS == "parents"
    assert Agreement.YOUNG_PERSON == "young_person"


def test_the_next_change_is_12_then_16_then_18_then_none():
    born = date(2010, 5, 5)

    assert next_change(born, date(2015, 1, 1)) == date(2022, 5, 5)
    assert next_change(born, date(2022, 5, 5)) == date(2026, 5, 5)
    assert next_change(born, date(2026, 5, 5)) == date(2028, 5, 5)
    assert next_change(born, date(2028, 5, 5)) is None


@given(BIRTHS, st.integers(min_value=0, max_value=18 * 365))
def test_who_must_agree_stays_the_same_until_the_next_change(born, days):
    on = born + timedelta(days=days)
    change = next_change(born, on)

    if change is not None:
        day_before = change - timedelta(days=1)
        assert who_must_agree(born, on) == who_must_agree(born, day_before)


@pytest.mark.parametrize(
    ("age", "band"),
    [
        (0, "0-3"),
        (3, "0-3"),
        (4, "4-7"),
        (8, "8-11"),
        (11, "8-11"),
        (12, "12-15"),
        (16, "16-17"),
        (17, "16-17"),
        (18, "18-22"),
        (22, "18-22"),
    ],
)
def test_each_age_falls_in_one_band(age, band):
    assert age_band(age) == band


@pytest.mark.parametrize("age", [-1, 23])
def test_an_age_outside_youth_help_has_no_band(age):
    with pytest.raises(ValueError, match="age band"):
        age_band(age)
