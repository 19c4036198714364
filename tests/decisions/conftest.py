"""A reported final evaluation, on which rosa, the project leader, lays out options."""

from datetime import date

import pytest

from dichtbij.agreements.models import Agreement
from dichtbij.decisions.actions import (
    ask_practices,
    prepare_decision,
    take_decision,
    vote,
)
from dichtbij.decisions.checks import OptionPart
from dichtbij.evaluation.models import EvaluationRound
from dichtbij.shared import clock
from dichtbij.shared.permissions import Role
from tests.conftest import NOW, member

VOTES_UNTIL = date(2026, 3, 20)
OPTIONS = (
    OptionPart("structural", "Voortaan in elke praktijk.", cents_per_year=13_000_000),
    OptionPart("extended", "Nog een jaar pilot.", until_on=date(2027, 3, 31)),
    OptionPart("stopped", "Stoppen per zomer.", until_on=date(2026, 6, 30)),
)


def reported(programme, kind="final", **changes) -> EvaluationRound:
    """Return a round that was reported; without numbers of its own."""
    told = {
        "status": EvaluationRound.Status.CLOSED,
        "due_on": date(2026, 2, 1),
        "numbers": {},
        "pdf": b"%PDF-1.7",
        "sha256": "a" * 64,
        "closed_at": clock.now(),
    }
    return EvaluationRound.objects.create(
        programme=programme, kind=kind, **(told | changes)
    )


@pytest.fixture
def rosa(town):
    """The project leader: works for the municipality."""
    town.rosa = member(town, "rosa", Role.PROJECT_LEADER, town.municipality)
    return town.rosa


@pytest.fixture
def prepared(town, rosa, stand_as):
    """A decision with three options, on the final evaluation. Stand as rosa after."""
    stand_as(rosa)
    return prepare_decision(
        evaluation_round=reported(town.programme), by=rosa, options=OPTIONS
    )


@pytest.fixture
def asked(prepared, rosa):
    return ask_practices(decision=prepared, by=rosa, votes_until=VOTES_UNTIL)


@pytest.fixture
def heard(town, asked, stand_as):
    """Both practices voted: Noord to go on, Zuid to extend. Stand as dirk after."""
    for name, kind in (("gerda", "structural"), ("gijs", "extended")):
        by = stand_as(getattr(town, name))
        vote(decision=asked, by=by, option=asked.options.get(kind=kind))
    stand_as(town.dirk)
    return asked


@pytest.fixture
def again(town, rosa, stand_as):
    """Ask the practices once more, a round on, without "structural". Dirk stands."""

    def ask():
        stand_as(rosa)
        anew = prepare_decision(
            evaluation_round=reported(town.programme, "interim_1"),
            by=rosa,
            options=OPTIONS[1:],
        )
        ask_practices(decision=anew, by=rosa, votes_until=clock.today())
        stand_as(town.dirk)
        return anew

    return ask


def take(decision, by, kind="structural", **changes):
    """Take a decision for one of its options."""
    told = {
        "chosen": decision.options.get(kind=kind),
        "grounds": "Kinderen worden eerder gezien.",
        "conditions": "Ook in Zuid een vaste kamer.",
        "review_on": date(2027, 3, 1),
    }
    return take_decision(decision=decision, by=by, **(told | changes))


def agreement(town, moments=(), **changes) -> Agreement:
    """Return a signed agreement of Noord, from 2025 until the end of 2026."""
    told = {
        "programme": town.programme,
        "employer": town.employer_noord,
        "record_holder": town.employer_noord,
        "title": "Overeenkomst Noord",
        "starts_on": date(2025, 1, 1),
        "ends_on": date(2026, 12, 31),
        "made_by": town.dirk,
        "made_at": NOW,
        "pdf": b"%PDF",
        "sha256": "b" * 64,
    }
    made = Agreement.objects.create(**(told | changes))
    for party in (town.municipality, town.employer_noord, town.practice_noord):
        made.parties.create(organisation=party)
    made.hours.create(practice=town.practice_noord, basis="fixed", minutes_per_week=480)
    made.tariffs.create(
        valid_from=made.starts_on, valid_until=made.ends_on, cents_per_hour=6_400
    )
    for kind, due_on in moments:
        made.moments.create(kind=kind, due_on=due_on)
    Agreement.objects.filter(pk=made.pk).update(status="signed")
    made.refresh_from_db()
    return made
