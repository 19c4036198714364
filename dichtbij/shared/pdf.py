"""How does a page template plus data become a PDF that can be kept for years?

Tagged, PDF/UA-1 and PDF/A-2a at once: the strictest pair that typst 0.15 accepts
(PDF/A-4 excludes PDF/UA-1). The same data give the same bytes in any process, but not
with another version of typst: so keep the bytes, never make a sent document again.
Nothing is fetched: own fonts, own sources, no typst packages.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from dichtbij.shared import glyphs

if TYPE_CHECKING:
    import typst

PACKAGE = Path(__file__).parents[1]
PAPER = "shared/pages/paper.typ"
STANDARDS: list["typst.PDFStandard"] = ["ua-1", "a-2a"]
FAMILIES = {
    "Noto Sans",
    "Noto Sans Arabic",
    "Noto Sans Hebrew",
    "Noto Sans Math",
    "Noto Sans Symbols 2",
    "Noto Emoji",
}
# typst quotes the text it stumbles over, and that may be about a child.
QUOTE = re.compile(r"[`\"']")
PLACE = re.compile(r"┌─ \S*?(main|[a-z_]+\.typ)(:\d+:\d+)\n")


class PdfError(Exception):
    """A document could not be made; the message holds nothing of its text."""


def render(template: str, data: Mapping[str, Any]) -> bytes:
    """Return the PDF of a template, a path inside the package, filled with the data.

    `data` is plain JSON and holds `dated_on`, an ISO date: the only date in the file.
    In the template it is `data` of paper.typ; texts are shown literally.
    Raises PdfError.
    """
    import typst

    sources = {"main": _source(template), PAPER: _source(PAPER)}
    made_at = _made_at(template, data)
    content = json.dumps(_printable(data), ensure_ascii=False)
    try:
        made = typst.compile(
            # The stubs do not know that sources may be a dict.
            cast(Any, sources),
            root=glyphs.FONTS,
            font_paths=_fonts(),
            ignore_system_fonts=True,
            sys_inputs={"data": content},
            pdf_standards=STANDARDS,
            timestamp=made_at,
        )
    except typst.TypstError as error:
        raise PdfError(f"{template} could not be printed: {_why(error)}") from None
    return bytes(made)


def sha256_hex(content: bytes) -> str:
    """Return the hash by which preview, sent and stored are proved to be one."""
    return hashlib.sha256(content).hexdigest()


def _source(template: str) -> bytes:
    try:
        return (PACKAGE / template).read_bytes()
    except OSError as error:
        raise PdfError(f"{template} is not a template of this package.") from error


@lru_cache(maxsize=1)
def _fonts() -> "typst.Fonts":
    import typst

    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[glyphs.FONTS],
    )
    missing = FAMILIES - set(fonts.families())
    if missing:
        raise PdfError(f"Fonts are missing: {', '.join(sorted(missing))}.")
    return fonts


def _made_at(template: str, data: Mapping[str, Any]) -> datetime:
    try:
        dated_on = date.fromisoformat(data["dated_on"])
    except (KeyError, TypeError, ValueError):
        raise PdfError(f"{template} needs `dated_on`, an ISO date.") from None
    return datetime(dated_on.year, dated_on.month, dated_on.day, tzinfo=UTC)


def _why(error: "typst.TypstError") -> str:
    place = PLACE.search(error.diagnostic)
    reason = QUOTE.split(error.message)[0].strip()
    return f"{reason} ({place[1]}{place[2]})" if place else reason


def _printable(value: Any) -> Any:
    if isinstance(value, str):
        return glyphs.printable(value)
    if isinstance(value, Mapping):
        return {str(key): _printable(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_printable(part) for part in value]
    return value
