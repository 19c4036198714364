"""Rounds of Teststad: rosa leads, one half-year is published, the rest is agreed."""

from datetime import date, timedelta

import pytest

from dichtbij.evaluation.actions import (
    Answer,
    PlanTerms,
    close_round,
    freeze_plan,
    give_reflection,
    make_rounds,
    open_round,
)
from dichtbij.evaluation.models import EvaluationRound, Reflection
from dichtbij.programmes.models import Milestone
from dichtbij.shared import clock
from tests.agreements.conftest import rosa as rosa
from tests.released import release

DUE = {
    "interim_1": date(2026, 3, 1),
    "interim_2": date(2026, 9, 1),
    "final": date(2027, 3, 1),
    "decision": date(2027, 4, 1),
}
TABLES = {
    "intake": {("4-7", "1"): 40, ("4-7", "2"): 35, ("8-11", "1"): 55, ("8-11", "2"): 0},
    "access": {
        "0-5": 50, "6-10": 45, "11-15": 15, "16-20": 5, "21+": 0, "left": 5,
        "waiting": 10,
    },
    "outcomes": {
        "solved": 50, "light_other": 15, "wijkteam": 10, "basis_ggz": 5,
        "specialist": 30, "no_contact": 5, "moved": 0, "aged_out": 0, "other": 0,
        "missing": 5,
    },
}  # fmt: skip
TERMS = PlanTerms("referrals_per_1000", "low", 10)


@pytest.fixture
def agreed(town):
    """The evaluations that the agreement promises."""
    for kind, on in DUE.items():
        Milestone.objects.create(programme=town.programme, kind=kind, due_on=on)


@pytest.fixture
def half_year(town):
    """What was published of the second half of 2025."""
    return release(town.programme, date(2025, 7, 1), date(2025, 12, 31), TABLES)


@pytest.fixture
def planned(town, agreed, rosa, stand_as):
    """Return the first round, with its plan; rosa stands there."""
    stand_as(rosa)
    make_rounds(programme=town.programme, by=rosa)
    freeze_plan(programme=town.programme, by=rosa, terms=TERMS)
    return EvaluationRound.objects.get(kind="interim_1")


@pytest.fixture
def opened(planned, half_year, rosa, published):
    """Return the first round, open; rosa stands there."""
    return open_round(
        evaluation_round=planned,
        by=rosa,
        releases=[half_year],
        reflections_until=clock.today() + timedelta(days=28),
    )


@pytest.fixture
def closed(opened, town, rosa, stand_as):
    """Return the first round, closed after gerda looked back; rosa stands there."""
    stand_as(town.gerda)
    give_reflection(
        reflection=Reflection.objects.get(organisation=town.practice_noord),
        by=town.gerda,
        answer=Answer(goes_well="De lijnen zijn kort.", grade=8),
    )
    stand_as(rosa)
    return close_round(evaluation_round=opened, by=rosa)
