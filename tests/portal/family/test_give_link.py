"""Staff give a link: by mail to the own address, the code another way, R18 kept."""

import pytest
from django.core import mail

from dichtbij.audit.doors import standing_at
from dichtbij.clients.models import Channel
from dichtbij.outbox.jobs import send_message
from dichtbij.outbox.models import Message
from tests.portal.family.conftest import browser


@pytest.fixture
def ask(sign_in, anna, family):
    """Post the form of the page: a link for this member's appointment."""

    def post(member=None, subject=None, code_goes="here"):
        member = member or family.mother
        subject = subject or family.appointment
        return sign_in(anna).post(
            f"/kinderen/{family.child.uuid}/link/",
            {"offer": f"{subject.uuid}/{member.uuid}", "code_goes": code_goes},
        )

    return post


@pytest.fixture
def inside(anna):
    def act(change):
        with standing_at(anna.membership.place()):
            return change()

    return act


def deliver(inside) -> None:
    """Let every waiting message leave, as the worker does."""
    rows = inside(lambda: list(Message.objects.filter(state="waiting")))
    for one in rows:
        practice = inside(lambda one=one: one.client and one.client.practice_id)
        send_message(
            message_id=one.pk, programme_id=one.programme_id, practice_id=practice
        )


def test_the_link_goes_by_mail_and_the_code_stays_on_the_page(
    ask, inside, family, entries
):
    page = ask()
    deliver(inside)

    sent = next(m for m in mail.outbox if "/l/" in m.body)
    assert sent.to == ["ouder@teststad.example"]
    text = page.content.decode()
    code = text.split("data-code>")[1].split("<")[0]
    assert code not in sent.body
    assert "/l/" not in text
    path = "/l/" + sent.body.split("/l/")[1].split("/")[0] + "/"
    assert browser().post(path, {"code": code}).status_code == 302
    made = entries(event_type="give_appointment_link")
    left = entries(event_type="send_link")
    assert [line.client_id for line in (*made, *left)] == [family.child.pk] * 2


def test_the_mail_goes_to_the_member_it_is_for_and_to_nobody_else(ask, inside, family):
    ask(family.father)
    deliver(inside)

    to = [m.to for m in mail.outbox if "/l/" in m.body]
    assert to == [["vader@teststad.example"]]


def test_without_an_address_there_is_a_card_to_print(ask, inside, family):
    inside(lambda: family.child.channels.filter(kind="email").update(silent=True))

    text = ask().content.decode()

    assert "/l/" in text
    assert "data-code>" in text
    deliver(inside)
    assert not [m for m in mail.outbox if "/l/" in m.body]


def test_without_an_adapter_no_text_message_is_offered_and_the_page_says_so(
    ask, sign_in, anna, family
):
    page = sign_in(anna).get(f"/kinderen/{family.child.uuid}/link/")

    assert "cannot send text messages" in page.content.decode()
    assert ask(code_goes="text").status_code == 200
    assert not Message.objects.filter(medium="text").exists()


def test_with_an_adapter_the_code_goes_by_text_and_is_erased_here(
    settings, ask, inside, family
):
    settings.TEXT_BACKEND = "dichtbij.outbox.texting.in_mailbox"

    page = ask(code_goes="text")
    kept = inside(lambda: Message.objects.get(medium="text").link)
    deliver(inside)

    text = next(m for m in mail.outbox if m.subject == "SMS")
    assert text.to == ["0600000001@sms.example"]
    assert kept in text.body
    assert kept not in page.content.decode()
    assert inside(lambda: Message.objects.get(medium="text").link) == ""


def test_helped_without_parents_nothing_can_be_given_to_a_parent(
    ask, inside, family, sign_in, anna
):
    def alone():
        family.child.without_parents = True
        family.child.save()

    inside(alone)

    page = ask()
    deliver(inside)

    assert "Moeder" not in page.content.decode()
    assert page.status_code == 200
    assert not inside(lambda: Message.objects.filter(kind="personal_link").exists())
    assert {"ouder@teststad.example", "vader@teststad.example"}.isdisjoint(
        address for one in mail.outbox for address in one.to
    )


def test_a_mail_on_its_way_stays_here_when_parents_may_not_know_meanwhile(
    ask, inside, family
):
    ask()

    def alone():
        family.child.without_parents = True
        family.child.save()

    inside(alone)
    deliver(inside)

    assert not [m for m in mail.outbox if "/l/" in m.body]
    kept = inside(lambda: Message.objects.get(kind="personal_link"))
    assert (kept.state, kept.link) == ("withheld", "")


def test_an_appointment_of_one_home_is_offered_to_that_home_only(
    sign_in, anna, family, inside
):
    def only_father():
        family.appointment.only_for = "parent_2"
        family.appointment.save()

    inside(only_father)

    text = sign_in(anna).get(f"/kinderen/{family.child.uuid}/link/").content.decode()

    assert "Vader Anders" in text
    assert "Moeder Voorbeeld" not in text


def test_another_practitioner_and_the_gp_give_no_link(sign_in, carla, gerda, family):
    address = f"/kinderen/{family.child.uuid}/link/"

    assert sign_in(carla).get(address).status_code == 404
    assert sign_in(gerda).get(address).status_code == 403


def test_a_channel_of_someone_else_is_never_used(inside, family, ask):
    def fathers_only():
        Channel.objects.filter(client=family.child).update(owner="parent_2")

    inside(fathers_only)

    text = ask().content.decode()

    assert "No e-mail address" in text
