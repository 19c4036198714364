"""Does the link go by mail and the code by another road, to who may still come?"""

from datetime import timedelta

import pytest
from django.core import mail

from dichtbij.organisations.links import State, link_of, state_of
from dichtbij.organisations.models import PersonalLink, User
from dichtbij.outbox.jobs import send_message
from dichtbij.outbox.models import Message
from dichtbij.partners.consulting import (
    cancel_consultation,
    change_consultation,
    invite,
    uninvite,
)
from dichtbij.shared import clock
from dichtbij.shared.errors import Denied, Refused
from tests.partners.conftest import an_invitee
from tests.partners.families import withdraw


def send(kind):
    """Send the one waiting message of a kind, as the worker does."""
    message = Message.objects.get(kind=kind)
    send_message(
        message_id=message.pk,
        programme_id=message.programme_id,
        practice_id=message.client.practice_id,
    )


def test_lr_30_the_mail_holds_the_link_and_neither_code_nor_name(
    town, make_meeting, entries
):
    meeting = make_meeting()

    given = invite(participant=meeting.participant, by=town.anna)
    send("consultation_invited")

    (sent,) = mail.outbox
    assert sent.to == ["ine@school.example"]
    assert given.path in sent.body
    told = sent.subject + sent.body
    assert given.code not in told
    assert "Fictief" not in told
    assert "Ine" not in told
    assert entries(event_type="invite")[0].client_id == meeting.trajectory.client_id


def test_the_link_stays_good_until_two_weeks_after_the_meeting(town, make_meeting):
    starts = clock.now() + timedelta(days=10)
    meeting = make_meeting(starts_at=starts)

    given = invite(participant=meeting.participant, by=town.anna)

    assert given.link.expires_at == clock.now() + timedelta(days=24)
    assert given.link.subject == meeting.consultation.uuid
    assert given.link.holder_of_link == meeting.participant.uuid


def test_inviting_again_ends_the_older_link_and_makes_no_second_user(
    town, make_meeting
):
    meeting = make_meeting()

    first = invite(participant=meeting.participant, by=town.anna)
    second = invite(participant=meeting.participant, by=town.anna)

    assert state_of(link_of(first.token)) == State.ENDED
    assert state_of(link_of(second.token)) == State.OPEN
    assert User.objects.filter(email="ine@school.example").count() == 1


def test_a_guest_has_no_password_and_no_membership(town, make_meeting):
    meeting = make_meeting()
    invite(participant=meeting.participant, by=town.anna)

    user = User.objects.get(email="ine@school.example")
    assert not user.has_usable_password()
    assert not user.memberships.exists()
    meeting.participant.refresh_from_db()
    assert meeting.participant.user == user


def test_who_was_uninvited_called_off_or_cannot_be_reached_is_refused(
    town, make_meeting
):
    meeting = make_meeting()
    no_mail = make_meeting(
        trajectory=meeting.trajectory,
        partner=meeting.partner,
        participants=[an_invitee(meeting.partner, email="")],
    )
    off = make_meeting(trajectory=meeting.trajectory, partner=meeting.partner)
    cancel_consultation(consultation=off.consultation, by=town.anna)
    uninvite(participant=meeting.participant, by=town.anna)

    for participant, words in (
        (meeting.participant, "no longer invited"),
        (no_mail.participant, "no e-mail address"),
        (off.consultation.participants.get(), "called off"),
    ):
        with pytest.raises(Refused, match=words):
            invite(participant=participant, by=town.anna)
    assert not PersonalLink.objects.exists()
    assert not Message.objects.filter(kind="consultation_invited").exists()


def test_lr_08_nobody_is_invited_once_consent_is_withdrawn(town, make_meeting):
    meeting = make_meeting()
    withdraw(meeting.consent)

    with pytest.raises(Refused, match="no longer agrees"):
        invite(participant=meeting.participant, by=town.anna)

    assert not PersonalLink.objects.exists()


def test_a_mail_to_who_was_uninvited_meanwhile_stays_here(town, make_meeting):
    meeting = make_meeting()
    invite(participant=meeting.participant, by=town.anna)
    uninvite(participant=meeting.participant, by=town.anna)

    send("consultation_invited")

    assert mail.outbox == []
    assert Message.objects.get(kind="consultation_invited").state == "withheld"


def test_the_invited_hear_that_something_changed_and_no_more(town, make_meeting):
    meeting = make_meeting()
    told = {"by": town.anna, "starts_at": clock.now(), "place": "", "topics": ["plan"]}
    change_consultation(consultation=meeting.consultation, **told)
    assert not Message.objects.filter(kind="consultation_changed").exists()
    invite(participant=meeting.participant, by=town.anna)

    change_consultation(consultation=meeting.consultation, **told)
    send("consultation_changed")

    assert mail.outbox[0].to == ["ine@school.example"]
    assert "Fictief" not in mail.outbox[0].body


@pytest.mark.parametrize("other", ["carla", "bram", "gerda", "dirk"])
def test_nobody_else_may_invite(town, make_meeting, stand_as, other):
    meeting = make_meeting()
    by = stand_as(getattr(town, other))

    with pytest.raises(Denied):
        invite(participant=meeting.participant, by=by)
    with pytest.raises(Denied):
        uninvite(participant=meeting.participant, by=by)


def test_r24_the_code_goes_by_text_message_where_one_can_be_sent(
    town, make_meeting, settings
):
    meeting = make_meeting()
    with pytest.raises(Refused, match="no mobile number"):
        invite(participant=meeting.participant, by=town.anna, by_text=True)
    settings.TEXT_BACKEND = "dichtbij.outbox.texting.in_mailbox"

    given = invite(participant=meeting.participant, by=town.anna, by_text=True)
    send("link_code")

    (sent,) = mail.outbox
    assert sent.to == ["0600000009@sms.example"]
    assert given.code in sent.body
    assert given.path not in sent.body
    assert Message.objects.get(kind="link_code").link == ""
