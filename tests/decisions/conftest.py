"""A reported final evaluation, on which rosa, the project leader, lays out options."""

from datetime import date

import pytest

from dichtbij.decisions.actions import ask_practices, prepare_decision, vote
from dichtbij.decisions.checks import OptionPart
from dichtbij.evaluation.models import EvaluationRound
from dichtbij.shared import clock
from dichtbij.shared.permissions import Role
from tests.conftest import member

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
