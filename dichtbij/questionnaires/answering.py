"""Which answers to our own questions are possible, and which question comes next?"""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from dichtbij.questionnaires.definitions import Definition, Question
from dichtbij.shared.errors import Refused

Answer = int | str | None
Answers = Mapping[int, Answer]


def check_answer(questions: Definition, number: int, value: Answer) -> Answer:
    """Return an answer as it is kept; None is a question that was skipped.

    Raises Refused for an unknown question or an answer that cannot be.
    """
    try:
        question = questions.question(number)
    except KeyError:
        raise Refused(_("This question does not exist.")) from None
    if value is None or value == "":
        return None
    if question.kind == "words":
        return str(value).strip()[: question.longest] or None
    if not _possible(question, value):
        raise Refused(_("Choose one of the answers."))
    return value


def _possible(question: Question, value: Answer) -> bool:
    if question.kind == "choice":
        return value in question.values
    whole = isinstance(value, int) and not isinstance(value, bool)
    return whole and question.lowest <= int(value or 0) <= question.highest


def check_answers(questions: Definition, answers: Answers) -> dict[str, Answer]:
    """Return answers by number as they are kept. Raises as check_answer does."""
    return {
        str(number): check_answer(questions, number, value)
        for number, value in answers.items()
    }


def next_question(questions: Definition, kept: Mapping[str, Any]) -> Question | None:
    """Return the first question that was neither answered nor skipped, or None."""
    for question in questions.questions:
        if str(question.number) not in kept:
            return question
    return None
