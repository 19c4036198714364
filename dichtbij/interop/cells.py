"""What does one cell mean? A text, a day, a number or a code; or what is wrong with it.

Problems are codes with what they need; `words` says them in sentences.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus",
    "september", "oktober", "november", "december",
)  # fmt: skip
_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})$")
_DUTCH = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$")
_WRITTEN = re.compile(r"(\d{1,2}) ([a-z]{3,9})\.? (\d{4})$")
_QUARTER = re.compile(r"(\d{4})[ -]?[KkQq]([1-4])$")
_TIME = re.compile(r"(\d{1,2})[:.](\d{2})$")


class CellProblem(ValueError):
    """What is wrong with a cell; `code` and `given` are put in words elsewhere."""

    def __init__(self, code: str, **given: object) -> None:
        super().__init__(code)
        self.code = code
        self.given = given


Parse = Callable[[str], Any]


@dataclass(frozen=True)
class Column:
    """One column of a template: its name in the file, and how its cells are read."""

    key: str
    header: str
    parse: Parse
    example: str
    required: bool = False


def text(longest: int) -> Parse:
    """Return a reader of text of at most so many characters."""

    def read(cell: str) -> str:
        if len(cell) > longest:
            raise CellProblem("too_long", most=longest)
        return cell

    return read


def digits(count: int) -> Parse:
    """Return a reader of a number of exactly so many digits, zeros in front kept."""

    def read(cell: str) -> str:
        told = cell.replace(" ", "")
        # A spreadsheet drops zeros in front.
        told = told.zfill(count) if told.isascii() and told.isdigit() else told
        if not (told.isascii() and told.isdigit() and len(told) == count):
            raise CellProblem("digits", count=count)
        return told

    return read


def whole(lowest: int, highest: int) -> Parse:
    """Return a reader of a whole number between two bounds, both included."""

    def read(cell: str) -> int:
        if not (cell.isascii() and cell.isdigit() and len(cell) < 10):
            raise CellProblem("whole", lowest=lowest, highest=highest)
        if not lowest <= int(cell) <= highest:
            raise CellProblem("whole", lowest=lowest, highest=highest)
        return int(cell)

    return read


def choice(codes: Mapping[str, str]) -> Parse:
    """Return a reader of one of the words of a list; a word stands for its code."""

    def read(cell: str) -> str:
        found = codes.get(cell.lower())
        if found is None:
            raise CellProblem("choice", choices=", ".join(codes))
        return found

    return read


def several(codes: Mapping[str, str]) -> Parse:
    """Return a reader of codes with commas or semicolons between them."""
    one = choice(codes)

    def read(cell: str) -> list[str]:
        told = [part.strip() for part in re.split("[,;]", cell)]
        return list(dict.fromkeys(one(part) for part in told if part))

    return read


def day(cell: str) -> date:
    """Return a day: 2026-03-01, 1-3-2026, 1/3/2026, 1.3.2026 or 1 maart 2026."""
    if found := _ISO.match(cell):
        year, month, number = map(int, found.groups())
    elif found := _DUTCH.match(cell):
        number, month, year = map(int, found.groups())
    elif found := _WRITTEN.match(cell.lower()):
        number, year = int(found[1]), int(found[3])
        month = _month(found[2])
    else:
        raise CellProblem("day")
    try:
        made = date(year, month, number)
    except ValueError as impossible:
        raise CellProblem("day") from impossible
    if not 1900 <= year <= 2199:
        raise CellProblem("day")
    return made


def _month(word: str) -> int:
    for number, name in enumerate(MONTHS, start=1):
        if word == name or word == name[:3] or (word == "mrt" and number == 3):
            return number
    raise CellProblem("day")


def quarter(cell: str) -> date:
    """Return the first day of a quarter: 2025 K1, 2025-Q1, or any day in it."""
    if found := _QUARTER.match(cell):
        return date(int(found[1]), 3 * int(found[2]) - 2, 1)
    try:
        told = day(cell)
    except CellProblem as problem:
        raise CellProblem("quarter") from problem
    return told.replace(month=3 * ((told.month - 1) // 3) + 1, day=1)


def clock_time(cell: str) -> time:
    """Return a time: 9:00 or 13.30."""
    found = _TIME.match(cell)
    if not found or int(found[1]) > 23 or int(found[2]) > 59:
        raise CellProblem("time")
    return time(int(found[1]), int(found[2]))


def email(cell: str) -> str:
    """Return a mail address in small letters."""
    name, at, place = cell.lower().rpartition("@")
    if not (name and at and "." in place) or " " in cell or len(cell) > 254:
        raise CellProblem("email")
    return cell.lower()


def brin(cell: str) -> str:
    """Return a school number: two digits and two letters, a location may follow."""
    told = cell.upper().replace(" ", "")
    if not re.fullmatch(r"\d{2}[A-Z]{2}(\d{2})?", told, re.ASCII):
        raise CellProblem("brin")
    return told
