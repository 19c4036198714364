"""What ends at once when a family withdraws, and what stays?"""

from dichtbij.care.models import Task
from dichtbij.families.models import Consent
from dichtbij.partners.closing import close_without_consent
from dichtbij.partners.consulting import add_participant, hold_consultation
from dichtbij.shared import clock
from tests.partners.conftest import an_invitee
from tests.partners.families import agree, withdraw


def test_lr_08_the_seat_ends_at_once_with_its_reason(town, make_meeting, entries):
    meeting = make_meeting()
    withdraw(meeting.consent)

    closed = close_without_consent(meeting.trajectory.client)

    meeting.participant.refresh_from_db()
    assert closed == 1
    assert meeting.participant.ended_at == clock.now()
    assert meeting.participant.ended_because == "consent"
    line = entries(event_type="consultation_closed")[0]
    assert line.client_id == meeting.trajectory.client_id


def test_twice_is_once_and_nothing_happens_while_they_agree(town, make_meeting):
    meeting = make_meeting()

    assert close_without_consent(meeting.trajectory.client) == 0
    withdraw(meeting.consent)
    assert close_without_consent(meeting.trajectory.client) == 1
    assert close_without_consent(meeting.trajectory.client) == 0
    assert Task.objects.filter(kind="review").count() == 1


def test_whoever_called_the_meeting_gets_a_task_without_a_name(town, make_meeting):
    meeting = make_meeting()
    withdraw(meeting.consent)

    close_without_consent(meeting.trajectory.client)

    task = Task.objects.get(kind="review")
    assert (task.owner, task.due_on) == (town.anna, clock.today())


def test_after_the_meeting_the_seat_ends_without_a_task(town, make_meeting):
    meeting = make_meeting()
    hold_consultation(
        consultation=meeting.consultation, by=town.anna, minutes={"school": "x"}
    )
    withdraw(meeting.consent)

    assert close_without_consent(meeting.trajectory.client) == 1
    assert not Task.objects.filter(kind="review").exists()


def test_lr_09_only_the_partner_it_is_about_loses_its_seat(
    town, make_meeting, make_partner
):
    meeting = make_meeting()
    cjg = make_partner(kind="cjg", name="CJG Verzonnen")
    agree(meeting.parent, cjg, ["school", "plan"], town.anna)
    stays = add_participant(
        consultation=meeting.consultation,
        by=town.anna,
        invitee=an_invitee(cjg, email="cor@cjg.example"),
    )
    withdraw(meeting.consent)

    close_without_consent(meeting.trajectory.client)

    stays.refresh_from_db()
    assert stays.ended_at is None


def test_a_seat_stays_while_one_of_its_topics_is_agreed(town, make_meeting):
    meeting = make_meeting()
    Consent.objects.filter(pk=meeting.consent.pk).update(topics=["plan"])

    assert close_without_consent(meeting.trajectory.client) == 0
