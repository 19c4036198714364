import contextlib
import io
import zipfile
from datetime import date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dichtbij.interop import sheets, workbooks
from dichtbij.interop.columns import COLUMNS
from dichtbij.interop.rows import read_rows
from dichtbij.interop.sheets import SheetProblem, neutral, plain, read_sheet
from tests.interop import files

HEADERS, ROW = files.example("partners")
TODAY = date(2026, 3, 10)


def rows_of(content):
    return [cells for _number, cells in read_sheet(content).rows]


@pytest.mark.parametrize("kind", sorted(COLUMNS))
def test_a_template_reads_back_as_its_own_example_without_a_problem(kind):
    content = workbooks.template(kind, [("Naam", "verplicht", "", "")])

    sheet = read_sheet(content)
    (row,) = read_rows(kind, sheet, TODAY)

    assert sheet.headers == [column.header for column in COLUMNS[kind]]
    assert row.problems == []
    assert row.number == 2


@pytest.mark.parametrize(
    "content",
    [
        files.xlsx(HEADERS, ROW),
        files.ods(HEADERS, ROW),
        files.csv(HEADERS, ROW),
        files.csv(HEADERS, ROW, delimiter=","),
        files.csv(HEADERS, ROW, delimiter="\t"),
        files.csv(HEADERS, ROW, encoding="utf-8-sig"),
        files.csv(HEADERS, ROW, encoding="cp1252"),
    ],
)
def test_every_kind_of_file_gives_the_same_rows(content):
    assert read_sheet(content).headers == HEADERS
    assert rows_of(content) == [ROW]


def test_names_with_accents_survive_each_encoding():
    row = ["cjg", "Zoë Ñuñez", *ROW[2:]]

    for encoding in ("utf-8", "utf-8-sig", "cp1252"):
        assert rows_of(files.csv(HEADERS, row, encoding=encoding)) == [row]


def test_dates_times_and_numbers_become_plain_text():
    def fill(book):
        book.active.append(["a", "b", "c", "d", "e", "f"])
        book.active.append(
            [
                datetime.combine(date(2026, 3, 1), time(12)),
                *(date(2026, 3, 2), time(9, 5), 12.0, True, 1.5),
            ]
        )

    assert rows_of(files.raw_book(fill)) == [
        ["2026-03-01", "2026-03-02", "09:05", "12", "ja", "1.5"]
    ]


text = st.text(
    st.characters(exclude_categories=("C", "Z"), include_characters=" "), max_size=20
).map(str.strip)


@given(st.lists(st.lists(text, min_size=2, max_size=2), min_size=1, max_size=5))
@settings(max_examples=40, deadline=None)
def test_what_is_written_reads_back_and_nothing_calculates(rows):
    rows = [["x", *row] for row in rows]
    content = files.xlsx(["A", "B", "C"], *rows)

    assert rows_of(content) == rows
    with zipfile.ZipFile(io.BytesIO(content)) as folder:
        assert b"<f>" not in folder.read("xl/worksheets/sheet1.xml")


@given(st.text(max_size=12))
def test_a_neutral_cell_starts_with_no_sign_and_becomes_itself_again(words):
    made = neutral(words)

    assert not made.startswith(("=", "+", "-", "@"))
    assert plain(made) == words


def test_an_apostrophe_of_a_name_stays():
    row = ["cjg", "'t Huis", "'s-Hertogenbosch", *ROW[3:]]

    assert rows_of(files.xlsx(HEADERS, row)) == [row]


# --- files that are not taken ------------------------------------------------------


def formula(book):
    book.active.append(HEADERS)
    book.active.append(["cjg", "=1+1"])


def merged(book):
    book.active.append(HEADERS)
    book.active.append(ROW)
    book.active.merge_cells("B2:C2")


def ten_sheets(book):
    for number in range(9):
        book.create_sheet(f"Blad {number}")


def far_down(book):
    book.active.append(HEADERS)
    book.active["B900000"] = "x"


def far_right(book):
    book.active.append(HEADERS)
    book.active["XFD2"] = "x"


GOOD = files.xlsx(HEADERS, ROW)
BAD = {
    "nothing": (b"", "empty", {}),
    "only headers": (files.xlsx(HEADERS), "empty", {}),
    "formula": (files.raw_book(formula), "formula", {"cell": "B2"}),
    "formula csv": (files.csv(HEADERS, ["cjg", "=1+1"]), "formula", {"cell": "B2"}),
    "formula ods": (
        files.ods(HEADERS, ROW, extra='<table:table-row table:formula="of:=1"/>'),
        "formula",
        {"cell": ""},
    ),
    "merged": (files.raw_book(merged), "merged", {"cell": "B2"}),
    "merged ods": (
        files.ods(HEADERS, ROW, extra='<a table:number-columns-spanned="2"/>'),
        "merged",
        {"cell": ""},
    ),
    "ten sheets": (
        files.raw_book(ten_sheets),
        "many_sheets",
        {"count": 10, "name": "Gegevens"},
    ),
    "far down": (files.raw_book(far_down), "far_away", {"cell": "B900000"}),
    "far right": (files.raw_book(far_right), "far_away", {"cell": "XFD2"}),
    "macros": (files.with_part(GOOD, "xl/vbaProject.bin", b"x"), "macros", {}),
    "macros ods": (
        files.with_part(files.ods(HEADERS, ROW), "Basic/Standard/M.xml", b"x"),
        "macros",
        {},
    ),
    "password": (
        sheets.OLE + b"x" * 99 + "EncryptedPackage".encode("utf-16-le"),
        "password",
        {},
    ),
    "password ods": (
        files.packed({"META-INF/manifest.xml": "<manifest:encryption-data/>"}),
        "password",
        {},
    ),
    "old excel": (sheets.OLE + b"x" * 99, "old", {}),
    "utf-16": (files.csv(HEADERS, ROW, encoding="utf-16"), "encoding", {}),
    "no letters": (b"a;b\n\x81\x8d;c", "encoding", {}),
    "damaged": (GOOD[: len(GOOD) // 2], "unreadable", {}),
    "another zip": (files.packed({"brief.txt": "x"}), "unreadable", {}),
    "open quote": (b'a;b\n"c;d', "unreadable", {}),
    "too many rows": (b"a;b\n" + b"x;y\n" * 60_001, "too_many_rows", {"most": 60_000}),
    "too large": (b"x" * 20_000_001, "too_large", {}),
    "repeated cells": (
        files.ods(
            HEADERS,
            extra='<table:table-row><table:table-cell office:value-type="string" '
            'table:number-columns-repeated="16000"/></table:table-row>',
        ),
        "far_away",
        {"cell": ""},
    ),
    "repeated rows": (
        files.ods(
            HEADERS,
            extra='<table:table-row table:number-rows-repeated="900000">'
            '<table:table-cell office:value-type="string"/></table:table-row>',
        ),
        "too_many_rows",
        {"most": 60_000},
    ),
}


@pytest.mark.parametrize("what", sorted(BAD))
def test_a_bad_file_is_refused_with_its_reason_and_place(what):
    content, code, where = BAD[what]

    with pytest.raises(SheetProblem) as refused:
        read_sheet(content)

    assert (refused.value.code, refused.value.where) == (code, where)


def test_what_unpacks_too_far_is_refused_by_the_directory_of_the_zip():
    bomb = files.packed({"xl/worksheets/sheet1.xml": b"0" * 260_000_000})

    assert len(bomb) < 1_000_000
    with pytest.raises(SheetProblem) as refused:
        read_sheet(bomb)
    assert refused.value.code == "too_large_inside"


@given(st.binary(max_size=300), st.sampled_from([b"", b"PK\x03\x04", GOOD[:2000]]))
@settings(max_examples=150, deadline=None)
def test_no_bytes_give_anything_but_rows_or_a_reason(noise, beginning):
    with contextlib.suppress(SheetProblem):
        assert read_sheet(beginning + noise).rows


@pytest.mark.parametrize(
    ("headers", "code", "columns"),
    [
        ([*HEADERS, "BSN"], "unknown_columns", "H (BSN)"),
        (HEADERS[1:], "missing_columns", "Soort"),
        ([*HEADERS, "naam"], "twice_column", ""),
    ],
)
def test_columns_that_do_not_fit_are_named(headers, code, columns):
    sheet = read_sheet(files.xlsx(headers, ["x"] * len(headers)))

    with pytest.raises(SheetProblem) as refused:
        read_rows("partners", sheet, TODAY)

    assert refused.value.code == code
    assert refused.value.where.get("columns", "") == columns
