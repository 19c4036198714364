"""What does one see of an upload before and after it is brought in?"""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dichtbij.interop.actions import judged, opened
from dichtbij.interop.cells import CellProblem, Column
from dichtbij.interop.columns import COLUMNS
from dichtbij.interop.models import ImportRun
from dichtbij.interop.rows import REASON, Row
from dichtbij.interop.sheets import Sheet
from dichtbij.interop.wording import cell_words, row_words

SHOWN = 100  # [design] rows on the page; all wrong ones stand in the download
CELLS = 3
NONSENSE = "\u2620" * 500  # fits no column, so each says what it wants
WORDS = {
    "new": gettext_lazy("new"),
    "update": gettext_lazy("changes"),
    "duplicate": gettext_lazy("known already"),
    "error": gettext_lazy("wrong"),
}


@dataclass(frozen=True)
class Note:
    """What a template says of one column."""

    header: str
    required: bool
    wanted: str
    example: str

    def cells(self) -> list[str]:
        """Return the line of the sheet with notes."""
        must = _("required") if self.required else _("may be empty")
        return [self.header, must, self.wanted, self.example]


@dataclass(frozen=True)
class Shown:
    """One row on the page."""

    number: int
    verdict: str
    word: str
    cells: list[str]
    problems: list[str]


@dataclass(frozen=True)
class Preview:
    """An upload as it stands now."""

    counts: dict[str, int]
    rows: list[Shown]
    headers: list[str]
    left_out: int
    wrong: int

    @property
    def sound(self) -> int:
        """Return how many rows would be written."""
        return self.counts["new"] + self.counts["update"]


def notes_of(kind: str) -> list[Note]:
    """Return what each column of a kind wants."""
    return [
        Note(column.header, column.required, _wanted(column), column.example)
        for column in COLUMNS[kind]
    ]


def _wanted(column: Column) -> str:
    try:
        column.parse(NONSENSE)
    except CellProblem as problem:
        return cell_words(problem.code, problem.given)
    return ""


def preview_of(run: ImportRun) -> Preview | None:
    """Return the rows of an upload, wrong ones first; None when it is kept no longer.

    After it was brought in these are the rows that were wrong.
    """
    sheet = opened(run)
    if sheet is None:
        return None
    rows, _writer = judged(run, sheet)
    counts = {word: sum(1 for row in rows if row.verdict == word) for word in WORDS}
    rows.sort(key=lambda row: (row.verdict != "error", row.number))
    return Preview(
        counts=counts,
        rows=[_shown(row) for row in rows[:SHOWN]],
        headers=[column.header for column in COLUMNS[run.kind][:CELLS]],
        left_out=max(0, len(rows) - SHOWN),
        wrong=counts["error"],
    )


def _shown(row: Row) -> Shown:
    return Shown(
        number=row.number,
        verdict=row.verdict,
        word=str(WORDS[row.verdict]),
        cells=list(row.cells.values())[:CELLS],
        problems=row_words(row),
    )


@dataclass(frozen=True)
class Rest:
    """The rows that were wrong, as one gets them back."""

    headers: list[str]
    rows: list[list[str]]


def rest_of(run: ImportRun) -> Rest | None:
    """Return the wrong rows with a column of reasons, or None when there are none."""
    sheet: Sheet | None = opened(run)
    if sheet is None:
        return None
    rows, _writer = judged(run, sheet)
    wrong = [
        [*row.cells.values(), "; ".join(row_words(row))]
        for row in rows
        if row.verdict == "error"
    ]
    headers = [*(column.header for column in COLUMNS[run.kind]), REASON]
    return Rest(headers, wrong) if wrong else None
