"""Which question comes next, and what does the norm say? (LR-91, LR-92, LR-94)"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dichtbij.safety.framework import (
    FrameworkError,
    Norm,
    framework_on,
    read,
    versions,
    weigh,
)

TODAY = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("answers", "asks", "norm"),
    [
        ({}, 1, None),
        ({1: False}, None, Norm.CLOSE),
        ({1: True}, 2, None),
        ({1: True, 2: True}, None, Norm.REPORT),
        ({1: True, 2: False}, 3, None),
        ({1: True, 2: False, 3: False}, None, Norm.REPORT),
        ({1: True, 2: False, 3: True}, 4, None),
        ({1: True, 2: False, 3: True, 4: False}, None, Norm.REPORT),
        ({1: True, 2: False, 3: True, 4: True}, 5, None),
        ({1: True, 2: False, 3: True, 4: True, 5: False}, None, Norm.REPORT),
        ({1: True, 2: False, 3: True, 4: True, 5: True}, None, Norm.FOLLOW_UP),
        # An answer that the others do not lead to does not count.
        ({1: False, 2: True}, None, Norm.CLOSE),
        ({2: True}, 1, None),
    ],
)
def test_lr_91_each_answer_leads_where_the_framework_says(answers, asks, norm):
    told = weigh(framework_on(TODAY), answers)

    assert (told.asks.number if told.asks else None) == asks
    assert told.norm == norm


@given(st.dictionaries(st.integers(1, 5), st.booleans()))
def test_lr_92_danger_now_always_means_that_the_norm_is_to_report(answers):
    told = weigh(framework_on(TODAY), answers | {1: True, 2: True})

    assert told.norm == Norm.REPORT


@given(st.dictionaries(st.integers(-3, 9), st.booleans()))
def test_a_weighing_either_asks_something_or_says_a_norm(answers):
    told = weigh(framework_on(TODAY), answers)

    assert (told.asks is None) != (told.norm is None)
    assert len(told.path) <= 5


@pytest.mark.parametrize("profession", ["youth_help", "gp"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_lr_94_each_profession_has_its_text_in_both_languages(profession, language):
    for one in framework_on(TODAY, profession).questions:
        assert one.words[language].endswith("?")


def test_lr_94_the_text_differs_per_profession_and_an_unknown_one_gets_the_default():
    ours, gp = framework_on(TODAY), framework_on(TODAY, "gp")

    assert ours.questions[0].text("nl") != gp.questions[0].text("nl")
    assert framework_on(TODAY, "nobody") == ours
    assert ours.questions[0].text("tr") == ours.questions[0].text("nl")


def test_nobody_approved_the_texts_yet_and_the_file_says_so():
    assert {one.checked_by for one in versions("youth_help")} == {""}


def told(**changes):
    question = {"number": 1, "yes": "report", "no": "close"}
    version = {
        "number": 1,
        "valid_from": date(2020, 1, 1),
        "checked_by": "",
        "question": [question],
        "texts": {"youth_help": {"nl": {"1": "Is het veilig?"}}},
    }
    return {"version": [version | changes]}


def test_a_newer_version_holds_from_its_first_day_on():
    older = told()["version"][0]
    newer = older | {"number": 2, "valid_from": date(2026, 3, 10)}

    found = read({"version": [older, newer]}, "youth_help")

    assert [one.version for one in found] == [2, 1]


@pytest.mark.parametrize(
    "changes",
    [
        {"question": [{"number": 1, "yes": 2, "no": "close"}]},
        {"question": [{"number": 1, "yes": 1, "no": "close"}]},
        {"question": [{"number": 1, "yes": "perhaps", "no": "close"}]},
        {"question": [{"number": 1, "yes": "report"}]},
        {"question": []},
        {"texts": {"youth_help": {"nl": {}}}},
        {"texts": {}},
    ],
)
def test_a_broken_file_is_refused_with_one_sentence(changes):
    with pytest.raises(FrameworkError):
        read(told(**changes), "youth_help")
