"""An invitation: one link, once, for seven days, to a password and a second factor."""

from datetime import timedelta

import pytest

from dichtbij.organisations import actions, invitations
from dichtbij.organisations.models import Invitation, Membership, User
from dichtbij.outbox.models import Message
from dichtbij.shared import clock
from dichtbij.shared.permissions import Role
from tests.conftest import NOW
from tests.organisations.conftest import come_in, stranger

CHOSEN = {
    "password1": "vijf andere woorden bij elkaar",
    "password2": "vijf andere woorden bij elkaar",
}


@pytest.fixture
def invite(town, ella, stand_as):
    """Let ella invite someone; return the membership and the link in the mail."""

    def make(role=Role.PRACTICE_ASSISTANT, **changes):
        stand_as(ella)
        told = {
            "organisation": town.practice_noord,
            "by": ella,
            "programme": town.programme,
            "role": role,
            "email": "Nieuw@Teststad.example",
            "name": "Nel Nieuw",
        }
        membership = actions.invite_person(**(told | changes))
        link = Message.objects.filter(kind="invitation").latest("id").link
        return membership, link

    return make


def test_only_a_hash_of_the_link_is_kept(invite):
    membership, link = invite()
    token = link.split("/")[2]

    kept = Invitation.objects.get(membership=membership)
    assert len(token) >= 43
    assert token.encode() not in bytes(kept.token_hash)
    assert kept.expires_at == NOW + timedelta(days=7)
    assert invitations.invitation_of(token) == kept


def test_the_link_leads_to_password_second_factor_and_work(client, invite, entries):
    membership, link = invite()

    page = client.get(link)
    come = client.post(link, CHOSEN)
    membership.refresh_from_db()

    assert "Nel Nieuw" in page.content.decode()
    assert membership.state == Membership.State.ACTIVE
    assert come.headers["Location"] == "/"
    assert client.get("/").headers["Location"] == "/account/"
    assert client.get("/account/app/").status_code == 200
    (line,) = entries(event_type="accept_invitation")
    assert (line.user_id, line.object_id) == (membership.user_id, str(membership.uuid))


def test_the_link_works_once(client, invite):
    _membership, link = invite()
    client.post(link, CHOSEN)

    again = stranger().get(link)

    assert again.status_code == 404
    assert "This link does not work" in again.content.decode()


def test_of_two_who_use_the_link_at_once_one_comes_in(rf, invite):
    _membership, link = invite()
    first, second = (invitations.invitation_of(link.split("/")[2]) for _try in "ab")

    assert invitations.accept(first, rf.post(link), CHOSEN["password1"])
    assert not invitations.accept(second, rf.post(link), "een heel ander wachtwoord")

    user = User.objects.get(email="nieuw@teststad.example")
    assert user.check_password(CHOSEN["password1"])


def test_the_link_stops_after_seven_days(client, invite):
    _membership, link = invite()

    with clock.at(NOW + timedelta(days=7)):
        assert client.get(link).status_code == 404
        assert client.post(link, CHOSEN).status_code == 404


def test_unknown_used_and_withdrawn_links_get_the_same_answer(client, invite, ella):
    membership, link = invite()
    actions.end_membership(membership=membership, by=ella)

    withdrawn = client.get(link)
    unknown = client.get("/uitnodiging/nooit-bestaan/")

    assert withdrawn.status_code == unknown.status_code == 404
    assert _plain(withdrawn) == _plain(unknown)


def _plain(answer) -> list[str]:
    """Return the page without tokens and without its own address."""
    lines = answer.content.decode().splitlines()
    return [x for x in lines if "csrf" not in x and "/uitnodiging/" not in x]


def test_a_new_link_stops_the_old_one(client, invite, ella):
    membership, link = invite()

    actions.renew_invitation(membership=membership, by=ella)

    newer = Message.objects.filter(kind="invitation").latest("id").link
    assert client.get(link).status_code == 404
    assert client.get(newer).status_code == 200


@pytest.mark.parametrize("weak", ["kort", "password1234", "nel nieuw nel"])
def test_a_weak_password_is_refused_and_the_link_stays(client, invite, weak):
    _membership, link = invite()

    page = client.post(link, {"password1": weak, "password2": weak})

    assert page.context["form"].errors["password1"]
    assert client.get(link).status_code == 200


def test_two_different_passwords_are_refused(client, invite):
    _membership, link = invite()

    page = client.post(link, CHOSEN | {"password2": "iets heel anders dan dat"})

    assert "not the same" in page.content.decode()


def test_someone_with_an_account_signs_in_to_accept(client, invite, carla, with_app):
    """The link alone does not set a new password on an account in use."""
    with_app(carla)
    membership, link = invite(email=carla.email)

    page = client.get(link)
    client.post(link, CHOSEN)
    membership.refresh_from_db()

    assert page.context["sign_in"] == f"/inloggen/?next={link.replace('/', '%2F')}"
    assert membership.state == Membership.State.INVITED
    come_in(client, carla)
    client.post(link)
    membership.refresh_from_db()
    assert membership.state == Membership.State.ACTIVE


def test_another_who_is_signed_in_cannot_accept_it(
    client, invite, carla, anna, with_app
):
    with_app(carla)
    membership, link = invite(email=carla.email)
    come_in(client, with_app(anna))

    client.post(link)

    membership.refresh_from_db()
    assert membership.state == Membership.State.INVITED


def test_a_link_is_asked_for_sixty_times_at_most(client, db):
    for _try in range(60):
        client.get("/uitnodiging/raden/")

    assert client.get("/uitnodiging/raden/").status_code == 429


def test_a_role_that_manages_others_waits_for_a_second_administrator(
    client, invite, town, ella, stand_as
):
    from tests.conftest import member

    membership, link = invite(role=Role.TEAM_LEAD, organisation=town.employer_noord)
    client.post(link, CHOSEN)
    membership.refresh_from_db()
    assert membership.state == Membership.State.INVITED

    second = member(town, "else", Role.PLATFORM_ADMIN, town.platform, None)
    stand_as(second)
    actions.confirm_membership(membership=membership, by=second)

    assert membership.state == Membership.State.ACTIVE
    assert membership.confirmed_by == second


def test_confirmation_before_acceptance_opens_nothing_yet(
    client, invite, town, stand_as
):
    from tests.conftest import member

    membership, link = invite(role=Role.TEAM_LEAD, organisation=town.employer_noord)
    second = member(town, "else", Role.PLATFORM_ADMIN, town.platform, None)
    stand_as(second)
    actions.confirm_membership(membership=membership, by=second)
    assert membership.state == Membership.State.INVITED

    client.post(link, CHOSEN)

    membership.refresh_from_db()
    assert membership.state == Membership.State.ACTIVE


def test_the_mail_is_neutral_and_carries_the_link(invite):
    from dichtbij.outbox.words import compose

    _membership, link = invite()
    subject, body = compose("invitation", link=f"https://dichtbij.example{link}")

    assert link in body
    assert "Nel" not in subject + body
    assert "Praktijk" not in subject + body
