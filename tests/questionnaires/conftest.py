"""A family around a child that anna helps, and questions put to one of them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from dichtbij.audit.doors import standing_at
from dichtbij.care.actions import take_on_referral
from dichtbij.families.models import FamilyMember
from dichtbij.organisations.models import User
from dichtbij.questionnaires.actions import ask
from dichtbij.shared import clock
from dichtbij.shared.permissions import Role
from dichtbij.shared.walls import Standing, standing

TIES = {"young_person": "self", "parent_1": "10", "parent_2": "10", "other": "17"}


@pytest.fixture
def make_trajectory(town, make_referral, stand_as):
    """Refer a child from Noord and let anna take it on; stand as anna after."""

    def make(**changes):
        referral = make_referral(**changes)
        stand_as(town.anna)
        return take_on_referral(referral=referral, by=town.anna)

    return make


@pytest.fixture
def make_member(town):
    """Add someone to the family of a child; stand as anna."""

    def make(client, slot="parent_1", **changes):
        told = {
            "client": client,
            "slot": slot,
            "tie": TIES[slot],
            "name": f"Fictieve {slot}",
            "noted_by": town.anna,
            "since": clock.today() - timedelta(days=30),
        }
        return FamilyMember.objects.create(**(told | changes))

    return make


@pytest.fixture
def make_inquiry(town, make_trajectory, make_member):
    """Ask the first parent something; stand as anna after."""

    def make(kind="check_in", slot="parent_1", days=2, member=None, **changes):
        member = member or make_member(make_trajectory(**changes).client, slot)
        return ask(
            member=member,
            by=town.anna,
            kind=kind,
            about_on=clock.today() + timedelta(days=days),
            reader=town.anna,
        )

    return make


def place_of(member) -> Standing:
    """Return where someone of a family stands, as the wall of a request finds out."""
    own = member.slot == "young_person"
    return Standing(
        user_id=User.objects.system().pk,
        role=Role.YOUNG_PERSON if own else Role.PARENT,
        programme_id=member.client.programme_id,
        clients=(member.client_id,),
        member_id=member.pk,
    )


@pytest.fixture
def as_family():
    """Let someone of a family act, at the place of a member."""

    def act(member, what, **told):
        before = standing()
        with standing_at(replace(place_of(member), trace_id="")):
            result = what(**told, by=User.objects.system())
        assert standing() == before
        return result

    return act
