"""Families that wait in Noord, and a time that came free."""

from datetime import date, time
from types import SimpleNamespace

import pytest

from dichtbij.organisations.models import Organisation
from dichtbij.programmes.models import Participation, Programme
from dichtbij.scheduling.actions import put_on_waiting_list
from dichtbij.scheduling.models import PracticeDay, Room
from dichtbij.scheduling.openings import free_slots
from dichtbij.shared.permissions import Role
from dichtbij.shared.walls import Standing
from tests.conftest import member


@pytest.fixture
def make_waiting(town, make_referral, stand_as):
    """Let a family wait since its referral; stand as anna after."""

    def make(**changes):
        target = changes.pop("target_on", None)
        referral = make_referral(**changes)
        entry = put_on_waiting_list(referral=referral, by=referral.sent_by)
        if target is not None:
            type(entry).objects.filter(pk=entry.pk).update(target_on=target)
            entry.refresh_from_db()
        stand_as(town.anna)
        return entry

    return make


@pytest.fixture
def slot(town, stand_as):
    """The first free time of Noord on Thursday 12 March, two days from now."""
    stand_as(town.anna)
    found = free_slots(programme=town.programme, practice_id=town.practice_noord.pk)
    return next(one for one in found if one.starts.date() == date(2026, 3, 12))


@pytest.fixture
def oost(town) -> SimpleNamespace:
    """A practice beside Noord of the same employer; olga works there, otto is its GP.

    The programme shares its practices.
    """
    Programme.objects.update(shares_practices=True)
    town.programme.refresh_from_db()
    practice = Organisation.objects.create(
        kind=Organisation.Kind.PRACTICE,
        name="Praktijk Oost",
        agb_code="01000009",
        street="Verzonnen laan 3",
        town="Teststad",
        municipality=town.municipality_area,
    )
    room = Room.objects.create(practice=practice, name="zolder")
    made = SimpleNamespace(practice=practice, room=room)
    made.participation = Participation.objects.create(
        programme=town.programme,
        practice=practice,
        holder=town.employer_noord,
        starts_on=date(2025, 1, 1),
    )
    made.olga = member(town, "olga", Role.PRACTITIONER, town.employer_noord)
    made.otto = member(town, "otto", Role.GP, practice)
    made.day = PracticeDay.objects.create(
        programme=town.programme,
        holder=town.employer_noord,
        practice=practice,
        practitioner=made.olga,
        room=room,
        weekday=2,  # Wednesday
        starts=time(9),
        ends=time(12, 45),
        valid_from=date(2025, 1, 1),
    )
    return made


def as_family(client) -> Standing:
    """Return where one stands who came for this child."""
    return Standing(
        user_id=0,
        role="parent",
        programme_id=client.programme_id,
        clients=(client.pk,),
    )
