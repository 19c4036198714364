from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dichtbij.questionnaires.actions import answer, keep_answer, mark_read, take_back
from dichtbij.questionnaires.answering import check_answer, next_question
from dichtbij.questionnaires.models import Inquiry
from dichtbij.questionnaires.reading import latest
from dichtbij.shared import clock
from dichtbij.shared.errors import Denied, Refused

LATE = datetime(2026, 3, 13, 9, 0, tzinfo=UTC)


def test_each_tap_is_kept_before_all_is_sent(make_inquiry, as_family):
    inquiry = make_inquiry()

    as_family(inquiry.member, keep_answer, inquiry=inquiry, number=1, value=7)
    as_family(inquiry.member, keep_answer, inquiry=inquiry, number=2, value=None)

    kept = Inquiry.objects.get()
    assert kept.answers == {"1": 7, "2": None}
    assert kept.answered_at is None
    assert next_question(latest("check_in"), kept.answers).number == 3


def test_sending_keeps_the_moment_and_what_was_tapped(make_inquiry, as_family, entries):
    inquiry = make_inquiry()
    as_family(inquiry.member, keep_answer, inquiry=inquiry, number=1, value=7)

    as_family(inquiry.member, answer, inquiry=inquiry, answers={5: " Over school "})

    assert inquiry.answers == {"1": 7, "5": "Over school"}
    assert inquiry.answered_at == clock.now()
    line = entries(event_type="answer")[0]
    assert (line.client_id, line.relation) == (inquiry.client_id, "client")


def test_everything_may_be_skipped(make_inquiry, as_family):
    inquiry = make_inquiry("pulse")

    as_family(inquiry.member, answer, inquiry=inquiry)

    assert inquiry.answers == {}
    assert inquiry.answered_at


def test_the_term_of_a_pulse_begins_when_it_was_answered(make_inquiry, as_family):
    inquiry = make_inquiry("pulse")

    as_family(inquiry.member, answer, inquiry=inquiry, answers={1: 6})

    assert inquiry.read_by_on.isoformat() == "2026-03-17"


@pytest.mark.parametrize(
    ("kind", "number", "value"),
    [
        ("check_in", 1, 11),
        ("check_in", 1, -1),
        ("check_in", 1, "goed"),
        ("check_in", 1, True),
        ("check_in", 6, 1),
        ("pulse", 2, "maybe"),
        ("pulse", 4, "vrije tekst"),
        ("satisfaction", 1, 0),
        ("satisfaction", 3, "vrije tekst"),
    ],
)
def test_an_answer_that_cannot_be_is_refused(
    make_inquiry, as_family, kind, number, value
):
    inquiry = make_inquiry(kind)

    with pytest.raises(Refused):
        as_family(
            inquiry.member, keep_answer, inquiry=inquiry, number=number, value=value
        )
    with pytest.raises(Refused):
        as_family(inquiry.member, answer, inquiry=inquiry, answers={number: value})
    assert Inquiry.objects.get().answers == {}


def test_sent_is_sent(make_inquiry, as_family):
    inquiry = make_inquiry()
    as_family(inquiry.member, answer, inquiry=inquiry, answers={1: 2})

    with pytest.raises(Refused, match="have been sent"):
        as_family(inquiry.member, answer, inquiry=inquiry, answers={1: 9})
    with pytest.raises(Refused, match="have been sent"):
        as_family(inquiry.member, keep_answer, inquiry=inquiry, number=1, value=9)
    assert Inquiry.objects.get().answers == {"1": 2}


def test_after_its_day_it_is_too_late(make_inquiry, as_family):
    inquiry = make_inquiry()

    with clock.at(LATE), pytest.raises(Refused, match="no longer answer"):
        as_family(inquiry.member, answer, inquiry=inquiry, answers={1: 9})


def test_nobody_answers_for_someone_else(
    town, make_inquiry, make_member, as_family, stand_as
):
    inquiry = make_inquiry()
    other = make_member(inquiry.client, "parent_2")

    with pytest.raises(Denied):
        as_family(other, answer, inquiry=inquiry, answers={1: 9})
    for who in ("anna", "carla", "gerda", "bram"):
        by = stand_as(getattr(town, who))
        with pytest.raises(Denied):
            answer(inquiry=inquiry, by=by, answers={1: 9})
    stand_as(town.anna)
    assert Inquiry.objects.get().answered_at is None


def test_the_reader_notes_that_it_was_read_once(
    town, make_inquiry, as_family, stand_as
):
    inquiry = make_inquiry()
    with pytest.raises(Refused, match="no answers yet"):
        mark_read(inquiry=inquiry, by=town.anna)
    as_family(inquiry.member, answer, inquiry=inquiry, answers={1: 2})
    assert [row.pk for row in Inquiry.objects.unread()] == [inquiry.pk]

    mark_read(inquiry=inquiry, by=town.anna)
    first = inquiry.read_at
    with clock.at(LATE):
        mark_read(inquiry=inquiry, by=town.anna)

    assert inquiry.read_at == first
    assert not Inquiry.objects.unread()
    with pytest.raises(Refused, match="have been answered"):
        take_back(inquiry=inquiry, by=town.anna)
    with pytest.raises(Denied):
        mark_read(inquiry=inquiry, by=stand_as(town.bram))


@given(st.sampled_from(["pulse", "satisfaction"]), st.integers(-2, 5), st.text())
def test_nothing_but_a_listed_answer_gets_into_questions_without_free_text(
    kind, number, text
):
    questions = latest(kind)
    choices = {value for one in questions.questions for value in one.values}

    try:
        kept = check_answer(questions, number, text)
    except Refused:
        kept = None
    assert kept is None or kept in choices
