"""A child of Noord with two parents in two homes, and letters to each of them."""

from datetime import date

import pytest

from dichtbij.clients.models import Channel
from dichtbij.families.models import FamilyMember, LegalAuthority
from dichtbij.network.actions import write_family_letter, write_letter
from dichtbij.organisations.models import Membership, User
from tests.conftest import NOW

FATHER = "KANARIEVADER"
ADDRESS = "Kanariestraat 77, 2011 ZZ Haarlem"
PHONE = "06-00000077"


@pytest.fixture
def family(town, help_given):
    """A child of Noord with a mother and a father in two homes, both with authority."""

    def make(without_authority=(), **changes):
        given = help_given(**changes)
        client = given.referral.client
        told = (
            ("parent_1", "Moeder Bedacht", 1, "Voorbeeldlaan 1, 8261 AA Kampen"),
            ("parent_2", f"{FATHER} Elders", 2, ADDRESS),
            ("young_person", "Fictief Voorbeeldkind", 1, ""),
        )
        given.members = {
            slot: FamilyMember.objects.create(
                client=client,
                slot=slot,
                tie="self" if slot == "young_person" else "10",
                name=name,
                home=home,
                address=address,
                noted_by=town.anna,
                since=date(2026, 1, 1),
            )
            for slot, name, home, address in told
        }
        Channel.objects.create(
            client=client, owner="parent_2", kind="telephone", value=PHONE
        )
        for slot in {"parent_1", "parent_2"} - set(without_authority):
            LegalAuthority.objects.create(
                client=client,
                member=given.members[slot],
                kind="authority",
                source="register",
                source_on=date(2026, 1, 1),
                starts_on=date(2026, 1, 1),
                noted_by=town.anna,
                noted_at=NOW,
            )
        return given

    return make


@pytest.fixture
def twin(town, family):
    """A letter to the GP and its twin for one reader."""

    def make(reader="parent_1", kind="start", **changes):
        given = family(**changes)
        gp = write_letter(referral=given.referral, by=town.anna, kind=kind)
        given.gp = gp
        given.letter = write_family_letter(letter=gp, by=town.anna, reader=reader)
        return given

    return make


@pytest.fixture
def stand_as_family(town, stand_as):
    """Stand as a member of the family with an account of its own."""

    def enter(member: FamilyMember) -> User:
        name = member.slot.replace("_", "")
        user = User.objects.create_user(f"{name}@familie.example", member.name)
        FamilyMember.objects.filter(pk=member.pk).update(user=user)
        role = "young_person" if member.slot == "young_person" else "parent"
        user.membership = Membership.objects.create(
            user=user,
            organisation=town.employer_noord,
            programme=town.programme,
            role=role,
            client_id=member.client_id,
            state=Membership.State.ACTIVE,
            since=NOW,
        )
        return stand_as(user)

    return enter
