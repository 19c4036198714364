"""Under which licence is every locked package, and may we use it?

`python -m tests.licences` prints one line per package.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

CHECKOUT = Path(__file__).parents[1]
PINNED = re.compile(r"^([a-z0-9][a-z0-9._-]*)==\S+ *(;.*)?", re.M)
# Reviewed: used as libraries beside our code, never changed or copied into it.
LESSER = {
    "psycopg", "psycopg-binary", "psycopg-pool", "python-stdnum", "pyxdg", "urwid",
}  # fmt: skip
# Reviewed, not shipped and never imported by our code. aiostream: part of a calendar
# client that a test runs as a process of its own. docutils: BSD and public domain but
# for an editor's file; comes with a peer of our estimators, which does not use it.
RUN_APART = {"aiostream", "docutils"}
FREE = re.compile(
    r"\b(MIT|MIT-0|BSD|Apache|ISC|0BSD|PSF|Python Software Foundation"
    r"|MPL|Mozilla|PostgreSQL|Unlicense|Zlib)\b"
)
LESSER_WORDS = re.compile(r"\bLGPL|Lesser General Public")
COPYLEFT = re.compile(r"\bA?GPL|(?<!Lesser )General Public Licen[cs]e|Affero|\bSSPL")


@dataclass(frozen=True)
class Package:
    """A pinned package; `optional` when the lock installs it on some systems only."""

    name: str
    optional: bool
    licence: str | None  # None: not installed here

    def verdict(self) -> str:
        """Return "allowed", or why it is not."""
        if self.licence is None:
            return "allowed" if self.optional else "not installed"
        if LESSER_WORDS.search(self.licence):
            return "allowed" if self.name in LESSER else "LGPL, not reviewed"
        if COPYLEFT.search(self.licence):
            return "allowed" if self.name in RUN_APART else "GPL or AGPL"
        return "allowed" if FREE.search(self.licence) else "unknown licence"


def packages() -> Iterator[Package]:
    """Return every package of every lock, by name."""
    pinned: dict[str, bool] = {}
    for lock in CHECKOUT.glob("*.lock"):
        for name, marker in PINNED.findall(lock.read_text()):
            pinned[name] = bool(marker) and pinned.get(name, True)
    for name, optional in sorted(pinned.items()):
        yield Package(name, optional, licence_of(name))


def licence_of(name: str) -> str | None:
    """Return all that a package declares about its licence, on one line."""
    try:
        about = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return None
    classes = [
        words.rpartition(" :: ")[2]
        for words in about.get_all("Classifier", [])
        if words.startswith("License")
    ]
    declared = [about.get("License-Expression"), about.get("License"), *classes]
    short = (" ".join(words.split())[:60] for words in declared if words)
    return "; ".join(dict.fromkeys(short))


if __name__ == "__main__":
    for package in packages():
        licence = package.licence or "not installed here"
        sys.stdout.write(f"{package.name}: {licence} ({package.verdict()})\n")
