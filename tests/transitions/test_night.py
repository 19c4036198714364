"""Does the night prepare an 18th birthday once, and give what floats to a lead?"""

from datetime import date, timedelta

import pytest
from django.core.management import call_command

from dichtbij.audit import log
from dichtbij.audit.models import Entry
from dichtbij.care.actions import take_on_referral
from dichtbij.care.models import Task
from dichtbij.organisations.models import Municipality
from dichtbij.shared import clock
from dichtbij.shared.walls import standing
from dichtbij.transitions.actions import (
    finish_transition,
    give_all,
    keep_owner,
    start_transition,
)
from dichtbij.transitions.beginning import of_child, of_practitioner
from dichtbij.transitions.jobs import guard_transitions
from dichtbij.transitions.models import Transition
from dichtbij.transitions.orphans import orphans_in
from dichtbij.transitions.scope import unsettled
from tests.transitions.conftest import leave


@pytest.fixture
def by_night(stand_as):
    """Run the job from nowhere, as a worker does, and stand where one stood."""

    def run(by) -> None:
        log.write()
        guard_transitions()
        stand_as(by)

    return run


@pytest.mark.parametrize(
    ("born", "started"),
    [
        (date(2008, 3, 31), 1),  # three weeks from now
        (date(2008, 4, 1), 0),
        (date(2008, 3, 11), 1),  # tomorrow
        (date(2016, 3, 31), 0),
    ],
)
def test_an_18th_birthday_is_prepared_three_weeks_before(
    town, busy_child, by_night, born, started
):
    busy_child(child={"birth_date": born})

    for _twice_is_once in range(2):
        by_night(town.bram)

    found = Transition.objects.filter(kind="adult")
    assert found.count() == started
    assert all(one.takes_effect_on == date(2026, born.month, born.day) for one in found)


def test_a_finished_one_is_not_started_again(town, busy_child, by_night, stand_as):
    made = busy_child(child={"birth_date": date(2008, 3, 20)})
    change = start_transition(change=of_child(made.client, "adult"), by=town.anna)
    for one in unsettled(change):
        if not one.goes_with:
            keep_owner(transition=change, by=town.anna, item=one.key)
    finish_transition(transition=change, by=town.anna)

    by_night(town.bram)

    assert Transition.objects.filter(kind="adult").count() == 1


def test_where_all_is_owned_there_is_nothing_to_do(town, busy_child, by_night):
    busy_child()

    by_night(town.bram)

    assert not Task.objects.filter(kind="review").exists()
    assert Entry.objects.filter(event_type="no_orphans").exists()


def test_what_floats_becomes_one_task_of_the_lead(town, busy_child, by_night, stand_as):
    made = busy_child()
    leave(town.anna)

    for _twice_is_once in range(2):
        by_night(town.bram)

    (task,) = Task.objects.filter(kind="review")
    assert task.owner == town.bram
    assert task.client == made.client
    assert "KANARIEZORG" not in task.words
    assert Entry.objects.filter(event_type="orphans_found").exists()


def test_when_it_floats_no_more_the_task_is_done(
    town, fatma, busy_child, by_night, stand_as
):
    busy_child()
    leave(town.anna)
    by_night(town.bram)
    change = start_transition(change=of_practitioner(town.anna), by=town.bram)

    give_all(transition=change, by=town.bram, new_owner=fatma)
    by_night(town.bram)

    assert not Task.objects.filter(kind="review", done_at=None).exists()


def test_help_without_a_next_step_floats_although_somebody_has_it(
    town, make_referral, fatma, stand_as
):
    referral = make_referral()
    stand_as(town.anna)
    take_on_referral(referral=referral, by=town.anna)
    Task.objects.update(done_at=clock.now())
    referral.waiting_entries.update(ended_at=clock.now(), ended_by="booked")

    found = orphans_in(town.programme.pk, town.employer_noord.pk)

    assert [one.why for one in found] == ["no_step"]


def test_a_move_takes_effect_on_its_day(town, busy_child, by_night, stand_as):
    made = busy_child()
    new = Municipality.objects.get(code="0392")
    on = clock.today() + timedelta(days=5)
    change = start_transition(
        change=of_child(made.client, "moves", on, new), by=town.anna
    )
    for one in unsettled(change):
        if not one.goes_with:
            keep_owner(transition=change, by=town.anna, item=one.key)
    finish_transition(transition=change, by=town.anna)

    with clock.at(clock.now() + timedelta(days=5)):
        by_night(town.bram)

    made.client.refresh_from_db()
    assert made.client.municipality == new


def test_the_command_counts_and_names_no_child(town, busy_child, stand_as, capsys):
    busy_child()
    stand_as(town.bram)

    call_command("orphans")
    assert capsys.readouterr().out == "orphans: 0\n"

    leave(town.anna)
    with pytest.raises(SystemExit) as ended:
        call_command("orphans")
    told = capsys.readouterr().out
    assert ended.value.code == 1
    assert told.splitlines()[-1] == f"orphans: {len(found_now(town))}"
    assert "Voorbeeldkind" not in told


def found_now(town) -> list:
    assert standing() is not None
    return orphans_in(town.programme.pk, town.employer_noord.pk)
