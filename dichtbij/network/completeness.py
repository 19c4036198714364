"""What does a referral letter still miss before an institution may accept it?

Source: interop.md 2, the list that practices and the psychologists' association share:
referrer, function, AGB code, date of at most six months ago, echelon, the suspected
disorder and five reasons for mental health care. Pure: it reads no table and no clock.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

MONTHS_VALID = 6
ARGUMENTS = ("suspicion", "severity", "risk", "complexity", "course")
DISORDER = "disorder"
ECHELONS = ("basic", "specialist", "other")
# These ask for the suspected disorder and for all five reasons.
MENTAL_HEALTH = ("basic", "specialist")
AGB = re.compile(r"\d{8}")
WORD = re.compile(r"[^\W_]")


@dataclass(frozen=True)
class Signer:
    """Who signs: the referrer whom the law names."""

    name: str
    function: str
    agb_code: str


@dataclass(frozen=True)
class Contents:
    """What a letter says. `signer` is None until somebody is about to sign."""

    child: str
    reason: str
    echelon: str
    dated_on: date | None
    arguments: Mapping[str, str] = field(default_factory=dict)
    signer: Signer | None = None


@dataclass(frozen=True)
class Gap:
    """One thing that misses: a code of onward_words.GAPS, with what it is about."""

    code: str
    params: Mapping[str, Any] = field(default_factory=dict)


def gaps_in(told: Contents, on: date) -> list[Gap]:
    """Return what misses on that day, in the order of the letter; empty: complete."""
    return [
        *_plain(told),
        *_mental_health(told),
        *_age(told, on),
        *(_signer(told.signer) if told.signer is not None else ()),
    ]


def is_agb(code: str) -> bool:
    """Tell whether this can be an AGB code: eight digits."""
    return AGB.fullmatch(code) is not None


def last_day_of(dated_on: date) -> date:
    """Return the last day on which a letter of that date may be used."""
    months = dated_on.month - 1 + MONTHS_VALID
    year, month = dated_on.year + months // 12, months % 12 + 1
    for day in range(dated_on.day, 27, -1):
        try:
            return date(year, month, day)
        except ValueError:
            continue
    return date(year, month, min(dated_on.day, 28))


def _plain(told: Contents) -> Iterator[Gap]:
    if not says_something(told.child):
        yield Gap("child")
    if told.echelon not in ECHELONS:
        yield Gap("echelon")
    if not says_something(told.reason):
        yield Gap("reason")


def _mental_health(told: Contents) -> Iterator[Gap]:
    if told.echelon not in MENTAL_HEALTH:
        return
    for code in (DISORDER, *ARGUMENTS):
        if not says_something(told.arguments.get(code, "")):
            yield Gap(code)


def _age(told: Contents, on: date) -> Iterator[Gap]:
    if told.dated_on is None:
        yield Gap("date")
    elif told.dated_on > on:
        yield Gap("date_to_come")
    elif last_day_of(told.dated_on) < on:
        yield Gap("too_old", {"months": MONTHS_VALID})


def _signer(signer: Signer) -> Iterator[Gap]:
    if not says_something(signer.name):
        yield Gap("referrer")
    if not says_something(signer.function):
        yield Gap("function")
    if not is_agb(signer.agb_code):
        yield Gap("agb")


def says_something(text: str) -> bool:
    """Tell whether there is a letter or figure in it: a dash is no answer."""
    return WORD.search(text) is not None
