"""Are sentence and indicators made of released cells, and of nothing small?"""

from dataclasses import replace
from datetime import date

import pytest

from dichtbij.insight.released import releases_of
from dichtbij.insight.released_figures import facts_of, measure
from dichtbij.insight.released_words import (
    missing_words,
    period_words,
    sentence,
    value_words,
)
from tests.portal.municipality.released_town import TABLES
from tests.released import release


@pytest.fixture
def one(town, published):
    def make(**tables):
        release(town.programme, date(2025, 7, 1), date(2025, 12, 31), TABLES | tables)
        return releases_of(town.programme.pk)[0]

    return make


def test_the_sentence_speaks_in_released_figures(one):
    assert sentence(facts_of(one())) == (
        "Help began for about 310 children; of 180 closed trajectories with a known "
        "ending 58% ended without a referral; half of those referred were seen within "
        "three weeks."
    )


@pytest.mark.parametrize(
    ("access", "words"),
    [
        ({"0-5": 50, "waiting": 50}, "within one week"),
        ({"0-5": 20, "21+": 40, "waiting": 20}, "after more than four weeks"),
        ({"0-5": 40, "left": 30, "waiting": 15}, "less than half"),
        ({"0-5": 25}, None),
    ],
)
def test_who_left_and_who_waits_count_in_the_half(one, access, words):
    told = sentence(facts_of(one(access=access)))

    assert (words or "half") in told if words else "half" not in told


def test_few_children_make_a_sentence_without_numbers(one):
    told = sentence(facts_of(one(intake={("4-7", "1"): 5}, outcomes={"solved": 5})))

    assert "fewer than 10 children; fewer than 10 trajectories were closed" in told


def test_a_release_without_tables_has_no_sentence(one):
    assert sentence(facts_of(replace(one(), tables={}))) == ""


def test_a_share_leaves_out_who_moved_and_what_is_not_known(one):
    found = measure(one(), "no_referral")

    assert (found.count, found.of, found.percent) == (105, 180, 58)
    assert missing_words(found) == "Not known: fewer than 10."


@pytest.mark.parametrize("few", [0, 5])
def test_nought_and_five_give_one_answer(one, few):
    outcomes = TABLES["outcomes"] | {"solved": few, "other": 105 - few}

    assert value_words(measure(one(outcomes=outcomes), "no_referral")) == "<10 of 180"


def test_a_share_of_less_than_thirty_is_not_shown(one):
    found = measure(one(outcomes={"solved": 20, "other": 5}), "no_referral")

    assert value_words(found) == "too few for a percentage"


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "words"),
    [
        (date(2025, 4, 1), date(2025, 6, 30), "quarter 2 of 2025"),
        (date(2025, 7, 1), date(2025, 12, 31), "second half of 2025"),
        (date(2025, 1, 1), date(2025, 12, 31), "2025, the whole year"),
        (date(2025, 4, 1), date(2025, 9, 30), "1 April 2025 until 30 September 2025"),
    ],
)
def test_a_period_is_called_by_its_name(starts_on, ends_on, words):
    assert period_words(starts_on, ends_on) == words
