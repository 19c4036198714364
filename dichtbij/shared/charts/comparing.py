"""How are practices, or assumptions, shown beside each other without a ranking?

Pure. Only what lies outside the lines of a funnel is named in the drawing; the table
has all of them, in the order in which they were given.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from dichtbij.shared.charts.drawing import (
    ASCENT,
    DESCENT,
    LINE,
    WIDTH,
    Canvas,
    shortened,
    told_apart,
    width_of,
    wrapped,
)
from dichtbij.shared.charts.figure import (
    Caption,
    Figure,
    Say,
    Table,
    _,
    checked,
    nothing,
)
from dichtbij.shared.charts.numerals import decimals_of, dutch, ticks
from dichtbij.shared.charts.plot import (
    GAP,
    Key,
    Label,
    Layout,
    Plot,
    Scale,
    draw_keys,
    numbers_along,
    rows_of,
)

Standing = Literal["within", "outside_95", "outside_998", "small"]
Box = tuple[float, float, float, float]
PRACTICE, SIZE, VALUE, STANDING = _("Practice"), _("Size"), _("Value"), _("Place")
WHOLE, INPUT = _("together"), _("Assumption")
AT_LOW, AT_HIGH = _("at the lowest value"), _("at the highest value")
LOOKS: dict[str, tuple[str, str, bool, str]] = {
    "within": ("circle", "accent", False, _("within the lines")),
    "outside_95": ("square", "bad", True, _("outside the lines of 95%")),
    "outside_998": ("diamond", "bad", False, _("outside the lines of 99.8%")),
    "small": ("circle", "quiet", True, _("too small to judge")),
}
ACROSS = 3  # small drawings in a row
PANEL = 84.0  # how high they are


@dataclass(frozen=True)
class FunnelPoint:
    """One practice: how large it is, its value, and where that lies."""

    label: str
    size: float
    value: float
    standing: Standing


@dataclass(frozen=True)
class FunnelLine:
    """The lines at one size, from the lowest to the highest."""

    size: float
    lower_998: float
    lower_95: float
    upper_95: float
    upper_998: float


@dataclass(frozen=True)
class Funnel:
    """Practices by size, with the lines within which chance alone would keep them."""

    points: Sequence[FunnelPoint]
    lines: Sequence[FunnelLine]
    target: float
    unit: str
    across: str
    decimals: int = 0
    percent: bool = False


@dataclass(frozen=True)
class Swing:
    """What comes out at the lowest and highest value of one assumption.

    The words are those values, such as "€ 4.000".
    """

    label: str
    low: float
    high: float
    low_words: str = ""
    high_words: str = ""


@dataclass(frozen=True)
class Tornado:
    """How far the outcome swings with each assumption, around the base case."""

    swings: Sequence[Swing]
    base: float
    unit: str
    base_words: str
    decimals: int = 0


@dataclass(frozen=True)
class Panel:
    """One small drawing: values over time, None where one is missing."""

    label: str
    values: Sequence[float | None]


@dataclass(frozen=True)
class Multiples:
    """Small drawings side by side on one scale, in the order given."""

    panels: Sequence[Panel]
    labels: Sequence[str]
    unit: str
    decimals: int = 0
    percent: bool = False


def draw_funnel(chart: Funnel, caption: Caption, say: Say = str) -> Figure:
    """Return the figure of practices between their lines. Raises ValueError."""
    header = tuple(say(word) for word in (PRACTICE, SIZE, VALUE, STANDING))
    if not chart.points:
        return nothing(caption, header, say)
    checked([p.size for p in chart.points], [p.value for p in chart.points])
    for line in chart.lines:
        checked([line.lower_998, line.lower_95, line.upper_95, line.upper_998])
    there = [kind for kind in LOOKS if any(p.standing == kind for p in chart.points)]
    plot = Layout(
        _levels(chart),
        unit=chart.unit,
        across=chart.across,
        percent=chart.percent,
        keys=[_key(kind, say) for kind in there],
        labels=_line_ends(chart, say),
    ).plot(0.0, max(*(p.size for p in chart.points), *(e.size for e in chart.lines)))
    for name, dash in (("998", "dot"), ("95", "dash")):
        for side in ("lower", "upper"):
            levels = [getattr(line, f"{side}_{name}") for line in chart.lines]
            places = zip(chart.lines, levels, strict=True)
            ends = [(plot.x(e.size), plot.y(level)) for e, level in places]
            plot.canvas.line(ends, "quiet", dash=dash)
    level = plot.y(chart.target)
    plot.canvas.line([(plot.x.start, level), (plot.x.end, level)], "ink", wide=1)
    _marks(plot, chart.points)
    numbers_along(plot, 0.0, plot.x.high)
    rows = tuple(
        (
            p.label,
            dutch(p.size),
            dutch(p.value, chart.decimals, percent=chart.percent),
            say(LOOKS[p.standing][3]),
        )
        for p in chart.points
    )
    return Figure(caption, plot.canvas.svg(caption), Table(header, rows))


def draw_tornado(chart: Tornado, caption: Caption, say: Say = str) -> Figure:
    """Return the figure of what each assumption does. Raises ValueError as checked."""
    header = (say(INPUT), say(AT_LOW), say(AT_HIGH))
    if not chart.swings:
        return nothing(caption, header, say)
    ends = [end for swing in chart.swings for end in (swing.low, swing.high)]
    checked(ends, ends)
    checked([chart.base])
    names = [wrapped(swing.label, 190.0) for swing in chart.swings]
    heads = rows_of(
        [Key(say(AT_LOW), "tint", fill=True), Key(say(AT_HIGH), "accent", fill=True)]
    )
    top = len(heads) * LINE + LINE + GAP + 6
    high = 44.0
    foot = top + high * len(names)
    canvas = Canvas(foot + 2 * LINE + GAP)
    for at, row in enumerate(heads):
        draw_keys(canvas, row, ASCENT + DESCENT + at * LINE - 1)
    x = _across(chart, ends)
    _numbers_below(canvas, x, top, foot)
    canvas.text(WIDTH, foot + 2 * LINE, chart.unit, "quiet", anchor="end")
    for at, (swing, name) in enumerate(zip(chart.swings, names, strict=True)):
        middle = top + high * (at + 0.5)
        for line, words in enumerate(name):
            y = middle + 5 - (len(name) - 1) * 8 + line * 16
            canvas.text(0, y, words)
        _swing(canvas, x, swing, chart.base, middle)
    base = x(chart.base)
    canvas.line([(base, top - 6), (base, foot)], "ink", dash="dash")
    words = shortened(chart.base_words, WIDTH - 200)
    half = width_of(words) / 2
    place = min(WIDTH - half, max(200 + half, base))
    canvas.text(place, top - 10, words, anchor="middle")
    rows = tuple(
        (s.label, _told(s.low, s.low_words, chart), _told(s.high, s.high_words, chart))
        for s in chart.swings
    )
    return Figure(caption, canvas.svg(caption), Table(header, rows))


def draw_multiples(chart: Multiples, caption: Caption, say: Say = str) -> Figure:
    """Return the figure of small drawings on one scale. Raises ValueError."""
    header = (say(PRACTICE), *chart.labels)
    known = [v for panel in chart.panels for v in panel.values if v is not None]
    if not known:
        return nothing(caption, header, say)
    for panel in chart.panels:
        checked(panel.values, [None] * len(chart.labels))
    levels = ticks(min(0.0, *known), max(known), 3)
    rows = -(-len(chart.panels) // ACROSS)
    high = PANEL + 2 * LINE + 14
    canvas = Canvas(LINE + 6 + rows * high)
    canvas.text(0, ASCENT + 2, shortened(chart.unit, WIDTH), "quiet")
    decimals = decimals_of(levels, percent=chart.percent)
    shown = [dutch(level, decimals, percent=chart.percent) for level in levels]
    left = max(width_of(words) for words in shown) + 6
    wide = (WIDTH - left - (ACROSS - 1) * 20) / ACROSS
    names = told_apart([panel.label for panel in chart.panels])
    for at, (panel, name) in enumerate(zip(chart.panels, names, strict=True)):
        x0 = left + (at % ACROSS) * (wide + 20)
        top = LINE + 6 + (at // ACROSS) * high + LINE
        y = Scale(levels[0], levels[-1], top + PANEL, top + 4)
        if at % ACROSS == 0:
            for level, words in zip(levels, shown, strict=True):
                canvas.text(left - 6, y(level) + 5, words, "quiet", anchor="end")
        _panel(canvas, replace(panel, label=name), chart, (x0, x0 + wide), y, levels)
    cells = tuple(
        (p.label, *(dutch(v, chart.decimals, percent=chart.percent) for v in p.values))
        for p in chart.panels
    )
    return Figure(caption, canvas.svg(caption), Table(header, cells))


def _key(kind: str, say: Say) -> Key:
    shape, tone, hollow, words = LOOKS[kind]
    return Key(say(words), tone, mark=shape, hollow=hollow)


def _levels(chart: Funnel) -> list[float]:
    """Return what the upright axis holds: points, and lines from the smallest on."""
    smallest = min(p.size for p in chart.points)
    lines = [line for line in chart.lines if line.size >= smallest]
    found = [p.value for p in chart.points] + [chart.target]
    for line in lines:
        found += [line.lower_998, line.upper_998]
    return found


def _line_ends(chart: Funnel, say: Say) -> list[Label]:
    whole = dutch(chart.target, chart.decimals, percent=chart.percent)
    labels = [Label(chart.target, f"{say(WHOLE)} {whole}")]
    if chart.lines:
        last = chart.lines[-1]
        told = (("95%", last.lower_95), ("95%", last.upper_95))
        more = ((dutch(0.998, 1, percent=True), last.lower_998),)
        far = ((dutch(0.998, 1, percent=True), last.upper_998),)
        labels += [Label(at, w, "quiet") for w, at in (*told, *more, *far)]
    return labels


def _marks(plot: Plot, points: Sequence[FunnelPoint]) -> None:
    """Draw the practices; name those outside the lines where there is room."""
    taken: list[Box] = []
    for point in points:
        shape, tone, hollow, _words = LOOKS[point.standing]
        x, y = plot.x(point.size), plot.y(point.value)
        plot.canvas.mark(shape, x, y, tone, hollow=hollow)
        taken.append((x - 7, y - 7, x + 7, y + 7))
    for point in points:
        if point.standing.startswith("outside"):
            _name(plot, point, taken)


def _name(plot: Plot, point: FunnelPoint, taken: list[Box]) -> None:
    x, y = plot.x(point.size), plot.y(point.value)
    words = shortened(point.label, 180.0)
    wide = width_of(words)
    for left, base in (
        (x + 10, y + 5),
        (x - 10 - wide, y + 5),
        (x - wide / 2, y - 11),
        (x - wide / 2, y + 21),
    ):
        box = (left, base - ASCENT, left + wide, base + DESCENT)
        inside = box[0] >= plot.x.start and box[2] <= plot.x.end
        inside = inside and box[1] >= plot.y.end and box[3] <= plot.y.start
        if inside and not any(_touch(box, other) for other in taken):
            plot.canvas.text(left, base, words, halo=True)
            taken.append(box)
            return


def _touch(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _across(chart: Tornado, ends: Sequence[float]) -> Scale:
    """Return the scale of outcomes, with room for words at either end of a bar."""
    words = [w for s in chart.swings for w in (s.low_words, s.high_words)]
    room = min(110.0, max(width_of(w) for w in words)) + 8
    scale = ticks(min(*ends, chart.base), max(*ends, chart.base), 5)
    return Scale(scale[0], scale[-1], 200 + room, WIDTH - room)


def _numbers_below(canvas: Canvas, x: Scale, top: float, foot: float) -> None:
    levels = ticks(x.low, x.high, 5)
    decimals = decimals_of(levels)
    reached = 0.0
    for level in levels:
        words, place = dutch(level, decimals), x(level)
        canvas.line([(place, top), (place, foot)], "rule", wide=1)
        half = width_of(words) / 2
        if place - half >= reached and place + half <= WIDTH:
            canvas.text(place, foot + LINE - 3, words, "quiet", anchor="middle")
            reached = place + half + 8


def _swing(canvas: Canvas, x: Scale, swing: Swing, base: float, middle: float) -> None:
    """Draw the two sides of a bar, and at each end the value that leads there."""
    sides = (
        (swing.low, swing.low_words, "tint"),
        (swing.high, swing.high_words, "accent"),
    )
    turned = swing.low > swing.high
    for (end, words, tone), right in zip(sides, (turned, not turned), strict=True):
        a, b = sorted((x(base), x(end)))
        if b - a >= 0.5:
            canvas.box(a, middle - 12, b, middle + 12, tone, edge="ink")
        edge = max(x(base), x(end)) if right else min(x(base), x(end))
        place, anchor = (edge + 6, "start") if right else (edge - 6, "end")
        canvas.text(place, middle + 5, shortened(words, 110.0), "quiet", anchor=anchor)


def _told(outcome: float, words: str, chart: Tornado) -> str:
    shown = dutch(outcome, chart.decimals)
    return f"{shown} ({words})" if words else shown


def _panel(
    canvas: Canvas,
    panel: Panel,
    chart: Multiples,
    sides: tuple[float, float],
    y: Scale,
    levels: Sequence[float],
) -> None:
    """Draw one small drawing with its name above and the ends of time below."""
    left, right = sides
    canvas.text(
        left, y.end - 9, shortened(panel.label, right - left, bold=True), bold=True
    )
    for level in levels:
        canvas.line([(left, y(level)), (right, y(level))], "rule", wide=1)
    x = Scale(0.0, max(1.0, len(chart.labels) - 1.0), left + 6, right - 6)
    part: list[tuple[float, float]] = []
    for at, value in enumerate([*panel.values, None]):
        if value is None:
            canvas.line(part, "accent", wide=2)
            if len(part) == 1:
                canvas.mark("circle", *part[0], "accent")
            part = []
        else:
            part.append((x(at), y(value)))
    ends = [at for at, value in enumerate(panel.values) if value is not None][-1:]
    for at in ends:
        canvas.mark("circle", x(at), y(panel.values[at] or 0.0), "accent")
    _ends_of_time(canvas, chart.labels, sides, y.start + LINE - 2)


def _ends_of_time(
    canvas: Canvas, labels: Sequence[str], sides: tuple[float, float], y: float
) -> None:
    room = (sides[1] - sides[0]) / 2 - 6
    canvas.text(sides[0], y, shortened(labels[0], room), "quiet")
    if len(labels) > 1:
        canvas.text(sides[1], y, shortened(labels[-1], room), "quiet", anchor="end")
