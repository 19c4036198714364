"""Does the appointment card say when and where, and give nobody away?"""

import io

from pypdf import PdfReader

from dichtbij.scheduling.card_data import CARD, CardPage
from dichtbij.shared import pdf

PAGE: CardPage = {
    "lang": "nl",
    "dated_on": "2026-11-25",
    "demo": True,
    "accent": "#0b6060",
    "practice": "Berent Avercamppraktijk",
    "lines": ["Voorbeeldstraat 1", "8261 AA Kampen"],
    "room": "2",
    "day": "dinsdag 1 december 2026",
    "time": "10:30",
    "telephone": "06-0000 0021",
    "words": {
        "title": "Uw afspraak",
        "where": "Waar",
        "room": "Kamer",
        "change": "Kunt u niet? Bel dan de praktijk:",
        "cut": "Hier knippen",
        "fictitious": "Fictieve cijfers en personen",
    },
}


def read(page: CardPage) -> PdfReader:
    return PdfReader(io.BytesIO(pdf.render(CARD, page)))


def test_the_card_says_when_where_and_what_to_do_on_one_sheet():
    (sheet,) = read(PAGE).pages

    lines = [line.strip() for line in sheet.extract_text().splitlines()]
    assert sorted(filter(None, lines)) == sorted(
        [
            "Fictieve cijfers en personen",
            "Uw afspraak",
            "dinsdag 1 december 2026",
            "10:30",
            "Waar",
            "Berent Avercamppraktijk",
            "Voorbeeldstraat 1",
            "8261 AA Kampen",
            "Kamer 2",
            "Kunt u niet? Bel dan de praktijk: 06-0000 0021",
            "Hier knippen",
        ]
    )


def test_the_card_has_no_place_for_a_person_a_reason_or_a_programme():
    assert set(CardPage.__annotations__) == {
        "lang", "dated_on", "demo", "accent", "practice", "lines", "room", "day",
        "time", "telephone", "words",
    }  # fmt: skip
    assert read(PAGE).metadata.title == "Uw afspraak (Fictieve cijfers en personen)"


def test_what_is_not_known_is_left_out():
    (sheet,) = read(PAGE | {"room": "", "telephone": "", "demo": False}).pages

    text = sheet.extract_text()
    assert "Kamer" not in text
    assert "Fictieve" not in text


def test_the_card_is_tagged_and_keepable():
    root = read(PAGE).trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"]
    assert "<pdfaid:conformance>A<" in root["/Metadata"].get_data().decode()
