"""Is a consultation called only about what the family agreed to, for every partner?"""

from datetime import timedelta

import pytest

from dichtbij.care.models import Task
from dichtbij.partners.agenda import choices
from dichtbij.partners.consulting import (
    add_participant,
    call_consultation,
    cancel_consultation,
    change_consultation,
    request_consent,
)
from dichtbij.partners.models import CaseConsultation, Participant
from dichtbij.shared import clock
from dichtbij.shared.errors import Denied, Refused
from tests.partners.conftest import an_invitee
from tests.partners.families import a_parent, agree, withdraw


def test_it_is_called_with_topics_and_participants(town, make_meeting, entries):
    meeting = make_meeting()

    assert list(meeting.consultation.topics.values_list("topic", flat=True)) == [
        "school",
        "plan",
    ]
    seat = meeting.participant
    assert (seat.name, seat.email) == ("Ine Verzonnen", "ine@school.example")
    assert (seat.topics, seat.invited_at) == (["school", "plan"], None)
    line = entries(event_type="call_consultation")[0]
    assert (line.client_id, line.relation) == (meeting.trajectory.client_id, "care")


def test_lr_09_a_topic_without_consent_for_one_partner_is_refused(
    town, make_partner, make_trajectory
):
    trajectory = make_trajectory()
    school, team = make_partner(), make_partner(kind="cjg", name="CJG Verzonnen")
    parent = a_parent(trajectory.client, town.anna)
    agree(parent, school, ["school", "home"], town.anna)
    agree(parent, team, ["home"], town.anna)
    called = {
        "trajectory": trajectory,
        "by": town.anna,
        "starts_at": clock.now(),
        "place": "",
        "participants": [an_invitee(school), an_invitee(team, email="t@cjg.example")],
    }

    with pytest.raises(Refused, match="“school” with CJG Verzonnen"):
        call_consultation(**called, topics=["school", "home"])
    assert not CaseConsultation.objects.exists()
    assert call_consultation(**called, topics=["home"])


def test_lr_33_without_any_consent_no_topic_is_open(
    town, make_partner, make_trajectory
):
    trajectory, partner = make_trajectory(), make_partner()
    a_parent(trajectory.client, town.anna)

    found = choices(trajectory.client, [partner])

    assert len(found) == 7
    assert not any(choice.open for choice in found)
    assert all(choice.lacking == (partner,) for choice in found)


def test_two_parents_with_authority_must_both_agree(
    town, make_partner, make_trajectory
):
    trajectory, partner = make_trajectory(), make_partner()
    one = a_parent(trajectory.client, town.anna)
    two = a_parent(trajectory.client, town.anna, "parent_2")
    agree(one, partner, ["school"], town.anna)

    before = [c.topic for c in choices(trajectory.client, [partner]) if c.open]
    agree(two, partner, ["school"], town.anna)
    after = [c.topic for c in choices(trajectory.client, [partner]) if c.open]

    assert (before, after) == ([], ["school"])


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"topics": []}, "at least one topic"),
        ({"topics": ["gossip"]}, "at least one topic"),
        ({"participants": []}, "at least one partner"),
        ({"starts_at": "yesterday"}, "has passed"),
        ({"participants": "nameless"}, "who is invited"),
        ({"participants": "twice"}, "already"),
    ],
)
def test_a_call_that_is_not_whole_is_refused(town, make_meeting, changes, words):
    meeting = make_meeting()
    invitee = an_invitee(meeting.partner)
    read = {
        "yesterday": clock.now() - timedelta(days=1),
        "nameless": [an_invitee(meeting.partner, name=" ")],
        "twice": [invitee, invitee],
    }
    changes = {
        key: read.get(value, value) if isinstance(value, str) else value
        for key, value in changes.items()
    }
    called = {
        "starts_at": clock.now(),
        "topics": ["school"],
        "participants": [invitee],
    } | changes

    with pytest.raises(Refused, match=words):
        call_consultation(
            trajectory=meeting.trajectory, by=town.anna, place="", **called
        )

    assert CaseConsultation.objects.count() == 1


@pytest.mark.parametrize("other", ["carla", "bram", "gerda", "henk", "dirk"])
def test_nobody_else_may_call_one(town, make_meeting, stand_as, other):
    meeting = make_meeting()
    by = stand_as(getattr(town, other))

    with pytest.raises(Denied):
        call_consultation(
            trajectory=meeting.trajectory,
            by=by,
            starts_at=clock.now(),
            place="",
            topics=["school"],
            participants=[an_invitee(meeting.partner)],
        )
    with pytest.raises(Denied):
        cancel_consultation(consultation=meeting.consultation, by=by)


def test_asking_for_consent_is_a_task_once(town, make_partner, make_trajectory):
    trajectory, partner = make_trajectory(), make_partner()
    for _twice in range(2):
        task = request_consent(
            trajectory=trajectory, by=town.anna, partner=partner, topics=["school"]
        )

    assert (task.kind, task.owner) == ("consent", town.anna)
    assert "De Verzonnen School" in task.words
    assert Task.objects.filter(words=task.words).count() == 1


def test_one_more_joins_only_when_consent_covers_all_topics(
    town, make_meeting, make_partner
):
    meeting = make_meeting()
    team = make_partner(kind="local_team", name="Wijkteam")
    invitee = an_invitee(team, email="wijk@team.example")
    agree(meeting.parent, team, ["school"], town.anna)

    with pytest.raises(Refused, match="plan and the agreements"):
        add_participant(
            consultation=meeting.consultation, by=town.anna, invitee=invitee
        )
    agree(meeting.parent, team, ["plan"], town.anna)
    add_participant(consultation=meeting.consultation, by=town.anna, invitee=invitee)
    with pytest.raises(Refused, match="already"):
        add_participant(
            consultation=meeting.consultation, by=town.anna, invitee=invitee
        )

    assert Participant.objects.count() == 2


def test_a_change_moves_it_and_asks_consent_for_what_is_new(town, make_meeting):
    meeting = make_meeting(topics=["school"], agreed=["school", "plan"])
    later = clock.now() + timedelta(days=3)
    told = {"by": town.anna, "starts_at": later, "place": "Elders"}

    with pytest.raises(Refused, match="the situation at home"):
        change_consultation(
            consultation=meeting.consultation, topics=["school", "home"], **told
        )
    change_consultation(consultation=meeting.consultation, topics=["plan"], **told)

    meeting.consultation.refresh_from_db()
    meeting.participant.refresh_from_db()
    assert meeting.consultation.starts_at == later
    assert [t.topic for t in meeting.consultation.topics.all()] == ["plan"]
    assert meeting.participant.topics == ["plan"]


def test_a_topic_whose_consent_ended_may_stay_but_not_come_back(town, make_meeting):
    meeting = make_meeting()
    withdraw(meeting.consent)
    told = {"by": town.anna, "starts_at": clock.now(), "place": ""}

    change_consultation(consultation=meeting.consultation, topics=["plan"], **told)
    with pytest.raises(Refused, match="“school”"):
        change_consultation(
            consultation=meeting.consultation, topics=["plan", "school"], **told
        )


def test_it_is_called_off_once(town, make_meeting):
    meeting = make_meeting()

    cancel_consultation(consultation=meeting.consultation, by=town.anna)

    assert meeting.consultation.status == "cancelled"
    with pytest.raises(Refused, match="already"):
        cancel_consultation(consultation=meeting.consultation, by=town.anna)
    with pytest.raises(Refused, match="called off"):
        change_consultation(
            consultation=meeting.consultation,
            by=town.anna,
            starts_at=clock.now(),
            place="",
            topics=["plan"],
        )
