"""What belongs to a drawing: what it says, of how many, of when, and its table?

Pure. `say` translates an English text, such as gettext; as it stands the text is kept.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from math import isfinite

from dichtbij.shared.charts.numerals import dutch

Say = Callable[[str], str]


class Svg(str):
    """A drawing: markup in which every text was escaped, so a page shows it."""

    __slots__ = ()

    def __html__(self) -> str:
        """Tell a template that this is markup already."""
        return str(self)


@dataclass(frozen=True)
class Caption:
    """What is said about a figure, in the language of the reader.

    `key` makes its ids unique on the page, `sentence` reads it in plain words, `n`
    counts what it is made of and `counted` names that ("trajectories").
    """

    key: str
    title: str
    sentence: str
    n: int
    counted: str
    data_on: date

    @property
    def counted_words(self) -> str:
        """Return how many of what, such as "1.310 trajecten"."""
        return f"{dutch(self.n)} {self.counted}"


@dataclass(frozen=True)
class Table:
    """The twin of a drawing: the first cell of each row names it."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Figure:
    """A drawing with all that belongs to it.

    `svg` is empty when there is nothing to draw; then `missing` says so in a sentence.
    """

    caption: Caption
    svg: Svg
    table: Table
    missing: str = ""

    @property
    def printed(self) -> dict[str, object]:
        """Return it as plain data for a PDF: `drawing` in paper.typ draws it."""
        return {
            "title": self.caption.title,
            "sentence": self.caption.sentence,
            "of": self.caption.counted_words,
            "data_on": self.caption.data_on.isoformat(),
            "svg": str(self.svg),
            "header": list(self.table.header),
            "rows": [list(row) for row in self.table.rows],
            "missing": self.missing,
        }


def _(text: str) -> str:
    """Mark a text for the catalogue."""
    return text


NOTHING = _("There are no figures to draw for this period yet.")


def nothing(caption: Caption, header: Sequence[str], say: Say) -> Figure:
    """Return the figure of no data: a sentence, never an empty drawing."""
    return Figure(caption, Svg(""), Table(tuple(header), ()), say(NOTHING))


def checked(*series: Sequence[float | None]) -> None:
    """Raise ValueError for a value that is no number, or series of different length."""
    if len({len(one) for one in series}) > 1:
        raise ValueError("the series of a drawing have the same length")
    if not all(isfinite(value) for one in series for value in one if value is not None):
        raise ValueError("a drawing shows numbers; leave out what has none")
