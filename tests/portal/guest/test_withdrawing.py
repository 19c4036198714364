"""Does taking back a consent, wherever it is noted, shut the guest out at once?"""

from uuid import uuid4

import pytest
from django.urls import reverse

from dichtbij.organisations.models import Membership, User
from dichtbij.partners.consulting import hold_consultation, send_receipt
from dichtbij.partners.models import Participant
from dichtbij.shared import clock
from tests.portal.guest.test_consultation import page_of


@pytest.fixture
def as_parent(town, sign_in):
    """Give the parent of a meeting an account and sign in."""

    def enter(meeting):
        user = User.objects.create_user("ouder1@familie.example", "Ouder Verzonnen")
        user.membership = Membership.objects.create(
            user=user,
            organisation=town.employer_noord,
            programme=town.programme,
            role="parent",
            client=meeting.trajectory.client,
            state="active",
            since=clock.now(),
        )
        type(meeting.parent).objects.filter(pk=meeting.parent.pk).update(user=user)
        return sign_in(user)

    return enter


def test_lr_08_a_parent_takes_it_back_on_the_own_page(make_meeting, come_in, as_parent):
    meeting = make_meeting()
    guest = come_in(meeting.participant)
    assert guest.get(page_of(meeting)).status_code == 200
    parent = as_parent(meeting)

    answer = parent.post(
        reverse("my_consent", args=[meeting.consent.uuid]), {"once": str(uuid4())}
    )

    assert answer.status_code == 302
    assert Participant.objects.get().ended_because == "consent"
    assert guest.get(page_of(meeting)).status_code == 403


def test_lr_08_a_practitioner_notes_the_withdrawal(
    town, make_meeting, come_in, sign_in
):
    meeting = make_meeting()
    guest = come_in(meeting.participant)
    page = reverse("family_act", args=[meeting.trajectory.client.uuid, "intrekken"])

    answer = sign_in(town.anna).post(
        page, {"row": meeting.consent.pk, "once": str(uuid4())}
    )

    assert answer.status_code == 302
    assert Participant.objects.get().ended_because == "consent"
    assert guest.get(page_of(meeting)).status_code == 403


def test_the_family_reads_its_receipt_without_the_minutes(
    town, make_meeting, as_parent
):
    meeting = make_meeting()
    hold_consultation(
        consultation=meeting.consultation,
        by=town.anna,
        minutes={"school": "KANARIE minuten"},
    )
    parent = as_parent(meeting)
    page = reverse("who_sees_what")
    assert "De Verzonnen School" not in receipt_in(parent.get(page))

    send_receipt(consultation=meeting.consultation, by=town.anna)
    text = parent.get(page)

    assert "Anna with De Verzonnen School" in receipt_in(text)
    assert "KANARIE" not in text.content.decode()


def receipt_in(answer):
    text = answer.content.decode()
    return text.split('id="receipts"')[1] if 'id="receipts"' in text else ""


def test_the_question_for_consent_is_filled_in(town, make_meeting, sign_in):
    meeting = make_meeting()
    browser = sign_in(town.anna)
    asked = browser.post(
        reverse("ask_consent", args=[meeting.trajectory.client.uuid]),
        {"partner": str(meeting.partner.uuid), "topics": ["home"]},
    )

    text = browser.get(asked.url).content.decode()

    assert f'value="{meeting.partner.pk}" selected' in text
    assert "De Verzonnen School" in text


@pytest.mark.parametrize(
    "told",
    ["partner=onzin", "partner=00000000-0000-4000-8000-000000000000", "partner="],
)
def test_nonsense_fills_in_nothing(town, make_meeting, sign_in, told):
    meeting = make_meeting()
    page = reverse("family", args=[meeting.trajectory.client.uuid])

    answer = sign_in(town.anna).get(f"{page}?{told}&topics=onzin")

    assert answer.status_code == 200
