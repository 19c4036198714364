"""How is "how long until" drawn: the share that got there, and by which way out?

Pure. Curves are steps; each has a dash of its own and its name at its end.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dichtbij.shared.charts.drawing import LINE, WIDTH, shortened, width_of
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
from dichtbij.shared.charts.plot import (
    GAP,
    Key,
    Label,
    Layout,
    Plot,
    numbers_along,
    upright,
)

AT_RISK, REST = _("Still followed"), _("not there yet")
LOOKS = (
    ("accent", "solid", "wash"),
    ("bad", "dash", "warm"),
    ("good", "mixed", "rule"),
    ("ink", "dot", "rule"),
)
LAYERS = ("accent", "tint", "warm", "rule", "bad", "good", "wash", "quiet")


@dataclass(frozen=True)
class Curve:
    """A share from 0 to 1 that holds from each time until the next.

    `low` and `high` are its limits, empty for none. `at_risk` is how many were still
    followed at each of the times the chart counts them.
    """

    label: str
    times: Sequence[float]
    shares: Sequence[float]
    low: Sequence[float | None] = ()
    high: Sequence[float | None] = ()
    at_risk: Sequence[int | str] = ()


@dataclass(frozen=True)
class Curves:
    """Kaplan-Meier curves over one span of time, from 0 to `until`.

    A curve starts at `start`: 1 for the share that still waits, 0 for the share that
    got there. `risk_times` are those at which `at_risk` of each curve counts.
    """

    curves: Sequence[Curve]
    until: float
    unit: str
    across: str
    start: float = 1.0
    risk_times: Sequence[float] = ()
    norm: float | None = None
    norm_words: str = ""


@dataclass(frozen=True)
class Layer:
    """One way out: the share that left by it at or before each time."""

    label: str
    shares: Sequence[float]


@dataclass(frozen=True)
class Stacked:
    """Cumulative incidences, stacked: together at most 1; the rest is not there yet."""

    times: Sequence[float]
    layers: Sequence[Layer]
    unit: str
    across: str


def draw_curves(chart: Curves, caption: Caption, say: Say = str) -> Figure:
    """Return the figure of Kaplan-Meier curves, with the numbers still followed.

    Raises ValueError as checked does.
    """
    header = (chart.across, *(curve.label for curve in chart.curves))
    drawn = [curve for curve in chart.curves if curve.times]
    if not drawn or chart.until <= 0:
        return nothing(caption, header, say)
    for curve in drawn:
        checked(curve.times, curve.shares)
    rows = 1 + len(drawn) if chart.risk_times else 0
    names = [curve.label for curve in drawn] if chart.risk_times else [""]
    left = min(220.0, max(width_of(name) for name in names) + GAP + 24)
    plot = Layout(
        [0.0, 1.0],
        unit=chart.unit,
        across=chart.across,
        keys=_keys(drawn),
        percent=True,
        below=rows * LINE + GAP if rows else 0.0,
        least_left=left if rows else 0.0,
    ).plot(0.0, chart.until, inset=12)
    for curve, look in zip(drawn, _looks(drawn), strict=True):
        _band(plot, curve, chart, look[2])
    for curve, look in zip(drawn, _looks(drawn), strict=True):
        steps = _steps(plot, curve.times, curve.shares, chart.start, chart.until)
        plot.canvas.line(steps, look[0], wide=2, dash=look[1])
    if chart.norm is not None and 0 <= chart.norm <= chart.until:
        upright(plot, chart.norm, chart.norm_words)
    numbers_along(plot, 0.0, chart.until)
    if rows:
        _numbers(plot, chart, drawn, left, say)
    return Figure(caption, plot.canvas.svg(caption), _curve_table(chart, header, say))


def draw_stacked(chart: Stacked, caption: Caption, say: Say = str) -> Figure:
    """Return the figure of ways out over time. Raises ValueError as checked does."""
    header = (chart.across, *(layer.label for layer in chart.layers), say(REST))
    if not chart.times or not chart.layers:
        return nothing(caption, header, say)
    checked(chart.times, *(layer.shares for layer in chart.layers))
    sums = [[0.0] * len(chart.times)]
    for layer in chart.layers:
        sums.append([a + b for a, b in zip(sums[-1], layer.shares, strict=True)])
    if max(sums[-1]) > 1 + 1e-9:
        raise ValueError("ways out are together at most everybody")
    levels = [(a[-1] + b[-1]) / 2 for a, b in pairwise(sums)]
    rest = 1 - sums[-1][-1]
    shown = [layer.shares[-1] for layer in chart.layers] + [rest]
    names = [*(layer.label for layer in chart.layers), say(REST)]
    words = [
        f"{name} {dutch(share, percent=True)}"
        for name, share in zip(names, shown, strict=True)
    ]
    middles = [*levels, 1 - rest / 2]
    plot = Layout(
        [0.0, 1.0],
        unit=chart.unit,
        across=chart.across,
        percent=True,
        labels=[Label(at, w) for at, w in zip(middles, words, strict=True)],
    ).plot(min(0.0, chart.times[0]), chart.times[-1] or 1.0)
    for at in range(len(chart.layers)):
        _layer(plot, chart.times, sums[at], sums[at + 1], LAYERS[at % len(LAYERS)])
    numbers_along(plot, min(0.0, chart.times[0]), chart.times[-1] or 1.0)
    return Figure(caption, plot.canvas.svg(caption), _stacked_table(chart, header))


def _looks(curves: Sequence[Curve]) -> list[tuple[str, str, str]]:
    return [LOOKS[at % len(LOOKS)] for at in range(len(curves))]


def _keys(curves: Sequence[Curve]) -> list[Key]:
    looks = _looks(curves)
    return [
        Key(curve.label, look[0], dash=look[1])
        for curve, look in zip(curves, looks, strict=True)
    ]


def _steps(
    plot: Plot,
    times: Sequence[float],
    shares: Sequence[float],
    start: float,
    until: float,
) -> list[tuple[float, float]]:
    places = [(plot.x(0.0), plot.y(start))]
    for time, share in zip(times, shares, strict=True):
        if time > until:
            break
        x = plot.x(time)
        places += [(x, places[-1][1]), (x, plot.y(share))]
    return [*places, (plot.x(until), places[-1][1])]


def _band(plot: Plot, curve: Curve, chart: Curves, tone: str) -> None:
    """Fill between the limits of a curve, where both are known."""
    pairs = zip(curve.times, curve.low, curve.high, strict=False)
    known = [(t, a, b) for t, a, b in pairs if a is not None and b is not None]
    if not known:
        return
    times = [t for t, _a, _b in known]
    low = _steps(plot, times, [a for _t, a, _b in known], chart.start, chart.until)
    high = _steps(plot, times, [b for _t, _a, b in known], chart.start, chart.until)
    plot.canvas.area([*high, *reversed(low)], tone, seen=0.7)


def _numbers(
    plot: Plot, chart: Curves, drawn: Sequence[Curve], left: float, say: Say
) -> None:
    """Write how many were still followed, one row per curve, under their times."""
    first = plot.bottom + LINE - GAP
    plot.canvas.text(0, first, say(AT_RISK), "quiet", bold=True)
    places = [plot.x(time) for time in chart.risk_times]
    for row, curve in enumerate(drawn, 1):
        y = first + row * LINE
        plot.canvas.text(0, y, shortened(curve.label, left - 24))
        shown = [n if isinstance(n, str) else dutch(n) for n in curve.at_risk]
        reached = left - 24 + 4
        for x, words in zip(places, shown, strict=True):
            half = width_of(words) / 2
            if x - half >= reached and x + half <= WIDTH:
                plot.canvas.text(x, y, words, anchor="middle")
                reached = x + half + 6


def _layer(
    plot: Plot,
    times: Sequence[float],
    bottom: Sequence[float],
    top: Sequence[float],
    tone: str,
) -> None:
    until = times[-1]
    under = _steps(plot, times, bottom, 0.0, until)
    over = _steps(plot, times, top, 0.0, until)
    plot.canvas.area([*over, *reversed(under)], tone, edge="paper")
    plot.canvas.line(over, "ink", wide=1)


def _share_at(curve: Curve, time: float, start: float) -> float:
    held = [s for t, s in zip(curve.times, curve.shares, strict=True) if t <= time]
    return held[-1] if held else start


def _curve_table(chart: Curves, header: tuple[str, ...], say: Say) -> Table:
    """Return the shares at the times that are counted, or at every step."""
    times = sorted({t for curve in chart.curves for t in curve.times})
    at = [t for t in chart.risk_times or [0.0, *times] if t <= chart.until]
    rows = []
    for row, time in enumerate(at):
        cells = [dutch(time, 0 if time == int(time) else 1)]
        for curve in chart.curves:
            share = dutch(_share_at(curve, time, chart.start), percent=True)
            followed = curve.at_risk[row] if chart.risk_times and curve.at_risk else ""
            told = followed if isinstance(followed, str) else dutch(followed)
            cells.append(f"{share} ({say(AT_RISK).lower()}: {told})" if told else share)
        rows.append(tuple(cells))
    return Table(header, tuple(rows))


def _stacked_table(chart: Stacked, header: tuple[str, ...]) -> Table:
    rows = []
    for at, time in enumerate(chart.times):
        parts = [layer.shares[at] for layer in chart.layers]
        shown = [dutch(part, 1, percent=True) for part in (*parts, 1 - sum(parts))]
        rows.append((dutch(time, 0 if time == int(time) else 1), *shown))
    return Table(header, tuple(rows))
