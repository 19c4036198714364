"""What does the consent engine answer, and about whom is it asked?"""

from dataclasses import dataclass, field
from datetime import date

Params = dict[str, str]


@dataclass(frozen=True)
class Party:
    """Who would get it: a kind, for a parent which member, for a partner which one.

    `member` is a slot or a member's key; `partner` is the public id of a partner.
    """

    kind: str
    member: str = ""
    partner: str = ""


@dataclass(frozen=True)
class Because:
    """One reason: the rule it rests on, a code that `words.py` puts into words."""

    rule: str
    code: str
    params: Params = field(default_factory=dict)


@dataclass(frozen=True)
class Answer:
    """Whether it is allowed, why, and the first day on which that may change.

    `missing` names whose word is still needed: slots, "parents" or "guardian".
    """

    allowed: bool
    because: tuple[Because, ...]
    until: date | None
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Verdict:
    """An answer without its term."""

    allowed: bool
    because: tuple[Because, ...]
    missing: tuple[str, ...] = ()


def yes(*because: Because) -> Verdict:
    """Return that it is allowed, on these facts."""
    return Verdict(True, because)


def no(*because: Because, missing: tuple[str, ...] = ()) -> Verdict:
    """Return that it is not allowed, for these reasons."""
    return Verdict(False, because, missing)
