from datetime import date, time
from uuid import uuid4

import pytest
from django.urls import reverse

from dichtbij.scheduling.models import Closure, PracticeDay, Room

DAYS = reverse("practice_days")


@pytest.fixture
def day(town):
    return PracticeDay.objects.get(practitioner=town.anna, weekday=1)


def plan_page(town):
    return reverse("plan_day", args=[town.practice_noord.uuid])


@pytest.mark.parametrize("who", ["anna", "bram"])
def test_the_weekly_days_and_where_to_add_one(town, ask, who):
    text = ask(getattr(town, who), DAYS).content.decode()

    assert "Tuesday 09:00" in text
    assert "12:45" in text
    assert plan_page(town) in text
    assert "Zuid" not in text


def test_a_day_is_planned_in_a_room_that_was_just_named(town, ask):
    page = plan_page(town)
    ask(town.bram, page, {"name": "kamer 3"})
    room = Room.objects.get(name="kamer 3")

    answer = ask(
        town.bram,
        page,
        {
            "practitioner": str(town.anna.pk),
            "room": str(room.pk),
            "weekday": "4",
            "starts": "13:00",
            "ends": "17:00",
            "valid_from": "2026-03-13",
        },
    )

    assert answer.url == DAYS
    made = PracticeDay.objects.get(weekday=4)
    assert (made.practitioner, made.room, made.practice) == (
        town.anna,
        room,
        town.practice_noord,
    )


def test_only_own_people_and_rooms_can_be_chosen(town, ask):
    answer = ask(
        town.bram,
        plan_page(town),
        {
            "practitioner": str(town.carla.pk),
            "room": str(town.room_zuid.pk),
            "weekday": "4",
            "starts": "13:00",
            "ends": "12:00",
            "valid_from": "",
        },
    )

    assert answer.status_code == 200
    assert not PracticeDay.objects.filter(weekday=4).exists()
    assert set(answer.context["form"].errors) == {"practitioner", "room", "valid_from"}


def test_a_refusal_of_the_act_stands_on_top(town, ask):
    data = {
        "practitioner": str(town.anna.pk),
        "room": str(town.room_noord.pk),
        "weekday": "1",
        "starts": "09:00",
        "ends": "12:00",
        "valid_from": "2026-03-13",
    }

    answer = ask(town.bram, plan_page(town), data)

    assert "already works somewhere" in answer.content.decode()


def test_a_day_ends_by_form(town, ask, day):
    ask(town.anna, reverse("end_day", args=[day.uuid]), {"last_on": "2026-03-31"})

    day.refresh_from_db()
    assert day.valid_until == date(2026, 3, 31)


def test_days_are_closed_by_form(town, ask, day):
    page = reverse("close_days", args=[day.uuid])
    form = ask(town.anna, f"{page}?vanaf=2026-03-17").context["form"]
    assert form["first_on"].value() == date(2026, 3, 17)

    wrong = {"first_on": "2026-03-17", "last_on": "2026-03-16", "reason": "leave"}
    assert "before the first" in ask(town.anna, page, wrong).content.decode()
    hours = wrong | {"last_on": "2026-03-17", "starts": "12:00", "ends": "10:00"}
    assert "end lies before" in ask(town.anna, page, hours).content.decode()
    ask(town.anna, page, hours | {"ends": "14:00"})

    closure = Closure.objects.get()
    assert (closure.practitioner, closure.practice) == (town.anna, None)


@pytest.mark.parametrize("name", ["end_day", "close_days"])
@pytest.mark.parametrize(
    ("other", "status"), [("carla", 404), ("cees", 404), ("henk", 403), ("dirk", 403)]
)
def test_nobody_elsewhere_plans(town, ask, day, name, other, status):
    data = {
        "last_on": "2026-03-31",
        "first_on": "2026-03-31",
        "reason": "leave",
        "name": "kamer 9",
    }
    user = getattr(town, other)

    assert ask(user, reverse(name, args=[day.uuid]), data).status_code == status
    assert ask(user, plan_page(town), data).status_code == status
    assert not Closure.objects.exists()
    assert not Room.objects.filter(name="kamer 9").exists()


def test_nobody_elsewhere_opens_closed_days(town, ask, day):
    ask(
        town.anna,
        reverse("close_days", args=[day.uuid]),
        {"first_on": "2026-03-17", "last_on": "2026-03-17", "reason": "leave"},
    )
    closure = Closure.objects.get()

    answer = ask(town.carla, reverse("lift_closure", args=[closure.uuid]), {})

    assert answer.status_code == 404
    closure.refresh_from_db()
    assert closure.lifted_at is None


def test_the_number_of_queries_does_not_grow(town, day, count_queries):
    before = count_queries(town.anna, DAYS)
    for number in range(20):
        room = Room.objects.create(practice=town.practice_noord, name=f"k{number}")
        day.pk, day.uuid, day.room = None, uuid4(), room
        day.weekday, hour = number % 5, number // 5
        day.starts, day.ends = time(hour), time(hour, 45)
        day.save()

    assert count_queries(town.anna, DAYS) == before
