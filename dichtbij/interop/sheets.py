"""What stands in this spreadsheet, and may it be opened at all? Cells become text.

A file is judged before it is opened: kind, size inside, macros, password, formulas,
merged cells and cells far away are refused with a code and, where it helps, a place.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from python_calamine import CalamineWorkbook

LARGEST_BYTES = 20_000_000  # [design] 60,000 rows of trajectories take about six
LARGEST_INSIDE_BYTES = 250_000_000  # [design] what a zip may unpack to
MOST_ROWS = 60_000  # Source: issue 4, item 6: 50,000 rows
MOST_COLUMNS = 60  # [design] no template has half of it
SHEET = "Gegevens"
NOTES = "Uitleg"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # old Excel, and a password on a new one
DELIMITERS = (";", ",", "\t")
_CELL = re.compile(rb'<c(?: [^>]*?)? r="([A-Z]+)([0-9]+)"')
_ANY_CELL = re.compile(rb"<c[ >/]")
_FORMULA = re.compile(rb"<f[ >/]")
_MERGED = re.compile(rb'<mergeCell ref="([A-Z]+[0-9]+)')
_SPANNED = re.compile(rb'number-(?:columns|rows)-spanned="(?:[2-9]|[1-9][0-9]+)"')
_FILLED_CELLS = re.compile(
    rb"<table:table-cell(?=[^>]*office:value-type)[^>]*"
    rb'number-columns-repeated="([0-9]+)"'
)
_REPEATED_ROWS = re.compile(
    rb'<table:table-row[^>]*number-rows-repeated="([0-9]+)"[^>]*>'
    rb"((?:(?!</table:table-row>).)*)",
    re.DOTALL,
)


class SheetProblem(ValueError):
    """Why a file is not taken at all; `code` and `where` are put in words elsewhere."""

    def __init__(self, code: str, **where: object) -> None:
        super().__init__(code)
        self.code = code
        self.where = where


@dataclass(frozen=True)
class Sheet:
    """The first row and the rows below it, each with its number in the file."""

    headers: list[str]
    rows: list[tuple[int, list[str]]]


def read_sheet(content: bytes) -> Sheet:
    """Return what a spreadsheet holds. Raises SheetProblem."""
    if not content:
        raise SheetProblem("empty")
    if len(content) > LARGEST_BYTES:
        raise SheetProblem("too_large")
    if content.startswith(OLE):
        locked = "EncryptedPackage".encode("utf-16-le") in content
        raise SheetProblem("password" if locked else "old")
    packed = content.startswith(b"PK")
    return _sheet_of(_unpacked(content) if packed else _csv_rows(content))


def _sheet_of(rows: Iterable[list[str]]) -> Sheet:
    """Split into headers and filled rows."""
    filled = [(n, row) for n, row in enumerate(rows, start=1) if any(row)]
    if len(filled) < 2:
        raise SheetProblem("empty")
    if len(filled) > MOST_ROWS + 1:
        raise SheetProblem("too_many_rows", most=MOST_ROWS)
    return Sheet(headers=filled[0][1], rows=filled[1:])


def _unpacked(content: bytes) -> list[list[str]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            _check_names(packed)
            _check_parts(packed)
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        raw = book.get_sheet_by_name(_chosen(book.sheet_names)).to_python(
            skip_empty_area=False
        )
    except SheetProblem:
        raise
    except (KeyboardInterrupt, SystemExit):
        raise
    # Whatever is wrong inside, a person reads one sentence; a panic of the library
    # is no Exception.
    except BaseException as broken:
        raise SheetProblem("unreadable") from broken
    return [[_text(cell) for cell in row] for row in raw]


def _check_names(packed: zipfile.ZipFile) -> None:
    """Judge by the directory of the zip, before anything is unpacked."""
    if sum(part.file_size for part in packed.infolist()) > LARGEST_INSIDE_BYTES:
        raise SheetProblem("too_large_inside")
    names = packed.namelist()
    if any(_is_macro(name) for name in names):
        raise SheetProblem("macros")
    if any(part.flag_bits & 1 for part in packed.infolist()):
        raise SheetProblem("password")


def _is_macro(name: str) -> bool:
    return name.lower().endswith("vbaproject.bin") or name.startswith(
        ("Basic/", "Scripts/")
    )


def _check_parts(packed: zipfile.ZipFile) -> None:
    """Look through each part; reading stops at the size the directory told."""
    for name in packed.namelist():
        part = packed.read(name)
        if name == "META-INF/manifest.xml" and b"encryption-data" in part:
            raise SheetProblem("password")
        if name == "[Content_Types].xml" and b"macroEnabled" in part:
            raise SheetProblem("macros")
        if name.startswith("xl/worksheets/"):
            _check_xlsx(part)
        elif name == "content.xml":
            _check_ods(part)


def _check_xlsx(part: bytes) -> None:
    formula = _FORMULA.search(part)
    if formula is not None:
        before = _CELL.findall(part, max(0, formula.start() - 400), formula.start())
        raise SheetProblem("formula", cell=_named(before[-1]) if before else "")
    merged = _MERGED.search(part)
    if merged is not None:
        raise SheetProblem("merged", cell=merged.group(1).decode())
    cells = 0
    for letters, number in _CELL.findall(part):
        cells += 1
        # A cell far away would let the reader lay out every cell before it.
        if len(letters) > 2 or int(number) > MOST_ROWS + 1:
            raise SheetProblem("far_away", cell=_named((letters, number)))
        if column_number(letters.decode()) > MOST_COLUMNS:
            raise SheetProblem("far_away", cell=_named((letters, number)))
    if cells != sum(1 for _cell in _ANY_CELL.finditer(part)):
        raise SheetProblem("unreadable")


def _named(place: tuple[bytes, bytes]) -> str:
    return (place[0] + place[1]).decode()


def _check_ods(part: bytes) -> None:
    if b"table:formula=" in part:
        raise SheetProblem("formula", cell="")
    if _SPANNED.search(part):
        raise SheetProblem("merged", cell="")
    for repeated in _FILLED_CELLS.findall(part):
        if int(repeated) > MOST_COLUMNS:
            raise SheetProblem("far_away", cell="")
    for repeated, inside in _REPEATED_ROWS.findall(part):
        if int(repeated) > MOST_ROWS and b"office:value-type" in inside:
            raise SheetProblem("too_many_rows", most=MOST_ROWS)


def _chosen(names: list[str]) -> str:
    """Return the sheet to read: the only one beside the notes, or the named one."""
    if SHEET in names:
        return SHEET
    others = [name for name in names if name != NOTES]
    if len(others) != 1:
        raise SheetProblem("many_sheets", count=len(others), name=SHEET)
    return others[0]


def _csv_rows(content: bytes) -> Iterator[list[str]]:
    text = _decoded(content)
    first = text.split("\n", 1)[0]
    delimiter = max(DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for number, row in enumerate(reader, start=1):
            for place, cell in enumerate(row, start=1):
                if cell.startswith("="):
                    at = f"{column_letters(place)}{number}"
                    raise SheetProblem("formula", cell=at)
            yield [_text(cell) for cell in row]
    except csv.Error as broken:
        raise SheetProblem("unreadable") from broken


def _decoded(content: bytes) -> str:
    if b"\0" in content:
        raise SheetProblem("encoding")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise SheetProblem("encoding")


def _text(cell: object) -> str:
    """Return a cell as text: a date as 2026-03-01, a whole number without a point."""
    if isinstance(cell, bool):
        return "ja" if cell else "nee"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, time):
        return cell.strftime("%H:%M")
    return plain("".join(sign for sign in str(cell) if sign.isprintable()).strip())


# --- cells that a spreadsheet would take for a formula ---------------------------

SIGNS = ("=", "+", "-", "@")


def neutral(text: str) -> str:
    """Return the text so that no spreadsheet calculates with it: a quote before it."""
    shielded = text.startswith("'") and text[1:2] in (*SIGNS, "'")
    return f"'{text}" if text.startswith(SIGNS) or shielded else text


def plain(text: str) -> str:
    """Return what `neutral` made neutral."""
    shielded = text.startswith("'") and text[1:2] in (*SIGNS, "'")
    return text[1:] if shielded else text


def column_letters(number: int) -> str:
    """Return the name of a column: 1 is A, 27 is AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """Return the number of a column: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
