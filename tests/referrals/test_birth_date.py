"""A typed birth date is understood, or the reader hears exactly what is wrong."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dichtbij.referrals.birth_date import (
    BirthDateError,
    read_birth_date,
    write_birth_date,
)

TODAY = date(2026, 3, 10)
PAST = st.dates(min_value=date(1926, 3, 11), max_value=TODAY)


@pytest.mark.parametrize(
    "typed",
    [
        "01-06-2015",
        "1-6-2015",
        "1/6/2015",
        "1.6.2015",
        "1 6 2015",
        "2015-06-01",
        "01062015",
        "1-6-15",
        " 1 juni 2015 ",
        "1 Jun. 2015",
        "1-jun-2015",
    ],
)
def test_the_ways_people_write_a_date_are_understood(typed):
    assert read_birth_date(typed, TODAY) == date(2015, 6, 1)


def test_december_is_a_month_too():
    assert read_birth_date("5 december 2014", TODAY) == date(2014, 12, 5)


@pytest.mark.parametrize("name", ["maart", "mrt", "mrt."])
def test_march_has_two_short_names(name):
    assert read_birth_date(f"3 {name} 2014", TODAY) == date(2014, 3, 3)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "format"),
        ("gisteren", "format"),
        ("2015", "format"),
        ("1-2015", "format"),
        ("1-6-201", "format"),
        ("123-6-2015", "format"),
        ("1-6-2015 10:30", "format"),
        ("\u0661-\u0666-\u0662\u0660\u0661\u0665", "format"),
        ("9" * 5000, "format"),
        ("31-02-2019", "impossible"),
        ("29-02-2019", "impossible"),
        ("00-01-2019", "impossible"),
        ("12-13-2019", "impossible"),
        ("01-01-0000", "impossible"),
        ("11-03-2026", "future"),
        ("2031-01-01", "future"),
    ],
)
def test_what_is_no_birth_date_says_why(typed, code):
    with pytest.raises(BirthDateError) as wrong:
        read_birth_date(typed, TODAY)

    assert wrong.value.code == code


def test_a_child_born_today_has_a_birth_date():
    assert read_birth_date("10-03-2026", TODAY) == TODAY


def test_two_digits_never_lie_in_the_future():
    assert read_birth_date("10-03-26", TODAY) == TODAY
    assert read_birth_date("11-03-26", TODAY) == date(1926, 3, 11)


@given(PAST)
def test_what_the_form_writes_it_can_read(born):
    assert read_birth_date(write_birth_date(born), TODAY) == born
    assert read_birth_date(born.isoformat(), TODAY) == born
    assert read_birth_date(f"{born:%d%m%Y}", TODAY) == born
    assert read_birth_date(f"{born.day}-{born.month}-{born:%y}", TODAY) == born


@given(st.text() | st.from_regex(r"[0-9-]{6,10}", fullmatch=True))
def test_any_text_is_a_date_or_has_a_reason(text):
    code = ""
    try:
        born = read_birth_date(text, TODAY)
    except BirthDateError as wrong:
        born, code = TODAY, wrong.code

    assert born <= TODAY
    assert code in ("", "format", "impossible", "future")
