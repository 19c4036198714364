"""Which rows of a sheet can be read, and what is wrong with the cells of others?"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from dichtbij.interop.cells import CellProblem, Column
from dichtbij.interop.columns import COLUMNS
from dichtbij.interop.sheets import Sheet, SheetProblem, column_letters

VERDICTS = ("new", "update", "duplicate", "error")
REASON = "Reden"  # the extra column of what was sent back; ignored when it returns
# Each of these days of a trajectory may not lie before the one that starts it.
ORDER = (
    ("referred_on", "first_contact_on"),
    ("referred_on", "first_consult_on"),
    ("referred_on", "closed_on"),
    ("first_consult_on", "closed_on"),
    ("valid_from", "valid_until"),
    ("starts", "ends"),
)
# Days that must have passed: nobody was counted or referred tomorrow.
PAST = (
    "referred_on", "first_contact_on", "first_consult_on", "closed_on", "counted_on",
    "listed_on",
)  # fmt: skip


@dataclass(frozen=True)
class Problem:
    """What is wrong in one place: a code, the column, and what the sentence needs."""

    code: str
    header: str = ""
    letter: str = ""
    given: dict[str, Any] = field(default_factory=dict)


@dataclass
class Row:
    """One row of the file: as it was typed, as it was read, and what is wrong."""

    number: int
    cells: dict[str, str]
    values: dict[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    verdict: str = ""  # one of VERDICTS, once it was held against what is known

    @property
    def sound(self) -> bool:
        """Tell whether nothing is wrong with it."""
        return not self.problems


def read_rows(kind: str, sheet: Sheet, today: date) -> list[Row]:
    """Return the rows of a sheet of this kind. Raises SheetProblem for its columns."""
    columns = COLUMNS[kind]
    places = _places(columns, sheet.headers)
    return [_row(columns, places, number, cells, today) for number, cells in sheet.rows]


def _places(columns: Sequence[Column], headers: Sequence[str]) -> dict[str, int]:
    """Return where each column stands, by key."""
    told = [" ".join(header.split()).lower() for header in headers]
    known = {column.header.lower(): column for column in columns}
    unknown = [
        f"{column_letters(place)} ({headers[place - 1]})"
        for place, name in enumerate(told, start=1)
        if name and name not in known and name != REASON.lower()
    ]
    if unknown:
        raise SheetProblem("unknown_columns", columns=", ".join(unknown))
    for name in told:
        if name and told.count(name) > 1:
            raise SheetProblem("twice_column", column=known[name].header)
    missing = [c.header for c in columns if c.required and c.header.lower() not in told]
    if missing:
        raise SheetProblem("missing_columns", columns=", ".join(missing))
    return {known[name].key: n for n, name in enumerate(told) if name in known}


def _row(
    columns: Sequence[Column],
    places: dict[str, int],
    number: int,
    cells: Sequence[str],
    today: date,
) -> Row:
    row = Row(number, {})
    for column in columns:
        place = places.get(column.key)
        cell = cells[place] if place is not None and place < len(cells) else ""
        row.cells[column.key] = cell
        letter = column_letters(place + 1) if place is not None else ""
        _read_cell(row, column, letter, cell)
    for problem in _in_time(row.values, today):
        key = problem.given["key"]
        header = next(c.header for c in columns if c.key == key)
        place = places[key]
        letter = column_letters(place + 1)
        row.problems.append(Problem(problem.code, header, letter, problem.given))
    return row


def _read_cell(row: Row, column: Column, letter: str, cell: str) -> None:
    if not cell:
        row.values[column.key] = None
        if column.required:
            row.problems.append(Problem("required", column.header, letter))
        return
    try:
        row.values[column.key] = column.parse(cell)
    except CellProblem as wrong:
        row.values[column.key] = None
        row.problems.append(Problem(wrong.code, column.header, letter, wrong.given))


def _in_time(values: dict[str, Any], today: date) -> list[Problem]:
    """Return what is wrong between days: in the future, or an end before its start."""
    found = []
    for key in PAST:
        if values.get(key) is not None and values[key] > today:
            found.append(Problem("future", given={"key": key}))
    for first, second in ORDER:
        begins, ends = values.get(first), values.get(second)
        if begins is not None and ends is not None and ends < begins:
            found.append(Problem("order", given={"key": second}))
    if values.get("close_reason") and not values.get("closed_on"):
        found.append(Problem("reason_without_end", given={"key": "close_reason"}))
    return found
