import pytest
from hypothesis import given
from hypothesis import strategies as st

from dichtbij.care.progress import CHART, in_words, line, points

SCORES = st.lists(st.integers(0, 10), max_size=40)


@given(SCORES)
def test_every_score_has_its_place_inside_the_drawing(scores):
    width, height = CHART

    places = points(scores, width, height)

    assert len(places) == len(scores)
    assert all(0 <= p.x <= width and 0 <= p.y <= height for p in places)
    assert [p.x for p in places] == sorted(p.x for p in places)


@given(SCORES)
def test_a_higher_score_stands_higher(scores):
    places = points(scores, 100, 50)

    for (one, place), (other, next_place) in zip(
        list(zip(scores, places, strict=True)),
        list(zip(scores, places, strict=True))[1:],
        strict=False,
    ):
        assert (one < other) == (place.y > next_place.y)


def test_the_line_reads_as_svg_and_as_words():
    assert line(points([0, 5, 10], 100, 50)) == "0,50 50,25 100,0"
    assert in_words([3, 4, 6]) == "3 → 4 → 6"


def test_one_score_stands_in_the_middle_and_none_is_no_line():
    assert line(points([4], 100, 50)) == "50,30"
    assert line(points([], 100, 50)) == ""


def test_a_score_outside_the_scale_is_refused():
    with pytest.raises(ValueError, match="0 to 10"):
        points([11], 100, 50)
