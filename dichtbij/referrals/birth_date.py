"""Which birth date did someone type, and if none, what is wrong with it?"""

import re
from datetime import date

MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov")
NAMED = re.compile(
    r"\b(jan(?:uari)?|feb(?:ruari)?|mrt|maart|apr(?:il)?|mei|june?i?|jul[iy]?"
    r"|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
PARTS = re.compile(r"(\d{1,4})[-/. ]{1,3}(\d{1,2})[-/. ]{1,3}(\d{1,4})")
COMPACT = re.compile(r"(\d\d)(\d\d)(\d{4})")
LONGEST = 40


class BirthDateError(ValueError):
    """No birth date; `code` says why, for the form to put in words.

    Codes: "format" (no date at all), "impossible" (31 February), "future".
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def read_birth_date(text: str, today: date) -> date:
    """Return the date as people write it: day first, or year first when it has four.

    A year of two digits is the last one that is not in the future. Raises
    BirthDateError.
    """
    day, month, year = _parts(text.strip().casefold())
    try:
        born = date(_in_century(year, month, day, today), month, day)
    except ValueError:
        raise BirthDateError("impossible") from None
    if born > today:
        raise BirthDateError("future")
    return born


def write_birth_date(born: date) -> str:
    """Return a date as the form shows it, readable by `read_birth_date`."""
    return f"{born.day:02}-{born.month:02}-{born.year:04}"


def _parts(text: str) -> tuple[int, int, str]:
    """Return day, month and the year as typed."""
    if len(text) > LONGEST or not text.isascii():
        raise BirthDateError("format")
    text = NAMED.sub(_number, text)
    match = PARTS.fullmatch(text) or COMPACT.fullmatch(text)
    if match is None:
        raise BirthDateError("format")
    first, month, last = match.groups()
    if len(first) == 4:
        first, last = last, first
    if len(first) > 2 or len(last) not in (2, 4):
        raise BirthDateError("format")
    return int(first), int(month), last


def _number(name: re.Match[str]) -> str:
    short = "mrt" if name[1] == "maart" else name[1][:3]
    return f"-{MONTHS.index(short) + 1 if short in MONTHS else 12}-"


def _in_century(year: str, month: int, day: int, today: date) -> int:
    if len(year) == 4:
        return int(year)
    this = today.year // 100 * 100 + int(year)
    return (
        this
        if (this, month, day) <= (today.year, today.month, today.day)
        else (this - 100)
    )
