import re
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dichtbij.shared.calendar import (
    add_working_days,
    at_local,
    holiday_name,
    is_working_day,
    local,
    public_holidays,
    school_holiday_on,
    school_holidays,
    working_days_between,
)

DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2031, 12, 31))
REGIONS = ("noord", "midden", "zuid")


def test_the_public_holidays_of_2026_are_the_nine_days_off():
    assert public_holidays(2026) == {
        date(2026, 1, 1): "Nieuwjaarsdag",
        date(2026, 4, 5): "Eerste paasdag",
        date(2026, 4, 6): "Tweede paasdag",
        date(2026, 4, 27): "Koningsdag",
        date(2026, 5, 14): "Hemelvaartsdag",
        date(2026, 5, 24): "Eerste pinksterdag",
        date(2026, 5, 25): "Tweede pinksterdag",
        date(2026, 12, 25): "Eerste kerstdag",
        date(2026, 12, 26): "Tweede kerstdag",
    }


def test_good_friday_is_worked_and_liberation_day_is_off_in_lustrum_years():
    assert is_working_day(date(2026, 4, 3))
    assert is_working_day(date(2026, 5, 5))
    assert not is_working_day(date(2025, 5, 5))
    assert holiday_name(date(2030, 5, 5)) == "Bevrijdingsdag"


def test_kings_day_moves_to_saturday_when_the_27th_is_a_sunday():
    assert holiday_name(date(2025, 4, 26)) == "Koningsdag"
    assert holiday_name(date(2025, 4, 27)) is None


def test_the_answer_can_be_changed_without_harm():
    public_holidays(2026).clear()

    assert len(public_holidays(2026)) == 9


def test_working_days_skip_weekends_and_holidays():
    thursday_before_easter = date(2026, 4, 2)

    assert working_days_between(thursday_before_easter, thursday_before_easter) == 0
    assert working_days_between(thursday_before_easter, date(2026, 4, 3)) == 1
    assert working_days_between(thursday_before_easter, date(2026, 4, 6)) == 1
    assert working_days_between(thursday_before_easter, date(2026, 4, 7)) == 2
    assert add_working_days(thursday_before_easter, 2) == date(2026, 4, 7)
    assert add_working_days(date(2026, 4, 7), -2) == thursday_before_easter
    assert add_working_days(date(2026, 4, 6), 1) == date(2026, 4, 7)
    assert add_working_days(date(2026, 4, 5), 0) == date(2026, 4, 5)


@given(DAYS, st.integers(0, 900))
def test_counting_agrees_with_looking_at_each_day(first, length):
    days = [first + timedelta(days=n) for n in range(1, length + 1)]

    counted = working_days_between(first, first + timedelta(days=length))

    assert counted == sum(is_working_day(day) for day in days)


@given(DAYS, DAYS)
def test_counting_back_is_the_same_with_a_minus(first, last):
    assert working_days_between(first, last) == -working_days_between(last, first)


@given(DAYS, st.integers(1, 60))
def test_adding_working_days_and_counting_them_agree(day, count):
    later = add_working_days(day, count)

    assert is_working_day(later)
    assert working_days_between(day, later) == count


def test_working_days_before_1990_are_refused():
    with pytest.raises(ValueError, match="1990"):
        working_days_between(date(1989, 12, 1), date(1990, 2, 1))


def test_a_local_time_is_the_right_moment_in_winter_and_in_summer():
    assert at_local(date(2026, 1, 15), time(9)) == datetime(2026, 1, 15, 8, tzinfo=UTC)
    assert at_local(date(2026, 7, 15), time(9)) == datetime(2026, 7, 15, 7, tzinfo=UTC)
    assert at_local(date(2026, 7, 15), time(9)).tzinfo is UTC


def test_the_skipped_hour_in_spring_becomes_the_hour_after_it():
    night = date(2027, 3, 28)

    assert local(at_local(night, time(1, 59))).time() == time(1, 59)
    assert local(at_local(night, time(2, 30))).time() == time(3, 30)
    assert at_local(night, time(2, 30)) == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)
    assert at_local(night, time(9)) == datetime(2027, 3, 28, 7, tzinfo=UTC)


def test_the_double_hour_in_autumn_is_the_first_of_the_two():
    night = date(2026, 10, 25)

    assert at_local(night, time(2, 30)) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert at_local(night, time(2, 30, fold=1)) == at_local(night, time(2, 30))
    assert at_local(night, time(9)) == datetime(2026, 10, 25, 8, tzinfo=UTC)


@given(DAYS, st.integers(4, 23), st.integers(0, 59))
def test_by_day_the_clock_shows_what_was_asked(day, hour, minute):
    shown = local(at_local(day, time(hour, minute)))

    assert (shown.date(), shown.time()) == (day, time(hour, minute))


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="zone"):
        local(datetime(2026, 1, 1))  # noqa: DTZ001


def test_the_school_holidays_of_2028_2029_are_those_of_rijksoverheid():
    found = {
        (h.region, h.name): (h.first, h.last)
        for region in REGIONS
        for h in school_holidays(region, (2028, 2029))
        if h.school_year == "2028-2029"
    }

    assert len(found) == 15
    autumn = (date(2028, 10, 14), date(2028, 10, 22))
    assert found["noord", "Herfstvakantie"] == autumn
    assert found["midden", "Zomervakantie"] == (date(2029, 7, 7), date(2029, 8, 19))
    assert found["zuid", "Voorjaarsvakantie"] == (date(2029, 2, 10), date(2029, 2, 18))


@pytest.mark.parametrize("region", REGIONS)
def test_each_school_year_has_five_holidays_of_whole_weeks_in_order(region):
    rows = school_holidays(region, (2023, 2029))

    assert len(rows) == 5 * 6
    assert all(before.last < after.first for before, after in pairwise(rows))
    for row in rows:
        assert row.first.weekday() == 5
        assert row.last.weekday() == 6
        weeks = ((row.last - row.first).days + 6) / 7
        usual = {"Kerstvakantie": 3, "Zomervakantie": 7}.get(row.name, 2)
        assert weeks == usual, row
        assert row.source.name
        assert row.source.status in {"official", "reported", "provisional"}
        assert re.fullmatch(r"20\d\d-20\d\d", row.school_year)


def test_the_summer_starts_spread_over_three_weeks():
    starts = {
        region: [
            h.first for h in school_holidays(region, (2024, 2029)) if "Zomer" in h.name
        ]
        for region in REGIONS
    }

    for days in zip(*starts.values(), strict=True):
        first, second, third = sorted(days)
        assert (second - first, third - second) == (timedelta(7), timedelta(7))


def test_a_day_knows_its_school_holiday_per_region():
    assert school_holiday_on("noord", date(2026, 10, 12)).name == "Herfstvakantie"
    assert school_holiday_on("midden", date(2026, 10, 12)) is None


def test_a_holiday_over_new_year_belongs_to_both_years():
    names = [h.name for h in school_holidays("zuid", (2028, 2028))]

    assert names[0] == "Kerstvakantie"
    assert names[-1] == "Kerstvakantie"


def test_unknown_years_are_empty_and_unknown_regions_are_refused():
    assert school_holidays("noord", (2035, 2036)) == []
    with pytest.raises(ValueError, match="oost"):
        school_holidays("oost", (2026, 2026))
