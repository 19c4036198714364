from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dichtbij.questionnaires.charting import (
    HEIGHT,
    WIDTH,
    Dot,
    Guide,
    Line,
    chart,
)

DAY = date(2026, 3, 10)


def line(*values, label="Moeder", every=7):
    return Line(
        label,
        tuple(Dot(DAY + timedelta(days=every * at), v) for at, v in enumerate(values)),
    )


def test_time_runs_by_the_day_and_more_stands_higher():
    made = chart([line(0, 5, 10)], 0, 10)

    assert [(p.x, p.y) for p in made.lines[0].places] == [
        (0, HEIGHT),
        (WIDTH / 2, HEIGHT / 2),
        (WIDTH, 0),
    ]
    assert (made.first_on, made.last_on) == (DAY, DAY + timedelta(days=14))


def test_the_table_says_the_same_day_by_day():
    made = chart([line(3, 4), line(8, label="Jongere", every=1)], 0, 10)

    assert made.labels == ["Moeder", "Jongere"]
    assert [(row.on, row.cells) for row in made.rows] == [
        (DAY, ("3", "8")),
        (DAY + timedelta(days=7), ("4", "")),
    ]


def test_lines_differ_by_more_than_colour():
    made = chart([line(1, label=str(n)) for n in range(5)], 0, 10)

    assert len({(one.mark, one.dash) for one in made.lines}) == 5


def test_a_single_score_stands_in_the_middle_and_none_draws_nothing():
    assert chart([line(4)], 0, 10).lines[0].places[0].x == WIDTH / 2
    assert chart([line()], 0, 10) is None


def test_a_guide_stands_where_its_band_begins():
    made = chart([line(4)], 0, 40, [Guide(10, "grens")])

    assert (made.guides[0].top, made.guides[0].label) == ("120", "grens")
    assert [tick.label for tick in made.levels] == ["0", "10", "20", "30", "40"]


@pytest.mark.parametrize(
    ("lowest", "highest", "levels"),
    [
        (0, 10, ["0", "2", "4", "6", "8", "10"]),
        (1, 10, ["1", "3", "5", "7", "9"]),
        (0, 34, ["0", "10", "20", "30"]),
        (0, 120, ["0", "50", "100"]),
    ],
)
def test_levels_are_round_and_few(lowest, highest, levels):
    made = chart([line(5)], lowest, highest)

    assert [tick.label for tick in made.levels] == levels


def test_a_score_outside_its_scale_is_no_drawing():
    with pytest.raises(ValueError, match="outside"):
        chart([line(11)], 0, 10)


@given(st.lists(st.integers(0, 40), min_size=1, max_size=30), st.integers(0, 40))
def test_every_score_is_drawn_inside_and_stands_in_the_table(values, every):
    made = chart([line(*values, every=every)], 0, 40)

    places = made.lines[0].places
    assert len(places) == len(values)
    assert all(0 <= p.x <= WIDTH and 0 <= p.y <= HEIGHT for p in places)
    told = [cell for row in made.rows for cell in row.cells[0].split(", ")]
    assert sorted(told) == sorted(map(str, values))
