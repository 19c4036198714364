"""What does a filled-in questionnaire score, and in which band does that lie?

Pure. An open item is never made up: it counts as the source says or there is no score,
with the reason. A band is a signal, never a diagnosis and never a decision.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from dichtbij.questionnaires.definitions import Definition, Norm, Scale


class Why(StrEnum):
    """Why there is no score."""

    MISSING = "missing"  # too many open items
    PART = "part"  # a part of the sum has no score
    NOT_TOLD = "not_told"  # typed scores: this one was left open


class Wrong(ValueError):
    """An answer or a score that cannot be: `key` says which one, `reason` why."""

    def __init__(self, key: str, reason: str) -> None:
        super().__init__(f"{key}: {reason}")
        self.key, self.reason = key, reason


@dataclass(frozen=True)
class Score:
    """One score, or why there is none.

    `at_most` is what it would be had every open item got its highest answer.
    """

    value: int | None
    at_most: int | None = None
    missing: tuple[int, ...] = ()
    why: Why | None = None


def score_items(definition: Definition, answers: Mapping[int, int]) -> dict[str, Score]:
    """Return a score per scale from answers per item number.

    Raises Wrong for an unknown item or an answer that cannot be chosen.
    """
    for item, answer in answers.items():
        if not 1 <= item <= definition.items:
            raise Wrong(str(item), "unknown item")
        if answer not in definition.answers:
            raise Wrong(str(item), "unknown answer")
    found: dict[str, Score] = {}
    for scale in definition.scales:
        items = _items_below(definition, scale)
        missing = tuple(item for item in items if item not in answers)
        if len(missing) > scale.max_missing:
            found[scale.key] = Score(None, missing=missing, why=Why.MISSING)
            continue
        # What was left open is ignored: it counts as the lowest answer.
        value = sum(answers.get(item, min(definition.answers)) for item in items)
        spread = max(definition.answers) - min(definition.answers)
        found[scale.key] = Score(value, value + spread * len(missing), missing)
    return found


def _items_below(definition: Definition, scale: Scale) -> list[int]:
    """Return the items of a scale and of the scales it adds up."""
    below = [
        item
        for key in scale.sum_of
        for item in _items_below(definition, definition.scale(key))
    ]
    return sorted([*scale.items, *below])


def score_typed(definition: Definition, typed: Mapping[str, int]) -> dict[str, Score]:
    """Return the typed scores, and the sums that follow from them.

    Raises Wrong for an unknown scale, a score out of range or a sum that is not one.
    """
    for key, value in typed.items():
        scale = next((one for one in definition.scales if one.key == key), None)
        if scale is None:
            raise Wrong(key, "unknown scale")
        if not scale.lowest <= value <= scale.highest:
            raise Wrong(key, "out of range")
    found: dict[str, Score] = {}
    for scale in definition.scales:
        found[scale.key] = _typed(scale, typed, found)
    return found


def _typed(scale: Scale, typed: Mapping[str, int], found: dict[str, Score]) -> Score:
    parts = [found[key].value for key in scale.sum_of]
    known = [part for part in parts if part is not None]
    whole = sum(known) if parts and len(known) == len(parts) else None
    if scale.key not in typed:
        if whole is not None:
            return Score(whole, whole)
        return Score(None, why=Why.PART if known else Why.NOT_TOLD)
    value = typed[scale.key]
    if whole is not None and value != whole:
        raise Wrong(scale.key, "not the sum of its parts")
    return Score(value, value)


def band_of(norm: Norm, scale: str, score: float) -> str:
    """Return the key of the band a score lies in, "" for none; the last one wins.

    Raises KeyError when these norms say nothing about that scale.
    """
    held = [band.key for band in norm.scales[scale].bands if band.holds(score)]
    return held[-1] if held else ""


def has_bands(norm: Norm, scale: str) -> bool:
    """Tell whether these norms have a cut-off for that scale."""
    return scale in norm.scales and bool(norm.scales[scale].bands)


def is_sure(norm: Norm, scale: str, score: Score) -> bool:
    """Tell whether open items could not have changed the band."""
    if score.value is None or score.at_most is None:
        return False
    return band_of(norm, scale, score.value) == band_of(norm, scale, score.at_most)


def at_the_edge(scale: Scale, value: float) -> str:
    """Return "floor" or "ceiling" when a score cannot go further that way, else ""."""
    if value <= scale.lowest:
        return "floor"
    return "ceiling" if value >= scale.highest else ""
