"""What must a page of the letter to the GP hold, and what may never be in it?

The template shows all text literally, so a caller passes words and typed text as they
are: already in the right language, dates already written out. Names and figures side
by side stay apart by themselves. Empty strings and lists leave their place out.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any, TypedDict, TypeVar

from dichtbij.clients.bsn import BsnError, normalise

LETTER = "network/pages/letter.typ"
LONGEST_LABEL = 40

BETWEEN = r"[\s.\-\u2010-\u2015]"
# Nine digits in a row or grouped as people write them; a telephone number is longer.
NUMBER = re.compile(
    rf"(?<!\d)(?<!\+31 )(?<!0031 )"
    rf"(?:\d{{9}}|\d{{3}}{BETWEEN}\d{{3}}{BETWEEN}\d{{3}}"
    rf"|\d{{4}}{BETWEEN}\d\d{BETWEEN}\d{{3}})(?!\d)"
)
# With its name before it, any grouping and a dropped leading zero are recognised too.
NAMED = re.compile(
    rf"(?:bsn|burgerservicenummer|sofi-?nummer)\D{{0,12}}"
    rf"(\d(?:{BETWEEN}?\d){{7,8}})(?!\d)",
    re.IGNORECASE,
)
# Numbers of their own kind, which may pass the 11-test by chance.
OTHER_NUMBERS = frozenset({"skj", "reference"})


class BsnInLetter(ValueError):
    """The letter holds a citizen service number, which no letter may carry."""


class LetterProgramme(TypedDict):
    """`accent` is a colour such as #0b6060, at least 4.5:1 on white."""

    name: str
    accent: str


class LetterSender(TypedDict):
    """`function` is the programme's label; `lines`: place, telephone, mail."""

    organisation: str
    function: str
    name: str
    skj: str
    lines: list[str]


class LetterAddressee(TypedDict):
    """`lines`: street, postcode and town."""

    name: str
    practice: str
    lines: list[str]


class LetterChild(TypedDict):
    """`born` is written out, such as "3 maart 2016"."""

    name: str
    born: str


class LetterPart(TypedDict):
    """A label and plain text; a blank line starts a paragraph."""

    label: str
    text: str


class LetterWords(TypedDict):
    """The fixed words. `page_of` holds %(page)s and %(pages)s, unfilled."""

    letter: str
    to: str
    concerning: str
    born: str
    date: str
    reference: str
    skj: str
    closing: str
    for_his: str
    page_of: str
    fictitious: str


class LetterPage(TypedDict):
    """Everything letter.typ reads. `dated_on` is an ISO date, `date` the same in words.

    `subject` is the heading and, behind `words.letter`, the title of the file: it
    names no person. `his` are the rows of the block for the GP's own record system.
    """

    lang: str
    dated_on: str
    date: str
    reference: str
    subject: str
    demo: bool
    programme: LetterProgramme
    sender: LetterSender
    to: LetterAddressee
    child: LetterChild
    salutation: str
    parts: list[LetterPart]
    his: list[LetterPart]
    words: LetterWords


Page = TypeVar("Page", bound=Mapping[str, object])


def checked(page: Page) -> Page:
    """Return the page as it is. Raises BsnInLetter. Source: LR-42."""
    if any(holds_bsn(text) for text in _texts(page)):
        raise BsnInLetter
    return page


def holds_bsn(text: str) -> bool:
    """Say whether a valid citizen service number stands in the text."""
    text = unicodedata.normalize("NFKC", text)
    found = [match[0] for match in NUMBER.finditer(text)]
    found += [match[1] for match in NAMED.finditer(text)]
    return any(_is_bsn(number) for number in found)


def parts_of(body: str) -> list[LetterPart]:
    """Return the labelled parts of one edited text.

    A label is the first line of a paragraph when it ends in a colon and has at most 40
    characters; paragraphs without one belong to the part before them.
    """
    parts: list[LetterPart] = []
    for paragraph in re.split(r"\n[ \t]*(?:\n\s*)+", _unix(body).strip()):
        first, _, rest = paragraph.partition("\n")
        first = first.strip()
        if first.endswith(":") and len(first) <= LONGEST_LABEL:
            parts.append(LetterPart(label=first[:-1].strip(), text=rest))
        elif parts:
            parts[-1]["text"] = f"{parts[-1]['text']}\n\n{paragraph}".strip("\n")
        elif paragraph:
            parts.append(LetterPart(label="", text=paragraph))
    return parts


def body_of(parts: list[LetterPart]) -> str:
    """Return the parts as one text to edit; `parts_of` reads it back."""
    return "\n\n".join(
        f"{part['label']}:\n{part['text']}" if part["label"] else part["text"]
        for part in parts
    )


def _unix(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_bsn(number: str) -> bool:
    try:
        normalise(number)
    except BsnError:
        return False
    return True


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, part in value.items():
            if key not in OTHER_NUMBERS:
                yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
