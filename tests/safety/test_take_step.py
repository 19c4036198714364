"""The five steps: order, day, author, reason (LR-90, LR-91, LR-93)."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction

from dichtbij.safety.actions import take_step, weigh_concern
from dichtbij.safety.models import ConcernStep
from dichtbij.safety.reading import current_of, states_of, weighing_of
from dichtbij.shared import clock
from dichtbij.shared.errors import Denied, Refused
from tests.conftest import NOW
from tests.safety.conftest import decide, map_all, weigh_all


def test_lr_93_each_step_has_day_author_and_reason(town, make_concern, entries):
    concern = make_concern()

    step = take_step(
        concern=concern,
        by=town.anna,
        step=2,
        words="Collega gebeld.",
        taken_on=date(2026, 3, 9),
    )

    assert (step.taken_on, step.by, step.words) == (
        date(2026, 3, 9),
        town.anna,
        "Collega gebeld.",
    )
    assert entries(event_type="take_step")[0].client_id == concern.client_id


@pytest.mark.parametrize("step", [1, 2, 3])
def test_a_step_without_a_reason_is_refused(town, make_concern, step):
    concern = make_concern()

    with pytest.raises(Refused):
        take_step(concern=concern, by=town.anna, step=step, words=" \n")

    assert ConcernStep.objects.count() == 1


def test_lr_93_the_talk_is_left_out_with_a_safety_reason_only(town, make_concern):
    concern = make_concern()

    with pytest.raises(Refused, match="not be safe"):
        take_step(concern=concern, by=town.anna, step=3, words="", skipped=True)
    left_out = take_step(
        concern=concern, by=town.anna, step=3, words="Dreiging thuis.", skipped=True
    )

    assert left_out.skipped


@pytest.mark.parametrize("step", [1, 2])
def test_no_other_step_is_left_out(town, make_concern, step):
    concern = make_concern()

    with pytest.raises(Refused, match="Only the talk"):
        take_step(concern=concern, by=town.anna, step=step, words="x", skipped=True)


def test_no_step_is_taken_tomorrow(town, make_concern):
    concern = make_concern()
    tomorrow = clock.today() + timedelta(days=1)

    with pytest.raises(Refused, match="still to come"):
        take_step(concern=concern, by=town.anna, step=2, words="x", taken_on=tomorrow)


@pytest.mark.parametrize("step", [0, 4, 5, 6])
def test_the_weighing_and_the_decisions_have_acts_of_their_own(
    town, make_concern, step
):
    concern = make_concern()

    with pytest.raises(Refused):
        take_step(concern=concern, by=town.anna, step=step, words="x")


def test_lr_90_the_weighing_comes_after_the_first_three(town, make_concern):
    concern = make_concern()

    with pytest.raises(Refused, match="step 2 first"):
        weigh_all(concern, town.anna, [True])
    take_step(concern=concern, by=town.anna, step=2, words="Besproken.")
    with pytest.raises(Refused, match="step 3 first"):
        weigh_all(concern, town.anna, [True])
    take_step(concern=concern, by=town.anna, step=3, words="Gesproken.")
    weigh_all(concern, town.anna, [True])

    assert weighing_of(concern).asks.number == 2


def test_lr_91_only_the_question_that_is_asked_is_answered(town, make_concern):
    concern = make_concern()
    map_all(concern, town.anna)

    with pytest.raises(Refused, match="not asked now"):
        weigh_concern(concern=concern, by=town.anna, question=3, answer=True, words="x")
    with pytest.raises(Refused, match="what you considered"):
        weigh_concern(concern=concern, by=town.anna, question=1, answer=False, words="")


def test_an_answer_may_be_given_again_and_the_last_one_counts(town, make_concern):
    concern = make_concern()
    map_all(concern, town.anna)
    weigh_all(concern, town.anna, [False])
    assert weighing_of(concern).norm == "close"

    weigh_all(concern, town.anna, [True])

    assert weighing_of(concern).asks.number == 2
    assert ConcernStep.objects.filter(step=4).count() == 2


def test_the_page_knows_which_step_waits_since_when(town, make_concern):
    concern = make_concern()

    with clock.at(NOW + timedelta(days=3)):
        waits = current_of(concern.client)
    assert (waits.number, waits.waits_days) == (2, 3)

    map_all(concern, town.anna)
    weigh_all(concern, town.anna, [True, True])
    waits = current_of(concern.client)
    assert (waits.number, waits.waits_days) == (5, 0)
    assert [state.done for state in states_of(concern)] == [True] * 4 + [False]

    decide(concern, town.anna, report=True)
    assert current_of(concern.client) is None


def test_what_was_recorded_is_never_changed_nor_removed(town, make_concern):
    make_concern()
    step = ConcernStep.objects.get()

    with pytest.raises(DatabaseError), transaction.atomic():
        ConcernStep.objects.filter(pk=step.pk).update(words="anders")
    with pytest.raises(DatabaseError), transaction.atomic():
        step.delete()


@pytest.mark.parametrize("who", ["bram", "gerda", "carla", "dirk"])
def test_others_may_not(town, make_concern, stand_as, who):
    concern = make_concern()
    stand_as(getattr(town, who))

    with pytest.raises(Denied):
        take_step(concern=concern, by=getattr(town, who), step=2, words="x")
