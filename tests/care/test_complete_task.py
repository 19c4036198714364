from datetime import timedelta

import pytest

from dichtbij.care.actions import complete_task, promise_call
from dichtbij.care.models import Task
from dichtbij.scheduling.actions import book_appointment
from dichtbij.scheduling.openings import free_slots
from dichtbij.shared import clock
from dichtbij.shared.errors import Denied
from tests.conftest import NOW


@pytest.fixture
def task(town, make_referral, stand_as):
    referral = make_referral()
    stand_as(town.anna)
    promise_call(referral=referral, by=town.anna)
    return Task.objects.get()


def test_a_task_is_done_once(town, task, entries):
    complete_task(task=task, by=town.anna)
    with clock.at(NOW + timedelta(hours=1)):
        complete_task(task=task, by=town.anna)

    assert task.done_at == NOW
    assert len(entries(event_type="complete_task")) == 2


@pytest.mark.parametrize("other", ["carla", "gerda"])
def test_nobody_else_may_tick_it_off(town, task, stand_as, other):
    by = stand_as(getattr(town, other))

    with pytest.raises(Denied):
        complete_task(task=task, by=by)


def test_a_plan_that_was_made_is_no_task_any_more(town, make_trajectory):
    trajectory = make_trajectory()
    assert [t.kind for t in Task.objects.pressing()] == [Task.Kind.PLAN]
    slot = free_slots(
        programme=town.programme, practice_id=town.practice_noord.pk, limit=1
    )[0]

    book_appointment(referral=trajectory.referral, by=town.anna, slot=slot)

    assert not Task.objects.pressing().exists()
    assert Task.objects.open().count() == 1
