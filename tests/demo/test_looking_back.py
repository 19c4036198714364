"""Did the demo town hold the rounds of its past, by the acts and on their days?"""

import hashlib
from datetime import time, timedelta

import pytest

from dichtbij.demo.loading import load_town
from dichtbij.demo.looking_back import look_back
from dichtbij.evaluation.models import EvaluationRound
from dichtbij.programmes.models import Milestone
from dichtbij.shared import calendar, clock
from tests.conftest import NOW
from tests.released import release

TABLES = {
    "intake": {("8-11", "1"): 40, ("12-15", "2"): 50},
    "access": {"0-5": 60, "6-10": 20, "waiting": 10},
    "outcomes": {"solved": 50, "specialist": 25},
}


@pytest.fixture
def cast(db):
    with clock.at(NOW + timedelta(hours=3)):
        yield load_town(scale=0.05, weeks=9)


def rounds_of(cast):
    return EvaluationRound.objects.filter(programme=cast.programmes["kampen"])


def test_the_first_round_is_held_on_its_day_on_what_was_published(cast, published):
    kampen = cast.programmes["kampen"]
    due_on = kampen.milestones.get(kind=Milestone.Kind.INTERIM_1).due_on
    with clock.at(calendar.at_local(due_on - timedelta(days=40), time(9))):
        made = release(
            kampen, due_on - timedelta(days=300), due_on - timedelta(days=90), TABLES
        )

    look_back(cast)

    held = rounds_of(cast).get(kind=Milestone.Kind.INTERIM_1)
    assert held.status == EvaluationRound.Status.CLOSED
    assert calendar.local(held.closed_at).date() == due_on
    assert hashlib.sha256(bytes(held.pdf)).hexdigest() == held.sha256
    assert list(held.releases.all()) == [made]
    assert held.reflections.exclude(given_at=None).count() == 3
    last = rounds_of(cast).get(kind=Milestone.Kind.FINAL)
    assert last.status == EvaluationRound.Status.PLANNED


def test_without_published_figures_rounds_are_promised_and_no_more(cast, published):
    look_back(cast)

    assert set(rounds_of(cast).values_list("status", flat=True)) == {"planned"}
