"""LR-103: nothing new after the end, unless the employer decides so with a reason."""

from datetime import timedelta

import pytest
from django.db import InternalError, ProgrammingError, transaction

from dichtbij.care.actions import take_on_referral
from dichtbij.care.models import Trajectory
from dichtbij.shared import clock
from dichtbij.shared.errors import Denied, Refused
from dichtbij.staffing.actions import end_registration, override_registration
from dichtbij.staffing.models import RegistrationOverride
from tests.staffing.conftest import BIG
from tests.staffing.registering import override_of

WHY = "Werkt onder toezicht van een geregistreerde collega."


@pytest.fixture
def decide(town, stand_as):
    def given(days=30, reason=WHY, who=None, by=None):
        by = stand_as(by or town.bram)
        return override_registration(
            override=override_of(who or town.anna, by),
            by=by,
            reason=reason,
            until_on=clock.today() + timedelta(days=days),
        )

    return given


def take_on(town, stand_as, referral):
    stand_as(town.anna)
    return take_on_referral(referral=referral, by=town.anna)


def test_after_the_end_nothing_new_begins_and_the_rule_is_named(
    town, stand_as, make_referral, make_registration
):
    referral = make_referral()
    make_registration(days=-1)

    with pytest.raises(Refused, match="LR-103"):
        take_on(town, stand_as, referral)

    assert not Trajectory.objects.exists()
    referral.refresh_from_db()
    assert referral.status == "received"


@pytest.mark.parametrize("days", [0, 1, 400])
def test_until_and_on_the_last_day_new_help_begins(
    town, stand_as, make_referral, make_registration, days
):
    referral = make_referral()
    make_registration(days=days)

    assert take_on(town, stand_as, referral).practitioner == town.anna


def test_one_of_both_registers_is_enough(
    town, stand_as, make_referral, make_registration
):
    referral = make_referral()
    make_registration(days=-1)
    make_registration(days=5, register="big", number=BIG)

    assert take_on(town, stand_as, referral)


def test_whoever_was_never_noted_is_not_stopped(town, stand_as, make_referral):
    assert take_on(town, stand_as, make_referral())


def test_whose_registration_was_ended_is_stopped(
    town, stand_as, make_referral, make_registration
):
    referral = make_referral()
    end_registration(registration=make_registration(), by=town.bram)

    with pytest.raises(Refused, match="LR-103"):
        take_on(town, stand_as, referral)


def test_another_employer_s_note_stops_nobody_here(
    town, stand_as, make_referral, make_registration
):
    make_registration(days=-1, who=town.carla, by=town.cees)

    assert take_on(town, stand_as, make_referral())


def test_a_running_decision_opens_new_help_until_its_day(
    town, stand_as, make_referral, make_registration, decide, entries
):
    first, second = make_referral(), make_referral(child={"given_name": "Ander"})
    make_registration(days=-1)
    made = decide(days=3)

    assert take_on(town, stand_as, first)
    with clock.at(clock.now() + timedelta(days=4)), pytest.raises(Refused):
        take_on(town, stand_as, second)

    assert (made.given_by, made.reason) == (town.bram, WHY)
    assert len(entries(event_type="override_registration", user_name="Bram")) == 1


def test_a_decision_of_another_s_employer_opens_nothing(
    town, stand_as, make_referral, make_registration, decide
):
    referral = make_referral()
    make_registration(days=-1)
    decide(who=town.carla, by=town.cees)

    with pytest.raises(Refused):
        take_on(town, stand_as, referral)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"reason": "  ok   "}, "Say why"),
        ({"days": -1}, "from today"),
        ({"days": 367}, "a year ahead"),
    ],
)
def test_a_decision_needs_reasoning_and_an_end(decide, changes, words):
    with pytest.raises(Refused, match=words):
        decide(**changes)

    assert not RegistrationOverride.objects.exists()


def test_the_same_decision_twice_is_once(decide):
    assert decide().pk == decide().pk
    assert RegistrationOverride.objects.count() == 1


def test_only_the_own_team_lead_decides(town, stand_as):
    for who in (town.anna, town.cees, town.gerda, town.dirk):
        by = stand_as(who)
        with pytest.raises(Denied):
            override_registration(
                override=override_of(town.anna, town.bram),
                by=by,
                reason=WHY,
                until_on=clock.today(),
            )


def test_a_decision_is_never_changed_or_taken_away(town, decide):
    decide()

    for change in (
        lambda: RegistrationOverride.objects.update(reason="Toch maar anders."),
        lambda: RegistrationOverride.objects.all().delete(),
    ):
        with (
            pytest.raises((ProgrammingError, InternalError)),
            transaction.atomic(),
        ):
            change()
