"""A child that anna helps, with a goal and a recorded consult."""

import pytest

from dichtbij.care.actions import Consult, record_contact, set_goal, take_on_referral


def consult(**changes):
    """Return a whole record of one conversation."""
    told = {
        "attendance": ["child", "parent_1"],
        "themes": ["EMO", "EMO-ANG"],
        "text": "Verzonnen tekst.",
        "agreements": "Elke avond voorlezen.",
        "next_step": "none",
        "minutes": {"intake": 45},
    }
    return Consult(**(told | changes))


@pytest.fixture
def make_trajectory(town, make_referral, stand_as):
    """Refer a child from Noord and let anna take it on; stand as anna after."""

    def make(referral=None, **changes):
        referral = referral or make_referral(**changes)
        stand_as(town.anna)
        return take_on_referral(referral=referral, by=town.anna)

    return make


@pytest.fixture
def make_contact(town, make_trajectory, stand_as):
    """Record a consult by anna with one goal scored 4, now unless said otherwise."""

    def make(trajectory=None, appointment=None, **changes):
        trajectory = trajectory or make_trajectory()
        stand_as(town.anna)
        goal = trajectory.goals.first() or set_goal(
            trajectory=trajectory, by=town.anna, words="Weer slapen", owner="child"
        )
        told = consult(**({"scores": {goal.pk: 4}} | changes))
        return record_contact(
            trajectory=trajectory, by=town.anna, consult=told, appointment=appointment
        )

    return make
