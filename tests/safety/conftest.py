"""A child that anna helps, with and without an open concern."""

import pytest

from dichtbij.care.actions import take_on_referral
from dichtbij.safety.actions import (
    decide_concern,
    open_concern,
    take_step,
    weigh_concern,
)


@pytest.fixture
def make_trajectory(town, make_referral, stand_as):
    """Refer a child from Noord and let anna take it on; stand as anna after."""

    def make(**changes):
        referral = make_referral(**changes)
        stand_as(town.anna)
        return take_on_referral(referral=referral, by=town.anna)

    return make


@pytest.fixture
def make_concern(town, make_trajectory):
    """Open a concern by anna about a child in her care."""

    def make(**changes):
        client = make_trajectory().client
        told = {"signs": "Verzonnen: blauwe plekken, schrikt snel."} | changes
        return open_concern(client=client, by=town.anna, **told)

    return make


def map_all(concern, by):
    """Take steps 2 and 3."""
    take_step(concern=concern, by=by, step=2, words="Met een collega besproken.")
    take_step(concern=concern, by=by, step=3, words="Met moeder gesproken.")


def weigh_all(concern, by, answers):
    """Answer questions of step 4, in order."""
    for question, answer in enumerate(answers, start=1):
        weigh_concern(
            concern=concern,
            by=by,
            question=question,
            answer=answer,
            words=f"Reden {question}.",
        )


def decide(concern, by, *, report, **changes):
    """Take both decisions of step 5."""
    told = {
        "report_words": "Verzonnen reden.",
        "helps": True,
        "help_words": "Wij blijven helpen.",
    }
    return decide_concern(concern=concern, by=by, report=report, **(told | changes))
