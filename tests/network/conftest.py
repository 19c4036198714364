"""A child of Noord who was helped, and the letters about it."""

from types import SimpleNamespace

import pytest

from dichtbij.care.actions import (
    Consult,
    close_trajectory,
    record_contact,
    set_goal,
    take_on_referral,
)
from dichtbij.network.actions import release_letter, write_letter
from dichtbij.shared import clock


@pytest.fixture
def help_given(town, make_appointment, stand_as):
    """Anna took a referral on and held the first conversation; anna stands there."""

    def give(**changes) -> SimpleNamespace:
        appointment = make_appointment(**changes)
        referral = appointment.referral
        stand_as(town.anna)
        trajectory = take_on_referral(referral=referral, by=town.anna)
        goal = set_goal(
            trajectory=trajectory, by=town.anna, words="Weer zelf slapen", owner="child"
        )
        with clock.at(appointment.ends_at):
            record_contact(
                trajectory=trajectory,
                by=town.anna,
                appointment=appointment,
                consult=consult(scores={goal.pk: 4}),
            )
        return SimpleNamespace(
            referral=referral, trajectory=trajectory, goal=goal, first=appointment
        )

    return give


def consult(**changes) -> Consult:
    told = {
        "attendance": ["child", "parent_1"],
        "themes": ["EMO-ANG", "LIC-SLA"],
        "text": "Vertrouwelijk verteld.",
        "agreements": "Elke avond om acht uur naar bed.",
        "next_step": "appointment",
        "minutes": {"intake": 45},
    }
    return Consult(**(told | changes))


@pytest.fixture
def make_letter(town, help_given):
    """A draft of Anna about a child of Noord."""

    def make(kind="start", **changes):
        given = help_given(**changes)
        if kind == "close":
            close_trajectory(
                trajectory=given.trajectory,
                by=town.anna,
                outcome="opgelost_geen_vervolg",
                reason="01",
            )
        return write_letter(referral=given.referral, by=town.anna, kind=kind)

    return make


@pytest.fixture
def released(town, make_letter):
    """A letter that the practice has."""

    def make(kind="start", **changes):
        letter = make_letter(kind, **changes)
        return release_letter(letter=letter, by=town.anna, sha256=letter.sha256)

    return make
