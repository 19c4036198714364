"""What is in a text about someone else than its reader?

A letter to one of a family holds no data of another (LR-14). Names may be needed and
are pointed out; an address, a telephone number or an e-mail address is refused. Pure.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

SHORTEST_NAME = 3  # "Jo" and "de" would be found everywhere
WORD = re.compile(r"[^\W\d_]+")
SENTENCE = re.compile(r"(?<=[.!?\u2026])\s+|\n+")
POSTCODE = re.compile(r"\b(\d{4}) ?([A-Za-z]{2})\b")
FEWEST_DIGITS = 8  # of a number that is recognised as a way to reach someone
NUMBER = re.compile(r"\d(?:[\s()./-]{0,2}\d){7,}")
PARTICLES = frozenset({"van", "der", "den", "het", "ten", "ter", "von", "del", "dos"})


@dataclass(frozen=True)
class Someone:
    """What is known of one person: name, address, numbers and mail addresses."""

    name: str = ""
    address: str = ""
    ways: tuple[str, ...] = ()


@dataclass(frozen=True)
class Others:
    """What of others may be recognised: name words, and marks that tell where they are.

    Marks are numbers (digits), mail addresses, postcodes and streets, all made plain.
    """

    names: frozenset[str]
    marks: frozenset[str]

    def named_in(self, text: str) -> tuple[str, ...]:
        """Return the words of the text that are names of others, each once."""
        found = (word for word in WORD.findall(text) if word.casefold() in self.names)
        return tuple(dict.fromkeys(found))

    def traced_in(self, text: str) -> bool:
        """Tell whether one could find another person with what the text says."""
        plain = _plain(text)
        numbers = [_digits(found[0]) for found in NUMBER.finditer(text)]
        return any(
            any(mark in number for number in numbers)
            if mark.isdigit()
            else mark in plain
            for mark in self.marks
        )

    def left_out_of(self, text: str) -> str:
        """Return the text without the sentences that are about others."""
        kept = (
            one
            for one in SENTENCE.split(text)
            if not self.named_in(one) and not self.traced_in(one)
        )
        told = " ".join(kept).strip()
        # Two halves of a number may meet when what stood between them is gone.
        return "" if self.traced_in(told) else told


def others_than(reader: Someone, child: Someone, others: Iterable[Someone]) -> Others:
    """Return what of the others is no data of the reader or the child too."""
    mine = _names(reader) | _names(child)
    my_marks = _marks(reader)
    names: set[str] = set()
    marks: set[str] = set()
    for one in others:
        names |= _names(one)
        marks |= _marks(one)
    return Others(frozenset(names - mine), frozenset(marks - my_marks))


def _names(one: Someone) -> set[str]:
    words = (word.casefold() for word in WORD.findall(one.name))
    return {w for w in words if len(w) >= SHORTEST_NAME and w not in PARTICLES}


def _marks(one: Someone) -> set[str]:
    marks = {_plain("".join(found)) for found in POSTCODE.findall(one.address)}
    street = _plain(one.address.split(",")[0])
    if any(map(str.isdigit, street)) and any(map(str.isalpha, street)):
        marks.add(street)
    for way in one.ways:
        number = _digits(way).removeprefix("0031").removeprefix("31").removeprefix("0")
        if "@" in way:
            marks.add(_plain(way))
        elif len(number) >= FEWEST_DIGITS:
            marks.add(number)
    return marks


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", text).casefold()


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdigit())
