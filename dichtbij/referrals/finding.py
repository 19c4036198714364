"""Which dates, numbers and addresses stand in a text, as practices write them?

Every repeat in a pattern is bounded, so time grows with the length of the text only.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date

from dichtbij.clients.bsn import BsnError, normalise

OLDEST_YEARS = 120
MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov")
DATE = re.compile(
    r"(?<![\d.,/-])(?:(?P<year>\d{4})-(?P<month>\d\d?)-(?P<day>\d\d?)"
    r"|(?P<d>\d\d?)(?: ?[-/.] ?|-)(?P<m>\d\d?)(?: ?[-/.] ?|-)(?P<y>\d{4}|\d\d)"
    r"|(?P<d2>\d\d?)[ -]{0,2}(?P<name>jan(?:uari)?|feb(?:ruari)?|mrt|maart|apr(?:il)?"
    r"|mei|juni?|juli?|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?"
    r"|dec(?:ember)?)\.?[ -]{0,2}(?P<y2>\d{4}|\d\d)"
    r")(?!\d|[-./]\d)",
    re.IGNORECASE,
)
COMPACT = re.compile(r"(?<![\d.,/-])(\d\d)(\d\d)((?:19|20)\d\d)(?!\d)")
AGE = re.compile(r"\(? ?\d{1,3} ?(?:jr|jaar|j|mnd|maanden|wkn|weken)\b\.? ?\)?", re.I)
BSN = re.compile(
    r"(?<![\d.+/-])(?:\d{9}|\d{4}[. ]\d\d[. ]\d{3}|\d{3}[. -]\d{3}[. -]\d{3})(?![\d-])"
)
LABELLED_BSN = re.compile(r"(?<!\d)\d(?:[ .-]?\d){7,8}(?!\d)")
PHONE = re.compile(
    r"(?<![\d+])(?:(?:\+|00)31[ .-]?(?:\(0\))?|\(?0)[ .-]{0,2}[1-9]"
    r"(?:[ ./()-]{0,3}\d){8}(?!\d)"
)
POSTCODE = re.compile(r"(?<![\d.,/-])([1-9]\d{3}) ?([A-Z]{2})(?![^\W_])")
SMALL_POSTCODE = re.compile(r"(?<![\d.,/-])([1-9]\d{3}) ?([a-z]{2})(?![^\W_])")
NO_POSTCODE = frozenset({"SA", "SD", "SS"})  # never issued
MAILBOX = re.compile(r"[\w.+-]{1,64}$")
MAIL_HOST = re.compile(r"[A-Za-z\d-]{1,63}(?:\.[A-Za-z\d-]{1,63}){1,5}")


def dates(text: str, today: date) -> Iterator[date]:
    """Yield each real date of at most 120 years ago and not in the future."""
    for match in DATE.finditer(text):
        part = match.groupdict()
        day = part["day"] or part["d"] or part["d2"]
        year = part["year"] or part["y"] or part["y2"]
        month = part["month"] or part["m"] or _month(part["name"])
        yield from _possible(int(day), int(month), year, today)


def labelled_dates(text: str, today: date) -> Iterator[date]:
    """Yield the dates behind a label, also those of eight digits: 12032014."""
    yield from dates(text, today)
    for match in COMPACT.finditer(text):
        yield from _possible(int(match[1]), int(match[2]), match[3], today)


def _possible(day: int, month: int, year: str, today: date) -> Iterator[date]:
    with suppress(ValueError):
        born = _in_century(day, month, year, today)
        if born <= today and today.year - born.year <= OLDEST_YEARS:
            yield born


def _month(name: str) -> int:
    short = "mrt" if name.lower() == "maart" else name.lower()[:3]
    return MONTHS.index(short) + 1 if short in MONTHS else 12


def _in_century(day: int, month: int, year: str, today: date) -> date:
    """Read a year of two digits as the last one that is not in the future."""
    if len(year) == 4:
        return date(int(year), month, day)
    century = today.year // 100 * 100
    born = date(century + int(year), month, day)
    return born if born <= today else born.replace(year=born.year - 100)


def bsns(text: str) -> Iterator[str]:
    """Yield the numbers that pass the 11-test (LR-41), as nine digits."""
    yield from _valid_bsns(BSN, text)


def labelled_bsns(text: str) -> Iterator[str]:
    """Yield those behind a label, also without their first zero."""
    yield from _valid_bsns(LABELLED_BSN, text)


def _valid_bsns(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    for match in pattern.finditer(text):
        with suppress(BsnError):
            yield normalise(match[0])


def phones(text: str) -> Iterator[str]:
    """Yield Dutch telephone numbers as ten digits from 0."""
    for match in PHONE.finditer(DATE.sub("\t", text)):
        digits = re.sub(r"\D", "", match[0].replace("(0)", ""))
        yield re.sub(r"^(?:00)?31", "0", digits)


def mails(text: str) -> Iterator[str]:
    """Yield mail addresses in small letters, from the first fifty signs @."""
    at = text.find("@")
    for _ in range(50):
        if at < 0:
            return
        box = MAILBOX.search(text[max(at - 64, 0) : at])
        host = MAIL_HOST.match(text, at + 1)
        if box and host:
            yield f"{box[0]}@{host[0]}".strip(".").lower()
        at = text.find("@", at + 1)


def postcodes(text: str) -> Iterator[str]:
    """Yield postcodes in capitals, as "1234 AB"."""
    yield from _issued(POSTCODE.finditer(DATE.sub("", text)))


def labelled_postcodes(text: str) -> Iterator[str]:
    """Yield those behind a label, also in small letters."""
    yield from postcodes(text)
    yield from _issued(SMALL_POSTCODE.finditer(text))


def _issued(matches: Iterable[re.Match[str]]) -> Iterator[str]:
    for match in matches:
        letters = match[2].upper()
        if letters not in NO_POSTCODE:
            yield f"{match[1]} {letters}"
