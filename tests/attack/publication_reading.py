"""Which numbers stand in what a browser got: page, file, paper, spreadsheet or JSON?

Texts and all that is read aloud or shown by hovering, names of files too. Left out is
only where a line is drawn: geometry holds no text, and is compared byte for byte
(test_publication_closure.py).
"""

import html
import io
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

from pypdf import PdfReader

NUMBER = re.compile(r"(?<![\w#/.-])[<≥~]?\d+(?:[.,]\d+)*(?:\s?%)?")
# Where a line or a letter is drawn, never what is said.
GEOMETRY = frozenset(
    """d points viewbox x y x1 x2 y1 y2 cx cy r rx ry dx dy width height transform
    font-size font-weight stroke-width stroke-opacity stroke-dasharray fill-opacity
    opacity class id for name style href src action aria-labelledby aria-describedby
    rel type sizes nonce maxlength minlength min max step rows cols size colspan rowspan
    tabindex autocomplete pattern datetime method lang dir role charset media fill
    stroke hx-get hx-post hx-headers xmlns text-anchor font-family""".split()  # noqa: SIM905
)
BLOCKS = frozenset(
    """p li dt dd td th tr h1 h2 h3 h4 div section title desc text caption option label
    summary figcaption""".split()  # noqa: SIM905
)


@dataclass(frozen=True)
class Said:
    """A number as it stands somewhere, with the words around it."""

    number: str
    place: str
    words: str


class _Page(HTMLParser):
    """The texts of a page by block, and those of attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = [""]
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag in ("style", "script"):
            self.silent += 1
        if tag in BLOCKS or tag == "br":
            # Marks stand left of an axis; a value beside a line does not.
            on_axis = tag == "text" and told.get("text-anchor") == "end"
            self.parts.append("tick: " if on_axis else "")
        if told.get("name") in ("once", "csrfmiddlewaretoken"):
            return
        self.parts[-1:] = [
            *(
                f"{tag}@{name}: {value}"
                for name, value in attrs
                if value and name not in GEOMETRY
            ),
            self.parts[-1],
        ]

    def handle_endtag(self, tag: str) -> None:
        if tag in ("style", "script"):
            self.silent -= 1
        if tag in BLOCKS:
            self.parts.append("")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.parts[-1] += data


def texts_of(answer: Any) -> list[str]:
    """Return all that an answer says, in pieces."""
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    kind = answer.headers.get("Content-Type", "").split(";")[0]
    said = [answer.headers.get("Content-Disposition", "")]
    if kind == "text/html":
        page = _Page()
        page.feed(body.decode())
        said += page.parts
    elif body.startswith(b"%PDF-1") and len(body) > 100:
        reader = PdfReader(io.BytesIO(body))
        said += [str(value) for value in (reader.metadata or {}).values()]
        said += [page.extract_text() for page in reader.pages]
    elif body.startswith(b"PK"):
        said += _sheet(body)
    elif kind.endswith("json"):
        said += list(_values(json.loads(body)))
    else:
        said.append(body.decode("utf-8", "replace"))
    return [" ".join(one.split()) for one in said if one.strip()]


def _sheet(body: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(body)) as file:
        for name in file.namelist():
            if not name.endswith(".xml"):
                continue
            text = file.read(name).decode()
            if name == "content.xml":
                yield from re.findall(r'office:value="([^"]*)"', text)
                told = re.findall(r"<text:p[^>]*>(.*?)</text:p>", text)
                yield from map(html.unescape, told)
            if name == "meta.xml":
                yield re.sub(r"<[^>]*>", " ", text)


def _values(told: Any) -> Iterator[str]:
    if isinstance(told, dict):
        for key, value in told.items():
            # The codes of a cell, which the list of tables fixes.
            if "table" not in told or key not in ("row", "column"):
                yield from _values(value)
    elif isinstance(told, list):
        for value in told:
            yield from _values(value)
    elif told is not None and not isinstance(told, bool):
        yield str(told)


def numbers_in(texts: list[str], place: str) -> Iterator[Said]:
    """Yield every number, with some words on either side."""
    for text in texts:
        for found in NUMBER.finditer(text):
            around = text[max(0, found.start() - 45) : found.end() + 45]
            yield Said(found.group().replace(" ", ""), place, around)
