"""Can a catalogue of public software read publiccode.yml? Source: publiccode.yml 0.7.

Its official parser is a program in another language, so the rules that bear on our file
are written out here, with a reader of the small part of YAML that the file uses.
"""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

CHECKOUT = Path(__file__).parents[1]
TEXT = (CHECKOUT / "publiccode.yml").read_text()

MANDATORY = {
    "publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus",
    "softwareType", "description", "legal", "maintenance", "localisation",
}  # fmt: skip
OPTIONAL = {
    "applicationSuite", "landingURL", "isBasedOn", "softwareVersion", "releaseDate",
    "logo", "categories", "usedBy", "roadmap", "supports", "intendedAudience",
    "dependsOn", "organisation", "fundedBy",
}  # fmt: skip
STATES = {"concept", "development", "beta", "stable", "obsolete"}
KINDS = {
    "standalone/mobile", "standalone/iot", "standalone/desktop", "standalone/web",
    "standalone/backend", "standalone/other", "addon", "library", "configurationFiles",
}  # fmt: skip
# Of the controlled vocabularies, the words that suit us.
CATEGORIES = {
    "appointment-scheduling", "compliance-management", "data-analytics",
    "data-collection", "data-visualization", "document-management",
    "resource-management", "workflow-management",
}  # fmt: skip
SCOPES = {"healthcare", "local-authorities", "society", "welfare"}
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


# --- a reader of maps, lists, folded texts and plain values ---------------------------


class Lines:
    """The lines that hold something, each with its indent."""

    def __init__(self, text: str) -> None:
        assert "\t" not in text, "YAML knows no tabs"
        kept = (line.rstrip() for line in text.splitlines())
        self.left = [
            line for line in kept if line and not line.lstrip().startswith("#")
        ]

    def indent(self) -> int:
        return len(self.left[0]) - len(self.left[0].lstrip()) if self.left else -1

    def take(self) -> str:
        return self.left.pop(0).strip()


def read(lines: Lines, indent: int) -> Any:
    if lines.left[0].lstrip().startswith("- "):
        return list(_items(lines, indent))
    found: dict[str, Any] = {}
    while lines.indent() == indent:
        key, colon, rest = lines.take().partition(":")
        assert colon, f"no key: {key}"
        assert re.fullmatch(r"\w+", key), key
        assert key not in found, f"twice: {key}"
        found[key] = _value(lines, indent, rest.strip())
    assert lines.indent() < indent, "an indent that belongs nowhere"
    return found


def _items(lines: Lines, indent: int) -> Iterator[Any]:
    while lines.indent() == indent:
        line = lines.take()
        assert line.startswith("- "), line
        if re.match(r"- \w+: ", line):
            lines.left.insert(0, " " * (indent + 2) + line[2:])
            yield read(lines, indent + 2)
        else:
            yield _plain(line[2:].strip())


def _value(lines: Lines, indent: int, rest: str) -> Any:
    if rest == ">-":
        folded = []
        while lines.indent() > indent:
            folded.append(lines.take())
        return " ".join(folded)
    if rest:
        return _plain(rest)
    assert lines.indent() > indent, "a key without a value"
    return read(lines, lines.indent())


def _plain(value: str) -> Any:
    if re.fullmatch(r'"[^"\\]*"', value):
        return value[1:-1]
    assert not re.search(r"[\[\]{}&*!|%@`\"]|: | #", value), f"not plain: {value}"
    assert not re.fullmatch(r"[\d.]+|yes|no|on|off|null|~", value), f"quote {value}"
    return {"true": True, "false": False}.get(value, value)


PUBLICCODE = read(Lines(TEXT), 0)


def test_the_reader_refuses_what_it_does_not_know():
    good = 'a: "1"\nb:\n  - name: x\n    more: >-\n      one\n      two\n  - y\n'

    assert read(Lines(good), 0) == {
        "a": "1",
        "b": [{"name": "x", "more": "one two"}, "y"],
    }
    for bad in ("a: [1]", "a: &x y", "a:\n", "a: 1.0", "a: yes", "a: x: y", "a b: c"):
        with pytest.raises((AssertionError, IndexError)):
            read(Lines(bad), 0)


def test_every_key_is_known_and_none_is_missing():
    assert PUBLICCODE.keys() >= MANDATORY
    assert PUBLICCODE.keys() <= MANDATORY | OPTIONAL


def test_values_come_from_the_lists_of_the_standard():
    assert re.fullmatch(r"0\.7(\.\d+)?", PUBLICCODE["publiccodeYmlVersion"])
    assert re.fullmatch(r"https://[\w.-]+/\S+", PUBLICCODE["url"])
    assert PUBLICCODE["developmentStatus"] in STATES
    assert PUBLICCODE["softwareType"] in KINDS
    assert PUBLICCODE["platforms"] == ["web"]
    assert set(PUBLICCODE["categories"]) <= CATEGORIES
    assert PUBLICCODE["intendedAudience"]["countries"] == ["NL"]
    assert set(PUBLICCODE["intendedAudience"]["scope"]) <= SCOPES


@pytest.mark.parametrize("language", ["en", "nl"])
def test_each_description_has_its_lengths(language):
    told = PUBLICCODE["description"][language]

    assert LANGUAGE.fullmatch(language)
    assert 0 < len(told["shortDescription"]) <= 150
    assert 150 <= len(told["longDescription"]) <= 10_000
    assert 5 <= len(told["features"]) <= 20


def test_someone_keeps_it_and_it_speaks_the_languages_it_has():
    languages = [code for code, _name in settings.LANGUAGES]

    assert PUBLICCODE["maintenance"]["type"] in {"internal", "community"}
    assert all(contact["name"] for contact in PUBLICCODE["maintenance"]["contacts"])
    assert PUBLICCODE["localisation"] == {
        "localisationReady": True,
        "availableLanguages": languages,
    }
    assert set(PUBLICCODE["description"]) == set(languages)


def test_version_and_licence_are_those_of_the_code():
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())["project"]

    assert PUBLICCODE["softwareVersion"] == settings.VERSION
    assert PUBLICCODE["legal"]["license"] == project["license"]


def test_what_it_depends_on_is_what_it_asks_for():
    needs = {
        need["name"]: need["versionMin"] for need in PUBLICCODE["dependsOn"]["open"]
    }
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())["project"]

    assert project["requires-python"] == f">={needs['Python']}"
    assert (
        f"PostgreSQL {needs['PostgreSQL']} or newer"
        in (CHECKOUT / "dichtbij/postgres/programs.py").read_text()
    )
