"""A whole letter about an invented child, to change one thing in."""

from typing import Any

from dichtbij.network.letter_data import LetterPage
from dichtbij.shared.accent import ACCENT

WORDS = {
    "letter": "Brief aan de huisarts",
    "to": "Aan",
    "concerning": "Gaat over",
    "born": "Geboren op",
    "date": "Datum",
    "reference": "Kenmerk",
    "skj": "SKJ-registratie",
    "closing": "Met vriendelijke groet,",
    "for_his": "Voor uw HIS",
    "page_of": "Bladzijde %(page)s van %(pages)s",
    "fictitious": "Fictieve cijfers en personen",
}
PARTS = [
    ("Reden van aanmelding", "Sem slaapt slecht sinds de zomer en is snel boos."),
    ("Wat is gedaan", "Op 23 november sprak ik Sem en zijn moeder in uw praktijk."),
    ("Afspraken", "Vier gesprekken, om de week op dinsdag."),
    ("Vervolg", "U hoort van mij na het vierde gesprek."),
]


def make_page(**changes: Any) -> LetterPage:
    page: dict[str, Any] = {
        "lang": "nl",
        "dated_on": "2026-11-25",
        "date": "25 november 2026",
        "reference": "2026-004217",
        "subject": "Start van de hulp",
        "demo": True,
        "programme": {"name": "POH-Jeugd Kampen", "accent": ACCENT},
        "sender": {
            "organisation": "Mindfit",
            "function": "POH-Jeugd",
            "name": "Fenna Voorbeeld",
            "skj": "100000001",
            "lines": ["Kamer 2", "06-0000 0014", "fenna@mindfit.example"],
        },
        "to": {
            "name": "Huisarts A. Verzonnen",
            "practice": "Berent Avercamppraktijk",
            "lines": ["Voorbeeldstraat 1", "8261 AA Kampen"],
        },
        "child": {"name": "Sem Bedacht", "born": "3 maart 2016"},
        "salutation": "Beste collega Verzonnen,",
        "parts": [{"label": label, "text": text} for label, text in PARTS],
        "his": [
            {"label": "Vraag", "text": "Slaap, boosheid thuis"},
            {"label": "Plan", "text": "4 gesprekken, slaaplijst"},
        ],
        "words": WORDS,
    }
    return page | changes  # type: ignore[return-value]


def make_long_page(text: str, **changes: Any) -> LetterPage:
    return make_page(parts=[{"label": "Wat is gedaan", "text": text}], **changes)
