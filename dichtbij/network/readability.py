"""Is a Dutch text easy to read: how long are its sentences and its words?

A count, no more. It knows nothing of meaning, of order or of the reader, and it is no
test of language level B1: a text without a remark can still be hard, and a needed long
word is no mistake. The limits are our own choice.
"""

import re
from dataclasses import dataclass

LONG_SENTENCE = 15  # [design] words
CALM_AVERAGE = 11.0  # [design] words in an ordinary sentence
LONG_WORD = 14  # [design] letters
MOST_SHOWN = 5

# Ends with . ! ? or a line end; the dot of "o.a." or "10.30" ends nothing.
END = re.compile(
    r"(?<=[.!?\u2026])[\"'\u201d\u2019)]*\s+(?=[\"'\u201c\u2018(]?[A-Z0-9])|\n+"
)
WORD = re.compile(r"[^\W\d_]+(?:[-'\u2019][^\W\d_]+)*")

# Words of the trade, with what one says at the kitchen table. Lower case.
JARGON = {
    "aanmelding": "vraag om hulp",
    "ambulant": "thuis of dichtbij huis",
    "anamnese": "de eerste vragen",
    "casuïstiek": "voorbeelden",
    "cognitief": "met denken en leren",
    "comorbiditeit": "meer dan één probleem",
    "diagnostiek": "onderzoek",
    "evaluatie": "terugkijken",
    "hulpvraag": "vraag",
    "indicatie": "besluit over hulp",
    "interventie": "hulp",
    "intake": "eerste gesprek",
    "monitoren": "volgen",
    "problematiek": "problemen",
    "psycho-educatie": "uitleg",
    "screening": "eerste vragenlijst",
    "somber": "verdrietig",
    "systeem": "gezin",
    "traject": "hulp",
    "triage": "kiezen wat nodig is",
    "verwijzing": "doorsturen",
}


@dataclass(frozen=True)
class Hint:
    """What the counting found; `jargon` holds pairs of a word and a plainer one."""

    sentences: int
    words: int
    long_sentences: tuple[str, ...]
    long_words: tuple[str, ...]
    jargon: tuple[tuple[str, str], ...]

    @property
    def average(self) -> float:
        """Return the words in a sentence, on average, in one decimal."""
        return round(self.words / self.sentences, 1) if self.sentences else 0.0

    @property
    def calm(self) -> bool:
        """Tell whether there is nothing to remark."""
        marks = self.long_sentences or self.long_words or self.jargon
        return not marks and self.average <= CALM_AVERAGE


def hint_of(text: str) -> Hint:
    """Return the remarks on a Dutch text; labels (lines ending in ":") do not count."""
    lines = [line for line in text.splitlines() if not line.strip().endswith(":")]
    sentences = [one.strip() for one in END.split("\n".join(lines))]
    counted = [(one, WORD.findall(one)) for one in sentences]
    counted = [(one, words) for one, words in counted if words]
    words = [word for _, found in counted for word in found]
    known = dict.fromkeys(word.casefold() for word in words)
    return Hint(
        sentences=len(counted),
        words=len(words),
        long_sentences=tuple(
            one for one, found in counted if len(found) > LONG_SENTENCE
        )[:MOST_SHOWN],
        long_words=tuple(
            word for word in known if len(word) > LONG_WORD and word not in JARGON
        )[:MOST_SHOWN],
        jargon=tuple((word, JARGON[word]) for word in known if word in JARGON),
    )
