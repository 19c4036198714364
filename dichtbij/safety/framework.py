"""What does the weighing framework ask next, and what does the norm then say?

Pure: five questions as data (data/framework.toml), with a version and a first day. It
says what the norm is and never decides: the practitioner does (LR-91, LR-92).
"""

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from importlib.resources import files
from typing import Any

DEFAULT_PROFESSION = "youth_help"
DEFAULT_LANGUAGE = "nl"


class FrameworkError(ValueError):
    """The data file is broken: a question leads nowhere, or has no text."""


class Norm(StrEnum):
    """What the norm says once enough was answered. Source: LR-91 (S92)."""

    CLOSE = "close"
    REPORT = "report"
    FOLLOW_UP = "follow_up"


Leads = int | Norm


@dataclass(frozen=True)
class Question:
    """One question, with where yes and no lead: another question or a norm."""

    number: int
    yes: Leads
    no: Leads
    words: Mapping[str, str]

    def text(self, language: str) -> str:
        """Return the question in a language, in Dutch when it has none."""
        return self.words.get(language) or self.words[DEFAULT_LANGUAGE]


@dataclass(frozen=True)
class Framework:
    """One version of the questions, for one profession (LR-94)."""

    version: int
    valid_from: date
    checked_by: str
    questions: tuple[Question, ...]

    def question(self, number: int) -> Question | None:
        """Return the question with this number, or None."""
        return next((one for one in self.questions if one.number == number), None)


@dataclass(frozen=True)
class Weighing:
    """How far the weighing is: which answers count, what is asked, what the norm is."""

    path: tuple[int, ...]
    asks: Question | None
    norm: Norm | None


def weigh(framework: Framework, answers: Mapping[int, bool]) -> Weighing:
    """Follow the answers through the questions; `answers` maps number to yes or no.

    An answer to a question that the others do not lead to does not count.
    """
    at: Leads = framework.questions[0].number
    path: list[int] = []
    while isinstance(at, int):
        question = framework.question(at)
        if question is None or at not in answers:
            return Weighing(tuple(path), question, None)
        path.append(at)
        at = question.yes if answers[at] else question.no
    return Weighing(tuple(path), None, at)


def framework_on(day: date, profession: str = DEFAULT_PROFESSION) -> Framework:
    """Return the version that held on a day; an unknown profession gets the default.

    Raises FrameworkError for a broken file.
    """
    known = versions(profession)
    return next((one for one in known if one.valid_from <= day), known[-1])


@functools.cache
def versions(profession: str) -> tuple[Framework, ...]:
    """Return all versions for a profession, newest first. Raises FrameworkError."""
    path = files("dichtbij.safety") / "data" / "framework.toml"
    return read(tomllib.loads(path.read_text(encoding="utf-8")), profession)


def read(told: Mapping[str, Any], profession: str) -> tuple[Framework, ...]:
    """Return the versions in a data file, newest first. Raises FrameworkError."""
    try:
        made = [_framework(one, profession) for one in told["version"]]
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise FrameworkError(f"the weighing framework is broken: {error}") from error
    if not made:
        raise FrameworkError("the weighing framework has no version")
    return tuple(sorted(made, key=lambda one: one.valid_from, reverse=True))


def _framework(told: Mapping[str, Any], profession: str) -> Framework:
    texts = told["texts"].get(profession) or told["texts"][DEFAULT_PROFESSION]
    questions = tuple(_question(one, texts) for one in told["question"])
    _check(questions)
    return Framework(
        version=int(told["number"]),
        valid_from=told["valid_from"],
        checked_by=str(told["checked_by"]),
        questions=questions,
    )


def _question(told: Mapping[str, Any], texts: Mapping[str, Any]) -> Question:
    number = int(told["number"])
    words = {
        language: lines[str(number)]
        for language, lines in texts.items()
        if str(number) in lines
    }
    if DEFAULT_LANGUAGE not in words:
        raise FrameworkError(f"question {number} has no text")
    return Question(number, _leads(told["yes"]), _leads(told["no"]), words)


def _leads(told: Any) -> Leads:
    return told if isinstance(told, int) else Norm(told)


def _check(questions: tuple[Question, ...]) -> None:
    """Refuse a tree that leads to no question, or back, so that it always ends."""
    numbers = [one.number for one in questions]
    if not numbers or numbers != sorted(set(numbers)):
        raise FrameworkError("the questions are not numbered upward")
    for one in questions:
        for target in (one.yes, one.no):
            if isinstance(target, int) and (
                target not in numbers or target <= one.number
            ):
                raise FrameworkError(f"question {one.number} leads to {target}")
