"""The card of a real appointment says when and where, and nothing else (R18)."""

import io

import pytest
from pypdf import PdfReader

from dichtbij.scheduling.card import card_of, card_pdf


def words(appointment):
    pages = PdfReader(io.BytesIO(card_pdf(appointment))).pages
    return " ".join(page.extract_text() for page in pages)


def test_the_card_says_when_and_where(make_appointment):
    text = words(make_appointment())

    assert "dinsdag 10 maart 2026" in text
    assert "10:30" in text
    assert "Praktijk Noord" in text
    assert "kamer 2" in text


def test_the_card_gives_nobody_away(make_appointment):
    appointment = make_appointment()

    text = words(appointment).lower()

    secrets = ["voorbeeldkind", "fictief ", "poh", "jeugd", "teststad", "anna"]
    assert [secret for secret in secrets if secret in text] == []


@pytest.mark.parametrize(
    ("telephone", "end"), [("", "practice."), ("038-0000001", "practice:")]
)
def test_the_card_names_a_number_only_where_there_is_one(
    make_appointment, telephone, end
):
    appointment = make_appointment()
    appointment.place.telephone = telephone

    assert card_of(appointment)["words"]["change"].endswith(end)
