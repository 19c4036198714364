"""Which spreadsheet does one get: an empty template, or the rows that went back?"""

import io
from collections.abc import Iterable, Sequence
from typing import Any

from dichtbij.interop.columns import COLUMNS
from dichtbij.interop.sheets import NOTES, SHEET, neutral

TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def template(kind: str, notes: Iterable[Sequence[str]]) -> bytes:
    """Return a template: headers and one example; `notes` is a second sheet."""
    columns = COLUMNS[kind]
    rows = [[column.example for column in columns]]
    return workbook([column.header for column in columns], rows, notes)


def workbook(
    headers: Sequence[str],
    rows: Iterable[Sequence[str]],
    notes: Iterable[Sequence[str]] = (),
) -> bytes:
    """Return an xlsx in which every cell is text and none is a formula."""
    from openpyxl import Workbook  # brings numpy: not when the web starts

    book = Workbook(write_only=True)
    sheet = book.create_sheet(SHEET)
    sheet.freeze_panes = "A2"
    sheet.append([_bold(sheet, neutral(header)) for header in headers])
    for row in rows:
        sheet.append([neutral(cell) for cell in row])
    told = list(notes)
    if told:
        beside = book.create_sheet(NOTES)
        for line in told:
            beside.append([neutral(cell) for cell in line])
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _bold(sheet: object, words: str) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    cell = WriteOnlyCell(sheet, value=words)
    cell.font = Font(bold=True)
    return cell
