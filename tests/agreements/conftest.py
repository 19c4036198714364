"""An agreement of Noord, written by rosa, who leads the programme."""

from datetime import date, time

import pytest

from dichtbij.agreements.actions import (
    draft_agreement,
    offer_agreement,
    write_agreement,
)
from dichtbij.agreements.contents import (
    DayPart,
    DutyPart,
    HoursPart,
    MomentPart,
    Outline,
    Parts,
    TariffPart,
    Terms,
)
from dichtbij.agreements.signing import sign_agreement
from dichtbij.shared.permissions import Role
from tests.conftest import member

START, END = date(2026, 4, 1), date(2027, 3, 31)


def outline(town, side="noord", **changes) -> Outline:
    told = {
        "title": f"Overeenkomst {side.title()}",
        "municipalities": (town.municipality,),
        "employer": getattr(town, f"employer_{side}"),
        "practices": (getattr(town, f"practice_{side}"),),
        "starts_on": START,
        "ends_on": END,
    }
    return Outline(**(told | changes))


def terms(**changes) -> Terms:
    told = {
        "title": "Overeenkomst Noord",
        "starts_on": START,
        "ends_on": END,
        "exit_words": "Lopende trajecten worden afgemaakt.",
    }
    return Terms(**(told | changes))


def parts(practice, **changes) -> Parts:
    told = {
        "hours": (HoursPart(practice, 8 * 60),),
        "days": (DayPart(practice, 1, time(9), time(13), "kamer 2"),),
        "tariffs": (TariffPart(START, END, 9_000),),
        "duties": (DutyPart("Aantal trajecten"),),
        "moments": (
            MomentPart("interim_1", date(2026, 8, 1)),
            MomentPart("interim_2", date(2026, 11, 1)),
            MomentPart("final", date(2027, 2, 1)),
            MomentPart("decision", date(2027, 3, 1)),
        ),
    }
    return Parts(**(told | changes))


@pytest.fixture
def rosa(town):
    """The project leader: works for the municipality."""
    town.rosa = member(town, "rosa", Role.PROJECT_LEADER, town.municipality)
    return town.rosa


@pytest.fixture
def make_draft(town, rosa, stand_as):
    """Write a whole draft; `terms` and `parts` take changes. Stand as rosa after."""

    def make(side="noord", *, of=None, within=None, **changes):
        stand_as(rosa)
        made = draft_agreement(
            programme=town.programme, by=rosa, outline=outline(town, side, **changes)
        )
        practice = getattr(town, f"practice_{side}")
        return write_agreement(
            agreement=made,
            by=rosa,
            terms=terms(**(of or {})),
            parts=parts(practice, **(within or {})),
        )

    return make


@pytest.fixture
def make_offer(make_draft, rosa):
    def make(*args, **changes):
        return offer_agreement(agreement=make_draft(*args, **changes), by=rosa)

    return make


@pytest.fixture
def sign_all(town, rosa, stand_as):
    """Let municipality, employer and practice of Noord sign; stand as rosa after."""

    def sign(agreement):
        for name in ("dirk", "bram", "gerda"):
            by = stand_as(getattr(town, name))
            sign_agreement(agreement=agreement, by=by, sha256=agreement.sha256)
        stand_as(rosa)
        return agreement

    return sign
