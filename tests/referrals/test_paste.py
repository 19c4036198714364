from datetime import date, timedelta
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dichtbij.referrals.paste import Pasted, recognise

TODAY = date(2026, 11, 25)
BORN = date(2014, 3, 12)
BSN = "999990019"
PIETJE = {"given_name": "Pietje", "family_name": "Jansen", "birth_date": BORN}

LAYOUTS = {
    "labels, one a line": (
        "Naam: Jansen, Pietje\nGeb.dat. 12-03-2014 (12 jr) M\nBSN 999990019\n"
        "Tel 06-00000001\nE-mail: Ouder@Voorbeeld.example\nPostcode: 8261 AB",
        PIETJE
        | {
            "bsn": BSN,
            "sex": "1",
            "phone": "0600000001",
            "email": "ouder@voorbeeld.example",
            "postcode": "8261 AB",
        },
    ),
    "title and all on one line": (
        "Mevr. P. Jansen, 12-03-2014 (12 jr), BSN 999990019, tel. 06-0000 0002",
        {
            "given_name": "P.",
            "family_name": "Jansen",
            "birth_date": BORN,
            "bsn": BSN,
            "phone": "0600000002",
            "sex": "2",
        },
    ),
    "header with initials and sex": (
        "J.P. de Testpersoon (m) 12-03-2014",
        {
            "given_name": "J.P.",
            "family_name": "de Testpersoon",
            "birth_date": BORN,
            "sex": "1",
        },
    ),
    "cells with tabs": (
        "Jansen, Pietje\tM\t12-03-2014\t999990019\t8261AB\t0600000003",
        PIETJE | {"bsn": BSN, "sex": "1", "postcode": "8261 AB", "phone": "0600000003"},
    ),
    "table with a header row": (
        "Naam\tGeboortedatum\tBSN\tGeslacht\nJansen, Pietje\t12-03-2014\t999990019\tV",
        PIETJE | {"bsn": BSN, "sex": "2"},
    ),
    "label above its value": (
        "Patiënt\nJansen, Pietje\nGeboortedatum\n12 maart 2014\nBSN\n9999.90.019",
        PIETJE | {"bsn": BSN},
    ),
    "all capitals": (
        "NAAM: VAN DEN BERG, PIETJE\nGEBOREN: 12 MAART 2014\nPOSTCODE: 8261 AB KAMPEN",
        {
            "given_name": "Pietje",
            "family_name": "van den Berg",
            "birth_date": BORN,
            "postcode": "8261 AB",
        },
    ),
    "all small": (
        "naam: jansen, pietje\ngeb: 12/03/14\npc: 8261 ab\ngeslacht: meisje",
        PIETJE | {"postcode": "8261 AB", "sex": "2"},
    ),
    "parts of the name apart": (
        "Achternaam: Berg\nTussenvoegsel: van den\nVoorletters: P.J.\n"
        "Roepnaam: Pietje\nGeslacht: Man\nGeboortedatum: 2014-03-12",
        {
            "given_name": "Pietje",
            "family_name": "van den Berg",
            "birth_date": BORN,
            "sex": "1",
        },
    ),
    "initials and call name": (
        "Pt: Berg, P.J. (Pietje) van den - 12.03.2014 - V",
        {
            "given_name": "Pietje",
            "family_name": "van den Berg",
            "birth_date": BORN,
            "sex": "2",
        },
    ),
    "date before the name": (
        "12-03-2014  Jansen, Pietje  (V)",
        PIETJE | {"sex": "2"},
    ),
    "given name first": (
        "Pietje Jansen - 12-03-2014 - +31 6 0000 0004",
        PIETJE | {"phone": "0600000004"},
    ),
    "labels on one line": (
        "Naam: Pietje Jansen Geb.datum: 12-3-2014 BSN: 999990019 Tel.: 0031600000005",
        PIETJE | {"bsn": BSN, "phone": "0600000005"},
    ),
    "month as a word": (
        "Jansen, Pietje, geb. 12 mrt. 2014, Teststraat 1, 8261 AB Kampen",
        PIETJE | {"postcode": "8261 AB"},
    ),
    "a card with the GP on it": (
        "Huisarts: dr. A. Voorbeeld, Hoofdstraat 2, tel. praktijk: 038-0000000\n"
        "Patiëntnr: 123456782\n"
        "Naam: Jansen, Pietje (12 jr)\n"
        "Geboortedatum: 12-03-2014 te Kampen\n"
        "Adres: Teststraat 1\n"
        "Postcode/plaats: 8261 AB Kampen\n"
        "Telefoon (mobiel): 06 - 0000 0006\n"
        "Verzekeraar: Test, polisnr 111222333\n",
        PIETJE | {"postcode": "8261 AB", "phone": "0600000006"},
    ),
    "notes with other dates": (
        "Jansen, Pietje  M  12-03-2014\n"
        "03-11-2026 S: buikpijn, slaapt slecht. O: gezonde jongen.\n"
        "Graag zien, moeder is akkoord. Terug op 10-12-2026.",
        PIETJE | {"sex": "1"},
    ),
    "double name with hyphen": (
        "Naam: Jansen - de Vries, Pietje\nGeb.: 12-03-14",
        {
            "given_name": "Pietje",
            "family_name": "Jansen-de Vries",
            "birth_date": BORN,
        },
    ),
    "prefix El": (
        "Fatima El Voorbeeldi (v), 12-03-2014",
        {
            "given_name": "Fatima",
            "family_name": "El Voorbeeldi",
            "birth_date": BORN,
            "sex": "2",
        },
    ),
    "right to left, with marks": (
        "Naam: \u202bمحمد التجريبي\u202c\r\nGeb.dat.: \u200e12-03-2014",
        {"given_name": "محمد", "family_name": "التجريبي", "birth_date": BORN},
    ),
    "emoji in the name": (
        "Naam: Jansen, Pietje 👨‍👩‍👧\nGeboren 12-03-2014",
        PIETJE | {"given_name": "Pietje 👨‍👩‍👧"},
    ),
    "another alphabet": (
        "Naam: Тестова, Олена; geb. 12-03-2014; geslacht: vrouw",
        {
            "given_name": "Олена",
            "family_name": "Тестова",
            "birth_date": BORN,
            "sex": "2",
        },
    ),
    "home and mobile number": (
        "Tel. thuis: 038-000 00 01\nMobiel: 06-00000007",
        {"phone": "0600000007"},
    ),
    "no label but a home number": ("(038) 000 00 01", {"phone": "0380000001"}),
    "labels in a column": (
        "Naam        : Jansen, Pietje\nGeslacht    : Mannelijk\n"
        "Geb. datum  : 12-03-2014 (12 jr)\nTelefoon    : 038-0000001 / 06.00.00.00.09",
        PIETJE | {"sex": "1", "phone": "0600000009"},
    ),
    "a letter": (
        "Geachte collega,\n\nGraag uw advies over Pietje Jansen, geb. 12-03-2014"
        " (BSN 999990019).\n\nMet vriendelijke groet,\nA. Voorbeeld, huisarts",
        PIETJE | {"bsn": BSN},
    ),
    "subject of a letter": (
        "Betreft: Pietje Jansen, geboren 12-03-2014, wonende te Kampen",
        PIETJE,
    ),
    "semicolons": (
        "Jansen,Pietje;12-03-2014;M;999990019;Teststraat 1;8261AB;Kampen;0600000001",
        PIETJE | {"sex": "1", "bsn": BSN, "postcode": "8261 AB", "phone": "0600000001"},
    ),
    "initials behind the name": (
        "BSN: 999990019 Naam: Jansen P. Geb: 12032014",
        {
            "given_name": "P.",
            "family_name": "Jansen",
            "birth_date": BORN,
            "bsn": BSN,
        },
    ),
    "date and age that look like a telephone number": (
        "Jansen-de Vries, P.M. (Pietje)  v  12-03-2014  12jr",
        PIETJE | {"family_name": "Jansen-de Vries", "sex": "2"},
    ),
    "a mother to ring": (
        "Pietje Jansen\n12-03-2014\n"
        "Moeder: Anna Voorbeeld, 01-02-1985, 06-00000008, anna@voorbeeld.example",
        PIETJE | {"phone": "0600000008", "email": "anna@voorbeeld.example"},
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_a_record_system_shows_is_recognised(layout):
    text, expected = LAYOUTS[layout]

    assert recognise(text, TODAY) == Pasted(**expected)


def test_found_names_the_fields_that_were_recognised():
    assert recognise("BSN 999990019, Tel 0600000001", TODAY).found == ("bsn", "phone")
    assert recognise("", TODAY) == Pasted()
    assert Pasted().found == ()


@pytest.mark.parametrize(
    "text",
    [
        "Beste collega, graag zien. Met groet, de huisarts",
        "Graag zien i.v.m. buikpijn sinds 2024 en slaapproblemen",
        "zijn naam is haas en het kind weet van niets",
        "Controle op 24-11-2026",
    ],
)
def test_ordinary_sentences_are_nobody(text):
    assert recognise(text, TODAY) == Pasted()


@pytest.mark.parametrize(
    "number", ["123456789", "999999999", "000000000", "06000000012", "99999001"]
)
def test_a_number_that_is_no_valid_bsn_is_not_taken(number):
    assert recognise(f"BSN {number}", TODAY).bsn is None


def test_eight_digits_behind_the_label_are_a_bsn_without_its_zero():
    assert recognise("BSN: 10000008", TODAY).bsn == "010000008"
    assert recognise("10000008", TODAY).bsn is None


@pytest.mark.parametrize(
    "day", ["31-02-2014", "26-11-2026", "24-11-1905", "12-13-2014", "00-00-0000"]
)
def test_an_impossible_birth_date_is_not_taken(day):
    assert recognise(f"Geboortedatum: {day}", TODAY).birth_date is None


@pytest.mark.parametrize(
    ("typed", "born"),
    [
        ("25-11-26", date(2026, 11, 25)),
        ("26-11-26", date(1926, 11, 26)),
        ("1-2-03", date(2003, 2, 1)),
        ("12032014", BORN),
        ("12 Mrt 2014", BORN),
        ("3 december 2015", date(2015, 12, 3)),
        ("29-02-2016", date(2016, 2, 29)),
    ],
)
def test_a_birth_date_is_read_as_people_write_it(typed, born):
    assert recognise(f"Geb. {typed}", TODAY).birth_date == born


def test_a_baby_without_label_needs_an_age_beside_the_date():
    assert recognise("Jansen, Pietje 01-11-2026 (3 wkn)", TODAY).birth_date == date(
        2026, 11, 1
    )


@given(st.dates(TODAY - timedelta(days=119 * 365), TODAY))
def test_every_possible_birth_date_is_read(born):
    text = f"Geboortedatum: {born.day}-{born.month}-{born.year}"

    assert recognise(text, TODAY).birth_date == born


@given(st.text(max_size=300))
def test_any_text_gives_an_answer(text):
    pasted = recognise(text, TODAY)

    for name in (pasted.given_name, pasted.family_name):
        assert name is None or (0 < len(name) <= 80 and name.strip() == name)


def spent_on(text: str) -> float:
    """Return the least CPU time of three tries, in seconds."""
    tries = []
    for _ in range(3):
        before = process_time()
        recognise(text, TODAY)
        tries.append(process_time() - before)
    return min(tries)


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "0",
        "06-",
        "1 2 3 4 ",
        "@",
        "a@a.",
        "naam:",
        "Naam: ",
        "geb. ",
        "12-03-",
        "(((((",
        "((a) ",
        "\t",
        "\n",
        " ",
        "van de ",
        "A.",
        "Jansen, ",
        "12 jr ",
        "\u0301\u0323",
        "😀",
        "9999900",
        "tel pat postcode ",
        "Naam\t",
        "1234 A",
        "Dhr. ",
        ". ",
        ",",
        "naam: a ",
        "Naam: A\n",
        "Jansen, P. ",
        "12-03-2014 ",
        "geb. 12-03-2014\n",
        "06-00000001 ",
        "999990019\n",
        "8261 AB ",
        "a@b.nl ",
        "a@b.nl\n",
        "a\n",
        "Jansen, P.\n",
        " :",
        "- ",
        "\u202e",
    ],
)
def test_ten_times_the_text_is_about_ten_times_the_work(piece):
    short, long = ((piece * size)[:size] for size in (10_000, 100_000))

    ratio = spent_on(long) / max(spent_on(short), 0.001)

    assert ratio < 40  # ten when it grows as the text, a hundred when as its square


def test_only_the_first_hundred_thousand_characters_are_looked_at():
    text = "Naam: Jansen, Pietje\n" + " " * 100_000 + "\nBSN 999990019"

    pasted = recognise(text * 50, TODAY)

    assert pasted.found == ("given_name", "family_name")
    assert spent_on(text * 50) < 40 * max(spent_on(text), 0.001)
