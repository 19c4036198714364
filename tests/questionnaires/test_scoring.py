import pytest
from hypothesis import given
from hypothesis import strategies as st

from dichtbij.questionnaires.reading import latest
from dichtbij.questionnaires.scoring import (
    Score,
    Why,
    Wrong,
    at_the_edge,
    band_of,
    is_sure,
    score_items,
    score_typed,
)

PSC, SDQ = latest("psc17"), latest("sdq")
US = PSC.norm("us1999")
ALL_ONES = dict.fromkeys(range(1, 18), 1)
ANSWERS = st.dictionaries(st.integers(1, 17), st.integers(0, 2))


def test_a_whole_list_scores_its_subscales_and_their_sum():
    answers = ALL_ONES | {1: 2, 3: 2, 2: 0}

    scores = score_items(PSC, answers)

    assert {key: score.value for key, score in scores.items()} == {
        "attention": 7,
        "internalising": 4,
        "externalising": 7,
        "total": 18,
    }


@pytest.mark.parametrize(("open_items", "total"), [(1, 16), (3, 14), (4, None)])
def test_up_to_three_open_items_count_as_nothing_and_four_give_no_total(
    open_items, total
):
    answers = dict.fromkeys(range(open_items + 1, 18), 1)

    score = score_items(PSC, answers)["total"]

    assert score.value == total
    assert score.missing == tuple(range(1, open_items + 1))
    assert score.why == (Why.MISSING if total is None else None)


def test_a_subscale_with_an_open_item_has_no_score_and_says_why():
    scores = score_items(PSC, {i: 1 for i in range(1, 18) if i != 3})

    assert scores["attention"] == Score(None, missing=(3,), why=Why.MISSING)
    assert scores["internalising"].value == 5


def test_an_open_item_that_could_have_changed_the_band_makes_it_unsure():
    sure = score_items(PSC, ALL_ONES)["total"]
    near = score_items(PSC, dict.fromkeys(range(4, 18), 1))["total"]

    assert (near.value, near.at_most) == (14, 20)
    assert band_of(US, "total", 14) == ""
    assert is_sure(US, "total", sure)
    assert not is_sure(US, "total", near)


def test_no_answer_at_all_is_no_score():
    assert all(score.value is None for score in score_items(PSC, {}).values())


@pytest.mark.parametrize("answers", [{0: 1}, {18: 1}, {1: 3}, {1: -1}])
def test_an_impossible_answer_is_refused(answers):
    with pytest.raises(Wrong):
        score_items(PSC, answers)


@given(ANSWERS)
def test_a_score_lies_in_its_range_and_what_it_could_be_does_too(answers):
    for key, score in score_items(PSC, answers).items():
        scale = PSC.scale(key)
        if score.value is not None:
            assert scale.lowest <= score.value <= score.at_most <= scale.highest


@given(ANSWERS)
def test_whole_subscales_add_up_to_the_total(answers):
    scores = score_items(PSC, answers)

    parts = [scores[key].value for key in PSC.scale("total").sum_of]
    if None not in parts:
        assert scores["total"].value == sum(parts)


@pytest.mark.parametrize(
    ("score", "band"), [(14, ""), (15, "raised"), (34, "raised"), (0, "")]
)
def test_a_cut_off_is_part_of_its_band(score, band):
    assert band_of(US, "total", score) == band


@pytest.mark.parametrize(
    ("norm", "score", "band"),
    [
        ("nl2022-7-11", 10, ""),
        ("nl2022-7-11", 11, "borderline"),
        ("nl2022-7-11", 14, "raised"),
        ("gb2000-5-15", 14, ""),
        ("gb2000-5-15", 17, "raised"),
    ],
)
def test_one_score_lies_in_another_band_by_other_norms(norm, score, band):
    assert band_of(SDQ.norm(norm), "total", score) == band


def test_a_scale_where_more_is_better_has_its_band_below():
    norm = SDQ.norm("nl2018-6-11")

    assert band_of(norm, "prosocial", 5) == "raised"
    assert band_of(norm, "prosocial", 6) == ""


def test_typed_parts_give_the_sum():
    typed = {"emotional": 3, "conduct": 2, "hyperactivity": 5, "peer": 1}

    scores = score_typed(SDQ, typed)

    assert scores["total"] == Score(11, 11)
    assert scores["impact"].why == Why.NOT_TOLD


def test_a_total_alone_is_enough_and_a_part_alone_gives_none():
    assert score_typed(SDQ, {"total": 14})["total"].value == 14
    assert score_typed(SDQ, {"peer": 1})["total"] == Score(None, why=Why.PART)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ({"total": 41}, "total"),
        ({"peer": -1}, "peer"),
        ({"iq": 100}, "iq"),
        ({"emotional": 1, "conduct": 1, "hyperactivity": 1, "peer": 1, "total": 5},
         "total"),
    ],
)  # fmt: skip
def test_a_typed_score_that_cannot_be_is_refused_by_name(typed, key):
    with pytest.raises(Wrong) as refused:
        score_typed(SDQ, typed)

    assert refused.value.key == key


def test_a_score_at_the_end_of_its_scale_says_so():
    total = SDQ.scale("total")

    assert [at_the_edge(total, value) for value in (0, 12, 40)] == [
        "floor",
        "",
        "ceiling",
    ]
