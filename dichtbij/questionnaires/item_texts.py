"""What does a licence holder's own file say: which item has which text?

Pure. The file belongs to the licence holder; this product brings no text of its own.
One file holds one instrument in one version and one language, as TOML or CSV.
"""

import csv
import io
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dichtbij.questionnaires.definitions import BrokenDefinition, Definition

LONGEST = 300
LANGUAGES = ("nl", "en", "tr", "ar", "pl")
HEAD = ("instrument", "version", "language")
COLUMNS = (*HEAD, "number", "text")


@dataclass(frozen=True)
class ItemFile:
    """The texts of one instrument in one version and one language, by item number."""

    instrument: str
    version: str
    language: str
    texts: Mapping[int, str]


def read_texts(
    file: str, text: str, known: Mapping[tuple[str, str], Definition]
) -> ItemFile:
    """Read a file of item texts. Raises BrokenDefinition: file, place and reason."""
    rows = list(_rows(file, text))
    if not rows:
        raise BrokenDefinition(file, "the whole file", "it holds no items")
    head = {tuple(str(row.get(name, "")) for name in HEAD) for _place, row in rows}
    if len(head) > 1:
        raise BrokenDefinition(
            file, "the whole file", "it holds more than one instrument or language"
        )
    instrument, version, language = head.pop()
    definition = _definition(file, instrument, version, known)
    if language not in LANGUAGES:
        raise BrokenDefinition(
            file, "the whole file", f"its language is none of {', '.join(LANGUAGES)}"
        )
    texts = _texts(file, rows, definition)
    return ItemFile(instrument, version, language, texts)


def _definition(
    file: str,
    instrument: str,
    version: str,
    known: Mapping[tuple[str, str], Definition],
) -> Definition:
    found = known.get((instrument, version))
    if found is None:
        raise BrokenDefinition(
            file,
            "the whole file",
            f"there is no instrument {instrument} with version {version}",
        )
    if found.entry != "items":
        raise BrokenDefinition(
            file, "the whole file", f"{instrument} takes scores only, no item texts"
        )
    return found


def _rows(file: str, text: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Return each item with the words for where it stands."""
    if file.lower().endswith(".toml"):
        yield from _rows_of_toml(file, text)
        return
    if not file.lower().endswith(".csv"):
        raise BrokenDefinition(file, "the whole file", "it is neither .toml nor .csv")
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    absent = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
    if absent:
        raise BrokenDefinition(file, "line 1", f"there is no column {absent[0]}")
    for row in reader:
        yield f"line {reader.line_num}", row


def _rows_of_toml(file: str, text: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as broken:
        raise BrokenDefinition(file, "the whole file", f"{broken}") from broken
    items = table.get("items")
    if not isinstance(items, list) or any(not isinstance(i, dict) for i in items):
        raise BrokenDefinition(file, "items", "there is no list of items")
    head = {name: table.get(name, "") for name in HEAD}
    for at, item in enumerate(items, start=1):
        yield f"item {at} of the file", head | item


def _texts(
    file: str,
    rows: Iterable[tuple[str, Mapping[str, Any]]],
    definition: Definition,
) -> dict[int, str]:
    texts: dict[int, str] = {}
    for place, row in rows:
        number = _number(file, place, row)
        text = " ".join(str(row.get("text") or "").split())
        if not 1 <= number <= definition.items:
            raise BrokenDefinition(file, place, f"there is no item {number}")
        if number in texts:
            raise BrokenDefinition(file, place, f"item {number} stands in it twice")
        if not text or len(text) > LONGEST:
            raise BrokenDefinition(
                file, place, f"item {number} needs a text of 1 to {LONGEST} characters"
            )
        texts[number] = text
    absent = [n for n in range(1, definition.items + 1) if n not in texts]
    if absent:
        raise BrokenDefinition(file, "the whole file", f"item {absent[0]} is missing")
    return texts


def _number(file: str, place: str, row: Mapping[str, Any]) -> int:
    try:
        return int(str(row.get("number", "")))
    except ValueError:
        raise BrokenDefinition(file, place, "its number is no number") from None
