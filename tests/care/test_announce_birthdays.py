"""Three weeks before 12, 16 and 18 somebody has a task; twice is once (LR-06)."""

from datetime import date, timedelta

import pytest

from dichtbij.care.birthdays import announced, next_birthday
from dichtbij.care.jobs import announce_birthdays
from dichtbij.care.models import Task
from dichtbij.clients.models import Client
from dichtbij.shared import clock


def turning(age, days):
    """Return the birth date of who turns `age` so many days from now."""
    day = clock.today() + timedelta(days=days)
    return {"birth_date": day.replace(year=day.year - age)}


@pytest.fixture
def night(stand_as, town):
    """Run the job as the worker does, and look as anna afterwards."""

    def run():
        announce_birthdays()
        stand_as(town.anna)
        return list(Task.objects.filter(kind=Task.Kind.BIRTHDAY))

    return run


@pytest.mark.parametrize(
    ("age", "days"),
    [(12, 0), (12, 1), (12, 21), (16, 0), (16, 20), (16, 21), (18, 1), (18, 21)],
)
def test_a_birthday_within_three_weeks_is_a_task(
    town, make_trajectory, night, age, days
):
    trajectory = make_trajectory(child=turning(age, days))

    (task,) = night()

    assert task.owner == trajectory.practitioner
    assert task.due_on == clock.today() + timedelta(days=days)
    assert str(age) in task.words
    assert "Fictief" not in task.words


@pytest.mark.parametrize(("age", "days"), [(12, 22), (16, 40), (11, 5), (13, 5)])
def test_other_days_are_none(town, make_trajectory, night, age, days):
    make_trajectory(child=turning(age, days))

    assert night() == []


def test_twice_is_once_also_after_it_was_done(town, make_trajectory, night):
    make_trajectory(child=turning(12, 10))
    (task,) = night()
    assert night() == [task]
    Task.objects.filter(pk=task.pk).update(done_at=clock.now())

    assert night() == [task]


def test_a_night_that_was_missed_is_made_up_for(town, make_trajectory, night):
    make_trajectory(child=turning(12, 5))

    with clock.at(clock.now() + timedelta(days=12)):
        assert len(night()) == 1


def test_on_the_day_itself_the_missing_consent_is_a_task(town, make_trajectory, night):
    make_trajectory(child=turning(12, 1))
    assert not Task.objects.filter(kind=Task.Kind.CONSENT).exists()

    with clock.at(clock.now() + timedelta(days=1)):
        night()
        night()

    assert Task.objects.open().filter(kind=Task.Kind.CONSENT).count() == 1


def test_closed_help_is_left_alone(town, make_trajectory, night):
    trajectory = make_trajectory(child=turning(16, 10))
    type(trajectory).objects.update(
        closed_on=clock.today(), outcome="huisarts", close_reason="01"
    )

    assert night() == []


def test_born_on_29_february_is_announced_for_1_march():
    found = next_birthday(date(2014, 2, 28), date(2026, 2, 10))
    leap = next_birthday(date(2008, 2, 29), date(2026, 2, 10))

    assert (found.age, found.on) == (12, date(2026, 2, 28))
    assert (leap.age, leap.on) == (18, date(2026, 3, 1))
    assert next_birthday(date(2008, 2, 29), date(2026, 3, 2)) is None


@pytest.mark.parametrize(
    ("born", "on"), [(date(2012, 2, 29), date(2028, 2, 29)),
                     (date(2008, 2, 29), date(2026, 3, 1))]
)  # fmt: skip
def test_the_job_finds_who_was_born_on_29_february(
    town, make_trajectory, night, born, on
):
    at = clock.now() + (on - timedelta(days=21) - clock.today())
    with clock.at(at):
        make_trajectory(child={"birth_date": born}, giver="young_person")

        (task,) = night()

    assert task.due_on == on


def test_the_page_announces_the_same_days(town, make_trajectory):
    make_trajectory(child=turning(12, 21))
    client = Client.objects.get()

    assert announced(client).days_left == 21
    with clock.at(clock.now() - timedelta(days=1)):
        assert announced(client) is None
