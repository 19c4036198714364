"""Does the letter to the GP say all it must, in order, and nothing it may not?"""

import io
import re
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pypdf import PdfReader

from dichtbij.clients.bsn import BsnError, normalise
from dichtbij.network import letter_data
from dichtbij.network.letter_data import LETTER, BsnInLetter, LetterPage, LetterPart
from dichtbij.shared import pdf
from tests.network.sample_letter import PARTS, make_long_page, make_page

RESERVED_FOR_TESTS = [
    f"9999{tail:05}" for tail in range(0, 2000) if f"9999{tail:05}" != "999999999"
]


def pages_of(page: LetterPage) -> list[str]:
    reader = PdfReader(io.BytesIO(pdf.render(LETTER, page)))
    return [part.extract_text() for part in reader.pages]


def roles_in(page: LetterPage) -> list[str]:
    reader = PdfReader(io.BytesIO(pdf.render(LETTER, page)))
    found: list[str] = []

    def walk(node: Any) -> None:
        node = node.get_object()
        if isinstance(node, list):
            for child in node:
                walk(child)
        elif isinstance(node, dict) and "/K" in node:
            found.append(str(node.get("/S", "")).lstrip("/"))
            walk(node["/K"])

    walk(reader.trailer["/Root"]["/StructTreeRoot"])
    return found


def is_bsn(number: str) -> bool:
    try:
        normalise(number)
    except BsnError:
        return False
    return True


BSNS = [number for number in RESERVED_FOR_TESTS if is_bsn(number)]


def test_the_letter_reads_from_addressee_to_the_block_for_the_record_system():
    (text,) = pages_of(make_page())

    order = [
        "Huisarts A. Verzonnen",
        "8261 AA Kampen",
        "Mindfit",
        "SKJ-registratie 100000001",
        "Start van de hulp",
        "Gaat over",
        "Sem Bedacht",
        "Geboren op",
        "3 maart 2016",
        "Datum",
        "25 november 2026",
        "Beste collega Verzonnen,",
        *[piece for part in PARTS for piece in part],
        "Met vriendelijke groet,",
        "POH-Jeugd, Mindfit",
        "Voor uw HIS",
        "Slaap, boosheid thuis",
        "4 gesprekken, slaaplijst",
    ]
    places = [text.replace("\n", " ").find(piece) for piece in order]
    assert -1 not in places
    assert places == sorted(places)


def test_fifteen_lines_fit_on_one_page_with_everything_around_them():
    text = "\n".join(f"Regel {number} van de brief, zoals die gaat." for number in
                     range(1, 16))  # fmt: skip

    assert len(pages_of(make_long_page(text))) == 1


def test_a_screen_reader_meets_one_title_headings_and_a_list_of_terms():
    roles = roles_in(make_page())

    assert roles.count("H1") == 1
    assert roles.count("H2") == len(PARTS) + 1
    assert roles.count("Lbl") == roles.count("LBody") == 2


def test_a_hundred_kilobytes_run_over_numbered_pages_that_name_the_child():
    pages = pages_of(make_long_page("Dit is een gewone zin over slapen. " * 2900))

    assert len(pages) > 10
    for number, text in enumerate(pages, 1):
        assert f"Bladzijde {number} van {len(pages)}" in text
        assert "Fictieve cijfers en personen" in text
        assert "Kenmerk 2026-004217" in text
        assert "Sem Bedacht" in text
    assert "".join(pages).count("slapen.") == 2900


def test_a_tall_block_for_the_record_system_loses_no_line():
    his = [LetterPart(label="Plan", text="q\n" * 300)]

    pages = pages_of(make_page(his=his))

    # Kept whole, it would run off the second page and still be in the file.
    assert len(pages) > 4
    shown = "\n".join(pages).splitlines()
    assert sum(line.split()[-1:] == ["q"] for line in shown) == 300


def test_a_word_longer_than_the_line_is_broken_and_loses_no_letter():
    (text,) = pages_of(make_long_page("q" * 400))

    runs = re.findall("q+", text)
    assert sum(map(len, runs)) == 400
    assert max(map(len, runs)) < 80


def test_a_name_written_from_right_to_left_leaves_the_birth_date_whole():
    child = {"name": "Sem عمر", "born": "29 februari 2012"}

    pages = pages_of(make_long_page("zin\n" * 80, child=child))

    assert len(pages) > 1
    assert all("29 februari 2012" in text for text in pages)
    assert all("عمر" in text for text in pages)


def test_paragraphs_and_line_ends_of_the_writer_stay():
    page = make_long_page("Eerste.\r\n\r\n\r\nTweede,\r\nderde.")

    (text,) = pages_of(page)

    assert "Eerste.\nTweede,\nderde.\n" in text


def test_real_letters_carry_no_mark_and_demo_letters_do():
    assert "Fictieve" in pages_of(make_page(demo=True))[0]
    assert "Fictieve" not in pages_of(make_page(demo=False))[0]


def test_what_is_not_given_leaves_no_label_behind():
    page = make_page(his=[], salutation="")
    page["sender"]["skj"] = ""

    (text,) = pages_of(page)

    assert "SKJ" not in text
    assert "HIS" not in text


def test_the_title_of_the_file_names_no_child():
    content = pdf.render(LETTER, make_page())

    title = PdfReader(io.BytesIO(content)).metadata.title
    assert title == (
        "Brief aan de huisarts: Start van de hulp (Fictieve cijfers en personen)"
    )


@pytest.mark.parametrize("key", sorted(LetterPage.__annotations__))
def test_every_key_of_the_page_is_needed(key):
    page: dict[str, Any] = dict(make_page())
    del page[key]

    with pytest.raises(pdf.PdfError):
        pdf.render(LETTER, page)


@given(
    number=st.sampled_from(BSNS),
    form=st.sampled_from(
        ["{0}", "({0})", "BSN:{0}", "BSN nr. {1} {2} {3}", "{1} {2} {3}", "{1}.{2}.{3}",
         "{1}-{2}-{3}", "{1}\u00a0{2}\u00a0{3}", "{4}.{5}.{3}", "naam{0}."]
    ),
    place=st.sampled_from(["part", "label", "his", "name", "subject", "line", "word"]),
)  # fmt: skip
def test_no_citizen_service_number_passes(number, form, place):
    typed = form.format(
        number, number[:3], number[3:6], number[6:], number[:4], number[4:6]
    )

    with pytest.raises(BsnInLetter) as caught:
        letter_data.checked(page_with(typed, place))

    assert number not in str(caught.value)


def page_with(typed: str, place: str) -> LetterPage:
    page = make_page()
    if place == "part":
        page["parts"][1]["text"] += f" Zie {typed}"
    elif place == "label":
        page["parts"][1]["label"] = typed
    elif place == "his":
        page["his"].append(LetterPart(label="", text=typed))
    elif place == "name":
        page["child"]["name"] += f" {typed}"
    elif place == "subject":
        page["subject"] = typed
    elif place == "line":
        page["sender"]["lines"].append(typed)
    else:
        page["words"] = page["words"] | {"closing": typed}  # type: ignore[typeddict-item]
    return page


def test_a_dropped_leading_zero_does_not_hide_a_named_number():
    number = "012345672"

    assert is_bsn(number)
    assert letter_data.holds_bsn(f"burgerservicenummer {number[1:]}")


@pytest.mark.parametrize(
    "text",
    [
        "06-0000 0014",
        "0600000014",
        "+31 600 000 011",
        "3 maart 2016",
        "2026-11-25 3 gesprekken",
        "999990018",
        "NL00BANK0999990019",
        "score 6 van 10",
    ],
)
def test_other_numbers_pass(text):
    assert not letter_data.holds_bsn(text)


def test_a_professional_number_that_looks_like_a_citizen_number_passes():
    page = make_page(reference="999990019")
    page["sender"]["skj"] = "999990019"

    assert letter_data.checked(page) is page


WORD = st.text(st.characters(categories=("L", "N")), min_size=1, max_size=12)


@given(
    parts=st.lists(
        st.fixed_dictionaries(
            {"label": WORD, "text": st.lists(WORD, min_size=1).map("\n\n".join)}
        ),
        max_size=6,
    )
)
def test_an_edited_body_is_read_back_as_the_parts_it_was_made_of(parts):
    assert letter_data.parts_of(letter_data.body_of(parts)) == parts


def test_text_before_the_first_label_and_odd_colons_stay_text():
    body = "Vooraf.\n\nAfspraken:\nElke week.\n\nLet op: bel eerst.\n\nEn dit."

    assert letter_data.parts_of(body.replace("\n", "\r\n")) == [
        {"label": "", "text": "Vooraf."},
        {"label": "Afspraken", "text": "Elke week.\n\nLet op: bel eerst.\n\nEn dit."},
    ]


@given(text=st.text())
def test_no_typed_word_gets_lost_between_body_and_parts(text):
    parts = letter_data.parts_of(text)

    assume(":" not in text)
    kept = "".join(part["label"] + part["text"] for part in parts)
    assert "".join(kept.split()) == "".join(text.split())
