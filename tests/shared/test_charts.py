import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.template.loader import get_template
from django.utils.translation import gettext, override
from hypothesis import given, settings
from hypothesis import strategies as st

from dichtbij.shared.charts.comparing import (
    Funnel,
    FunnelLine,
    FunnelPoint,
    Multiples,
    Panel,
    Swing,
    Tornado,
    draw_funnel,
    draw_multiples,
    draw_tornado,
)
from dichtbij.shared.charts.drawing import (
    ASCENT,
    DESCENT,
    TONES,
    shortened,
    told_apart,
    width_of,
    wrapped,
)
from dichtbij.shared.charts.effects import (
    EventStudy,
    InterruptedSeries,
    draw_event_study,
    draw_series,
)
from dichtbij.shared.charts.events import (
    Curve,
    Curves,
    Layer,
    Stacked,
    draw_curves,
    draw_stacked,
)
from dichtbij.shared.charts.figure import NOTHING, Caption
from dichtbij.shared.charts.flow import Flow, Link, draw_flow
from dichtbij.shared.charts.numerals import decimals_of, dutch, ticks
from dichtbij.shared.charts.plot import apart
from dichtbij.shared.charts.process import (
    LOOKS,
    BarChart,
    LineChart,
    ProcessChart,
    draw_bars,
    draw_line,
    draw_process,
)
from tests.shared.chart_samples import SAMPLES

SVG = "{http://www.w3.org/2000/svg}"
CAPTION = Caption("one", "Titel", "Een zin.", 1310, "trajecten", date(2027, 9, 30))
STYLES = Path("dichtbij/shared/static/look/charts.css")
HOSTILE = "<script>\"&'x</script>"


# --- what holds for every drawing -------------------------------------------------


def boxes(root):
    """The text of a drawing, each with the room it takes."""
    for one in root.iter(f"{SVG}text"):
        words = one.text or ""
        wide = width_of(words, bold=one.get("font-weight") is not None)
        x, y = float(one.get("x")), float(one.get("y"))
        shift = {"start": 0, "middle": wide / 2, "end": wide}
        left = x - shift[one.get("text-anchor", "start")]
        yield words, (left, y - ASCENT, left + wide, y + DESCENT)


def places(root):
    """Every point that is drawn."""
    for one in root.iter(f"{SVG}path"):
        if one.get("transform"):
            yield tuple(map(float, re.findall(r"-?[\d.]+", one.get("transform"))))
        elif not re.search("[CV]", one.get("d")):
            for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)", one.get("d")):
                yield float(x), float(y)


def faults(figure):
    """What is wrong with the geometry of a drawing."""
    root = ElementTree.fromstring(figure.svg)
    wide, high = map(float, root.get("viewBox").split()[2:])
    found = [
        f"{words!r} is cut off"
        for words, (left, top, right, bottom) in boxes(root)
        if left < -0.1 or top < -0.1 or right > wide + 0.1 or bottom > high + 0.1
    ]
    texts = list(boxes(root))
    for at, (words, a) in enumerate(texts):
        for other, b in texts[at + 1 :]:
            apart_x = a[2] <= b[0] + 0.1 or b[2] <= a[0] + 0.1
            # The line of a letter below its foot may touch the one that follows.
            apart_y = a[3] <= b[1] + 2.1 or b[3] <= a[1] + 2.1
            if not (apart_x or apart_y):
                found.append(f"{words!r} lies over {other!r}")
    found += [
        f"a point at {x}, {y}"
        for x, y in places(root)
        if not (-0.1 <= x <= wide + 0.1 and -0.1 <= y <= high + 0.1)
    ]
    if re.search(r"\b(nan|inf|None)\b", figure.svg):
        found.append("something that is no number")
    return found


@pytest.fixture(autouse=True)
def _dutch():
    with override("nl"):
        yield


@pytest.fixture(params=SAMPLES)
def figure(request):
    return SAMPLES[request.param](gettext)


def test_nothing_is_cut_off_or_lies_over_something_else(figure):
    assert faults(figure) == []


def test_a_drawing_is_an_image_with_a_title_and_what_it_says(figure):
    root = ElementTree.fromstring(figure.svg)
    named = root.get("aria-labelledby").split()

    assert root.get("role") == "img"
    assert [one.get("id") for one in root if one.get("id")] == named
    assert root.find(f"{SVG}title").text == figure.caption.title
    assert root.find(f"{SVG}desc").text == figure.caption.sentence
    assert root[0].tag == f"{SVG}title"


def test_a_drawing_has_no_script_no_style_and_prints_without_a_stylesheet(figure):
    root = ElementTree.fromstring(figure.svg)

    assert not re.search(r"<script|<style|\sstyle=|\son\w+=|href", figure.svg)
    for one in root.iter():
        for group, attribute in (("f", "fill"), ("s", "stroke")):
            for tone in re.findall(rf"\b{group}-(\w+)", one.get("class", "")):
                assert one.get(attribute) == TONES[tone]


def test_every_row_of_the_table_has_a_cell_for_each_heading(figure):
    assert figure.table.rows
    assert {len(row) for row in figure.table.rows} == {len(figure.table.header)}
    assert "nan" not in str(figure.table.rows)


def test_the_same_figures_make_the_same_bytes():
    for make in SAMPLES.values():
        assert make().svg == make().svg


def test_a_page_shows_the_drawing_its_sentence_its_number_and_its_table(figure):
    page = get_template("shared/pages/figure.html").render({"figure": figure})

    assert figure.svg in page
    assert figure.caption.sentence in page
    assert "310 trajecten" in page or "43 trajecten" in page
    assert "30 september 2027" in page
    assert page.count("<tr>") == len(figure.table.rows) + 1


def test_no_data_is_a_sentence_and_no_drawing():
    empty = [
        draw_process(ProcessChart([], [], [], [], [], [], "n"), CAPTION),
        draw_line(LineChart(["a"], [None], "n"), CAPTION),
        draw_bars(BarChart([], [], "n"), CAPTION),
        draw_series(InterruptedSeries([], [], [], [], [], 0, "n"), CAPTION),
        draw_event_study(EventStudy([], [], [], [], [], [], "n"), CAPTION),
        draw_curves(Curves([Curve("a", [], [])], 10, "n", "x"), CAPTION),
        draw_stacked(Stacked([], [], "n", "x"), CAPTION),
        draw_funnel(Funnel([], [], 0.5, "n", "x"), CAPTION),
        draw_tornado(Tornado([], 0, "n", "base"), CAPTION),
        draw_multiples(Multiples([Panel("a", [None])], ["x"], "n"), CAPTION),
        draw_flow(Flow([Link("a", "b", 0)], "from", "to"), CAPTION),
    ]

    assert len(empty) == len(SAMPLES)
    for figure in empty:
        page = get_template("shared/pages/figure.html").render({"figure": figure})
        assert figure.missing == NOTHING
        assert NOTHING in page
        assert "<svg" not in page
        assert "<table" not in page


def test_words_of_others_are_shown_as_text():
    told = Caption('a"b', HOSTILE, HOSTILE, 1, HOSTILE, date(2027, 1, 1))
    figure = draw_bars(BarChart([HOSTILE], [1], HOSTILE, across=HOSTILE), told)

    page = get_template("shared/pages/figure.html").render({"figure": figure})
    assert "<script" not in page
    assert ElementTree.fromstring(figure.svg).find(f"{SVG}title").text == HOSTILE


def test_what_is_no_number_is_refused():
    nan, inf = float("nan"), float("inf")
    for make in (
        lambda: draw_line(LineChart(["a", "b"], [1, nan], "n"), CAPTION),
        lambda: draw_bars(BarChart(["a"], [inf], "n"), CAPTION),
        lambda: draw_stacked(
            Stacked([0, 1], [Layer("a", [0, 0.7]), Layer("b", [0, 0.7])], "n", "x"),
            CAPTION,
        ),
        lambda: draw_flow(Flow([Link("a", "b", -1)], "from", "to"), CAPTION),
        lambda: draw_tornado(Tornado([Swing("a", 1, nan)], 0, "n", "b"), CAPTION),
    ):
        with pytest.raises(ValueError, match=r"\w+ \w+"):
            make()


def test_every_colour_of_the_stylesheet_is_one_of_the_drawings():
    named = set(re.findall(r"\.[fs]-(\w+)", STYLES.read_text()))

    assert named <= set(TONES)


# --- drawings of anything --------------------------------------------------------


VALUE = st.floats(-1e5, 1e6, width=32)
COUNT = st.integers(0, 4000)
NAME = st.text(st.sampled_from("abcdemwWM ëG19%"), min_size=1, max_size=40)
BRIEF = settings(max_examples=40, deadline=None)


@BRIEF
@given(
    st.lists(st.tuples(VALUE, st.sampled_from(list(LOOKS))), min_size=1, max_size=40)
)
def test_any_process_chart_fits(points):
    values = [value for value, _ in points]
    spread = max(values) - min(values)
    n = len(values)
    chart = ProcessChart(
        [f"maand {at}" for at in range(n)],
        values,
        [sum(values) / n] * n,
        [min(values) - spread] * n,
        [max(values) + spread] * n,
        [kind for _, kind in points],
        "Een lange naam voor wat er gemeten is, met alle woorden die erbij horen erin",
        target=values[0],
        variation=points[-1][1],
        assurance="consistent_fail",
        decimals=1,
        lowest=None,
    )

    figure = draw_process(chart, CAPTION, gettext)

    assert faults(figure) == []
    assert [row[1] for row in figure.table.rows] == [dutch(v, 1) for v in values]


@BRIEF
@given(st.lists(st.tuples(NAME, COUNT), min_size=1, max_size=15), st.integers(0, 9))
def test_any_bars_fit_and_the_table_says_the_same(bars, after):
    labels, values = zip(*bars, strict=True)
    chart = BarChart(
        labels, values, "n", "x", min(after, len(bars)), "binnen", "buiten"
    )

    figure = draw_bars(chart, CAPTION)

    assert faults(figure) == []
    assert figure.table.rows == tuple((name, dutch(n)) for name, n in bars)


@BRIEF
@given(st.lists(st.tuples(NAME, st.integers(1, 900), st.floats(0, 1)), min_size=1))
def test_any_funnel_fits_and_names_every_practice_in_its_table(practices):
    points = [FunnelPoint(n, size, v, "outside_998") for n, size, v in practices]
    lines = [FunnelLine(n, 0.1, 0.2, 0.8, 0.9) for n in (1, 50, 900)]

    figure = draw_funnel(Funnel(points, lines, 0.5, "n", "x", percent=True), CAPTION)

    assert faults(figure) == []
    assert [row[0] for row in figure.table.rows] == [name for name, _, _ in practices]


@BRIEF
@given(
    st.lists(st.tuples(NAME, VALUE, VALUE, NAME, NAME), min_size=1, max_size=9), VALUE
)
def test_any_tornado_fits(rows, base):
    swings = [Swing(*row) for row in rows]

    assert faults(draw_tornado(Tornado(swings, base, "euro", "basis"), CAPTION)) == []


@BRIEF
@given(st.lists(st.tuples(NAME, NAME, COUNT), min_size=1, max_size=20))
def test_any_flow_fits_and_loses_nobody(rows):
    figure = draw_flow(Flow([Link(*row) for row in rows], "Van", "Naar"), CAPTION)

    if figure.svg:
        assert faults(figure) == []
    shown = sum(int(row[2].replace(".", "")) for row in figure.table.rows)
    assert shown == sum(n for _, _, n in rows)


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (
            ["Praktijk De Linde", "Praktijk De Es", "Gezond Centrum"],
            ["Linde", "Es", "Gezond Centrum"],
        ),
        (["Praktijk", "Praktijk Noord"], ["Praktijk", "Praktijk Noord"]),
        (["Praktijk Noord"], ["Praktijk Noord"]),
        (["Noord", "Zuid"], ["Noord", "Zuid"]),
        (["Een Twee", "Een Twee"], ["Twee", "Twee"]),
    ],
)
def test_names_are_told_apart_by_what_they_do_not_share(names, told):
    assert told_apart(names) == told


def test_small_drawings_carry_short_names_and_their_table_whole_ones():
    panels = [Panel(f"Huisartsenpraktijk {one}", [1, 2]) for one in ("Linde", "Es")]

    figure = draw_multiples(Multiples(panels, ["a", "b"], "n"), CAPTION)

    assert ">Linde<" in figure.svg
    assert [row[0] for row in figure.table.rows] == [one.label for one in panels]


@BRIEF
@given(
    st.lists(
        st.tuples(NAME, st.lists(st.one_of(st.none(), VALUE), min_size=5, max_size=5)),
        min_size=1,
        max_size=14,
    )
)
def test_any_small_drawings_fit(panels):
    chart = Multiples([Panel(*panel) for panel in panels], list("abcde"), "n", 1)

    figure = draw_multiples(chart, CAPTION)

    assert not figure.svg or faults(figure) == []


@BRIEF
@given(
    st.lists(st.tuples(NAME, st.floats(0, 1)), min_size=1, max_size=4), st.floats(0, 40)
)
def test_any_curves_fit(curves, norm):
    drawn = [
        Curve(name, [1, 9, 30], [s, s * s, s**3], [0] * 3, [1] * 3, [1000, 10, "<10"])
        for name, s in curves
    ]
    chart = Curves(
        drawn,
        40,
        "n",
        "dagen",
        risk_times=[0, 20, 40],
        norm=norm,
        norm_words="norm: binnen tien werkdagen gezien",
    )

    assert faults(draw_curves(chart, CAPTION, gettext)) == []


@BRIEF
@given(st.lists(st.tuples(NAME, st.integers(0, 20)), min_size=1, max_size=5))
def test_any_ways_out_fit(ways):
    layers = [Layer(name, [0, n / 200, n / 100]) for name, n in ways]

    figure = draw_stacked(Stacked([0, 10, 20], layers, "n", "weken"), CAPTION, gettext)

    assert faults(figure) == []
    for row in figure.table.rows:
        parts = [float(c.rstrip("%").replace(",", ".")) for c in row[1:]]
        assert sum(parts) == pytest.approx(100, abs=0.31)


@BRIEF
@given(
    st.lists(st.one_of(st.none(), VALUE), min_size=1, max_size=30), st.integers(0, 31)
)
def test_any_line_and_any_series_fit(values, start):
    labels = [f"{at}e kwartaal 2027" for at in range(len(values))]
    wide = [None if v is None else v + 10 for v in values]
    known = next((v for v in values if v is not None), None)

    line = draw_line(LineChart(labels, values, "n", known, "mediaan"), CAPTION)
    series = draw_series(
        InterruptedSeries(labels, values, values, values, wide, start, "n"), CAPTION
    )
    for figure in (line, series):
        assert not figure.svg or faults(figure) == []


@BRIEF
@given(st.lists(VALUE, min_size=1, max_size=20), st.integers(-20, 1), st.floats(0, 1e6))
def test_any_event_study_fits(values, first, detectable):
    periods = range(first, first + len(values))
    low, high = [v - 5 for v in values], [v + 5 for v in values]
    chart = EventStudy(
        periods, values, low, high, low, high, "n", detectable=detectable
    )

    assert faults(draw_event_study(chart, CAPTION, gettext)) == []


# --- what stands where -----------------------------------------------------------


def test_a_limit_below_the_lowest_possible_value_is_not_drawn_but_told():
    figure = SAMPLES["process"]()

    assert "lower limit" not in figure.svg
    assert figure.table.rows[-1][3] == dutch(-1.2, 1)


def test_a_change_of_limits_makes_a_new_piece_of_line():
    svg = SAMPLES["process"]().svg

    solid = re.findall(
        r'd="M(\S+) (\S+)L(\S+) (\S+)" fill="none" stroke="#1c2430"', svg
    )
    assert len(solid) == 2
    assert solid[0][2] == solid[1][0]
    assert solid[0][1] != solid[1][1]


def test_a_point_that_may_still_change_is_hollow_and_not_judged():
    kinds = ["common_cause"] * 3 + ["special_cause_concern"]
    levels = [5.0] * 4
    chart = ProcessChart(list("abcd"), [5, 6, 4, 9], levels, levels, levels, kinds, "n")
    ripe, unripe = draw_process(chart, CAPTION), replace(chart, unripe=1)

    figure = draw_process(unripe, CAPTION)

    assert ripe.table.rows[-1][-1] == "unusual: concern"
    assert figure.table.rows[-1][-1] == "not complete yet"
    assert "unusual: concern" not in figure.svg
    assert figure.svg.count('class="f-paper s-quiet"') == 2


def test_special_points_differ_by_shape_and_not_by_colour_alone():
    shapes = {shape for shape, _tone, _words in LOOKS.values()}

    assert len(shapes) == len(LOOKS)


def test_a_missing_value_stays_a_gap_and_a_dash():
    figure = draw_line(LineChart(list("abc"), [1, None, 2], "n"), CAPTION)

    assert figure.table.rows[1] == ("b", "–")  # noqa: RUF001
    assert figure.svg.count("translate(") == 2
    assert 'stroke-width="2"' not in figure.svg


def test_a_small_drawing_names_who_is_outside_only():
    svg = SAMPLES["funnel"]().svg

    assert "Zuiderpraktijk" in svg
    assert "Hanzepraktijk" not in svg


# --- numbers, words ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "how", "shown"),
    [
        (1234567, {}, "1.234.567"),
        (0.125, {"decimals": 2}, "0,13"),
        (2.5, {}, "3"),
        (-1234.5, {"decimals": 1}, "\N{MINUS SIGN}1.234,5"),
        (-0.2, {}, "0"),
        (0.576, {"percent": True}, "58%"),
        (None, {}, "\N{EN DASH}"),
    ],
)
def test_numbers_are_written_as_in_dutch(value, how, shown):
    assert dutch(value, **how) == shown


@given(VALUE, VALUE, st.integers(2, 9))
def test_round_numbers_enclose_what_they_must_hold_and_are_few(one, other, most):
    found = ticks(min(one, other), max(one, other), most)

    hair = 1e-6 * max(1, abs(one), abs(other))
    assert found[0] <= min(one, other) + hair
    assert found[-1] >= max(one, other) - hair
    assert 2 <= len(found) <= most + 1
    assert len({dutch(t, decimals_of(found)) for t in found}) >= 2


@given(NAME, st.floats(30, 300))
def test_text_is_cut_to_its_room(words, room):
    assert width_of(shortened(words, room)) <= room
    lines = wrapped(words, room)
    assert len(lines) <= 2
    assert all(width_of(line) <= room for line in lines)


@given(st.lists(st.tuples(st.floats(0, 200), st.sampled_from([16, 32])), max_size=6))
def test_blocks_beside_a_plot_keep_apart(blocks):
    middles, highs = [b[0] for b in blocks], [b[1] for b in blocks]

    tops = apart(middles, highs, 0, 230)

    spans = sorted((top, top + high) for top, high in zip(tops, highs, strict=True))
    assert all(b[0] >= a[1] - 1e-6 for a, b in pairwise(spans))
    assert all(top >= 0 and end <= 230 + 1e-6 for top, end in spans)


def test_the_width_of_words_is_never_less_than_that_of_our_letters():
    fonts = pytest.importorskip("fontTools.ttLib")
    told = "Afgesloten zonder verwijzing 1.310 (58%), WMO mmm €4.000 \N{MINUS SIGN}10"

    for name, bold in (("Regular", False), ("SemiBold", True)):
        font = fonts.TTFont(f"dichtbij/shared/fonts/NotoSans-{name}.ttf")
        drawn, wide = font.getBestCmap(), font["hmtx"]
        for words in (told, *told.split()):
            real = sum(wide[drawn[ord(c)]][0] for c in words) * 14 / 1000
            assert real <= width_of(words, bold=bold) <= 1.4 * real + 6
