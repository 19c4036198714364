"""After the signature: is it noted truthfully, and asked after six weeks, once?"""

from datetime import date, timedelta

import pytest

from dichtbij.care.actions import close_trajectory
from dichtbij.care.levels import levels_of, set_level
from dichtbij.care.models import CareLevel, Task
from dichtbij.clients.models import CareRelation
from dichtbij.network.jobs import ask_started
from dichtbij.network.models import OnwardEvent, OnwardReferral
from dichtbij.network.onward_course import (
    note_accepted,
    note_not_started,
    note_started,
    note_waiting,
    set_bridging,
)
from dichtbij.shared import clock
from dichtbij.shared.errors import Denied, Refused
from tests.conftest import NOW

SIX_WEEKS = timedelta(weeks=6)


def stored(onward) -> OnwardReferral:
    return OnwardReferral.objects.get(pk=onward.pk)


@pytest.fixture
def underway(town, sent, stand_as):
    """A referral that was sent; anna stands there after."""

    def make(**changes):
        onward = sent(**changes)
        stand_as(town.anna)
        return onward

    return make


def kinds(onward) -> list[str]:
    return list(
        OnwardEvent.objects.filter(onward=onward).values_list("kind", flat=True)
    )


def test_it_is_accepted_waits_and_starts(town, underway):
    onward = underway(bridging=True)

    note_accepted(onward=onward, by=town.anna)
    note_accepted(onward=onward, by=town.anna)
    note_waiting(onward=onward, by=town.anna, days=60)
    with clock.at(NOW + timedelta(days=70)):
        note_started(onward=onward, by=town.anna, on=date(2026, 5, 12))
        note_started(onward=onward, by=town.anna)

    found = stored(onward)
    assert (found.status, found.wait_days, found.bridging) == ("started", 60, False)
    assert found.ask_started_on is None
    assert kinds(onward) == [
        "advised", "signed", "sent", "accepted", "waiting", "started",
    ]  # fmt: skip


def test_when_it_starts_the_help_is_heavier(town, underway):
    onward = underway()
    set_level(
        trajectory=onward.trajectory,
        by=town.anna,
        level="short",
        since=date(2026, 3, 1),
        words="Vijf gesprekken",
    )

    note_started(onward=onward, by=town.anna)

    assert [one.level for one in levels_of(onward.trajectory)] == [
        "short",
        "specialist",
    ]


def test_a_wait_is_asked_about_when_it_is_over(town, underway):
    onward = underway()

    note_waiting(onward=onward, by=town.anna, days=90)
    assert stored(onward).ask_started_on == date(2026, 6, 8)
    note_waiting(onward=onward, by=town.anna, days=0)
    assert stored(onward).ask_started_on == date(2026, 3, 17)
    with pytest.raises(Refused):
        note_waiting(onward=onward, by=town.anna, days=-1)
    with pytest.raises(Refused):
        note_waiting(onward=onward, by=town.anna, days=1096)


def test_it_does_not_go_on_for_a_reason(town, underway):
    onward = underway()
    with pytest.raises(Refused, match="why"):
        note_not_started(onward=onward, by=town.anna, reason=" ")

    note_not_started(onward=onward, by=town.anna, reason="Gezin zag ervan af.")

    assert stored(onward).status == "ended"
    assert OnwardEvent.objects.get(kind="not_started").words == "Gezin zag ervan af."
    with pytest.raises(Refused, match="does not go on"):
        note_started(onward=onward, by=town.anna)


@pytest.mark.parametrize("on", [date(2026, 3, 9), date(2026, 3, 11)])
def test_a_day_before_the_signature_or_to_come_is_refused(town, underway, on):
    onward = underway()

    with pytest.raises(Refused, match="Choose a day"):
        note_started(onward=onward, by=town.anna, on=on)

    assert stored(onward).status == "sent"


def test_bridging_care_begins_and_ends_once(town, underway):
    onward = underway()

    for given in (True, True, False, False):
        set_bridging(onward=onward, by=town.anna, given=given)

    assert kinds(onward)[3:] == ["bridging", "bridged"]


def test_before_the_signature_nothing_of_it_is_noted(town, make_advice):
    onward = make_advice()

    for act, told in (
        (note_accepted, {}), (note_started, {}), (note_waiting, {"days": 3}),
        (note_not_started, {"reason": "Nee"}), (set_bridging, {"given": True}),
    ):  # fmt: skip
        with pytest.raises(Refused, match="No GP has signed"):
            act(onward=onward, by=town.anna, **told)


@pytest.mark.parametrize("who", ["gerda", "henk", "bram", "carla", "gijs", "dirk"])
def test_only_who_helps_the_child_notes_it(town, underway, stand_as, who):
    onward = underway()
    by = stand_as(getattr(town, who))

    with pytest.raises(Denied):
        note_started(onward=onward, by=by)


# --- six weeks later ------------------------------------------------------------------


def ask_at(moment) -> None:
    with clock.at(moment):
        ask_started()


def questions() -> list[Task]:
    return list(Task.objects.filter(kind=Task.Kind.STARTED, done_at=None))


def test_after_six_weeks_the_practitioner_is_asked_once(town, underway):
    onward = underway()
    ask_at(NOW + SIX_WEEKS - timedelta(days=1))
    assert questions() == []

    ask_at(NOW + SIX_WEEKS)
    ask_at(NOW + SIX_WEEKS)
    ask_at(NOW + SIX_WEEKS + timedelta(days=1))

    (task,) = questions()
    assert task.owner == town.anna
    assert task.referral_id == onward.trajectory.referral_id
    assert kinds(onward)[3:] == ["asked"]


def test_the_answer_ticks_the_question_off(town, underway):
    onward = underway()
    ask_at(NOW + SIX_WEEKS)

    with clock.at(NOW + SIX_WEEKS):
        note_started(onward=onward, by=town.anna)

    assert questions() == []


def test_the_answer_about_one_letter_leaves_the_question_about_another(
    town, help_given, sent, stand_as
):
    given = help_given()
    one = sent(given=given)
    stand_as(town.anna)
    other = sent(given=given, destination="b_ggz")
    stand_as(town.anna)
    ask_at(NOW + SIX_WEEKS)
    assert len(questions()) == 2

    with clock.at(NOW + SIX_WEEKS):
        note_not_started(onward=one, by=town.anna, reason="Te ver weg.")

    (left,) = questions()
    assert other.uuid.hex[:8].upper() in left.words


def test_what_started_or_was_never_sent_is_not_asked_about(
    town, underway, signed, stand_as
):
    started = underway()
    note_started(onward=started, by=town.anna)
    signed()
    stand_as(town.anna)

    ask_at(NOW + SIX_WEEKS)

    assert questions() == []


def test_a_waiting_family_is_asked_again_when_the_wait_is_over(town, underway):
    onward = underway()
    ask_at(NOW + SIX_WEEKS)
    with clock.at(NOW + SIX_WEEKS):
        note_waiting(onward=onward, by=town.anna, days=30)
    assert questions() == []

    ask_at(NOW + SIX_WEEKS + timedelta(days=30))

    assert len(questions()) == 1


def test_help_that_was_closed_opens_to_its_practitioner_for_the_answer(
    town, underway, stand_as
):
    onward = underway()
    close_trajectory(
        trajectory=onward.trajectory, by=town.anna, outcome="s_ggz", reason="01"
    )
    mine = CareRelation.objects.filter(client=onward.client, practitioner=town.anna)
    then = NOW + SIX_WEEKS
    assert not mine.active(then.date()).exists()

    ask_at(then)

    assert len(questions()) == 1
    with clock.at(then):
        note_started(onward=onward, by=town.anna)
    assert stored(onward).status == "started"
    assert not mine.active(then.date() + timedelta(days=15)).exists()


# --- how heavy the help is ------------------------------------------------------------


def test_each_change_of_level_is_kept_and_no_change_is_none(town, help_given):
    given = help_given()

    for level in ("advice", "short", "short", "network"):
        set_level(trajectory=given.trajectory, by=town.anna, level=level, words="x")

    found = levels_of(given.trajectory)
    assert [one.level for one in found] == ["advice", "short", "network"]
    assert {one.noted_by for one in found} == {town.anna}


@pytest.mark.parametrize(
    "told", [{"level": "heavy"}, {"level": "short", "since": date(2026, 3, 11)}]
)
def test_a_level_that_cannot_be_is_refused(town, help_given, told):
    given = help_given()

    with pytest.raises(Refused):
        set_level(trajectory=given.trajectory, by=town.anna, **told)

    assert not CareLevel.objects.exists()


@pytest.mark.parametrize("who", ["gerda", "henk", "bram", "carla", "dirk"])
def test_others_may_not_set_it(town, help_given, stand_as, who):
    given = help_given()
    by = stand_as(getattr(town, who))

    with pytest.raises(Denied):
        set_level(trajectory=given.trajectory, by=by, level="short")


def test_the_level_is_in_the_log(town, help_given, entries):
    given = help_given()

    set_level(trajectory=given.trajectory, by=town.anna, level="short")

    (line,) = entries(event_type="set_level")
    assert line.client_id == given.trajectory.client_id
