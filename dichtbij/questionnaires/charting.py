"""Where do scores stand in a drawing, and which table says the same?

Pure: lines of dated scores go in. Time runs from left to right by the day, so a gap of
a month looks like one. Each line has a mark of its own: colour alone tells nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

WIDTH, HEIGHT = 400, 160  # small, so that its text can be read on a telephone
# A mark around the origin, as the path of a drawing.
MARKS = (
    "M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0",
    "M-4 -4h8v8h-8z",
    "M0 -5.5L5.5 0L0 5.5L-5.5 0z",
    "M0 -5L5 4.5H-5z",
    "M-5 -4.5H5L0 5z",
)
DASHES = ("none", "7 3", "2 3", "9 3 2 3", "4 4")
STEPS = (1, 2, 5, 10, 20, 50)
MOST_STEPS = 5


@dataclass(frozen=True)
class Dot:
    """One score on a day."""

    on: date
    value: float


@dataclass(frozen=True)
class Line:
    """Scores of one kind, in the order of their days."""

    label: str
    dots: tuple[Dot, ...]


@dataclass(frozen=True)
class Guide:
    """A level to compare with, such as where a band begins."""

    value: float
    label: str


@dataclass(frozen=True)
class Place:
    """A score in the drawing: from the left, from the top."""

    x: float
    y: float

    @property
    def left(self) -> str:
        """Return x as SVG wants it, whatever the language of the page."""
        return f"{self.x:g}"

    @property
    def top(self) -> str:
        """Return y as SVG wants it."""
        return f"{self.y:g}"


@dataclass(frozen=True)
class Drawn:
    """One line as it is drawn."""

    label: str
    mark: str
    dash: str
    places: tuple[Place, ...]

    @property
    def points(self) -> str:
        """Return the places as a polyline wants them."""
        return " ".join(f"{place.left},{place.top}" for place in self.places)


@dataclass(frozen=True)
class Tick:
    """A level with its number or label."""

    top: str
    label: str


@dataclass(frozen=True)
class Row:
    """One day of the table; an empty text where a line has no score that day."""

    on: date
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Chart:
    """A drawing and the table that says the same."""

    first_on: date
    last_on: date
    lines: tuple[Drawn, ...]
    levels: tuple[Tick, ...]
    guides: tuple[Tick, ...]
    rows: tuple[Row, ...]
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def labels(self) -> list[str]:
        """Return what each line is about."""
        return [line.label for line in self.lines]


def number(value: float) -> str:
    """Return a score without needless decimals."""
    return f"{value:g}"


def chart(
    lines: Sequence[Line],
    lowest: float,
    highest: float,
    guides: Sequence[Guide] = (),
) -> Chart | None:
    """Return the drawing of all lines, or None when there is no score at all.

    Raises ValueError for a score outside lowest to highest.
    """
    dots = [dot for line in lines for dot in line.dots]
    if not dots:
        return None
    if any(not lowest <= dot.value <= highest for dot in dots):
        raise ValueError("a score lies outside its scale")
    first, last = min(dot.on for dot in dots), max(dot.on for dot in dots)

    def place(dot: Dot) -> Place:
        return Place(_across(dot.on, first, last), _down(dot.value, lowest, highest))

    drawn = tuple(
        Drawn(
            line.label,
            MARKS[at % len(MARKS)],
            DASHES[at % len(DASHES)],
            tuple(place(dot) for dot in line.dots),
        )
        for at, line in enumerate(lines)
    )
    return Chart(
        first_on=first,
        last_on=last,
        lines=drawn,
        levels=tuple(
            _tick(level, number(level), lowest, highest)
            for level in _levels(lowest, highest)
        ),
        guides=tuple(_tick(g.value, g.label, lowest, highest) for g in guides),
        rows=_rows(lines),
    )


def _levels(lowest: float, highest: float) -> list[float]:
    """Return round levels to read scores by: at most five steps."""
    span = highest - lowest
    step = next((s for s in STEPS if span / s <= MOST_STEPS), STEPS[-1])
    return [lowest + step * at for at in range(int(span // step) + 1)]


def _across(on: date, first: date, last: date) -> float:
    days = (last - first).days
    return WIDTH / 2 if days == 0 else round(WIDTH * (on - first).days / days, 1)


def _down(value: float, lowest: float, highest: float) -> float:
    return round(HEIGHT * (highest - value) / (highest - lowest), 1)


def _tick(value: float, label: str, lowest: float, highest: float) -> Tick:
    return Tick(f"{_down(value, lowest, highest):g}", label)


def _rows(lines: Sequence[Line]) -> tuple[Row, ...]:
    """Return one row per day; two scores of one line on a day stand in one cell."""
    days = sorted({dot.on for line in lines for dot in line.dots})
    return tuple(
        Row(
            day,
            tuple(
                ", ".join(number(dot.value) for dot in line.dots if dot.on == day)
                for line in lines
            ),
        )
        for day in days
    )
