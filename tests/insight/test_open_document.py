"""Is a spreadsheet the same bytes each time, and is everything in it a value?"""

import io

from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from dichtbij.insight.open_document import TYPE, Sheet, spreadsheet

WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp")),
    min_size=1,
)


@given(st.lists(st.lists(WORDS | st.integers(0, 10**9), min_size=1), min_size=1))
def test_what_is_written_is_read_again(rows):
    content = spreadsheet([Sheet("Cijfers", rows)])

    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    read = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    for told, row in zip(read, rows, strict=True):
        assert [v for v in told if v != ""] == row
    assert content == spreadsheet([Sheet("Cijfers", rows)])


def test_a_formula_and_signs_of_xml_stay_text():
    hostile = ["=1+1", "<office:x>", "a\x00b", "&amp;"]

    content = spreadsheet([Sheet('"><table:x', [hostile])])

    assert b"table:formula" not in content
    assert b"<office:x>" not in content
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    assert book.get_sheet_by_index(0).to_python()[0][:2] == ["=1+1", "<office:x>"]


def test_a_program_knows_the_kind_from_the_first_bytes():
    content = spreadsheet([Sheet("Leeg", [[""]])])

    assert content[30:38] == b"mimetype"
    assert TYPE.encode() in content[:120]
