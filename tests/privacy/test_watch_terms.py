"""Each night: every open question has an owner, and a near term is told once a day."""

from datetime import timedelta

import pytest

from dichtbij.care.models import Task
from dichtbij.outbox.models import Message
from dichtbij.privacy.actions import note_request
from dichtbij.privacy.jobs import watch_terms
from dichtbij.shared import clock
from tests.conftest import NOW
from tests.privacy.test_answer_request import member

DAY = timedelta(days=1)


@pytest.fixture
def asked(town, make_trajectory):
    client = make_trajectory().client
    return note_request(
        member=member(client, "parent_1", town.anna), by=town.anna, kind="copy"
    )


def warned():
    rows = Message.objects.filter(kind="term_near").select_related("user")
    return sorted(row.user.name for row in rows)


def test_far_from_the_term_nobody_is_warned(asked):
    with clock.at(NOW + 10 * DAY):
        watch_terms()

    assert warned() == []


def test_near_the_term_owner_and_officer_are_warned_and_twice_is_once(town, asked):
    with clock.at(NOW + 25 * DAY):
        watch_terms()
        watch_terms()

    assert warned() == ["Anna", "Petra"]


def test_a_task_that_was_ticked_off_without_an_answer_comes_back(asked):
    Task.objects.filter(kind="review").update(done_at=NOW)

    watch_terms()
    watch_terms()

    assert Task.objects.filter(kind="review", done_at=None).count() == 1


def test_a_review_that_is_due_is_told_to_the_officer(town, make_access):
    make_access()
    with clock.at(NOW + 3 * DAY):
        watch_terms()
        assert warned() == []
    with clock.at(NOW + 6 * DAY):
        watch_terms()

    assert warned() == ["Petra"]


def test_the_next_day_it_is_told_again(asked):
    with clock.at(NOW + 25 * DAY):
        watch_terms()
    with clock.at(NOW + 26 * DAY):
        watch_terms()

    assert warned() == ["Anna", "Anna", "Petra", "Petra"]
