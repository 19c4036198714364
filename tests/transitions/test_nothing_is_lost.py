"""Whatever people do in a change, in whatever order: is an item ever lost?"""

from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from dichtbij.care.actions import add_task
from dichtbij.clients.models import CareRelation, Client
from dichtbij.shared import clock
from dichtbij.shared.errors import Refused
from dichtbij.transitions.actions import (
    END,
    finish_transition,
    settle_items,
    start_transition,
)
from dichtbij.transitions.beginning import of_practitioner
from dichtbij.transitions.items import open_items_of
from dichtbij.transitions.models import TakeOver
from dichtbij.transitions.orphans import orphans_in
from dichtbij.transitions.scope import open_items
from tests.conftest import member
from tests.transitions.conftest import leave

ACTS = st.lists(
    st.tuples(
        st.sampled_from(["give", "give", "give", "end", "new", "finish"]),
        st.integers(0, 40),
        st.booleans(),
    ),
    max_size=14,
)


@pytest.fixture
def noord(town, busy_child, stand_as):
    """Two busy children of anna, and two colleagues."""
    made = [busy_child(), busy_child()]
    town.joris = member(town, "joris", "practitioner", town.employer_noord)
    return made


@settings(
    max_examples=12,
    # Making an example smaller would play whole changes for minutes.
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(acts=ACTS)
def test_no_order_of_acts_loses_an_item_or_finishes_too_soon(
    town, noord, stand_as, acts
):
    with transaction.atomic():
        stand_as(town.anna)
        _play(town, noord, acts)
        transaction.set_rollback(True)


def _play(town, noord, acts) -> None:
    everything = Client.objects.filter(pk__in=[one.client.pk for one in noord])
    change = start_transition(change=of_practitioner(town.anna), by=town.anna)
    known = {one.key for one in open_items_of(everything)}
    for act, number, second in acts:
        colleague = town.joris if second else town.fatma
        mine = open_items(change)
        if act == "new":
            add_task(noord[0].referral, town.anna, "call", due_on=clock.today())
        elif act == "finish":
            _try_to_finish(change, town.anna)
        elif mine:
            one = mine[number % len(mine)]
            choice = END if act == "end" else f"give:{colleague.uuid}"
            settle_items(transition=change, by=town.anna, choices={one.key: choice})
        known |= {one.key for one in open_items_of(everything)}
        _nothing_lost(known, everything)
        if change.finished_at is not None:
            break
    _finish(town, change)


def _nothing_lost(known: set[str], everything) -> None:
    """Each item is still open and somebody's, or somebody ended it on record."""
    now = {one.key: one for one in open_items_of(everything)}
    ended = set(TakeOver.objects.filter(how="ended").values_list("item", flat=True))
    # A care relation is no longer bare once something else ties its owner.
    lost = {key for key in known if not key.startswith("relation:")} - set(now) - ended
    assert not lost
    assert all(one.owner_id is not None for one in now.values())


def _try_to_finish(change, by) -> None:
    left = open_items(change)
    if left:
        with pytest.raises(Refused, match=f": {len(left)}\\."):
            finish_transition(transition=change, by=by)
    else:
        finish_transition(transition=change, by=by)


def _finish(town, change) -> None:
    mine = {one.key: f"give:{town.fatma.uuid}" for one in open_items(change)}
    told = settle_items(transition=change, by=town.anna, choices=mine)
    assert told.refused == []
    finish_transition(transition=change, by=town.anna)
    leave(town.anna)
    assert open_items(change) == []
    assert not CareRelation.objects.filter(
        practitioner=town.anna, ends_on=None
    ).exists()
    with clock.at(clock.now() + timedelta(days=1)):
        found = orphans_in(town.programme.pk, town.employer_noord.pk)
    # Ended appointments and tasks may leave help without a next step: that is told.
    assert {one.why for one in found} <= {"no_step"}
