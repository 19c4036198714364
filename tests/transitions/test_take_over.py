"""Does everything open find a new owner, and can nobody finish before it did?"""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dichtbij.care.actions import add_task
from dichtbij.care.models import Task, Trajectory
from dichtbij.clients.models import CareRelation, Client
from dichtbij.network.models import Letter
from dichtbij.organisations.models import Municipality
from dichtbij.safety.models import Concern
from dichtbij.scheduling.models import Appointment, Room
from dichtbij.shared import clock
from dichtbij.shared.errors import Denied, Refused
from dichtbij.shared.pdf import sha256_hex
from dichtbij.transitions.actions import (
    end_item,
    finish_transition,
    give_all,
    keep_owner,
    settle_items,
    start_transition,
    take_over,
)
from dichtbij.transitions.beginning import (
    municipality_on,
    of_child,
    of_practice,
    of_practitioner,
)
from dichtbij.transitions.items import KINDS, open_items_of
from dichtbij.transitions.models import TakeOver, Transition
from dichtbij.transitions.orphans import orphans_in
from dichtbij.transitions.scope import open_items, unsettled
from tests.transitions.conftest import leave


@pytest.fixture
def leaving(town, busy_child, stand_as):
    """Anna leaves: bram started it and stands there."""

    def make(children: int = 1):
        made = [busy_child() for _number in range(children)]
        stand_as(town.bram)
        change = start_transition(change=of_practitioner(town.anna), by=town.bram)
        return change, made

    return make


def key_of(change: Transition, kind: str) -> str:
    return next(one.key for one in open_items(change) if one.kind == kind)


# --- what is open ---------------------------------------------------------------------


def test_every_kind_that_can_be_open_is_in_the_list(leaving):
    change, _made = leaving()

    found = {one.kind for one in open_items(change)}

    assert found == set(KINDS) - {"referral", "waiting", "onward", "relation"}


def test_a_referral_nobody_judged_yet_and_who_waits_are_in_it(
    town, fatma, make_referral, stand_as
):
    make_referral()
    stand_as(town.bram)

    change = start_transition(change=of_practitioner(town.anna), by=town.bram)

    assert [one.kind for one in open_items(change)] == ["referral"]


def test_of_a_concern_one_learns_only_that_there_is_one(leaving):
    change, _made = leaving()

    (concern,) = (one for one in open_items(change) if one.kind == "concern")

    assert "KANARIEZORG" not in repr(concern) + concern.words + concern.label


def test_the_list_costs_the_same_for_one_child_and_for_three(leaving):
    _change, made = leaving(3)

    def asked(pk: list[int]) -> int:
        with CaptureQueriesContext(connection) as captured:
            open_items_of(Client.objects.filter(pk__in=pk))
        return len(captured)

    children = [one.client.pk for one in made]
    assert asked(children[:1]) == asked(children)


# --- giving ---------------------------------------------------------------------------


def test_all_goes_to_a_colleague_who_may_open_the_file(town, fatma, leaving):
    change, (made,) = leaving()

    told = give_all(transition=change, by=town.bram, new_owner=fatma)

    assert told.refused == []
    assert open_items(change) == []
    assert Trajectory.objects.get(pk=made.trajectory.pk).practitioner == fatma
    assert CareRelation.objects.active(clock.today()).filter(practitioner=fatma)
    assert {one.owner_id for one in open_items_of(Client.objects.all())} == {fatma.pk}


def test_who_owns_nothing_any_more_opens_the_file_until_tonight(town, fatma, leaving):
    change, (made,) = leaving()

    give_all(transition=change, by=town.bram, new_owner=fatma)

    mine = CareRelation.objects.filter(client=made.client, practitioner=town.anna)
    assert {one.ends_on for one in mine} == {clock.today()}


def test_while_one_item_is_left_its_owner_keeps_the_file(town, fatma, leaving):
    change, (made,) = leaving()

    for key in {one.key for one in open_items(change)} - {key_of(change, "handover")}:
        settle_items(
            transition=change, by=town.bram, choices={key: f"give:{fatma.uuid}"}
        )

    assert [one.kind for one in open_items(change)] == ["handover"]
    mine = CareRelation.objects.filter(client=made.client, practitioner=town.anna)
    assert mine.filter(ends_on=None).exists()


def test_what_belongs_to_the_help_goes_with_it(town, fatma, leaving):
    change, _made = leaving()

    take_over(
        transition=change,
        by=town.bram,
        item=key_of(change, "concern"),
        new_owner=fatma,
    )

    assert not {one.kind for one in open_items(change)} & {
        "trajectory", "concern", "link", "owed",
    }  # fmt: skip


def test_a_draft_bears_the_new_name_before_anyone_can_release_it(town, fatma, leaving):
    change, _made = leaving()
    before = Letter.objects.get()

    take_over(
        transition=change, by=town.bram, item=key_of(change, "draft"), new_owner=fatma
    )

    after = Letter.objects.get()
    assert after.written_by == fatma
    assert after.sha256 == sha256_hex(bytes(after.pdf)) != before.sha256


def test_a_clash_in_the_diary_is_said_and_the_rest_goes(town, fatma, leaving):
    change, (one, other) = leaving(2)
    first = Appointment.objects.get(pk=one.first.pk)
    room = Room.objects.create(practice=town.practice_noord, name="kamer 3")
    Appointment.objects.filter(pk=other.first.pk).update(
        practitioner=fatma,
        room=room,
        starts_at=first.starts_at,
        ends_at=first.ends_at,
    )

    told = give_all(transition=change, by=town.bram, new_owner=fatma)

    (refused,) = told.refused
    assert "another appointment" in refused
    assert [item.kind for item in open_items(change)] == ["appointment"]


@pytest.mark.parametrize("who", ["carla", "gerda", "bram", "anna"])
def test_only_a_colleague_of_this_employer_can_take_over(town, leaving, who):
    change, _made = leaving()

    with pytest.raises(Refused, match="works for this employer"):
        take_over(
            transition=change,
            by=town.bram,
            item=key_of(change, "task"),
            new_owner=getattr(town, who),
        )


def test_what_is_not_open_is_refused(town, fatma, leaving):
    change, _made = leaving()

    with pytest.raises(Refused, match="not open any more"):
        take_over(transition=change, by=town.bram, item="task:x", new_owner=fatma)


def test_nothing_stays_with_who_leaves(town, leaving):
    change, _made = leaving()

    with pytest.raises(Refused, match="cannot stay"):
        keep_owner(transition=change, by=town.bram, item=key_of(change, "task"))


@pytest.mark.parametrize("who", ["carla", "gerda", "henk", "dirk", "cees"])
def test_others_take_nothing_over(town, fatma, leaving, stand_as, who):
    change, _made = leaving()
    key = key_of(change, "task")
    by = stand_as(getattr(town, who))

    with pytest.raises(Denied):
        take_over(transition=change, by=by, item=key, new_owner=fatma)
    with pytest.raises(Denied):
        finish_transition(transition=change, by=by)


def test_each_child_gets_a_line_in_the_log(town, fatma, leaving, entries):
    change, (made,) = leaving()

    take_over(
        transition=change, by=town.bram, item=key_of(change, "task"), new_owner=fatma
    )

    lines = entries(event_type="take_over", object_type="Task")
    assert [line.client_id for line in lines] == [made.client.pk]


# --- ending ---------------------------------------------------------------------------


def test_a_practitioner_ticks_off_and_calls_off_herself(town, leaving, stand_as):
    change, _made = leaving()
    stand_as(town.anna)

    for kind in ("task", "appointment", "link", "consultation"):
        for one in [one for one in open_items(change) if one.kind == kind]:
            end_item(transition=change, by=town.anna, item=one.key)

    assert not {one.kind for one in open_items(change)} & {
        "appointment", "link", "consultation",
    }  # fmt: skip


def test_what_needs_words_is_ended_on_its_own_page(town, leaving, stand_as):
    change, _made = leaving()
    stand_as(town.anna)

    with pytest.raises(Refused, match="page of the child"):
        end_item(transition=change, by=town.anna, item=key_of(change, "trajectory"))


# --- finishing ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "kept",
    ["trajectory", "appointment", "task", "consultation", "handover", "inquiry",
     "draft"],
)  # fmt: skip
def test_one_item_left_and_it_cannot_be_finished(town, fatma, leaving, kept):
    change, _made = leaving()
    choices = {
        one.key: f"give:{fatma.uuid}"
        for one in open_items(change)
        if one.kind != kept and not (kept == "trajectory" and one.goes_with)
    }
    settle_items(transition=change, by=town.bram, choices=choices)
    left = unsettled(change)

    with pytest.raises(Refused, match=str(KINDS[kept])):
        finish_transition(transition=change, by=town.bram)

    assert kept in {one.kind for one in left}
    assert Transition.objects.get(pk=change.pk).finished_at is None


def test_after_finishing_nothing_floats_although_she_is_gone(town, fatma, leaving):
    change, _made = leaving(2)
    give_all(transition=change, by=town.bram, new_owner=fatma)

    finish_transition(transition=change, by=town.bram)
    leave(town.anna)

    assert open_items(change) == []
    with clock.at(clock.now() + timedelta(days=1)):
        assert orphans_in(town.programme.pk, town.employer_noord.pk) == []
    assert not CareRelation.objects.filter(
        practitioner=town.anna, ends_on=None
    ).exists()


def test_who_leaves_without_a_word_leaves_orphans(town, fatma, leaving):
    change, _made = leaving()

    leave(town.anna)

    found = orphans_in(town.programme.pk, town.employer_noord.pk)
    assert {one.item.key for one in found} == {one.key for one in open_items(change)}
    assert {one.why for one in found} == {"left"}


def test_finishing_twice_is_once(town, fatma, leaving):
    change, _made = leaving()
    give_all(transition=change, by=town.bram, new_owner=fatma)

    finish_transition(transition=change, by=town.bram)
    with clock.at(clock.now() + timedelta(hours=1)):
        finish_transition(transition=change, by=town.bram)

    assert Transition.objects.get(pk=change.pk).finished_at == clock.now()


def test_starting_twice_is_once(town, leaving):
    change, _made = leaving()

    again = start_transition(change=of_practitioner(town.anna), by=town.bram)

    assert again.pk == change.pk


# --- changes of a child or a practice -------------------------------------------------


def test_of_a_child_each_item_may_stay_if_somebody_says_so(town, busy_child):
    made = busy_child(child={"birth_date": date(2008, 3, 20)})
    change = start_transition(change=of_child(made.client, "adult"), by=town.anna)

    with pytest.raises(Refused, match="Without a new owner"):
        finish_transition(transition=change, by=town.anna)
    for one in unsettled(change):
        if not one.goes_with:
            keep_owner(transition=change, by=town.anna, item=one.key)
    finish_transition(transition=change, by=town.anna)

    assert change.takes_effect_on == date(2026, 3, 20)
    assert change.finished_at is not None


def test_what_comes_up_after_the_choices_needs_an_owner_too(town, busy_child):
    made = busy_child()
    change = start_transition(change=of_child(made.client, "changes_gp"), by=town.anna)
    for one in unsettled(change):
        if not one.goes_with:
            keep_owner(transition=change, by=town.anna, item=one.key)
    add_task(made.referral, town.anna, "call", due_on=clock.today())

    with pytest.raises(Refused, match="1"):
        finish_transition(transition=change, by=town.anna)


def test_a_move_is_dated_and_the_child_counts_where_it_lived(town, busy_child):
    made = busy_child()
    old = made.client.municipality
    new = Municipality.objects.get(code="0392")
    on = clock.today() + timedelta(days=5)
    change = start_transition(
        change=of_child(made.client, "moves", on, new), by=town.anna
    )
    for one in unsettled(change):
        if not one.goes_with:
            keep_owner(transition=change, by=town.anna, item=one.key)

    finish_transition(transition=change, by=town.anna)

    made.client.refresh_from_db()
    assert made.client.municipality == old
    assert municipality_on(made.client, on - timedelta(days=1)) == old
    assert municipality_on(made.client, on) == new


def test_a_move_to_where_it_lives_is_none(town, busy_child):
    made = busy_child()

    with pytest.raises(Refused, match="municipality"):
        start_transition(change=of_child(made.client, "moves"), by=town.anna)


def test_an_agreement_ends_when_each_child_has_an_owner(
    town, fatma, busy_child, stand_as
):
    busy_child()
    stand_as(town.bram)
    participation = town.participation_noord
    on = clock.today() + timedelta(days=30)
    change = start_transition(change=of_practice(participation, on), by=town.bram)

    with pytest.raises(Refused):
        finish_transition(transition=change, by=town.bram)
    give_all(transition=change, by=town.bram, new_owner=fatma)
    finish_transition(transition=change, by=town.bram)

    participation.refresh_from_db()
    assert participation.ends_on == on
    assert TakeOver.objects.filter(transition=change).exists()
    assert Task.objects.filter(done_at=None).exclude(owner=fatma).count() == 0
    assert Concern.objects.get().opened_by == town.anna
