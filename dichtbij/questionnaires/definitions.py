"""What is an instrument: which items, scales, ranges, norms; which own questions?

Pure: a definition is a data file with a version; `reading.py` reads and checks it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

Names = Mapping[str, str]
FALLBACK = "nl"
PARENTS = frozenset({"parent_1", "parent_2"})


class BrokenDefinition(ValueError):
    """A data file that cannot be used: names the file, the place and the reason."""

    def __init__(self, file: str, place: str, reason: str) -> None:
        super().__init__(f"{file}, {place}: {reason}.")


@dataclass(frozen=True)
class Scale:
    """One score: of items, of other scales, or typed in. `better` is its direction."""

    key: str
    name: Names
    lowest: int
    highest: int
    higher_is_better: bool = False
    items: tuple[int, ...] = ()
    sum_of: tuple[str, ...] = ()
    max_missing: int = 0


@dataclass(frozen=True)
class Band:
    """A part of a scale that asks for a closer look: from, or down to, a score."""

    key: str
    at_least: int | None = None
    at_most: int | None = None

    def holds(self, score: float) -> bool:
        """Tell whether a score lies in this band."""
        above = self.at_least is None or score >= self.at_least
        return above and (self.at_most is None or score <= self.at_most)


@dataclass(frozen=True)
class ScaleNorm:
    """What one population scored: mean, SD, reliability; where a band begins."""

    scale: str
    mean: float | None = None
    sd: float | None = None
    reliability: float | None = None
    clinical_mean: float | None = None
    clinical_sd: float | None = None
    reliable_points: float | None = None
    bands: tuple[Band, ...] = ()


@dataclass(frozen=True)
class Norm:
    """Norms of one population, with their source; a user chooses one, none is preset.

    `ages` are whole years, both included; `n` is the size of the sample, if told.
    """

    key: str
    name: Names
    country: str
    informant: str
    ages: tuple[int, int]
    source: str
    caution: Names = field(default_factory=dict)
    n: int | None = None
    scales: Mapping[str, ScaleNorm] = field(default_factory=dict)

    def fits(self, informant: str, age: int) -> bool:
        """Tell whether it was made for such an informant and a child of that age."""
        return self.informant in ("any", informant_kind(informant)) and (
            self.ages[0] <= age <= self.ages[1]
        )


@dataclass(frozen=True)
class Question:
    """One of our own questions: a scale of numbers, a choice, or words."""

    number: int
    key: str
    kind: str
    lowest: int = 0
    highest: int = 0
    values: tuple[str, ...] = ()
    longest: int = 0


@dataclass(frozen=True)
class Definition:
    """One instrument in one version.

    `entry` says what can be put in: "items" (answers per number, or scores), "scores",
    "goals" (read from the goals) or "own" (our own questions).
    """

    instrument: str
    version: str
    entry: str
    name: Names = field(default_factory=dict)
    licence: str = ""
    source: str = ""
    link: str = ""
    items: int = 0
    answers: tuple[int, ...] = ()
    answer_names: tuple[Names, ...] = ()
    ages: tuple[int, int] = (0, 23)
    informants: tuple[str, ...] = ()
    scales: tuple[Scale, ...] = ()
    norms: tuple[Norm, ...] = ()
    free_text: bool = False
    questions: tuple[Question, ...] = ()

    def scale(self, key: str) -> Scale:
        """Return the scale of that key. Raises KeyError."""
        return {scale.key: scale for scale in self.scales}[key]

    def norm(self, key: str) -> Norm:
        """Return the norms of that key. Raises KeyError."""
        return {norm.key: norm for norm in self.norms}[key]

    def question(self, number: int) -> Question:
        """Return the own question of that number. Raises KeyError."""
        return {one.number: one for one in self.questions}[number]


def informant_kind(owner: str) -> str:
    """Return "parent", "young_person" or "other" for the slot of someone."""
    return "parent" if owner in PARENTS else owner


def worded(names: Names, language: str) -> str:
    """Return a name in a language, in Dutch if it has none."""
    return names.get(language) or names.get(FALLBACK, "")
