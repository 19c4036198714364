"""Typed text is kept until its form is sent, sealed and for its typist only (R5)."""

import uuid

import pytest

from dichtbij.drafts.keeping import LIMIT_BYTES, draft_of, keep_draft
from dichtbij.drafts.models import Draft, Submission
from dichtbij.shared import clock

URL = "/concept/submit/"


def autosave(browser, url=URL, **fields):
    return browser.post(url, fields)


def test_what_was_typed_is_kept_and_the_answer_says_when(gerda, sign_in, stand_as):
    answer = autosave(sign_in(gerda), sentence="Slaapt slecht", reasons=["EMO", "LIC"])

    assert answer.json() == {"saved_at": "10:00"}
    stand_as(gerda)
    assert draft_of(gerda, "submit") == {
        "sentence": ["Slaapt slecht"],
        "reasons": ["EMO", "LIC"],
    }


def test_a_later_draft_replaces_the_earlier_one(gerda, sign_in, stand_as):
    browser = sign_in(gerda)
    autosave(browser, sentence="Eerst")

    autosave(browser, sentence="Later")

    stand_as(gerda)
    assert Draft.objects.count() == 1
    assert draft_of(gerda, "submit") == {"sentence": ["Later"]}


def test_the_paste_box_and_the_keys_of_the_request_are_never_kept(
    gerda, sign_in, stand_as
):
    autosave(
        sign_in(gerda), sentence="x", pasted="hele HIS-tekst", csrfmiddlewaretoken="t"
    )

    stand_as(gerda)
    assert draft_of(gerda, "submit") == {"sentence": ["x"]}


def test_no_draft_can_be_read_in_the_database(gerda, sign_in, stand_as):
    autosave(sign_in(gerda), sentence="Slaapt slecht")

    stand_as(gerda)
    assert b"Slaapt" not in bytes(Draft.objects.get().sealed)


def test_nobody_else_meets_the_draft_of_a_colleague(gerda, henk, sign_in, stand_as):
    autosave(sign_in(gerda), sentence="van gerda")

    stand_as(henk)
    assert Draft.objects.count() == 0
    assert draft_of(henk, "submit") is None


def test_each_form_has_its_own_draft(anna, sign_in, stand_as):
    browser, one = sign_in(anna), uuid.uuid4()

    autosave(browser, f"/concept/consult/{one}/", text="gesprek")

    stand_as(anna)
    assert draft_of(anna, f"consult/{one}") == {"text": ["gesprek"]}
    assert draft_of(anna, "consult") is None


def test_an_autosave_that_arrives_after_the_form_was_sent_is_stale(
    gerda, sign_in, stand_as
):
    stand_as(gerda)
    sheet = uuid.uuid4()
    Submission.objects.create(user=gerda, key=sheet, answer="/a/", at=clock.now())

    autosave(sign_in(gerda), sentence="te laat", sheet=str(sheet))

    stand_as(gerda)
    assert draft_of(gerda, "submit") is None


def test_a_draft_written_while_the_form_was_being_sent_is_stale_too(gerda, stand_as):
    stand_as(gerda)
    sheet = uuid.uuid4()
    keep_draft(gerda, "submit", {"sentence": ["gelijk"], "sheet": [str(sheet)]})
    assert draft_of(gerda, "submit") == {"sentence": ["gelijk"]}

    Submission.objects.create(user=gerda, key=sheet, answer="/a/", at=clock.now())

    assert draft_of(gerda, "submit") is None


def test_too_much_text_is_refused_in_words_and_the_older_draft_stays(
    gerda, sign_in, stand_as
):
    browser = sign_in(gerda)
    autosave(browser, sentence="kort")

    answer = autosave(browser, sentence="x" * (LIMIT_BYTES + 1))

    assert answer.status_code == 413
    stand_as(gerda)
    assert draft_of(gerda, "submit") == {"sentence": ["kort"]}


@pytest.mark.parametrize("form", ["Submit", "a b", "../x", "consult/1", "x" * 41])
def test_only_the_name_of_a_form_is_an_address(form, gerda, sign_in):
    answer = autosave(sign_in(gerda), f"/concept/{form}/", sentence="x")

    assert answer.status_code == 404


def test_looking_keeps_nothing_and_strangers_are_asked_to_sign_in(
    gerda, sign_in, client
):
    assert client.post(URL, {"sentence": "x"}).status_code == 302
    assert sign_in(gerda).get(URL).status_code == 405
