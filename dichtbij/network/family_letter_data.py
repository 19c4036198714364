"""What must a page of the letter to the family hold?

As in letter_data: texts are shown as they are, in the right language, dates written
out. There is no reference, no registration and no birth date: nobody needs them there.
"""

from typing import TypedDict

from dichtbij.network.letter_data import LetterPart, LetterProgramme

FAMILY_LETTER = "network/pages/family_letter.typ"


class FamilySender(TypedDict):
    """`ways`: how to reach the practitioner."""

    name: str
    function: str
    organisation: str
    ways: list[str]


class FamilyReader(TypedDict):
    """`lines`: street, and postcode with town, if known."""

    name: str
    lines: list[str]


class FamilyWords(TypedDict):
    """The fixed words; `safety` are lines, `page_of` holds %(page)s and %(pages)s."""

    letter: str
    to: str
    date: str
    closing: str
    questions: str
    danger: str
    safety: list[str]
    page_of: str
    fictitious: str


class FamilyPage(TypedDict):
    """Everything family_letter.typ reads. `subject` names no person."""

    lang: str
    dated_on: str
    date: str
    subject: str
    demo: bool
    programme: LetterProgramme
    sender: FamilySender
    to: FamilyReader
    salutation: str
    parts: list[LetterPart]
    words: FamilyWords
