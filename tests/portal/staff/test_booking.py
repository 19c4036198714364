import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from dichtbij.care.actions import begin_consult
from dichtbij.care.caseload import open_trajectory_of
from dichtbij.scheduling.actions import book_appointment
from dichtbij.scheduling.models import Appointment, PracticeDay, WaitingEntry
from dichtbij.scheduling.openings import free_slots, key_of, slot_of
from dichtbij.shared import calendar, clock

CHECKED = re.compile(r'name="slot" value="([^"]+)"[^>]* checked data-focus')


def book_page(referral):
    return reverse("book", args=[referral.uuid])


def slots(town, **changes):
    return free_slots(
        programme=town.programme, practice_id=town.practice_noord.pk, **changes
    )


def test_the_first_free_time_is_chosen_and_enter_books_it(town, ask, make_trajectory):
    trajectory = make_trajectory()
    page = ask(town.anna, book_page(trajectory.referral))
    key, first = CHECKED.search(page.content.decode())[1], slots(town)[0]
    assert key == key_of(first)
    assert "Tue 10 March 10:30" in page.content.decode()

    answer = ask(town.anna, book_page(trajectory.referral), {"slot": key})

    assert answer.url == reverse("child", args=[trajectory.client.uuid])
    assert slot_of(Appointment.objects.get()) == first
    assert not WaitingEntry.objects.open().exists()


def test_a_time_that_was_taken_meanwhile_gives_the_next_ones(
    town, ask, make_trajectory, make_family
):
    trajectory = make_trajectory()
    slot = slots(town)[0]
    other = make_family()
    book_appointment(referral=other, by=town.gerda, slot=slot)

    answer = ask(town.anna, book_page(trajectory.referral), {"slot": key_of(slot)})

    text = answer.content.decode()
    assert answer.status_code == 200
    assert "This time was just taken." in text
    assert key_of(slot) not in text
    assert key_of(slots(town)[0]) in text


@pytest.mark.parametrize("nonsense", ["", "x", "1-2-3", f"{10**40}-1-1-1", "1-1-1-1"])
def test_a_time_that_is_none_is_refused(town, ask, make_trajectory, nonsense):
    trajectory = make_trajectory()

    answer = ask(town.anna, book_page(trajectory.referral), {"slot": nonsense})

    assert answer.status_code == 200
    assert 'role="alert"' in answer.content.decode()
    assert not Appointment.objects.exists()


def test_later_times_are_a_page_further(town, ask, make_trajectory):
    trajectory = make_trajectory()

    page = ask(town.anna, f"{book_page(trajectory.referral)}?vanaf=2026-03-24")

    text = page.content.decode()
    assert "Tue 24 March 09:00" in text
    assert "Tue 17 March" not in text


def test_without_any_day_it_says_what_to_do(town, ask, make_trajectory):
    trajectory = make_trajectory()
    PracticeDay.objects.update(valid_until=clock.today() - timedelta(days=1))

    text = ask(town.anna, book_page(trajectory.referral)).content.decode()

    assert "No free times found" in text


def test_a_double_click_books_once(town, ask, make_trajectory):
    trajectory = make_trajectory()
    data = {"once": str(uuid4()), "slot": key_of(slots(town)[0])}

    answers = {
        ask(town.anna, book_page(trajectory.referral), data).url for _click in range(2)
    }

    assert len(answers) == 1
    assert Appointment.objects.count() == 1


def test_a_practice_that_books_reads_on_at_its_referral(town, ask, make_trajectory):
    referral = make_trajectory().referral

    answer = ask(town.henk, book_page(referral), {"slot": key_of(slots(town)[0])})

    assert answer.url == reverse("referral", args=[referral.uuid])


@pytest.mark.parametrize(
    ("other", "status"), [("carla", 404), ("gijs", 404), ("bram", 403), ("dirk", 403)]
)
def test_nobody_elsewhere_books(town, ask, make_trajectory, other, status):
    referral = make_trajectory().referral
    user, data = getattr(town, other), {"slot": key_of(slots(town)[0])}

    assert ask(user, book_page(referral)).status_code == status
    assert ask(user, book_page(referral), data).status_code == status
    assert not Appointment.objects.exists()


@pytest.fixture
def held(town, make_appointment, stand_as):
    """A first conversation of today at 10:30 that began."""
    appointment = make_appointment()
    stand_as(town.anna)
    with clock.at(appointment.starts_at):
        begin_consult(appointment=appointment, by=town.anna)
    return appointment


def test_the_follow_up_is_at_the_same_time_in_one_to_four_weeks(town, ask, held):
    page_of_child = reverse("follow_up", args=[held.client.uuid])

    with clock.at(held.ends_at):
        page = ask(town.anna, page_of_child)
        text = page.content.decode()
        keys = [choice.key for choice in page.context["choices"]]
        answer = ask(town.anna, page_of_child, {"slot": keys[1]})

    assert "in 1 week: Tue 17 March 10:30" in text
    assert "in 4 weeks: Tue 7 April 10:30" in text
    assert CHECKED.search(text)[1] == keys[1]
    assert answer.url == reverse("child", args=[held.client.uuid])
    booked = Appointment.objects.get(status="booked", starts_at__gt=held.ends_at)
    assert calendar.local(booked.starts_at).strftime("%d-%m %H:%M") == "24-03 10:30"
    assert not booked.first


def test_without_a_talk_before_it_is_any_free_time(town, ask, make_trajectory):
    trajectory = make_trajectory()

    answer = ask(town.anna, reverse("follow_up", args=[trajectory.client.uuid]))

    assert answer.url == book_page(trajectory.referral)


def test_a_follow_up_belongs_to_running_help(town, ask, held, stand_as):
    stand_as(town.anna)
    open_trajectory_of(held.client).delete()

    answer = ask(town.anna, reverse("follow_up", args=[held.client.uuid]))

    assert answer.status_code == 404
