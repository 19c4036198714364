"""An account of one's own: invited at the own address, ended with the family."""

import pytest

from dichtbij.audit.doors import standing_at
from dichtbij.families.accounts import (
    account_of,
    end_family_account,
    open_family_account,
)
from dichtbij.families.authority import end_authority, end_member
from dichtbij.families.models import LegalAuthority
from dichtbij.organisations.models import Membership, PersonalLink
from dichtbij.outbox.models import Message
from dichtbij.shared.errors import Denied, Refused
from dichtbij.shared.permissions import Role
from tests.portal.family.conftest import browser

CHOSEN = {
    "password1": "vijf andere woorden bij elkaar",
    "password2": "vijf andere woorden bij elkaar",
}


@pytest.fixture
def at_work(anna):
    with standing_at(anna.membership.place()):
        yield


def invited() -> Message:
    return Message.objects.filter(kind="invitation").latest("id")


def test_the_invitation_leads_to_an_own_account_at_that_child(
    anna,
    family,
    at_work,
    entries,
):
    membership = open_family_account(member=family.mother, by=anna)

    assert (membership.role, membership.client_id) == (Role.PARENT, family.child.pk)
    assert invited().user.email == "ouder@teststad.example"
    assert account_of(family.mother) == membership
    (line,) = entries(event_type="open_family_account")
    assert line.client_id == family.child.pk
    browser().post(invited().link, CHOSEN)
    membership.refresh_from_db()
    assert membership.state == Membership.State.ACTIVE


def test_it_stands_at_no_organisation(anna, family, at_work):
    place = open_family_account(member=family.mother, by=anna).place()

    assert (place.holders, place.practices) == ((), ())
    assert place.clients == (family.child.pk,)


def test_inviting_twice_is_one_account_with_a_new_link(
    anna,
    family,
    at_work,
):
    first = open_family_account(member=family.mother, by=anna)
    old = invited().link

    second = open_family_account(member=family.mother, by=anna)

    assert first == second
    assert invited().link != old


def test_two_parents_never_share_one_account(anna, family, at_work):
    open_family_account(member=family.mother, by=anna)
    family.child.channels.filter(owner="parent_2").update(
        value="ouder@teststad.example"
    )

    with pytest.raises(Refused):
        open_family_account(member=family.father, by=anna)


def test_helped_without_parents_a_parent_is_not_invited(
    anna,
    family,
    at_work,
):
    family.child.without_parents = True
    family.child.save()

    with pytest.raises(Refused):
        open_family_account(member=family.mother, by=anna)
    assert not Message.objects.filter(kind="invitation").exists()


def test_without_an_own_address_nobody_is_invited(anna, family, at_work):
    with pytest.raises(Refused):
        open_family_account(member=family.young, by=anna)


def test_who_leaves_the_family_loses_account_and_links(
    anna,
    family,
    give,
    at_work,
):
    membership = open_family_account(member=family.mother, by=anna)
    link = give().link
    for one in LegalAuthority.objects.filter(member=family.mother):
        end_authority(authority=one, by=anna, ends_on=None)

    end_member(member=family.mother, by=anna)

    membership.refresh_from_db()
    assert membership.state == Membership.State.ENDED
    assert PersonalLink.objects.get(pk=link.pk).ended_at is not None


def test_shutting_an_account_leaves_the_person_on_record(
    anna,
    family,
    at_work,
):
    open_family_account(member=family.mother, by=anna)

    end_family_account(member=family.mother, by=anna)

    assert account_of(family.mother) is None
    family.mother.refresh_from_db()
    assert family.mother.ended_on is None


def test_another_practitioner_invites_nobody(carla, family):
    with standing_at(carla.membership.place()), pytest.raises(Denied):
        open_family_account(member=family.mother, by=carla)


def test_the_administrator_sees_no_parents_in_the_list(
    anna,
    ella,
    family,
    sign_in,
):
    with standing_at(anna.membership.place()):
        open_family_account(member=family.mother, by=anna)

    page = sign_in(ella).get("/beheer/")

    assert family.mother.name not in page.content.decode()
