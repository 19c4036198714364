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
from dichtbij.network.onward import advise, write_advice
from dichtbij.network.onward_words import DESTINATIONS
from dichtbij.network.signing import mark_sent, sign
from dichtbij.shared import clock
from tests.network.a_family import family as family
from tests.network.a_family import stand_as_family as stand_as_family
from tests.network.a_family import twin as twin
from tests.network.advice import AGB, advice, family_agrees


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


@pytest.fixture
def make_advice(town, help_given):
    """An advice of Anna that lies before Gerda to sign; anna stands there after."""

    def make(*, agreed=True, lay=True, given=None, **changes):
        given = given or help_given()
        told = advice(**changes)
        if agreed:
            known = DESTINATIONS.get(told.destination)
            party = told.partner.kind if told.partner else known and known.party
            family_agrees(
                given.referral.client,
                town.anna,
                party=party or "specialist_mh",
                partner=told.partner,
            )
        act = advise if lay else write_advice
        return act(trajectory=given.trajectory, by=town.anna, advice=told)

    return make


@pytest.fixture
def signed(town, make_advice, stand_as):
    """A referral that Gerda signed; gerda stands there after."""

    def make(**changes):
        onward = make_advice(**changes)
        stand_as(town.gerda)
        return sign(
            onward=onward, by=town.gerda, sha256=onward.sha256, proof="test",
            agb_code=AGB,
        )  # fmt: skip

    return make


@pytest.fixture
def sent(town, signed):
    """A signed referral that the practice sent by post; gerda stands there after."""

    def make(**changes):
        onward = signed(**changes)
        return mark_sent(
            onward=onward, by=town.gerda, channel="post", sha256=onward.sha256
        )

    return make
