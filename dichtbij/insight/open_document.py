"""How are rows written as an OpenDocument spreadsheet, with the same bytes each time?

Pure. A fixed moment in the zip, nothing compressed, no formula: a cell is a whole
number or a text. Read by LibreOffice, Excel and our own import.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

TYPE = "application/vnd.oasis.opendocument.spreadsheet"
LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first moment a zip can name
# What XML 1.0 cannot hold.
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "manifest": "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
}
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


@dataclass(frozen=True)
class Sheet:
    """A named sheet; a whole number stays a number, anything else is text."""

    name: str
    rows: Sequence[Sequence[str | int]]


def spreadsheet(sheets: Iterable[Sheet]) -> bytes:
    """Return an .ods with these sheets."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as packed:
        # Unpacked and first, so that a program knows the kind without opening it.
        _add(packed, "mimetype", TYPE)
        _add(packed, "content.xml", _content(sheets))
        _add(packed, "META-INF/manifest.xml", _manifest())
    return written.getvalue()


def _add(packed: zipfile.ZipFile, name: str, text: str) -> None:
    entry = zipfile.ZipInfo(name, LONG_AGO)
    entry.create_system = 3
    entry.external_attr = 0o644 << 16
    packed.writestr(entry, text.encode())


def _content(sheets: Iterable[Sheet]) -> str:
    spaces = " ".join(
        f'xmlns:{name}="{_SPACES[name]}"' for name in ("office", "table", "text")
    )
    tables = "".join(_table(one) for one in sheets)
    return (
        f'{_HEAD}<office:document-content {spaces} office:version="1.3">'
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet>"
        "</office:body></office:document-content>"
    )


def _table(sheet: Sheet) -> str:
    rows = "".join(
        f"<table:table-row>{''.join(_cell(one) for one in row)}</table:table-row>"
        for row in sheet.rows
    )
    return (
        f"<table:table table:name={quoteattr(_plain(sheet.name))}>{rows}</table:table>"
    )


def _cell(value: str | int) -> str:
    if isinstance(value, int):
        kind = f'office:value-type="float" office:value="{value}"'
    elif value:
        kind = 'office:value-type="string"'
    else:
        return "<table:table-cell/>"
    text = escape(_plain(str(value)))
    return f"<table:table-cell {kind}><text:p>{text}</text:p></table:table-cell>"


def _plain(text: str) -> str:
    return UNWRITABLE.sub(" ", text)


def _manifest() -> str:
    files = {"/": TYPE, "content.xml": "text/xml"}
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" '
        f'manifest:media-type="{kind}"/>'
        for path, kind in files.items()
    )
    return (
        f'{_HEAD}<manifest:manifest xmlns:manifest="{_SPACES["manifest"]}" '
        f'manifest:version="1.3">{entries}</manifest:manifest>'
    )
