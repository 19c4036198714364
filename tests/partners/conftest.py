"""A directory of invented partners, and a child that anna helps."""

from datetime import timedelta
from types import SimpleNamespace

import pytest

from dichtbij.care.actions import take_on_referral
from dichtbij.families.models import FamilyMember
from dichtbij.partners.actions import PartnerFacts, add_partner
from dichtbij.partners.calling import Invitee
from dichtbij.partners.consulting import call_consultation
from dichtbij.shared import clock
from tests.partners.families import a_parent, agree


@pytest.fixture
def make_partner(town, stand_as):
    """Add a partner to the directory, by anna; stand as anna after."""

    def make(kind="school", name="De Verzonnen School", **changes):
        stand_as(town.anna)
        return add_partner(
            programme=town.programme,
            by=town.anna,
            facts=PartnerFacts(kind=kind, name=name, **changes),
        )

    return make


@pytest.fixture
def make_trajectory(town, make_referral, stand_as):
    """Refer a child from Noord and let anna take it on; stand as anna after."""

    def make(referral=None, **changes):
        referral = referral or make_referral(**changes)
        stand_as(town.anna)
        return take_on_referral(referral=referral, by=town.anna)

    return make


@pytest.fixture
def make_meeting(town, make_partner, make_trajectory):
    """Call a consultation with a school about two topics the parent agreed to.

    Returns trajectory, partner, parent, consent, consultation and the one participant.
    """

    def make(topics=("school", "plan"), agreed=None, trajectory=None, **changes):
        trajectory = trajectory or make_trajectory()
        partner = changes.pop("partner", None) or make_partner()
        parent = FamilyMember.objects.filter(
            client=trajectory.client, slot="parent_1"
        ).first() or a_parent(trajectory.client, town.anna)
        consent = agree(parent, partner, agreed or topics, town.anna)
        told = {
            "starts_at": clock.now() + timedelta(hours=1),
            "place": "Kamer van de school",
            "participants": [an_invitee(partner)],
        }
        consultation = call_consultation(
            trajectory=trajectory, by=town.anna, topics=list(topics), **(told | changes)
        )
        return SimpleNamespace(
            trajectory=trajectory,
            partner=partner,
            parent=parent,
            consent=consent,
            consultation=consultation,
            participant=consultation.participants.get(),
        )

    return make


def an_invitee(partner, **changes):
    """Return an invented internal counsellor of a school."""
    told = {
        "name": "Ine Verzonnen",
        "function": "intern begeleider",
        "email": "ine@school.example",
        "telephone": "06-00000009",
    }
    return Invitee(partner, **(told | changes))
