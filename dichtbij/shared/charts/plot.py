"""Where does a value stand between two axes, and which words stand beside it?

Nothing overlaps: labels along an axis are thinned until they fit, labels beside the
plot are moved apart, and the key runs on to a next line.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dichtbij.shared.charts.drawing import (
    ASCENT,
    DESCENT,
    LINE,
    WIDTH,
    Canvas,
    shortened,
    width_of,
    wrapped,
)
from dichtbij.shared.charts.numerals import decimals_of, dutch, ticks

HIGH = 230.0  # of the plot itself
GAP = 10.0
NEXT = 16.0  # from one line of a block of words to the next
SAMPLE = 30.0  # of a line in the key
BESIDE = 160.0  # at most, for words to the right of the plot


@dataclass(frozen=True)
class Label:
    """Words beside the end of a line, at a level of the plot."""

    level: float
    words: str
    tone: str = "ink"


@dataclass(frozen=True)
class Key:
    """What a line or a mark means."""

    words: str
    tone: str
    dash: str = ""  # empty: no line
    mark: str = ""  # empty: no mark
    hollow: bool = False
    fill: bool = False  # a patch in place of a line


@dataclass(frozen=True)
class Scale:
    """Turns values into places along one side of the plot."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """Return the place of a value; beyond the scale it stands at its end."""
        share = (value - self.low) / (self.high - self.low)
        return self.start + min(1.0, max(0.0, share)) * (self.end - self.start)


@dataclass(frozen=True)
class Plot:
    """A canvas with the scales of a plot on it."""

    canvas: Canvas
    x: Scale
    y: Scale
    bottom: float  # below the plot and the words along its axis


class Layout:
    """Finds how large the margins are, and draws the axes.

    `levels` are the values the upright axis must hold; `keys` and `labels` the words
    around the plot; `above` and `below` are room for more over and under it.
    """

    def __init__(
        self,
        levels: Sequence[float],
        *,
        unit: str,
        across: str = "",
        keys: Sequence[Key] = (),
        labels: Sequence[Label] = (),
        percent: bool = False,
        above: float = 0.0,
        below: float = 0.0,
        least_left: float = 0.0,
    ) -> None:
        self.ticks = ticks(min(levels), max(levels))
        self.shown = [
            dutch(t, decimals_of(self.ticks, percent=percent), percent=percent)
            for t in self.ticks
        ]
        self.unit, self.across = unit, across
        self.labels, self.above, self.below = labels, above, below
        self.left = max(least_left, max(width_of(s) for s in self.shown) + GAP)
        widest = max((width_of(label.words) for label in labels), default=0.0)
        self.right = min(BESIDE, widest + GAP) if labels else GAP
        self.key_rows = rows_of(keys)
        self.heading = wrapped(unit, WIDTH) if unit else []

    def plot(self, low: float, high: float, inset: float = 0.0) -> Plot:
        """Draw key, axes and labels; low to high run from left to right."""
        top = self._top()
        foot = top + HIGH + LINE + (LINE if self.across else 0.0) + GAP
        canvas = Canvas(foot + self.below)
        left, right = self.left, WIDTH - self.right
        y = Scale(self.ticks[0], self.ticks[-1], top + HIGH, top)
        self._head(canvas)
        for tick, words in zip(self.ticks, self.shown, strict=True):
            canvas.line([(left, y(tick)), (right, y(tick))], "rule", wide=1)
            canvas.text(left - 6, y(tick) + 5, words, "quiet", anchor="end")
        if self.across:
            across = shortened(self.across, WIDTH - left)
            canvas.text(right, foot - GAP - DESCENT, across, "quiet", anchor="end")
        self._beside(canvas, right, y)
        x = Scale(low, high, left + inset, right - inset)
        return Plot(canvas, x, y, foot)

    def _top(self) -> float:
        rows = len(self.key_rows) + len(self.heading)
        return self.above + rows * LINE + (GAP if rows else 0.0) + ASCENT

    def _head(self, canvas: Canvas) -> None:
        for at, row in enumerate(self.key_rows):
            draw_keys(canvas, row, self.above + ASCENT + DESCENT + at * LINE - 1)
        start = (
            self.above + len(self.key_rows) * LINE + (GAP / 2 if self.key_rows else 0)
        )
        for at, words in enumerate(self.heading):
            y = start + ASCENT + DESCENT - 1 + at * LINE
            canvas.text(0, y, words, "quiet")

    def _beside(self, canvas: Canvas, right: float, y: Scale) -> None:
        blocks = [wrapped(label.words, self.right - 6) for label in self.labels]
        middles = [y(label.level) for label in self.labels]
        highs = [NEXT * len(block) for block in blocks]
        tops = apart(middles, highs, y.end - NEXT / 2, y.start + NEXT / 2)
        for label, block, at in zip(self.labels, blocks, tops, strict=True):
            for line, words in enumerate(block):
                foot = at + ASCENT + 1 + line * NEXT
                canvas.text(right + 6, foot, words, label.tone)


def rows_of(keys: Sequence[Key]) -> list[list[tuple[float, Key]]]:
    """Return the rows of a key, each with what stands where."""
    rows: list[list[tuple[float, Key]]] = []
    used = WIDTH
    for key in keys:
        needed = SAMPLE + 6 + width_of(key.words)
        if used + needed > WIDTH or not rows:
            rows.append([])
            used = 0.0
        rows[-1].append((used, key))
        used += needed + 18
    return rows


def draw_keys(canvas: Canvas, row: Sequence[tuple[float, Key]], y: float) -> None:
    """Draw one row of a key; its words stand on y."""
    for x, key in row:
        middle = y - 5
        if key.fill:
            canvas.box(x, middle - 6, x + SAMPLE, middle + 6, key.tone, edge="quiet")
        if key.dash:
            ends = [(x, middle), (x + SAMPLE, middle)]
            canvas.line(ends, key.tone, wide=2, dash=key.dash)
        if key.mark:
            place = x + SAMPLE / 2
            canvas.mark(key.mark, place, middle, key.tone, hollow=key.hollow)
        room = WIDTH - x - SAMPLE - 6
        canvas.text(x + SAMPLE + 6, y, shortened(key.words, room))


def apart(
    middles: Sequence[float], highs: Sequence[float], low: float, high: float
) -> list[float]:
    """Return the tops of blocks, as near to their wanted middles as room allows.

    From low to high, none over another; what finds no room runs on beyond high.
    """
    order = sorted(range(len(middles)), key=lambda at: middles[at])
    tops = [middle - tall / 2 for middle, tall in zip(middles, highs, strict=True)]
    limit = high
    for at in reversed(order):
        tops[at] = min(tops[at], limit - highs[at])
        limit = tops[at]
    least = low
    for at in order:
        tops[at] = max(tops[at], least)
        least = tops[at] + highs[at]
    return tops


def along(plot: Plot, places: Sequence[float], words: Sequence[str]) -> None:
    """Write words under the axis, thinned until none touches the next."""
    y = plot.y.start + LINE
    for every in range(1, len(words) + 1):
        chosen = range(0, len(words), every)
        spots = [_kept_in(places[at], words[at]) for at in chosen]
        halves = [width_of(words[at]) / 2 for at in chosen]
        ends = [spot + half for spot, half in zip(spots, halves, strict=True)]
        starts = [spot - half for spot, half in zip(spots, halves, strict=True)]
        if all(b - a >= 8 for a, b in zip(ends, starts[1:], strict=False)):
            break
    for at, spot in zip(chosen, spots, strict=True):
        plot.canvas.line(
            [(places[at], plot.y.start), (places[at], plot.y.start + 4)],
            "quiet",
            wide=1,
        )
        plot.canvas.text(spot, y, words[at], "quiet", anchor="middle")


def _kept_in(place: float, words: str) -> float:
    half = width_of(words) / 2
    return min(WIDTH - half, max(half, place))


def numbers_along(plot: Plot, low: float, high: float, most: int = 8) -> None:
    """Write round numbers under the axis."""
    shown = [t for t in ticks(low, high, most) if low <= t <= high]
    decimals = decimals_of(shown)
    along(plot, [plot.x(t) for t in shown], [dutch(t, decimals) for t in shown])


def upright(plot: Plot, at: float, words: str) -> None:
    """Draw an upright dotted line, its words beside its top where there is room."""
    x, top = plot.x(at), plot.y.end
    plot.canvas.line([(x, top - 14), (x, plot.y.start)], "ink", dash="dot")
    after, before = WIDTH - x - 5, x - 5 - plot.x.start
    if width_of(words) <= after or after >= before:
        plot.canvas.text(x + 5, top - 4, shortened(words, after), "quiet")
    else:
        short = shortened(words, before)
        plot.canvas.text(x - 5, top - 4, short, "quiet", anchor="end")
