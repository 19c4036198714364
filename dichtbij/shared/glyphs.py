"""Which characters can our own fonts draw, and what stands in for the others?

PDF/A allows no empty boxes: one character without a drawing and no letter is made. So
text is made printable first, and `unprintable` tells a screen what would be lost.
"""

import struct
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
STAND_IN = "\ufffd"
# They join, part or steer what stands next to them and need no drawing of their own.
STEERING = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2068\u2069\ufe0e\ufe0f")
LINE_ENDS = {"\r": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n"}
SPACES = {"\t": " ", "\u1680": " ", "\u3000": " "}
REPLACED = LINE_ENDS | SPACES
MOST_MARKS = 30
NO_FONT = 0
FIRST_PICTURE = "\U0001f000"
# Windows Unicode in the character map of a font. Source: OpenType 1.9, table "cmap".
BASIC, FULL = (3, 1), (3, 10)


def printable(text: str) -> str:
    """Return the text as it can be printed: nothing else is changed or interpreted.

    Line ends become "\\n"; control characters and those that turn the reading
    direction around are dropped, since they let a letter read otherwise than it is
    stored; a character without a drawing becomes U+FFFD, and no letter carries more
    than 30 marks. Source: Unicode Annex 15, Stream-Safe Text Format (the 30).
    """
    return "".join(shown for _, shown in _steps(text.replace("\r\n", "\n")))


def unprintable(text: str) -> str:
    """Return each character once for which `printable` puts a stand-in."""
    lost = (typed for typed, shown in _steps(text) if shown == STAND_IN != typed)
    return "".join(dict.fromkeys(lost))


@lru_cache(maxsize=1)
def drawn() -> dict[int, int]:
    """Return for each code point which of our fonts draw it: one bit for each font."""
    fonts = sorted(FONTS.glob("*-Regular.ttf"))
    drawers: dict[int, int] = {}
    for number, font in enumerate(fonts):
        for point in points_of(font):
            drawers[point] = drawers.get(point, 0) | 1 << number
    return drawers


def points_of(font: Path) -> Iterator[int]:
    """Yield the code points one font file has a drawing for."""
    content = font.read_bytes()
    start = _table(content, b"cmap")
    maps = _maps(content, start)
    if FULL in maps:
        yield from _read_full(content, maps[FULL])
    elif BASIC in maps:
        yield from _read_basic(content, maps[BASIC])


def _steps(text: str) -> Iterator[tuple[str, str]]:
    # A letter and the marks on it must be drawn by one font: followed from letter to
    # mark are the fonts that can still draw all of it. A space carries no marks.
    able, marks = NO_FONT, 0
    for typed in text:
        shown = _alone(typed)
        if shown and shown not in STEERING:
            drawers = NO_FONT if shown.isspace() else drawn()[ord(shown)]
            if not unicodedata.category(shown).startswith("M"):
                able, marks = drawers, 0
            elif not able & drawers:
                shown, able, marks = STAND_IN, drawn()[ord(STAND_IN)], 0
            else:
                able, marks = able & drawers, marks + 1
        yield typed, shown if marks <= MOST_MARKS else ""


def _alone(character: str) -> str:
    character = REPLACED.get(character, character)
    if character == "\n" or character in STEERING:
        return character
    kind = unicodedata.category(character)
    if kind in {"Cc", "Cf"}:
        return ""
    # Younger than this Python knows: harmless if a picture, but it may be a mark.
    unknown = kind == "Cn" and character < FIRST_PICTURE
    strange = kind == "Co" or unknown or ord(character) not in drawn()
    return STAND_IN if strange else character


def _table(content: bytes, tag: bytes) -> int:
    (count,) = struct.unpack_from(">H", content, 4)
    for entry in range(12, 12 + 16 * count, 16):
        name, _, offset = struct.unpack_from(">4sLL", content, entry)
        if name == tag:
            return int(offset)
    raise ValueError(tag)


def _maps(content: bytes, start: int) -> dict[tuple[int, int], int]:
    (count,) = struct.unpack_from(">H", content, start + 2)
    entries = (
        struct.unpack_from(">HHL", content, start + 4 + 8 * number)
        for number in range(count)
    )
    return {(platform, kind): start + offset for platform, kind, offset in entries}


def _read_full(content: bytes, start: int) -> Iterator[int]:
    (count,) = struct.unpack_from(">L", content, start + 12)
    for number in range(count):
        first, last, glyph = struct.unpack_from(
            ">LLL", content, start + 16 + 12 * number
        )
        yield from range(first if glyph else first + 1, last + 1)


def _read_basic(content: bytes, start: int) -> Iterator[int]:
    (doubled,) = struct.unpack_from(">H", content, start + 6)
    last_at, first_at = start + 14, start + 16 + doubled
    for place in range(0, doubled, 2):
        (last,) = struct.unpack_from(">H", content, last_at + place)
        (first,) = struct.unpack_from(">H", content, first_at + place)
        shift_at = first_at + doubled + place
        offset_at = shift_at + doubled
        for point in range(first, min(last, 0xFFFE) + 1):
            if _basic_glyph(content, point, first, shift_at, offset_at):
                yield point


def _basic_glyph(
    content: bytes, point: int, first: int, shift_at: int, offset_at: int
) -> int:
    (shift,) = struct.unpack_from(">h", content, shift_at)
    (offset,) = struct.unpack_from(">H", content, offset_at)
    if not offset:
        return int(point + shift) & 0xFFFF
    found_at = offset_at + offset + 2 * (point - first)
    (glyph,) = struct.unpack_from(">H", content, found_at)
    return int(glyph + shift) & 0xFFFF if glyph else 0
