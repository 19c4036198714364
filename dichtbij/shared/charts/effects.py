"""How is a difference drawn: against what was expected, before and after a start?

Pure. What would have been is a dashed line with a band; what was is a line with marks.
"""

from collections.abc import Sequence
from dataclasses import dataclass

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
from dichtbij.shared.charts.plot import Key, Label, Layout, Plot, along, upright
from dichtbij.shared.charts.process import stretches

PERIOD, OBSERVED, EXPECTED = _("Period"), _("observed"), _("expected without change")
FROM, TO, START = _("from"), _("to"), _("start")
BAND = _("range of what was expected (95%)")
FROM_START, DIFFERENCE = _("Periods from the start"), _("Difference")
EACH, ALL = _("range of each period (95%)"), _("range of all periods together (95%)")
DETECTABLE = _("detectable from")


@dataclass(frozen=True)
class InterruptedSeries:
    """A series before and after a start, with what was expected without it.

    `counterfactual`, `low` and `high` are None where there is none, such as before
    the start; `start` is the position of the first point after it.
    """

    labels: Sequence[str]
    observed: Sequence[float | None]
    counterfactual: Sequence[float | None]
    low: Sequence[float | None]
    high: Sequence[float | None]
    start: int
    unit: str
    decimals: int = 0


@dataclass(frozen=True)
class EventStudy:
    """An effect by period from the start, 0 being the first period with it.

    `low` and `high` hold for each period alone, `band_low` and `band_high` for all
    together; None where a period is the base. `detectable` is the smallest difference
    that could have been found, drawn on both sides of 0.
    """

    periods: Sequence[int]
    estimate: Sequence[float]
    low: Sequence[float | None]
    high: Sequence[float | None]
    band_low: Sequence[float | None]
    band_high: Sequence[float | None]
    unit: str
    detectable: float | None = None
    decimals: int = 1
    across: str = ""


def draw_series(chart: InterruptedSeries, caption: Caption, say: Say = str) -> Figure:
    """Return the figure of a series and its counterfactual. Raises ValueError."""
    words = (PERIOD, OBSERVED, EXPECTED, FROM, TO)
    header = tuple(say(word).capitalize() for word in words)
    known = [value for value in chart.observed if value is not None]
    if not known:
        return nothing(caption, header, say)
    columns = (chart.observed, chart.counterfactual, chart.low, chart.high)
    checked(*columns)
    n = len(chart.labels)
    drawn = [v for column in columns for v in column if v is not None]
    keys = [
        Key(say(OBSERVED), "accent", dash="solid", mark="circle"),
        Key(say(EXPECTED), "ink", dash="dash"),
        Key(say(BAND), "warm", fill=True),
    ]
    plot = Layout([0.0, *drawn], unit=chart.unit, keys=keys, above=0.0).plot(
        0, max(1, n - 1), inset=12
    )
    ribbon(plot, range(n), chart.low, chart.high, "warm")
    for part in stretches(plot, chart.counterfactual):
        plot.canvas.line(part, "ink", wide=2, dash="dash")
    for part in stretches(plot, chart.observed):
        plot.canvas.line(part, "accent", wide=2)
        for x, y in part:
            plot.canvas.mark("circle", x, y, "accent")
    if 0 < chart.start < n:
        upright(plot, chart.start - 0.5, say(START))
    along(plot, [plot.x(at) for at in range(n)], list(chart.labels))
    rows = tuple(
        (label, *(dutch(column[at], chart.decimals) for column in columns))
        for at, label in enumerate(chart.labels)
    )
    return Figure(caption, plot.canvas.svg(caption), Table(header, rows))


def draw_event_study(chart: EventStudy, caption: Caption, say: Say = str) -> Figure:
    """Return the figure of an effect by period from the start. Raises ValueError."""
    each, together = say(EACH), say(ALL)
    header = (
        *(say(FROM_START), say(DIFFERENCE)),
        *(f"{each}: {say(FROM)}", f"{each}: {say(TO)}"),
        *(f"{together}: {say(FROM)}", f"{together}: {say(TO)}"),
    )
    if not chart.periods:
        return nothing(caption, header, say)
    columns = (chart.estimate, chart.low, chart.high, chart.band_low, chart.band_high)
    checked(*columns)
    checked([chart.detectable])
    drawn = [v for column in columns for v in column if v is not None]
    reach = chart.detectable
    labels: list[Label] = []
    if reach is not None:
        drawn.extend((reach, -reach))
        shown = dutch(-reach, chart.decimals)
        labels = [Label(-reach, f"{say(DETECTABLE)} {shown}", "ink")]
    keys = [
        Key(say(DIFFERENCE), "accent", mark="circle"),
        Key(each, "accent", dash="solid"),
    ]
    if any(one is not None for one in chart.band_low):
        keys.append(Key(together, "tint", fill=True))
    across = chart.across or say(FROM_START)
    plot = Layout(
        [0.0, *drawn], unit=chart.unit, keys=keys, labels=labels, across=across
    ).plot(min(chart.periods), max(chart.periods, default=1) + 0.0001, inset=24)
    ribbon(plot, chart.periods, chart.band_low, chart.band_high, "tint")
    _levels(plot, reach)
    if min(chart.periods) < 0 <= max(chart.periods):
        upright(plot, -0.5, say(START))
    _effects(plot, chart)
    along(plot, [plot.x(p) for p in chart.periods], [dutch(p) for p in chart.periods])
    rows = tuple(
        (dutch(period), *(dutch(column[at], chart.decimals) for column in columns))
        for at, period in enumerate(chart.periods)
    )
    return Figure(caption, plot.canvas.svg(caption), Table(header, rows))


def ribbon(
    plot: Plot,
    xs: Sequence[float],
    low: Sequence[float | None],
    high: Sequence[float | None],
    tone: str,
) -> None:
    """Fill between low and high, where both are known."""
    part: list[tuple[float, float, float]] = []
    for x, a, b in [*zip(xs, low, high, strict=True), (0.0, None, None)]:
        if a is not None and b is not None:
            part.append((plot.x(x), plot.y(a), plot.y(b)))
            continue
        if len(part) == 1:  # one period: as wide as a mark with room around it
            x0, a0, b0 = part[0]
            part = [(x0 - 8, a0, b0), (x0 + 8, a0, b0)]
        if part:
            there = [(x0, b0) for x0, _a, b0 in part]
            back = [(x0, a0) for x0, a0, _b in reversed(part)]
            plot.canvas.area([*there, *back], tone, seen=0.75)
        part = []


def _levels(plot: Plot, reach: float | None) -> None:
    """Draw the level of no effect, and how far off one could have been seen."""
    left, right = plot.x.start - 24, plot.x.end + 24
    plot.canvas.line([(left, plot.y(0.0)), (right, plot.y(0.0))], "ink")
    for level in () if reach is None else (reach, -reach):
        ends = [(left, plot.y(level)), (right, plot.y(level))]
        plot.canvas.line(ends, "ink", dash="mixed")


def _effects(plot: Plot, chart: EventStudy) -> None:
    parts = zip(chart.periods, chart.estimate, chart.low, chart.high, strict=True)
    for period, value, low, high in parts:
        x = plot.x(period)
        if low is not None and high is not None:
            a, b = plot.y(low), plot.y(high)
            plot.canvas.line([(x, a), (x, b)], "accent", wide=2)
            plot.canvas.line([(x - 5, a), (x + 5, a)], "accent", wide=2)
            plot.canvas.line([(x - 5, b), (x + 5, b)], "accent", wide=2)
        plot.canvas.mark("circle", x, plot.y(value), "accent", hollow=period < 0)
