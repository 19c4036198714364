"""How near is a goal over time, and which line draws that?

Pure: scores from 0 to 10 go in, in the order of their days.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

HIGHEST = 10
SPARK = (96, 28)  # width and height of the small line, in its own units
CHART = (300, 110)


@dataclass(frozen=True)
class Score:
    """One score of 0 to 10 on a day."""

    on: date
    value: int


@dataclass(frozen=True)
class Point:
    """Where a score stands in a drawing: from the left, from the top."""

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


def points(scores: Sequence[int], width: int, height: int) -> list[Point]:
    """Return one point per score, evenly spread, 10 at the top; a single one centred.

    Raises ValueError for a score outside 0 to 10.
    """
    if any(not 0 <= score <= HIGHEST for score in scores):
        raise ValueError("a score lies from 0 to 10")
    if len(scores) == 1:
        return [Point(width / 2, _height_of(scores[0], height))]
    step = width / max(1, len(scores) - 1)
    return [
        Point(round(step * index, 1), _height_of(score, height))
        for index, score in enumerate(scores)
    ]


def line(places: Sequence[Point]) -> str:
    """Return the places as a polyline of SVG wants them."""
    return " ".join(f"{place.left},{place.top}" for place in places)


def in_words(scores: Sequence[int]) -> str:
    """Return the scores as text: the twin of every drawing."""
    return " \u2192 ".join(str(score) for score in scores)


def _height_of(score: int, height: int) -> float:
    return round(height - height * score / HIGHEST, 1)
