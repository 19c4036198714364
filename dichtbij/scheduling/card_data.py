"""What may stand on the appointment card that a family without e-mail takes home?

Anyone may find it, the parents of a young person helped without them included (R18):
so there is no place on it for the child, the kind of help or the programme.
"""

from typing import TypedDict

CARD = "scheduling/pages/card.typ"


class CardWords(TypedDict):
    """The fixed words; `change` says what to do when the time does not suit."""

    title: str
    where: str
    room: str
    change: str
    cut: str
    fictitious: str


class CardPage(TypedDict):
    """Everything card.typ reads; an empty string leaves its place out.

    `dated_on` is an ISO date, the day the card is made; `day` is written out, such as
    "dinsdag 1 december 2026"; `lines` are street, postcode and town.
    """

    lang: str
    dated_on: str
    demo: bool
    accent: str
    practice: str
    lines: list[str]
    room: str
    day: str
    time: str
    telephone: str
    words: CardWords
