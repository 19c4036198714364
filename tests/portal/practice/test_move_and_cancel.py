"""A practice moves or cancels what it planned, and says whether the family hears."""

import re

import pytest

from dichtbij.outbox.models import Message


@pytest.fixture
def act(sign_in, gerda, make_appointment, stand_as):
    """Do something to a planned conversation, as gerda unless told otherwise."""
    appointment = make_appointment()

    def go(what, by=None, **sent):
        browser = sign_in(by or gerda)
        url = f"/afspraken/{appointment.uuid}/{what}/"
        page = browser.get(url)
        found = re.findall(r'name="slot" value="([\d-]+)"', page.content.decode())
        slot = {"slot": found[0]} if found else {}
        answer = browser.post(url, slot | sent)
        stand_as(gerda)
        appointment.refresh_from_db()
        return page, answer

    go.appointment = appointment
    return go


def told(kind="appointment_changed_family"):
    return Message.objects.filter(kind=kind).count()


@pytest.mark.parametrize(("answer", "mails"), [("yes", 1), ("no", 0), (None, 1)])
def test_a_conversation_is_moved_and_the_family_hears_if_asked(act, answer, mails):
    before = act.appointment.starts_at

    page, moved = act("verplaatsen", **({"tell_family": answer} if answer else {}))

    assert "Tell the family?" in page.content.decode()
    assert moved["Location"] == f"/aanmeldingen/{act.appointment.referral.uuid}/"
    assert act.appointment.starts_at > before
    assert told() == mails


@pytest.mark.parametrize(("answer", "mails"), [("yes", 1), ("no", 0)])
def test_a_conversation_is_cancelled_and_the_family_waits_again(act, answer, mails):
    _page, cancelled = act("afzeggen", tell_family=answer)

    assert cancelled.status_code == 302
    assert act.appointment.status == "cancelled"
    assert act.appointment.referral.waiting_entries.filter(ended_at=None).exists()
    assert told() == mails


@pytest.mark.parametrize("what", ["verplaatsen", "afzeggen"])
@pytest.mark.parametrize("who", ["gijs", "carla"])
def test_who_works_elsewhere_finds_no_such_appointment(act, town, what, who):
    _page, answer = act(what, by=getattr(town, who), tell_family="yes", slot="1-2-3-4")

    assert answer.status_code == 404
    assert act.appointment.status == "booked"
