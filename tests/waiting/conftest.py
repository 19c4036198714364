"""Families that wait in Noord, and a time that came free."""

from datetime import date

import pytest

from dichtbij.scheduling.actions import put_on_waiting_list
from dichtbij.scheduling.openings import free_slots
from dichtbij.shared.walls import Standing


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


def as_family(client) -> Standing:
    """Return where one stands who came for this child."""
    return Standing(
        user_id=0,
        role="parent",
        programme_id=client.programme_id,
        clients=(client.pk,),
    )
