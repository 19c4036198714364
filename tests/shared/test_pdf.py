"""Is every document whole, literal, tagged, keepable and the same each time?"""

import hashlib
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from dichtbij.network.letter_data import LETTER
from dichtbij.shared import glyphs, pdf
from tests.network.sample_letter import make_long_page, make_page

ROOT = Path(pdf.__file__).parents[2]
TEMPLATES = sorted((ROOT / "dichtbij").rglob("*.typ"))
MARKUP = (
    "#set text(red) *a* _b_ $x^2$ `c` <d> @e ~ -- \"f\" 'g' \\ \\u{41} [h] https://i"
)
# Any character, also halves of pairs; drawn ones and marks often enough to meet.
ANY = st.one_of(
    st.characters(exclude_categories=()),
    st.sampled_from(sorted(map(chr, glyphs.drawn()))),
    st.sampled_from("\u0301\u064e\u05b0\u20e3\u1dcd\u0941\u200d\ufe0f\n \t#*1"),
)


def read(content: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(content))


def text_of(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in read(content).pages)


def run_python(code: str, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_another_process_in_another_time_zone_makes_the_same_bytes():
    here = pdf.render(LETTER, make_page())

    there = run_python(
        "from dichtbij.shared import pdf\n"
        "from dichtbij.network.letter_data import LETTER\n"
        "from tests.network.sample_letter import make_page\n"
        "print(pdf.sha256_hex(pdf.render(LETTER, make_page())))",
        TZ="Pacific/Auckland",
        PYTHONHASHSEED="7",
    )

    assert there == pdf.sha256_hex(here) == hashlib.sha256(here).hexdigest()


def test_the_only_moment_in_the_file_is_the_day_it_is_dated():
    metadata = read(pdf.render(LETTER, make_page(dated_on="2024-02-29"))).metadata

    moments = {name: str(value) for name, value in metadata.items() if "Date" in name}
    assert moments == {
        "/CreationDate": "D:20240229000000Z",
        "/ModDate": "D:20240229000000Z",
    }


def test_the_file_says_that_it_is_tagged_and_keepable_and_in_which_language():
    root = read(pdf.render(LETTER, make_page())).trailer["/Root"]

    kept = root["/Metadata"].get_data().decode()
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "nl"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "<pdfaid:part>2</pdfaid:part>" in kept
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in kept
    assert "<pdfuaid:part>1</pdfuaid:part>" in kept


def test_only_our_own_fonts_are_used_and_they_travel_along():
    text = "gewoon → ≥ ☑ 🙂 مريم ליאם"

    page = read(pdf.render(LETTER, make_long_page(text))).pages[0]

    fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]
    names = {font["/BaseFont"].split("+")[1].split("-")[0] for font in fonts}
    assert names == {
        "NotoSans",
        "NotoSansArabic",
        "NotoSansHebrew",
        "NotoSansMath",
        "NotoSansSymbols2",
        "NotoEmoji",
    }
    for font in fonts:
        described = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert {"/FontFile2", "/FontFile3"} & set(described)


def test_typed_markup_is_shown_and_never_obeyed():
    shown = text_of(pdf.render(LETTER, make_long_page(MARKUP)))

    assert MARKUP in shown.replace("\n", " ")


@settings(max_examples=60, deadline=None)
@given(text=st.text(ANY, max_size=60))
@example(text="\u1ac0\xa8\u06e8")
@example(text="\U0001f964\u1dc5\u05a6\u0301")
@example(text="\u1df5\u2029\u06e7")
@example(text="x" * 5000)
def test_no_text_stops_a_letter(text):
    content = pdf.render(LETTER, make_long_page(text, subject=f"Start {text}"))

    assert content.startswith(b"%PDF-1.7")


@given(text=st.text(ANY))
def test_printable_text_is_printed_as_it_is(text):
    once = glyphs.printable(text)

    assert glyphs.printable(once) == once
    assert glyphs.unprintable(once) == ""


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("a\tb\x00\x07\x1b", "a b"),
        ("kosten \u202e001\u202c", "kosten 001"),
        ("Łucja Şahin-Öztürk", "Łucja Şahin-Öztürk"),
        ("👩\u200d👧 🙂 👍🏽", "👩\u200d👧 🙂 👍🏽"),
        ("李 Sem", "\ufffd Sem"),
        ("z" + "\u0301" * 500, "z" + "\u0301" * 30),
    ],
)
def test_what_cannot_or_may_not_be_printed_is_replaced_or_dropped(typed, printed):
    assert glyphs.printable(typed) == printed


def test_a_screen_can_say_which_characters_will_be_lost():
    assert glyphs.unprintable("Sem 李李 Ա Bedacht \ufffd") == "李Ա"


def test_each_weight_draws_the_same_characters():
    for bold in glyphs.FONTS.glob("*-SemiBold.ttf"):
        regular = bold.with_name(bold.name.replace("SemiBold", "Regular"))

        assert set(glyphs.points_of(bold)) == set(glyphs.points_of(regular)), bold.name


def test_the_fonts_are_the_ones_whose_licence_lies_beside_them():
    listed = (glyphs.FONTS / "SHA256SUMS").read_text().splitlines()

    fonts = sorted(glyphs.FONTS.glob("*.ttf"))
    assert listed == [
        f"{hashlib.sha256(font.read_bytes()).hexdigest()}  {font.name}"
        for font in fonts
    ]
    licence = (glyphs.FONTS / "OFL.txt").read_text()
    assert all(font.name.split("-")[0] in licence for font in fonts)
    assert sum(font.stat().st_size for font in fonts) < 3_000_000


def test_an_error_repeats_nothing_of_the_letter(monkeypatch):
    monkeypatch.setattr(glyphs, "printable", lambda text: text)

    with pytest.raises(pdf.PdfError) as caught:
        pdf.render(LETTER, make_long_page("geheim李geheim"))

    assert "could not be printed" in str(caught.value)
    assert "geheim" not in str(caught.value)
    assert "李" not in str(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


def test_an_error_says_where_in_the_template_it_went_wrong():
    page = make_page()
    del page["sender"]

    with pytest.raises(pdf.PdfError, match=r"letter\.typ .*\(main:\d+:\d+\)"):
        pdf.render(LETTER, page)


@pytest.mark.parametrize("dated_on", [None, "", "morgen", 5])
def test_a_document_without_a_date_is_refused(dated_on):
    with pytest.raises(pdf.PdfError, match="dated_on"):
        pdf.render(LETTER, make_page(dated_on=dated_on))


def test_an_unknown_template_is_refused():
    with pytest.raises(pdf.PdfError, match="not a template"):
        pdf.render("network/pages/other.typ", make_page())


def test_no_template_fetches_reads_or_asks_the_time():
    assert len(TEMPLATES) >= 3
    for template in TEMPLATES:
        source = template.read_text()

        for reach in ("@preview", "@local", "today(", "read(", "plugin(", "eval("):
            assert reach not in source, f"{template.name} uses {reach}"


def test_typst_is_not_loaded_before_the_first_document():
    loaded = run_python(
        "import sys\nfrom dichtbij.shared import pdf\nprint('typst' in sys.modules)"
    )

    assert loaded == "False"
