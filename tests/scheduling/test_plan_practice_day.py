from datetime import date, time, timedelta

import pytest

from dichtbij.scheduling.actions import (
    add_room,
    book_appointment,
    end_practice_day,
    plan_practice_day,
)
from dichtbij.scheduling.models import PracticeDay, Room
from dichtbij.scheduling.openings import free_slots
from dichtbij.shared import clock
from dichtbij.shared.errors import Denied, Refused


def plan(town, by, **changes):
    told = {
        "practitioner": town.anna,
        "room": town.room_noord,
        "weekday": 0,
        "starts": time(9),
        "ends": time(12),
        "valid_from": date(2026, 3, 16),
    }
    return plan_practice_day(
        participation=town.participation_noord, by=by, **(told | changes)
    )


@pytest.mark.parametrize("who", ["anna", "bram"])
def test_a_weekly_day_opens_times_from_its_first_day(town, stand_as, entries, who):
    by = stand_as(getattr(town, who))

    day = plan(town, by)

    slots = free_slots(
        programme=town.programme, practice_id=town.practice_noord.pk, limit=20
    )
    mondays = {s.starts.date() for s in slots if s.starts.weekday() == 0}
    assert min(mondays) == date(2026, 3, 16)
    assert day.weekday_name == "Monday"
    assert len(entries(event_type="plan_practice_day")) == 1


def test_nobody_works_in_two_places_at_once(town, stand_as):
    by = stand_as(town.bram)
    other = add_room(participation=town.participation_noord, by=by, name="kamer 3")

    with pytest.raises(Refused, match="already works somewhere"):
        plan(town, by, weekday=1, room=other)


def test_a_room_holds_one_at_a_time(town, stand_as):
    by = stand_as(town.bram)

    with pytest.raises(Refused, match="already used"):
        plan(town, by, weekday=1, practitioner=town.bram)


@pytest.mark.parametrize(
    ("changes", "words"),
    [({"ends": time(9)}, "ends before it starts"), ({"elsewhere": True}, "not in")],
)
def test_what_cannot_be_is_refused(town, stand_as, changes, words):
    by = stand_as(town.bram)
    if changes.pop("elsewhere", False):
        changes = {"room": town.room_zuid}

    with pytest.raises(Refused, match=words):
        plan(town, by, **changes)

    assert PracticeDay.objects.filter(weekday=0).count() == 0


def test_the_same_room_named_twice_is_one_room(town, stand_as, entries):
    by = stand_as(town.bram)
    for _time in range(2):
        add_room(participation=town.participation_noord, by=by, name=" kamer 3 ")

    with pytest.raises(Refused, match="a name"):
        add_room(participation=town.participation_noord, by=by, name=" ")

    assert Room.objects.filter(name="kamer 3").count() == 1
    assert len(entries(event_type="add_room")) == 2


def test_a_day_ends_unless_someone_would_stand_before_a_shut_door(
    town, make_referral, stand_as, entries
):
    referral = make_referral()
    slot = free_slots(
        programme=town.programme,
        practice_id=town.practice_noord.pk,
        start=clock.now() + timedelta(days=6),
        limit=1,
    )[0]
    book_appointment(referral=referral, by=town.gerda, slot=slot)
    by = stand_as(town.bram)
    tuesday = PracticeDay.objects.get(practitioner=town.anna, weekday=1)

    with pytest.raises(Refused, match="1 appointment is planned after"):
        end_practice_day(day=tuesday, by=by, last_on=clock.today())
    end_practice_day(day=tuesday, by=by, last_on=date(2026, 3, 17))

    tuesday.refresh_from_db()
    assert tuesday.valid_until == date(2026, 3, 17)
    assert len(entries(event_type="end_practice_day")) == 1


@pytest.mark.parametrize("other", ["carla", "gerda", "henk", "dirk"])
def test_nobody_elsewhere_may_plan_or_end(town, stand_as, other):
    by = stand_as(getattr(town, other))
    tuesday = PracticeDay.objects.get(practitioner=town.anna, weekday=1)

    with pytest.raises(Denied):
        plan(town, by)
    with pytest.raises(Denied):
        add_room(participation=town.participation_noord, by=by, name="kamer 3")
    with pytest.raises(Denied):
        end_practice_day(day=tuesday, by=by, last_on=clock.today())
