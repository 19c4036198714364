"""Is a definition file whole? Read one, or say which place of it is wrong and why.

Pure: text goes in, a Definition comes out. Raises BrokenDefinition.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from dichtbij.questionnaires.definitions import (
    Band,
    BrokenDefinition,
    Definition,
    Names,
    Norm,
    Question,
    Scale,
    ScaleNorm,
)

ENTRIES = ("items", "scores", "goals", "own")
KINDS = ("scale", "choice", "words")
BANDS = ("borderline", "raised")
NUMBERS = (
    "mean",
    "sd",
    "reliability",
    "clinical_mean",
    "clinical_sd",
    "reliable_points",
)
FOLDER = "definitions"


@cache
def all_definitions() -> Mapping[tuple[str, str], Definition]:
    """Return every definition of the package by instrument and version."""
    found = {}
    folder = files("dichtbij.questionnaires") / FOLDER
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if path.name.endswith(".toml"):
            one = read(path.name, path.read_text(encoding="utf-8"))
            found[one.instrument, one.version] = one
    return found


def latest(instrument: str) -> Definition:
    """Return the newest version of an instrument. Raises KeyError."""
    versions = [v for name, v in all_definitions() if name == instrument]
    if not versions:
        raise KeyError(instrument)
    return all_definitions()[instrument, max(versions)]


def read(file: str, text: str) -> Definition:
    """Read one definition. Raises BrokenDefinition with file, place and reason."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as broken:
        raise BrokenDefinition(file, "the whole file", f"{broken}") from broken
    return _Reader(file, table).definition()


@dataclass(frozen=True)
class _Place:
    """One table of a file, with the words for where it stands."""

    file: str
    words: str
    table: Mapping[str, Any]

    def broken(self, reason: str) -> BrokenDefinition:
        return BrokenDefinition(self.file, self.words, reason)

    def take(self, name: str, kind: type | tuple[type, ...], default: Any = ...) -> Any:
        """Return a value of the right kind."""
        if name not in self.table:
            if default is ...:
                raise self.broken(f"{name} is missing")
            return default
        value = self.table[name]
        if not isinstance(value, kind) or (
            isinstance(value, bool) and kind is not bool
        ):
            raise self.broken(f"{name} is of the wrong kind")
        return value

    def text(self, name: str) -> str:
        """Return a text that says something."""
        value: str = self.take(name, str)
        if not value.strip():
            raise self.broken(f"{name} is empty")
        return value

    def one_of(self, name: str, allowed: tuple[str, ...]) -> str:
        """Return one of the allowed words."""
        value: str = self.take(name, str)
        if value not in allowed:
            raise self.broken(f"{name} is none of {', '.join(allowed)}")
        return value

    def list_of(self, name: str, kind: type, default: Any = ...) -> tuple[Any, ...]:
        """Return a list in which everything is of one kind."""
        values = self.take(name, list, default)
        if any(type(value) is not kind for value in values):
            raise self.broken(f"{name} holds something of the wrong kind")
        return tuple(values)

    def names(self, name: str, *, optional: bool = False) -> Names:
        """Return a name in Dutch and English."""
        value: Names = self.take(name, dict, {} if optional else ...)
        if not (value or optional):
            raise self.broken(f"{name} is empty")
        texts = [value.get(language) for language in ("nl", "en")]
        if value and not all(isinstance(text, str) and text for text in texts):
            raise self.broken(f"{name} is not in Dutch and English")
        return value

    def ages(self) -> tuple[int, int]:
        """Return a first and a last age in years."""
        value = self.list_of("ages", int)
        if len(value) != 2 or not 0 <= value[0] <= value[1]:
            raise self.broken("ages is no first and last age")
        return value[0], value[1]

    def inside(self, name: str, place: str = "") -> Iterator["_Place"]:
        """Return each table of a list, named by its key or number."""
        for at, table in enumerate(self.take(name, list, []), start=1):
            yield _table(self.file, place or name, at, table)


def _table(file: str, place: str, at: int | str, table: Any) -> _Place:
    """Return a table inside a table, called by its key or else by where it stands."""
    if not isinstance(table, dict):
        raise BrokenDefinition(file, f"{place} {at}", "it is no table")
    return _Place(file, f"{place} {table.get('key', at)}", table)


class _Reader:
    """Reads one file from the top down; what is above is known below."""

    def __init__(self, file: str, table: Mapping[str, Any]) -> None:
        self.top = _Place(file, "top", table)
        self.items = 0
        self.answers: tuple[int, ...] = ()
        self.answer_names: tuple[Names, ...] = ()
        self.scales: dict[str, Scale] = {}

    def definition(self) -> Definition:
        top = self.top
        instrument, version = top.text("instrument"), top.text("version")
        if top.file != f"{instrument}-{version}.toml":
            raise top.broken(f"the file should be called {instrument}-{version}.toml")
        entry = top.one_of("entry", ENTRIES)
        if entry == "own":
            return self._own(instrument, version)
        self._take_items(entry)
        self._take_scales(entry)
        return Definition(
            instrument=instrument,
            version=version,
            entry=entry,
            name=top.names("name"),
            licence=top.text("licence"),
            source=top.text("source"),
            link=top.take("link", str, ""),
            items=self.items,
            answers=self.answers,
            answer_names=self.answer_names,
            ages=top.ages(),
            informants=top.list_of("informants", str),
            scales=tuple(self.scales.values()),
            norms=self._norms(),
        )

    def _take_items(self, entry: str) -> None:
        if entry != "items":
            return
        self.items = self.top.take("items", int)
        self.answers = self.top.list_of("answers", int)
        if self.items < 1 or len(set(self.answers)) < 2:
            raise self.top.broken("there are no items or no answers to choose from")
        places = list(self.top.inside("answer_names", "answer"))
        self.answer_names = tuple(place.names("name") for place in places)
        if len(places) != len(self.answers):
            raise self.top.broken("not every answer has a name")

    def _take_scales(self, entry: str) -> None:
        for place in self.top.inside("scales", "scale"):
            scale = self._scale(place, entry)
            if scale.key in self.scales:
                raise place.broken("this scale stands in the file twice")
            self.scales[scale.key] = scale
        if not self.scales:
            raise self.top.broken("there are no scales")
        keyed = [item for scale in self.scales.values() for item in scale.items]
        for item in keyed:
            if keyed.count(item) > 1:
                raise self.top.broken(f"item {item} counts in two scales")

    def _scale(self, place: _Place, entry: str) -> Scale:
        items = self._items_of(place, entry)
        parts = self._parts_of(place)
        if entry == "items" and not items and not parts:
            raise place.broken("it has no items")
        lowest, highest = self._range(place, items, parts)
        return Scale(
            key=place.text("key"),
            name=place.names("name"),
            lowest=lowest,
            highest=highest,
            higher_is_better=place.one_of("better", ("lower", "higher")) == "higher",
            items=items,
            sum_of=tuple(part.key for part in parts),
            max_missing=place.take("max_missing", int, 0),
        )

    def _items_of(self, place: _Place, entry: str) -> tuple[int, ...]:
        items = place.list_of("items", int, [])
        if items and entry != "items":
            raise place.broken("items belong to an instrument that has a key")
        for item in items:
            if not 1 <= item <= self.items:
                raise place.broken(f"there is no item {item}")
            if items.count(item) > 1:
                raise place.broken(f"item {item} stands in it twice")
        return items

    def _parts_of(self, place: _Place) -> list[Scale]:
        parts = []
        for key in place.list_of("sum_of", str, []):
            if key not in self.scales:
                raise place.broken(f"it adds {key}, which is no scale above it")
            parts.append(self.scales[key])
        return parts

    def _range(
        self, place: _Place, items: tuple[int, ...], parts: list[Scale]
    ) -> tuple[int, int]:
        if items:
            added = len(items)
            reach = added * min(self.answers), added * max(self.answers)
        else:
            reach = sum(p.lowest for p in parts), sum(p.highest for p in parts)
        known = bool(items or parts)
        lowest = place.take("lowest", int, reach[0] if known else ...)
        highest = place.take("highest", int, reach[1] if known else ...)
        if lowest >= highest:
            raise place.broken("its lowest score is not below its highest")
        if known and (lowest, highest) != reach:
            raise place.broken(f"its scores run from {reach[0]} to {reach[1]}")
        return lowest, highest

    def _norms(self) -> tuple[Norm, ...]:
        found: dict[str, Norm] = {}
        for place in self.top.inside("norms", "norm"):
            norm = self._norm(place)
            if norm.key in found:
                raise place.broken("this norm stands in the file twice")
            found[norm.key] = norm
        return tuple(found.values())

    def _norm(self, place: _Place) -> Norm:
        scales = {
            key: self._scale_norm(
                _table(place.file, f"{place.words}, scale", key, table), key
            )
            for key, table in place.take("scales", dict).items()
        }
        return Norm(
            key=place.text("key"),
            name=place.names("name"),
            country=place.text("country"),
            informant=place.one_of(
                "informant", ("parent", "young_person", "other", "any")
            ),
            ages=place.ages(),
            source=place.text("source"),
            caution=place.names("caution", optional=True),
            n=place.take("n", int, None),
            scales=scales,
        )

    def _scale_norm(self, place: _Place, key: str) -> ScaleNorm:
        if key not in self.scales:
            raise place.broken("there is no such scale")
        told = {name: place.take(name, (int, float), None) for name in NUMBERS}
        reliability = told["reliability"]
        if reliability is not None and not 0 < reliability < 1:
            raise place.broken("reliability does not lie between 0 and 1")
        for name in ("sd", "clinical_sd", "reliable_points"):
            if told[name] is not None and told[name] <= 0:
                raise place.broken(f"{name} is not above 0")
        bands = tuple(
            self._band(band, self.scales[key])
            for band in place.inside("bands", f"{place.words}, band")
        )
        return ScaleNorm(scale=key, bands=bands, **told)

    def _band(self, place: _Place, scale: Scale) -> Band:
        band = Band(
            key=place.one_of("key", BANDS),
            at_least=place.take("at_least", int, None),
            at_most=place.take("at_most", int, None),
        )
        edges = [one for one in (band.at_least, band.at_most) if one is not None]
        if not edges:
            raise place.broken("it has no cut-off")
        for edge in edges:
            if not scale.lowest <= edge <= scale.highest:
                raise place.broken(
                    f"cut-off {edge} lies outside {scale.lowest} to {scale.highest}"
                )
        return band

    def _own(self, instrument: str, version: str) -> Definition:
        free_text = self.top.take("free_text", bool)
        questions: dict[int, Question] = {}
        for place in self.top.inside("questions", "question"):
            one = _question(place)
            if one.number in questions:
                raise place.broken(f"number {one.number} stands in the file twice")
            if one.kind == "words" and not free_text:
                raise place.broken("this instrument takes no free text")
            questions[one.number] = one
        if sorted(questions) != list(range(1, len(questions) + 1)) or not questions:
            raise self.top.broken("its questions are not numbered from 1 without gaps")
        return Definition(
            instrument=instrument,
            version=version,
            entry="own",
            free_text=free_text,
            questions=tuple(questions[number] for number in sorted(questions)),
        )


def _question(place: _Place) -> Question:
    one = Question(
        number=place.take("number", int),
        key=place.text("key"),
        kind=place.one_of("kind", KINDS),
        lowest=place.take("lowest", int, 0),
        highest=place.take("highest", int, 0),
        values=place.list_of("values", str, []),
        longest=place.take("longest", int, 0),
    )
    whole = {
        "scale": one.lowest < one.highest,
        "choice": len(set(one.values)) == len(one.values) > 1,
        "words": one.longest > 0,
    }
    if not whole[one.kind]:
        raise place.broken("it cannot be answered: look at its range, values or length")
    return one
