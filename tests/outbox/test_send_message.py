"""Does a mail leave once, to the right person, and does it tell nothing?"""

import re
from datetime import date
from unittest.mock import patch

import pytest
from django.core import mail
from django.utils import translation

from dichtbij.clients.actions import NewChannel
from dichtbij.outbox.jobs import TRIES, send_message
from dichtbij.outbox.models import Message
from dichtbij.outbox.words import WORDS, compose

CARE_WORDS = re.compile(
    r"kind|jeugd|POH|psych|hulp|child|youth|care|help|zorg|afspraak met|\d\d:\d\d",
    re.IGNORECASE,
)


@pytest.fixture
def booked(make_appointment, stand_as, town):
    """An appointment of which a family and a practitioner were told; stand nowhere."""
    appointment = make_appointment()
    stand_as(town.gerda)
    return appointment


def messages(kind: str) -> list[Message]:
    return list(Message.objects.filter(kind=kind))


def run(message: Message, practice_id: int | None) -> None:
    send_message(
        message_id=message.pk,
        programme_id=message.programme_id,
        practice_id=practice_id,
    )


def test_the_family_gets_a_mail_that_names_nobody_and_no_time(booked):
    (message,) = messages("appointment_family")

    run(message, booked.practice_id)

    (sent,) = mail.outbox
    assert sent.to == ["ouder@teststad.example"]
    text = sent.subject + sent.body
    assert booked.client.family_name not in text
    assert booked.practice.name not in text
    assert not re.search(r"\d\d:\d\d", text)


def test_sending_twice_is_sending_once(booked):
    (message,) = messages("appointment_family")

    run(message, booked.practice_id)
    run(message, booked.practice_id)

    message.refresh_from_db()
    assert len(mail.outbox) == 1
    assert message.state == Message.State.SENT
    assert message.sent_at is not None


def test_every_try_carries_the_same_number(booked):
    (message,) = messages("appointment_family")

    run(message, booked.practice_id)

    assert mail.outbox[0].extra_headers["Message-ID"] == f"<{message.uuid}@dichtbij>"


def test_a_silent_channel_gets_nothing(booked):
    (message,) = messages("appointment_family")
    booked.client.channels.update(silent=True)

    run(message, booked.practice_id)

    message.refresh_from_db()
    assert mail.outbox == []
    assert message.state == Message.State.WITHHELD


def test_a_member_who_left_gets_nothing(booked, town):
    (message,) = messages("referral_received")
    town.anna.is_active = False
    town.anna.save()

    run(message, booked.practice_id)

    assert mail.outbox == []


def test_a_mailbox_that_fails_is_tried_again_and_then_parked(booked):
    """The fault is the network's, so it is the network that is stood in for."""
    (message,) = messages("appointment_family")

    with patch(
        "django.core.mail.backends.locmem.EmailBackend.send_messages",
        side_effect=ConnectionRefusedError,
    ):
        for number in range(1, TRIES + 1):
            with pytest.raises(OSError):  # noqa: PT011  any fault of the network
                run(message, booked.practice_id)
            message.refresh_from_db()
            assert message.tries == number

    assert message.state == Message.State.PARKED
    run(message, booked.practice_id)
    assert mail.outbox == []


def test_a_job_of_another_practice_does_not_find_the_message(booked, town):
    (message,) = messages("appointment_family")

    with pytest.raises(Message.DoesNotExist):
        run(message, town.practice_zuid.pk)

    assert mail.outbox == []


@pytest.mark.parametrize("without", [True, False])
def test_helped_without_parents_no_mail_goes_to_a_parent(
    make_appointment, town, stand_as, without
):
    make_appointment(
        child={
            "without_parents": without,
            "channels": (NewChannel("parent_1", "email", "ouder@teststad.example"),),
        }
    )
    stand_as(town.gerda)

    told = messages("appointment_family")

    assert len(told) == (0 if without else 1)


def test_from_sixteen_the_own_address_comes_before_that_of_a_parent(
    make_appointment, town, stand_as
):
    make_appointment(
        child={
            "birth_date": date(2009, 6, 1),
            "channels": (
                NewChannel("parent_1", "email", "ouder@teststad.example"),
                NewChannel("young_person", "email", "jongere@teststad.example"),
            ),
        },
        giver="young_person",
    )
    stand_as(town.gerda)
    (message,) = messages("appointment_family")

    run(message, town.practice_noord.pk)

    assert mail.outbox[0].to == ["jongere@teststad.example"]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("kind", sorted(WORDS))
def test_no_mail_holds_a_care_word_a_name_or_a_time(kind, language):
    with translation.override(language):
        subject, body = compose(kind, link="https://dichtbij.example/x/")

    assert not CARE_WORDS.findall(subject)
    assert not CARE_WORDS.findall(body.replace("https://dichtbij.example/x/", ""))
    assert "%(" not in body
