"""Does a calendar program read the days and times, and nothing else?"""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import pytest
from icalendar import Calendar

from dichtbij.organisations.models import Membership
from dichtbij.rosters.actions import make_feed, revoke_feed
from dichtbij.rosters.feed import Busy, Weekly, feed_of
from dichtbij.rosters.models import CalendarFeed
from dichtbij.scheduling.actions import cancel_appointment, close_days
from dichtbij.scheduling.models import PracticeDay
from dichtbij.scheduling.planner import PracticeDayRule
from dichtbij.shared import clock
from dichtbij.shared.calendar import AMSTERDAM
from dichtbij.shared.errors import Denied, Refused
from tests.conftest import NOW


def day_of(town):
    return PracticeDay.objects.filter(practitioner=town.anna).order_by("id")[0]


@pytest.fixture
def address(town, stand_as):
    def make(by=None, **more):
        by = stand_as(by or town.anna)
        made = make_feed(day=day_of(town), by=by, **more)
        return f"/agenda/{made.token}.ics"

    return make


def events(answer):
    return Calendar.from_ical(answer.content).walk("VEVENT")


def test_a_calendar_reads_busy_and_no_name(town, client, address, make_appointment):
    appointment = make_appointment()
    answer = client.get(address())

    text = answer.content.decode()
    busy = [e for e in events(answer) if f"{appointment.uuid}" in e["UID"]]
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert [str(e["SUMMARY"]) for e in busy] == ["Busy"]
    assert busy[0]["DTSTART"].dt == appointment.starts_at
    assert "METHOD:PUBLISH" in text
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT1H" in text
    assert "BEGIN:VTIMEZONE" in text
    assert text.count("CLASS:PRIVATE") == len(events(answer))
    for word in ("Fictief", "Voorbeeldkind", "Anna", "Noord", "kamer"):
        assert word not in text


def test_a_weekly_day_repeats_without_the_days_that_are_lost(
    town, client, address, stand_as
):
    by = stand_as(town.anna)
    close_days(
        day=day_of(town),
        by=by,
        first_on=date(2026, 3, 17),
        last_on=date(2026, 3, 17),
        reason="leave",
    )

    weekly = next(e for e in events(client.get(address())) if "RRULE" in e)

    lost = {one.dt.date() for one in weekly["EXDATE"].dts}
    assert date(2026, 3, 17) in lost
    assert date(2026, 3, 10) not in lost
    assert "leave" not in weekly.to_ical().decode()


def test_what_was_cancelled_is_said_to_be_cancelled(
    town, client, address, make_appointment, stand_as
):
    appointment = make_appointment()
    stand_as(town.gerda)
    cancel_appointment(appointment=appointment, by=town.gerda)

    found = [e for e in events(client.get(address())) if "RRULE" not in e]

    assert [(str(e["STATUS"]), e["SEQUENCE"]) for e in found] == [("CANCELLED", 1)]


def test_a_room_is_read_too(town, client, address, make_appointment):
    make_appointment()

    found = events(client.get(address(town.bram, of_room=True)))

    assert len([e for e in found if "RRULE" not in e]) == 1


def test_the_same_calendar_is_not_sent_twice(town, client, address):
    where = address()
    first = client.get(where)

    again = client.get(where, headers={"if-none-match": first["ETag"]})

    assert (again.status_code, again.content) == (304, b"")


def test_reading_is_noted_once_an_hour(town, client, address):
    where = address()
    client.get(where)
    first = CalendarFeed.objects.get().read_at
    with clock.at(NOW + timedelta(minutes=20)):
        client.get(where)
    soon = CalendarFeed.objects.get().read_at
    with clock.at(NOW + timedelta(minutes=61)):
        client.get(where)

    assert first == soon == NOW
    assert CalendarFeed.objects.get().read_at == NOW + timedelta(minutes=61)


@pytest.mark.parametrize("why", ["forged", "revoked", "left", "replaced"])
def test_an_address_that_does_not_work_is_404_and_one_line(
    town, client, address, entries, why
):
    where = address()
    if why == "forged":
        where = "/agenda/verzonnen.ics"
    if why == "revoked":
        revoke_feed(feed=CalendarFeed.objects.get(), by=town.anna)
    if why == "left":
        Membership.objects.filter(user=town.anna).update(state="ended")
    if why == "replaced":
        address()

    answer = client.get(where)

    assert answer.status_code == 404
    assert len(entries(event_type="read_feed")) == 1


def test_only_a_hash_is_kept(town, address):
    token = address().removeprefix("/agenda/").removesuffix(".ics")

    assert token.encode() not in bytes(CalendarFeed.objects.get().token_hash)


def test_a_practitioner_shares_her_own_calendar_only(town, stand_as):
    other = PracticeDay.objects.filter(practitioner=town.anna)[0]
    PracticeDay.objects.filter(pk=other.pk).update(practitioner=town.bram)
    other.refresh_from_db()
    by = stand_as(town.anna)

    with pytest.raises(Refused, match="your own calendar"):
        make_feed(day=other, by=by)


@pytest.mark.parametrize("other", ["carla", "cees", "gerda", "henk", "dirk"])
def test_nobody_elsewhere_makes_or_stops_an_address(town, stand_as, address, other):
    address()
    day, feed = day_of(town), CalendarFeed.objects.get()
    by = stand_as(getattr(town, other))

    with pytest.raises(Denied):
        make_feed(day=day, by=by)
    with pytest.raises(Denied):
        revoke_feed(feed=feed, by=by)


def test_the_page_shows_an_address_once(town, sign_in):
    browser = sign_in(town.anna)
    day = day_of(town)

    made = browser.post(f"/rooster/adressen/{day.uuid}/maken/").content.decode()
    later = browser.get("/rooster/adressen/").content.decode()

    assert ".ics" in made
    assert ".ics" not in later
    assert "not read yet" in later


def test_nine_o_clock_stays_nine_o_clock_when_summer_time_begins():
    rule = PracticeDayRule(1, 2, 3, 1, time(9), time(12), date(2027, 1, 5))
    busy = Busy(
        UUID(int=1),
        datetime(2027, 3, 30, 7, tzinfo=UTC),
        datetime(2027, 3, 30, 8, tzinfo=UTC),
        NOW,
        2,
    )
    text = feed_of(
        [Weekly(UUID(int=2), rule, date(2027, 12, 31))],
        [busy],
        day_word="dag",
        busy_word="bezet",
    )

    weekly, taken = Calendar.from_ical(text).walk("VEVENT")
    assert weekly["DTSTART"].dt == datetime(2027, 1, 5, 9, tzinfo=AMSTERDAM)
    assert "TZID=Europe/Amsterdam:20270330T090000" in text.decode()
    assert (taken["SEQUENCE"], weekly["SEQUENCE"]) == (2, 0)


def test_the_same_facts_give_the_same_bytes(town, client, address, make_appointment):
    make_appointment()
    where = address()

    first = client.get(where).content
    with clock.at(NOW + timedelta(minutes=5)):
        again = client.get(where).content

    assert first == again
