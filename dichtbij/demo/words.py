"""What is written in the demo town? Invented, harmless, filled in per child."""

import tomllib
from importlib.resources import files
from random import Random
from typing import Any


def _read(name: str) -> dict[str, Any]:
    path = files("dichtbij.demo") / "data" / name
    return tomllib.loads(path.read_text(encoding="utf-8"))


NAMES = _read("names.toml")
PHRASES = _read("phrases.toml")

# By code of COD046; the sex may be known here and still not told by the practice.
PRONOUNS = {
    "1": {"hij": "hij", "hem": "hem", "zijn": "zijn"},
    "2": {"hij": "zij", "hem": "haar", "zijn": "haar"},
}


def dice(*key: object) -> Random:
    """Return random numbers that are always the same for one key."""
    return Random("/".join(map(str, key)))  # noqa: S311  nothing here is a secret


class Voice:
    """Writes about one child, always the same for the same random numbers."""

    def __init__(self, rng: Random, sex: str) -> None:
        self.rng = rng
        words = PRONOUNS[sex]
        self.words = words | {key.title(): word.title() for key, word in words.items()}

    def say(self, kind: str, *codes: str) -> str:
        """Return a phrase of a kind for the first code (or its first level) it has."""
        phrases = PHRASES[kind]
        found = next(
            phrases[key]
            for code in (*codes, "other", "any")
            for key in (code, code[:3])
            if key in phrases
        )
        return self._fill(self.rng.choice(found))

    def several(self, kind: str, code: str, count: int) -> str:
        """Return some different phrases after each other."""
        chosen = self.rng.sample(PHRASES[kind][code], count)
        return " ".join(self._fill(phrase) for phrase in chosen)

    def consult(self, question: str, *, first: bool) -> str:
        """Return the text of one consult, three sentences or so."""
        middle = self.say("text", "first" if first else question)
        parts = [self.say("text", "opening"), middle, self.say("text", "closing")]
        if not first and self.rng.random() < 0.3:
            parts.insert(2, self.say("text", "other"))
        return " ".join(parts)

    def _fill(self, phrase: str) -> str:
        return phrase.format(**self.words)
