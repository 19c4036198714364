"""Spreadsheets as people send them, good ones and bad ones."""

import io
import zipfile

from openpyxl import Workbook

from dichtbij.interop import workbooks
from dichtbij.interop.columns import COLUMNS

ODS = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'office:version="1.2"><office:body><office:spreadsheet>'
    '<table:table table:name="Blad1">{rows}</table:table>'
    "</office:spreadsheet></office:body></office:document-content>"
)


def example(kind, /, **changes):
    """Return the headers of a kind and its example row, with other cells by key."""
    columns = COLUMNS[kind]
    cells = {column.key: column.example for column in columns} | changes
    return [c.header for c in columns], [cells[c.key] for c in columns]


def xlsx(headers, *rows):
    return workbooks.workbook(headers, rows)


def csv(headers, *rows, delimiter=";", encoding="utf-8"):
    lines = [delimiter.join(f'"{cell}"' for cell in row) for row in [headers, *rows]]
    return "\r\n".join(lines).encode(encoding)


def ods(headers, *rows, extra=""):
    def cell(text):
        return (
            f'<table:table-cell office:value-type="string"><text:p>{text}</text:p>'
            "</table:table-cell>"
        )

    lines = [
        f"<table:table-row>{''.join(map(cell, row))}</table:table-row>"
        for row in [headers, *rows]
    ]
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": ODS.format(rows="".join(lines) + extra),
            "META-INF/manifest.xml": "<manifest/>",
        }
    )


def packed(parts):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as folder:
        for name, content in parts.items():
            folder.writestr(name, content)
    return written.getvalue()


def with_part(content, name, part):
    """Return a zip with one part more."""
    written = io.BytesIO(content)
    with zipfile.ZipFile(written, "a") as folder:
        folder.writestr(name, part)
    return written.getvalue()


def raw_book(fill):
    """Return a workbook that a test fills as a person would."""
    book = Workbook()
    fill(book)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()
