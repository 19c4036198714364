"""Noord with a second practitioner, and children with all that can be open."""

from datetime import timedelta
from types import SimpleNamespace

import pytest

from dichtbij.care.actions import add_task, record_contact, take_on_referral
from dichtbij.clients.models import wall_keys
from dichtbij.families.models import FamilyMember
from dichtbij.network.actions import write_letter
from dichtbij.organisations.models import Membership, PersonalLink, User
from dichtbij.partners.models import CaseConsultation, Handover, Partner
from dichtbij.questionnaires.models import Inquiry
from dichtbij.safety.actions import open_concern
from dichtbij.shared import clock
from dichtbij.shared.permissions import Role
from tests.conftest import NOW, member
from tests.network.conftest import consult


@pytest.fixture
def fatma(town) -> User:
    """A second practitioner of Noord."""
    town.fatma = member(town, "fatma", Role.PRACTITIONER, town.employer_noord)
    return town.fatma


@pytest.fixture
def busy_child(town, fatma, make_appointment, stand_as):
    """A child of Noord, helped by anna, with one of everything that can be open."""

    def make(**changes) -> SimpleNamespace:
        first = make_appointment(**changes)
        referral = first.referral
        stand_as(town.anna)
        trajectory = take_on_referral(referral=referral, by=town.anna)
        keys = wall_keys(referral.client)
        with clock.at(first.ends_at):
            record_contact(trajectory=trajectory, by=town.anna, consult=consult())
        add_task(referral, town.anna, "call", due_on=clock.today(), words="Bellen")
        write_letter(referral=referral, by=town.anna, kind="decision")
        partner, _made = Partner.objects.get_or_create(
            programme=town.programme, kind="school", name="De Verzonnen School"
        )
        CaseConsultation.objects.create(
            **keys,
            trajectory=trajectory,
            called_by=town.anna,
            starts_at=NOW + timedelta(days=7),
            made_at=NOW,
        )
        Handover.objects.create(
            **keys,
            trajectory=trajectory,
            partner=partner,
            owner=town.anna,
            agreed_on=clock.today(),
        )
        parent = FamilyMember.objects.create(
            client=referral.client,
            slot="parent_1",
            tie="10",
            name="Moeder Bedacht",
            noted_by=town.anna,
            since=clock.today(),
        )
        Inquiry.objects.create(
            client=referral.client,
            referral=referral,
            member=parent,
            kind="check_in",
            asked_at=NOW,
            about_on=clock.today(),
            expires_on=clock.today(),
            answered_at=NOW,
            reader=town.anna,
            read_by_on=clock.today() + timedelta(days=3),
        )
        PersonalLink.objects.create(
            token_hash=referral.uuid.bytes,
            code_hash=b"x",
            purpose="check_in",
            programme=town.programme,
            client=referral.client,
            subject=referral.uuid,
            holder_of_link=parent.uuid,
            role="parent",
            made_by=town.anna,
            made_at=NOW,
            expires_at=NOW + timedelta(days=7),
        )
        open_concern(client=referral.client, by=town.anna, signs="KANARIEZORG")
        return SimpleNamespace(
            referral=referral,
            client=referral.client,
            trajectory=trajectory,
            first=first,
        )

    return make


def leave(user: User) -> None:
    """End the membership of someone, as an administrator does on the last day."""
    Membership.objects.filter(user=user).update(state=Membership.State.ENDED)
