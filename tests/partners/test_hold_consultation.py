"""Are minutes kept per topic, promises with an owner, once?"""

from datetime import timedelta

import pytest

from dichtbij.care.models import Task
from dichtbij.partners.consulting import (
    Promise,
    hold_consultation,
    promise_task,
)
from dichtbij.shared import clock
from dichtbij.shared.errors import Denied, Refused


def test_minutes_are_kept_per_topic_and_promises_become_tasks(
    town, make_meeting, entries
):
    meeting = make_meeting()
    due = clock.today() + timedelta(days=7)

    hold_consultation(
        consultation=meeting.consultation,
        by=town.anna,
        minutes={"school": " Gaat beter. ", "plan": " "},
        promises=[Promise(town.anna, "Bel de juf", due)],
    )

    kept = dict(meeting.consultation.topics.values_list("topic", "minutes"))
    assert kept == {"school": "Gaat beter.", "plan": ""}
    assert meeting.consultation.status == "held"
    task = Task.objects.get(kind="meeting")
    assert (task.owner, task.words, task.due_on) == (town.anna, "Bel de juf", due)
    assert len(entries(event_type="hold_consultation")) == 1


@pytest.mark.parametrize("minutes", [{}, {"school": " "}, {"home": "Niet besproken"}])
def test_it_needs_minutes_of_a_topic_on_the_agenda(town, make_meeting, minutes):
    meeting = make_meeting()

    with pytest.raises(Refused, match="at least one topic"):
        hold_consultation(
            consultation=meeting.consultation, by=town.anna, minutes=minutes
        )


def test_it_is_held_once_and_not_before_its_day(town, make_meeting):
    coming = make_meeting(starts_at=clock.now() + timedelta(days=1))
    told = {"by": town.anna, "minutes": {"school": "Gaat beter."}}

    with pytest.raises(Refused, match="later day"):
        hold_consultation(consultation=coming.consultation, **told)
    with clock.at(clock.now() + timedelta(days=1)):
        hold_consultation(consultation=coming.consultation, **told)
        with pytest.raises(Refused, match="already"):
            hold_consultation(consultation=coming.consultation, **told)


def test_a_promise_needs_words_and_an_owner_who_is_involved(town, make_meeting):
    meeting = make_meeting()

    for owner, words, said in (
        (town.carla, "Bel", "must be involved"),
        (town.anna, " ", "what was promised"),
    ):
        with pytest.raises(Refused, match=said):
            promise_task(
                consultation=meeting.consultation,
                by=town.anna,
                promise=Promise(owner, words, clock.today()),
            )
    assert not Task.objects.filter(kind="meeting").exists()


def test_a_wrong_promise_leaves_the_meeting_planned(town, make_meeting):
    meeting = make_meeting()

    with pytest.raises(Refused, match="must be involved"):
        hold_consultation(
            consultation=meeting.consultation,
            by=town.anna,
            minutes={"school": "Gaat beter."},
            promises=[Promise(town.carla, "Bel", clock.today())],
        )

    meeting.consultation.refresh_from_db()
    assert meeting.consultation.status == "planned"
    assert meeting.consultation.topics.exclude(minutes="").count() == 0


@pytest.mark.parametrize("other", ["carla", "bram", "gerda"])
def test_nobody_else_may_hold_it(town, make_meeting, stand_as, other):
    meeting = make_meeting()
    by = stand_as(getattr(town, other))

    with pytest.raises(Denied):
        hold_consultation(
            consultation=meeting.consultation, by=by, minutes={"school": "x"}
        )
