"""How is a figure over time drawn: with its limits, as a line, or as bars?

Pure. Which points are special is told by shape as well as colour.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dichtbij.shared.charts.drawing import Canvas, width_of
from dichtbij.shared.charts.figure import (
    Caption,
    Figure,
    Say,
    Table,
    _,
    checked,
    nothing,
)
from dichtbij.shared.charts.numerals import dutch
from dichtbij.shared.charts.plot import Key, Label, Layout, Plot, along

ICON = 13.0  # radius


@dataclass(frozen=True)
class ProcessChart:
    """An XmR chart, or one with limits of another kind: one value per point each.

    `point_type`, `variation` and `assurance` as dichtbij.insight.spc tells them; `unit`
    says what the values are. A limit below `lowest` is not drawn: there is no count
    below 0. With `percent` the values are shares. The last `unripe` points may still
    change, as registration comes late: they are drawn hollow and not judged.
    """

    labels: Sequence[str]
    values: Sequence[float]
    mean: Sequence[float]
    lower: Sequence[float]
    upper: Sequence[float]
    point_type: Sequence[str]
    unit: str
    target: float | None = None
    variation: str = ""
    assurance: str | None = None
    decimals: int = 0
    percent: bool = False
    lowest: float | None = 0.0
    unripe: int = 0


@dataclass(frozen=True)
class LineChart:
    """Values over time without limits; None where a value is missing."""

    labels: Sequence[str]
    values: Sequence[float | None]
    unit: str
    middle: float | None = None  # such as the median
    middle_words: str = ""
    decimals: int = 0
    percent: bool = False


@dataclass(frozen=True)
class BarChart:
    """A count per group, such as how many wait how long.

    Bars from position `norm_after` lie beyond a norm, which `norm_words` names and
    `beyond_words` says of them.
    """

    labels: Sequence[str]
    values: Sequence[float]
    unit: str
    across: str = ""
    norm_after: int | None = None
    norm_words: str = ""
    beyond_words: str = ""
    decimals: int = 0
    percent: bool = False
    # In place of the numbers above the bars, such as "<10".
    tops: Sequence[str] = ()


LOOKS = {
    "common_cause": ("circle", "quiet", _("usual ups and downs")),
    "special_cause_improvement": ("square", "good", _("unusual: improvement")),
    "special_cause_concern": ("diamond", "bad", _("unusual: concern")),
    "special_cause_neutral_high": ("triangle", "accent", _("unusually high")),
    "special_cause_neutral_low": ("down", "accent", _("unusually low")),
}
VARIATION = {
    "common_cause": _("Course: usual ups and downs"),
    "special_cause_improvement": _("Course: improvement"),
    "special_cause_concern": _("Course: concern"),
    "special_cause_neutral_high": _("Course: unusually high"),
    "special_cause_neutral_low": _("Course: unusually low"),
}
ASSURANCE = {
    "consistent_pass": ("good", _("Target: met each time")),
    "consistent_fail": ("bad", _("Target: not met without a change")),
    "inconsistent": ("quiet", _("Target: met or missed by chance")),
}
UNRIPE = _("not complete yet")
PERIOD, VALUE, MEAN = _("Period"), _("Value"), _("mean")
LOWER, UPPER, TARGET, KIND = (
    _("lower limit"),
    _("upper limit"),
    _("target"),
    _("Course"),
)


def draw_process(chart: ProcessChart, caption: Caption, say: Say = str) -> Figure:
    """Return the figure of a chart with limits. Raises ValueError as checked does."""
    words = (PERIOD, VALUE, MEAN, LOWER, UPPER, KIND)
    header = tuple(say(word).capitalize() for word in words)
    if not chart.values:
        return nothing(caption, header, say)
    checked(chart.values, chart.mean, chart.lower, chart.upper)
    checked([chart.target])
    lower = [_floored(one, chart.lowest) for one in chart.lower]
    drawn = [one for one in (*chart.values, *chart.upper, *lower) if one is not None]
    if chart.target is not None:
        drawn.append(chart.target)
    plot = Layout(
        drawn,
        unit=chart.unit,
        keys=_keys(chart, say),
        labels=_ends(chart, lower[-1], say),
        percent=chart.percent,
        above=2 * ICON + 10 if chart.variation else 0.0,
    ).plot(0, max(1, len(chart.values) - 1), inset=12)
    if chart.variation:
        _icons(plot.canvas, chart, say)
    _limits(plot, chart, lower)
    _points(plot, chart)
    places = [plot.x(at) for at in range(len(chart.values))]
    along(plot, places, list(chart.labels))
    rows = _process_rows(chart, say)
    return Figure(caption, plot.canvas.svg(caption), Table(header, rows))


def draw_line(chart: LineChart, caption: Caption, say: Say = str) -> Figure:
    """Return the figure of a line; a gap stays a gap. Raises ValueError as checked."""
    header = (say(PERIOD), say(VALUE))
    known = [value for value in chart.values if value is not None]
    if not known:
        return nothing(caption, header, say)
    checked(chart.values)
    checked([chart.middle])
    labels = []
    if chart.middle is not None:
        shown = dutch(chart.middle, chart.decimals, percent=chart.percent)
        labels = [Label(chart.middle, f"{chart.middle_words} {shown}", "quiet")]
        known.append(chart.middle)
    plot = Layout(
        [0.0, *known], unit=chart.unit, labels=labels, percent=chart.percent
    ).plot(0, max(1, len(chart.values) - 1), inset=12)
    if chart.middle is not None:
        level = plot.y(chart.middle)
        ends = [(plot.x.start - 12, level), (plot.x.end + 12, level)]
        plot.canvas.line(ends, "quiet", dash="dash")
    for part in stretches(plot, chart.values):
        plot.canvas.line(part, "accent", wide=2)
        for x, y in part:
            plot.canvas.mark("circle", x, y, "accent")
    along(plot, [plot.x(at) for at in range(len(chart.values))], list(chart.labels))
    shown_values = [
        dutch(value, chart.decimals, percent=chart.percent) for value in chart.values
    ]
    rows = tuple(zip(chart.labels, shown_values, strict=True))
    return Figure(caption, plot.canvas.svg(caption), Table(header, rows))


def draw_bars(chart: BarChart, caption: Caption, say: Say = str) -> Figure:
    """Return the figure of bars. Raises ValueError as checked does."""
    header = (chart.across or say(PERIOD), chart.unit)
    if not chart.values:
        return nothing(caption, header, say)
    checked(chart.values)
    n = len(chart.values)
    after = n if chart.norm_after is None else chart.norm_after
    keys = []
    if after < n:
        keys = [
            Key(chart.norm_words, "accent", fill=True),
            Key(chart.beyond_words, "warm", fill=True),
        ]
    plot = Layout(
        [0.0, *chart.values],
        unit=chart.unit,
        across=chart.across,
        keys=keys,
        percent=chart.percent,
    ).plot(-0.5, n - 0.5)
    for at, value in enumerate(chart.values):
        _bar(plot, at, value, n, beyond=at >= after)
    if after < n:
        x = plot.x(after - 0.5)
        plot.canvas.line([(x, plot.y.end), (x, plot.y.start)], "ink", dash="dash")
    along(plot, [plot.x(at) for at in range(n)], list(chart.labels))
    shown = list(chart.tops) or [
        dutch(v, chart.decimals, percent=chart.percent) for v in chart.values
    ]
    _tops(plot, chart.values, shown)
    rows = tuple(zip(chart.labels, shown, strict=True))
    return Figure(caption, plot.canvas.svg(caption), Table(header, rows))


def stretches(
    plot: Plot, values: Sequence[float | None]
) -> list[list[tuple[float, float]]]:
    """Return the places of values, divided where one is missing."""
    parts: list[list[tuple[float, float]]] = [[]]
    for at, value in enumerate(values):
        if value is None:
            parts.append([])
        else:
            parts[-1].append((plot.x(at), plot.y(value)))
    return [part for part in parts if part]


def _floored(value: float, lowest: float | None) -> float | None:
    return None if lowest is not None and value < lowest else value


def _keys(chart: ProcessChart, say: Say) -> list[Key]:
    judged = chart.point_type[: len(chart.values) - chart.unripe]
    there = [kind for kind in LOOKS if kind in judged]
    keys = [Key(say(LOOKS[k][2]), LOOKS[k][1], mark=LOOKS[k][0]) for k in there]
    if chart.unripe:
        keys.append(Key(say(UNRIPE), "quiet", mark="circle", hollow=True))
    return keys


def _ends(chart: ProcessChart, lower: float | None, say: Say) -> list[Label]:
    """Return the words beside the last level of each line."""
    told = [(chart.upper[-1], UPPER, "quiet"), (chart.mean[-1], MEAN, "ink")]
    if lower is not None:
        told.append((lower, LOWER, "quiet"))
    if chart.target is not None:
        told.append((chart.target, TARGET, "accent"))
    return [
        Label(at, f"{say(w)} {dutch(at, chart.decimals, percent=chart.percent)}", tone)
        for at, w, tone in told
    ]


def _limits(plot: Plot, chart: ProcessChart, lower: Sequence[float | None]) -> None:
    """Draw centre, limits and target; a level that changes makes a new piece."""
    lines = [(chart.mean, "ink", "solid"), (chart.upper, "quiet", "dash")]
    for levels, tone, dash in lines:
        _levels(plot, levels, tone, dash)
    _levels(plot, lower, "quiet", "dash")
    if chart.target is not None:
        _levels(plot, [chart.target] * len(lower), "accent", "mixed")


def _levels(plot: Plot, levels: Sequence[float | None], tone: str, dash: str) -> None:
    """Draw levels as pieces: each reaches half a step before and after its points."""
    n, start = len(levels), 0
    for at in range(1, n + 1):
        if at < n and levels[at] == levels[start]:
            continue
        level = levels[start]
        if level is not None:
            y = plot.y(level)
            left = plot.x(start - 0.5) if start else plot.x.start - 12
            right = plot.x(at - 0.5) if at < n else plot.x.end + 12
            plot.canvas.line([(left, y), (right, y)], tone, dash=dash)
        start = at


def _points(plot: Plot, chart: ProcessChart) -> None:
    places = [(plot.x(at), plot.y(value)) for at, value in enumerate(chart.values)]
    plot.canvas.line(places, "quiet", wide=1.5)
    judged = len(places) - chart.unripe
    for at, ((x, y), kind) in enumerate(zip(places, chart.point_type, strict=True)):
        shape, tone, _words = LOOKS[kind if at < judged else "common_cause"]
        plot.canvas.mark(shape, x, y, tone, hollow=at >= judged)


def _process_rows(chart: ProcessChart, say: Say) -> tuple[tuple[str, ...], ...]:
    def shown(value: float) -> str:
        return dutch(value, chart.decimals, percent=chart.percent)

    columns = (chart.values, chart.mean, chart.lower, chart.upper)
    judged = len(chart.values) - chart.unripe
    return tuple(
        (
            label,
            *(shown(column[at]) for column in columns),
            say(LOOKS[kind][2] if at < judged else UNRIPE),
        )
        for at, (label, kind) in enumerate(
            zip(chart.labels, chart.point_type, strict=True)
        )
    )


def _icons(canvas: Canvas, chart: ProcessChart, say: Say) -> None:
    """Draw what the course is, and whether the target will be met."""
    _shape, tone, _words = LOOKS[chart.variation]
    words = say(VARIATION[chart.variation])
    _icon(canvas, 0.0, tone, chart.variation)
    canvas.text(2 * ICON + 8, ICON + 6, words, bold=True)
    if chart.assurance is not None:
        left = 2 * ICON + 8 + width_of(words, bold=True) + 24
        tone, target_words = ASSURANCE[chart.assurance]
        _icon(canvas, left, tone, chart.assurance)
        canvas.text(left + 2 * ICON + 8, ICON + 6, say(target_words), bold=True)


GLYPHS = {
    "common_cause": ((-8, 1), (-4, -4), (0, 4), (4, -4), (8, 1)),
    "special_cause_improvement": ((-8, 4), (-4, 2), (-1, 4), (4, -4)),
    "special_cause_concern": ((-8, 4), (-4, 2), (-1, 4), (4, -4)),
    "special_cause_neutral_high": ((-8, 4), (-4, 2), (-1, 4), (4, -4)),
    "special_cause_neutral_low": ((-8, -4), (-4, -2), (-1, -4), (4, 4)),
    "consistent_pass": ((-6, 0), (-2, 5), (6, -5)),
    "consistent_fail": ((-5, -5), (0, 0), (5, -5), (0, 0), (5, 5), (0, 0), (-5, 5)),
    "inconsistent": ((-8, -4), (-4, 4), (0, -4), (4, 4), (8, -4)),
}


def _icon(canvas: Canvas, left: float, tone: str, glyph: str) -> None:
    x, y = left + ICON, ICON + 1
    canvas.ring(x, y, ICON - 1, tone)
    canvas.line([(x + dx, y + dy) for dx, dy in GLYPHS[glyph]], tone, wide=2)
    if glyph == "inconsistent":
        canvas.line([(x - 9, y), (x + 9, y)], tone, wide=1, dash="dot")
    elif glyph.startswith("special"):
        dx, dy = GLYPHS[glyph][-1]
        canvas.mark(LOOKS[glyph][0], x + dx, y + dy, tone)


def _bar(plot: Plot, at: int, value: float, n: int, *, beyond: bool) -> None:
    half = (plot.x.end - plot.x.start) / n * 0.36
    x, tone = plot.x(at), "warm" if beyond else "accent"
    edge = {"edge": "bad"} if beyond else {}
    if value:
        plot.canvas.box(x - half, plot.y(value), x + half, plot.y(0.0), tone, **edge)


def _tops(plot: Plot, values: Sequence[float], shown: Sequence[str]) -> None:
    """Write the value above each bar, if all of them have the room for it."""
    room = (plot.x.end - plot.x.start) / len(values) - 4
    if max(width_of(words) for words in shown) > room:
        return
    for at, (value, words) in enumerate(zip(values, shown, strict=True)):
        y = plot.y(max(value, 0.0)) - 5
        plot.canvas.text(plot.x(at), y, words, anchor="middle")
