"""Who is meant in text pasted from a GP's record system?

Nothing is stored: the caller fills the form with what was recognised and the user
checks it. Every pattern has bounded repeats, so time grows with the text only.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from itertools import takewhile
from typing import NamedTuple, TypeVar

from dichtbij.referrals.finding import (
    AGE,
    DATE,
    LABELLED_BSN,
    PHONE,
    bsns,
    dates,
    labelled_bsns,
    labelled_dates,
    labelled_postcodes,
    mails,
    phones,
    postcodes,
)
from dichtbij.referrals.naming import (
    LONGEST,
    has_title,
    is_surely_name,
    looks_like_name,
    name_at_end,
    split_name,
)

LIMIT = 100_000  # characters looked at
PIECES = 200  # in which a name without a label is looked for
MALE, FEMALE = "1", "2"  # Source: COD046 (S53)

Found = TypeVar("Found")


@dataclass(frozen=True)
class Pasted:
    """What was recognised; None where nothing was.

    `phone` is ten digits from 0, `postcode` is "1234 AB", `bsn` nine digits that pass
    the 11-test, `sex` a code of COD046: "1" male, "2" female.
    """

    given_name: str | None = None
    family_name: str | None = None
    birth_date: date | None = None
    bsn: str | None = None
    phone: str | None = None
    email: str | None = None
    postcode: str | None = None
    sex: str | None = None

    @property
    def found(self) -> tuple[str, ...]:
        """Return the names of the fields that were recognised."""
        return tuple(f.name for f in fields(self) if getattr(self, f.name) is not None)


class Entry(NamedTuple):
    """A piece of the text with the label that stood before it, if any."""

    label: str | None
    value: str


# Longest first within each kind. Behind a strict label stands a colon, a tab or the
# end of the line, since "naam" and "kind" are ordinary words too.
STRICT = {
    "family": "achternaam|familienaam|geslachtsnaam|geboortenaam",
    "given": "roepnaam",
    "forenames": "voornaam/voornamen|voornamen|voornaam",
    "initials": "voorletters?|initialen",
    "prefix": "tussenvoegsels?|voorvoegsels?",
    "name": r"(?:volledige )?naam (?:pati[eë]nt|cli[eë]nt|kind)|(?:volledige )?naam"
    r"|pati[eë]ntnaam|pati[eë]nt|cli[eë]nt|kind|pt\.?",
    # Their number and mail are of use; their name and birth date are not the child's.
    "parent": r"(?:naam )?(?:moeder|vader|ouders?|verzorgers?|contactpersoon)",
    # Not about the child at all.
    "other": r"huisartsenpraktijk|huisarts|praktijk|verwijzer|behandelaar|apotheek"
    r"|(?:tel(?:efoon)?\.? ?)?(?:huisarts|praktijk)|verzekeraar|verzekering|fax"
    r"|woonplaats|plaats|straat|adres|leeftijd|reden|vraag|episode|probleem|datum"
    r"|school|beroep",
}
LOOSE = {
    "birth": r"geboortedatum|geboren(?: op| d\.?d\.?)?|geb\.? ?-?datum|geb\.? ?dat\.?"
    r"|geb\.?|g\.d\.|gbd",
    "bsn": r"burgerservicenummer|bsn(?:-?nummer|-? ?nr\.?)?|sofinummer",
    "phone": r"mobiel(?:e nummer|nummer)?|telefoon(?:nummer|nr\.?)?|tel(?:efoon)?\.? ?"
    r"(?:mobiel|mob\.?|thuis|priv[eé]|overdag|moeder|vader|ouders?)"
    r"|tel\.? ?nr\.?|tel\.?|mob\.?|gsm",
    "email": r"e-?mail(?:adres)?|mail",
    "postcode": r"postcode(?: en |/| )(?:woon)?plaats|postcode|pc",
    "sex": r"geslacht|gesl\.?|sexe|m/v",
    "number": r"pati[eë]nt ?-?(?:nummer|nr\.?|id)|uzovi|agb(?:-?code)?|identificatie"
    r"|(?:polis|verz\.?|dossier|klant|relatie) ?-?(?:nummer|nr\.?)",
}
NOT_THE_CHILD = frozenset({"parent", "other", "number"})
LABEL = re.compile(
    r"(?<![\w@.-])(?:(?:"
    + "|".join(f"(?P<{kind}>{words})" for kind, words in STRICT.items())
    + r")(?= ?(?:\([^()\n]{0,15}\) ?)?[:=\t]| {0,3}$)|(?:"
    + "|".join(f"(?P<{kind}>{words})" for kind, words in LOOSE.items())
    + r"))(?![\w@]) ?(?:\([^()\n]{0,15}\) ?(?=[:=]))?[:=]?",
    re.IGNORECASE,
)
SEX_WORDS = r"man(?:nelijk)?|vrouw(?:elijk)?|jongen|meisje|m|v|f"
SEX = re.compile(rf"\W{{0,3}}({SEX_WORDS})(?![^\W_])", re.I)
SEX_ALONE = re.compile(rf"(?<=[\t(/|;,])\s?({SEX_WORDS})\s?(?=[\t)/|;,]|$)", re.I)
SEX_IN_BRACKETS = re.compile(rf"\((?:{SEX_WORDS})\)", re.I)
DIGITS_ON = re.compile(r"\d.*")
MALE_TITLES = frozenset({"dhr", "de heer", "hr", "meneer", "jongen"})
FEMALE_TITLES = frozenset({"mevrouw", "mevr", "mw", "mej", "meisje"})
HIDDEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
SPACES = re.compile(r"[\u00a0\u2000-\u200a\u202f\u3000]")
ALIGNED = re.compile(r" {1,30}:")
GREETING = re.compile(r"\bgroet|hoogachtend", re.IGNORECASE)
CELL_END = re.compile(r"[\t;|]| {2,}")
DASH = re.compile(r" [-\u2013\u2014] ")


def recognise(text: str, today: date) -> Pasted:
    """Return who the text is about, as far as it says so; never raises.

    Looks at the first 100,000 characters. Labels win over loose text; a birth date
    lies at most 120 years back and not in the future.
    """
    entries = list(_entries(_plain(text[:LIMIT])))
    about = [entry for entry in entries if entry.label not in NOT_THE_CHILD]
    reach = [entry for entry in entries if entry.label not in ("other", "number")]
    born, line = _birth(about, today)
    name, source = _name(about, line)
    given, family = name
    return Pasted(
        given_name=given,
        family_name=family,
        birth_date=born,
        bsn=_first(about, "bsn", labelled_bsns) or _first(about, None, bsns),
        phone=_phone(reach),
        email=_first(reach, "email", mails) or _first(reach, None, mails),
        postcode=_first(about, "postcode", labelled_postcodes)
        or _first(entries, None, postcodes),
        sex=_sex(about, line, source),
    )


def _plain(text: str) -> str:
    """Drop what cannot be seen, keep what joins emoji and Persian letters."""
    seen = SPACES.sub(" ", HIDDEN.sub("", text.replace("\r", "\n")))
    return ALIGNED.sub(":", seen)


def _entries(text: str) -> Iterator[Entry]:
    """Cut the text at its labels; a label alone takes the next line as its value."""
    waiting: list[str] = []
    for line in text.split("\n"):
        if not line.strip():
            continue
        labels = [_label_only(cell) for cell in line.split("\t")]
        if all(labels):
            waiting = [label for label in labels if label]
            continue
        if waiting and not LABEL.match(line.strip()):
            cells = line.split("\t") if len(waiting) > 1 else [line]
            yield from map(Entry, waiting, cells)
        else:
            yield from _labelled(line)
        waiting = []


def _label_only(cell: str) -> str | None:
    match = LABEL.fullmatch(cell.strip()[:60])
    return match.lastgroup if match else None


def _labelled(line: str) -> Iterator[Entry]:
    label, at = None, 0
    for match in LABEL.finditer(line):
        if line[at : match.start()].strip() or label:
            yield Entry(label, line[at : match.start()])
        label, at = match.lastgroup, match.end()
    yield Entry(label, line[at:])


def _first(
    entries: Iterable[Entry],
    label: str | None,
    look: Callable[[str], Iterator[Found]],
) -> Found | None:
    """Return the first find behind a label, or anywhere when the label is None."""
    for entry in entries:
        if label in (None, entry.label):
            for found in look(entry.value):
                return found
    return None


def _birth(entries: list[Entry], today: date) -> tuple[date | None, str]:
    """Return the birth date and the piece of text it stands in.

    Without a label: the oldest date, unless it is of the last weeks and has no age
    or sex beside it, for then it is more likely the day of a visit.
    """
    for entry in entries:
        if entry.label == "birth":
            for born in labelled_dates(entry.value, today):
                return born, entry.value
    loose = [
        (born, entry.value)
        for entry in entries
        if entry.label != "birth"
        for born in dates(entry.value, today)
    ]
    for born, value in sorted(loose, key=lambda one: one[0]):
        if (today - born).days > 60 or AGE.search(value) or SEX_ALONE.search(value):
            return born, value
    return None, ""


def _phone(entries: list[Entry]) -> str | None:
    """Return the first number behind a label, mobile ones first; else any number."""
    behind = [n for e in entries if e.label == "phone" for n in phones(e.value)]
    numbers = behind or [n for e in entries for n in phones(e.value)]
    mobile = [number for number in numbers if number.startswith("06")]
    return next(iter(mobile + numbers), None)


Name = tuple[str | None, str | None]


def _name(entries: list[Entry], born_in: str) -> tuple[Name, str]:
    """Return given and family name, and the piece of text they stand in."""
    parts = {
        entry.label: _cells(entry.value)[0]
        for entry in reversed(entries)
        if entry.label and entry.label in STRICT and entry.value.strip()
    }
    if name := parts.get("name"):
        split = split_name(name)
    else:
        name, split = _loose_name(entries, born_in)
    return _from_parts(parts, split), name


def _from_parts(parts: dict[str, str], whole: Name) -> Name:
    """Let labels of their own win over the name in one piece."""
    given = parts.get("given") or parts.get("forenames")
    family = whole[1]
    if "family" in parts:
        before = " ".join(parts.get("prefix", "").split())
        own = parts["family"]
        tail = split_name(f"{own}, X")[1] if "," not in own else split_name(own)[1]
        family = f"{before} {tail}".strip() if tail else None
    call_name = split_name(f"X, {given}")[0] if given else None
    if call_name is None and not whole[0] and (initials := parts.get("initials")):
        call_name = initials.strip()[:LONGEST]
    return call_name or whole[0], family


def _loose_name(entries: list[Entry], born_in: str) -> tuple[str, Name]:
    """Look beside the birth date, at the first line, then for what is surely a name."""
    loose = list(takewhile(lambda e: not GREETING.search(e.value), entries[:PIECES]))
    loose = [entry for entry in loose if entry.label in (None, "birth")]
    at = next((n for n, e in enumerate(loose) if e.value == born_in), None)
    beside = _cells(loose[at].value) if at is not None else []
    first = _cells(loose[0].value) if loose else []
    for cell in [*beside, *first]:
        if looks_like_name(cell):
            return cell, split_name(cell)
    if at and (name := name_at_end(loose[at - 1].value)):
        return name, split_name(name)
    cells = (cell for entry in loose for cell in _cells(entry.value))
    sure = next(filter(is_surely_name, cells), "")
    return sure, split_name(sure)


def _cells(value: str) -> list[str]:
    """Cut a piece at everything that is no part of a name."""
    for known in (DATE, AGE, PHONE, LABELLED_BSN, SEX_IN_BRACKETS):
        value = known.sub("\t", value)
    value = re.sub(r"(?:\t|,| [-\u2013] )\s?[MVmv]\s?(?=[\t,;|]| -|$)", "\t", value)
    cells = [cell.strip() for cell in CELL_END.split(DIGITS_ON.sub("\t", value))]
    return [cell for cell in cells if cell.strip(" ,.()-")] or [""]


def _sex(entries: list[Entry], born_in: str, name: str) -> str | None:
    """Return the sex behind its label, beside the birth date, or in the title."""
    for entry in entries:
        if entry.label == "sex" and (match := SEX.match(entry.value)):
            return _sex_code(match[1])
    for value in (born_in, name):
        marked = DATE.sub("\t", AGE.sub("\t", value))
        cells = DASH.sub("\t", CELL_END.sub("\t", marked))
        if match := SEX_ALONE.search(re.sub(r"\t\s+", "\t", cells)):
            return _sex_code(match[1])
    title = has_title(name)
    if title in MALE_TITLES:
        return MALE
    return FEMALE if title in FEMALE_TITLES else None


def _sex_code(word: str) -> str:
    return FEMALE if word.lower()[0] in "vf" or word.lower() == "meisje" else MALE
