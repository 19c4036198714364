"""Does the week show the right days, times and free counts, also when clocks change?"""

from datetime import date, datetime, time, timedelta

import pytest

from dichtbij.scheduling.actions import book_appointment, close_days
from dichtbij.scheduling.diary import last_talk, planned, week
from dichtbij.scheduling.models import Appointment, PracticeDay
from dichtbij.scheduling.openings import free_slots, same_times
from dichtbij.shared import calendar, clock

MONDAY = date(2026, 3, 9)
SUNDAY = date(2026, 3, 15)


@pytest.fixture
def days(town):
    """The weekly days of anna: Tuesday and Thursday, 9:00 to 12:45."""
    rows = PracticeDay.objects.filter(practitioner=town.anna)
    return list(rows.select_related("practice", "room", "practitioner"))


def shape(found):
    return [(one.on.day, one.free, one.booked, one.lost, one.reason) for one in found]


def test_free_times_are_counted_from_now_on(town, days, make_appointment):
    make_appointment()

    found = week(days, town.programme, MONDAY, SUNDAY)

    # Tuesday 10:00: left are 10:30 (booked), 11:15 and 12:00; Thursday has five.
    assert shape(found) == [(10, 2, 1, False, ""), (12, 5, 0, False, "")]


def test_a_closed_day_says_why_and_a_holiday_its_name(town, days, stand_as):
    by = stand_as(town.anna)
    close_days(
        day=days[0],
        by=by,
        first_on=date(2026, 3, 12),
        last_on=date(2026, 3, 12),
        reason="study",
    )
    ascension = date(2026, 5, 11)

    assert shape(week(days, town.programme, MONDAY, SUNDAY))[1] == (
        12, 0, 0, True, "study day",
    )  # fmt: skip
    found = planned(days, ascension, ascension + timedelta(days=6))
    assert [(one.on.day, one.lost, one.reason) for one in found] == [
        (12, False, ""),
        (14, True, "Hemelvaartsdag"),
    ]


@pytest.mark.parametrize("sunday", [date(2026, 3, 29), date(2026, 10, 25)])
def test_days_keep_their_clock_over_both_changes(town, days, sunday):
    before, after = sunday - timedelta(days=6), sunday + timedelta(days=7)

    with clock.at(calendar.at_local(before, time(8))):
        found = week(days, town.programme, before, after)

    assert [one.free for one in found] == [5, 5, 5, 5]
    assert {calendar.local(one.starts_at).time() for one in found} == {time(9)}


def test_a_follow_up_keeps_its_clock_over_the_change(town, make_referral):
    referral = make_referral()
    tuesday = datetime(2026, 3, 24, 8, 0, tzinfo=clock.UTC)  # 9:00 in winter time
    slot = free_slots(
        programme=town.programme, practice_id=town.practice_noord.pk, start=tuesday
    )[0]
    appointment = book_appointment(referral=referral, by=town.gerda, slot=slot)

    found = same_times(appointment, town.programme, (1, 2, 3))

    assert [calendar.local(s.starts) for s in found.values()] == [
        datetime(2026, 3, 31, 9, 0, tzinfo=clock.AMSTERDAM),
        datetime(2026, 4, 7, 9, 0, tzinfo=clock.AMSTERDAM),
        datetime(2026, 4, 14, 9, 0, tzinfo=clock.AMSTERDAM),
    ]


def test_a_local_day_holds_its_own_appointments_only(town, make_appointment):
    appointment = make_appointment()
    late = datetime(2026, 3, 10, 23, 30, tzinfo=clock.UTC)  # 0:30 on the 11th
    Appointment.objects.update(starts_at=late, ends_at=late + timedelta(minutes=45))

    def on(day):
        return list(Appointment.objects.between(day, day))

    assert on(date(2026, 3, 10)) == []
    assert on(date(2026, 3, 11)) == [appointment]


def test_the_last_talk_is_ones_own_if_there_is_one(town, make_appointment):
    appointment = make_appointment()

    assert last_talk(appointment.client, town.anna.pk) is None
    with clock.at(appointment.ends_at):
        assert last_talk(appointment.client, town.anna.pk) == appointment
        assert last_talk(appointment.client, town.carla.pk) == appointment
