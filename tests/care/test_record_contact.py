from datetime import date, timedelta

import pytest

from dichtbij.care.actions import begin_consult, close_trajectory, record_contact
from dichtbij.care.caseload import open_trajectory_of
from dichtbij.care.models import Contact, GoalScore, Task, TimeSpent
from dichtbij.referrals.models import ReferralEvent
from dichtbij.scheduling.models import Appointment
from dichtbij.shared import clock
from dichtbij.shared.errors import Denied, Refused
from tests.care.conftest import consult
from tests.conftest import NOW, minutes


def test_one_registration_gives_all_that_follows(town, make_contact, entries):
    contact = make_contact(minutes={"intake": 45, "administratie": 10})

    assert contact.attendance == ["child", "parent_1"]
    assert dict(TimeSpent.objects.values_list("activity", "minutes")) == {
        "intake": 45,
        "administratie": 10,
    }
    assert GoalScore.objects.get().score == 4
    assert contact.trajectory.first_contact_on == date(2026, 3, 10)
    assert contact.trajectory.first_consult_on == date(2026, 3, 10)
    kinds = [e.kind for e in contact.trajectory.referral.events.all()]
    assert kinds[-1] == ReferralEvent.Kind.FIRST_CONSULT
    line = entries(event_type="record_contact")[0]
    assert (line.action_code, line.object_id) == ("C", str(contact.uuid))


def test_a_call_is_a_first_contact_but_no_first_conversation(town, make_contact):
    contact = make_contact(by_telephone=True)

    assert contact.trajectory.first_contact_on == date(2026, 3, 10)
    assert contact.trajectory.first_consult_on is None


def test_the_appointment_was_held(town, make_appointment, make_contact, stand_as):
    appointment = make_appointment()
    stand_as(town.anna)
    with clock.at(appointment.starts_at + minutes(50)):
        begin_consult(appointment=appointment, by=town.anna)
        trajectory = open_trajectory_of(appointment.client)

        contact = make_contact(trajectory, appointment)

    assert contact.held_at == appointment.starts_at
    assert appointment.__class__.objects.get().status == Appointment.Status.HELD


def test_an_appointment_is_recorded_once(
    town, make_appointment, make_contact, stand_as
):
    appointment = make_appointment()
    stand_as(town.anna)
    with clock.at(appointment.ends_at):
        begin_consult(appointment=appointment, by=town.anna)
        trajectory = open_trajectory_of(appointment.client)
        make_contact(trajectory, appointment)

        with pytest.raises(Refused, match="already recorded"):
            make_contact(trajectory, appointment)

    assert Contact.objects.count() == 1
    assert TimeSpent.objects.count() == 1


def test_a_promise_becomes_a_task_and_ticks_off_the_last_one(town, make_contact):
    contact = make_contact(
        next_step="consultation",
        next_step_words="School bellen",
        next_step_on=date(2026, 3, 20),
    )
    first = Task.objects.get(kind=Task.Kind.NEXT_STEP)
    assert (first.words, first.due_on) == ("School bellen", date(2026, 3, 20))

    make_contact(contact.trajectory, next_step="appointment")

    assert not Task.objects.open().exists()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"attendance": []}, "Say who was there"),
        ({"attendance": ["buurman"]}, "Say who was there"),
        ({"themes": []}, "at least one theme"),
        ({"themes": ["XXX"]}, "at least one theme"),
        ({"next_step": "later"}, "next step"),
        ({"minutes": {}}, "how many minutes"),
        ({"minutes": {"slapen": 5}}, "how many minutes"),
        ({"minutes": {"intake": 0}}, "from 1 to 720"),
        ({"minutes": {"intake": 721}}, "from 1 to 720"),
        ({"scores": {1: 11}}, "from 0 to 10"),
        ({"held_at": NOW + timedelta(minutes=1)}, "in the future"),
    ],
)
def test_a_record_that_is_not_whole_is_refused(town, make_trajectory, changes, words):
    trajectory = make_trajectory()

    with pytest.raises(Refused, match=words):
        record_contact(trajectory=trajectory, by=town.anna, consult=consult(**changes))

    assert not Contact.objects.exists()


def test_nothing_is_added_to_closed_help(town, make_trajectory):
    trajectory = make_trajectory()
    close_trajectory(
        trajectory=trajectory, by=town.anna, outcome="verhuisd", reason="05"
    )

    with pytest.raises(Refused, match="closed"):
        record_contact(trajectory=trajectory, by=town.anna, consult=consult())


def test_a_score_of_another_childs_goal_is_left_out(
    town, make_contact, make_trajectory
):
    other = make_contact()
    foreign = other.trajectory.goals.get()
    trajectory = make_trajectory(
        child={"given_name": "Ander", "family_name": "Testkind"}
    )

    make_contact(trajectory, scores={foreign.pk: 9})

    assert [s.score for s in GoalScore.objects.all()] == [4]


@pytest.mark.parametrize("other", ["carla", "gerda", "bram"])
def test_nobody_else_may_record_it(town, make_trajectory, stand_as, other):
    trajectory = make_trajectory()
    by = stand_as(getattr(town, other))

    with pytest.raises(Denied):
        record_contact(trajectory=trajectory, by=by, consult=consult())
