"""What the practice reads about a referral follows from its timeline alone."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.contrib.staticfiles import finders
from hypothesis import given
from hypothesis import strategies as st

from dichtbij.referrals.models import ReferralEvent
from dichtbij.referrals.stages import ENDS, Stage, Step, stage_after

ICONS = finders.find("look/icons.svg")
START = datetime(2026, 3, 10, 9, tzinfo=UTC)
TALK = START + timedelta(days=7)
Kind = ReferralEvent.Kind


def event(kind, *, days=0, owner="", concerns_at=None, words=""):
    return SimpleNamespace(
        kind=kind,
        at=START + timedelta(days=days),
        owner=owner,
        concerns_at=concerns_at,
        words=words,
    )


def history(*kinds):
    return [event(kind, days=day) for day, kind in enumerate(kinds)]


@pytest.mark.parametrize(
    ("kinds", "step"),
    [
        (["received"], "received"),
        (["received", "waiting"], "waiting"),
        (["received", "booked"], "planned"),
        (["received", "booked", "accepted"], "planned"),
        (["received", "booked", "call_first"], "planned"),
        (["received", "call_first"], "call_first"),
        (["received", "booked", "cancelled"], "waiting"),
        (["received", "booked", "no_show"], "missed"),
        (["received", "booked", "no_show", "booked"], "planned"),
        (["received", "booked", "accepted", "first_consult"], "treated"),
        (["received", "booked", "first_consult", "moved", "cancelled"], "treated"),
        (["received", "first_contact"], "received"),
        (["received", "booked", "first_consult", "letter", "closed"], "finished"),
        (["received", "closed", "letter"], "finished"),
        (["received", "booked", "declined", "cancelled"], "returned"),
        (["received", "withdrawn", "cancelled"], "withdrawn"),
    ],
)
def test_a_timeline_leads_to_one_state(kinds, step):
    assert stage_after(history(*kinds)).step == step


def test_a_plan_says_with_whom_and_when():
    booked = event("booked", days=1, owner="Anna", concerns_at=TALK)

    stage = stage_after([event("received"), booked, event("accepted", owner="Bram")])

    assert stage == Stage("planned", "Bram", booked.at, TALK)


def test_what_was_returned_says_why():
    declined = event("declined", owner="Anna", words="Hulp loopt al elders.")

    stage = stage_after([event("received"), declined, event("cancelled", words="x")])

    assert (stage.owner, stage.words) == ("Anna", "Hulp loopt al elders.")


def test_every_kind_of_event_and_every_state_has_its_words():
    for kind in Kind.values:
        assert stage_after([event("received"), event(kind)]).label
    for step in Step.values:
        assert Stage(step).kind in ("safe", "warning", "danger", "neutral")
        assert f'id="{Stage(step).icon}"' in Path(ICONS).read_text()


@given(st.lists(st.sampled_from(Kind.values), max_size=12))
def test_an_end_stays_the_end_and_time_never_runs_back(kinds):
    events = history("received", *kinds)
    stages = [stage_after(events[: n + 1]) for n in range(len(events))]

    for earlier, later in pairwise(stages):
        assert later.since >= earlier.since
        if earlier.step in ENDS:
            assert later == earlier
        if earlier.step == "treated":
            assert later.step in ("treated", *ENDS)
