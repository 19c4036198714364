"""In which words do we ask our own questions?

Few and simple on purpose: these texts exist in five languages. They are ours and follow
no published form.
"""

from typing import Any

from django.utils.translation import gettext_lazy as _

from dichtbij.questionnaires.definitions import Definition, Question

TITLES: dict[str, Any] = {
    "check_in": _("How is it going?"),
    "pulse": _("How is it going now?"),
    "satisfaction": _("How was the help?"),
}
QUESTIONS: dict[tuple[str, str], Any] = {
    ("check_in", "rest"): _("How is it going with sleeping and resting?"),
    ("check_in", "mood"): _("How is it going with feelings?"),
    ("check_in", "people"): _("How is it going with other people?"),
    ("check_in", "day"): _("How is it going at school and in free time?"),
    ("check_in", "talk"): _("What do you want to talk about?"),
    ("pulse", "now"): _("How is it going now?"),
    ("pulse", "without_help"): _("Can you manage without more help?"),
    ("pulse", "other_help"): _("Did you look for other help?"),
    ("satisfaction", "grade"): _("What grade do you give the help?"),
    ("satisfaction", "without_help"): _("Can you manage without more help?"),
}
# What a reader sees above a line or in a table.
SHORT: dict[tuple[str, str], Any] = {
    ("check_in", "rest"): _("Sleep and rest"),
    ("check_in", "mood"): _("Feelings"),
    ("check_in", "people"): _("Other people"),
    ("check_in", "day"): _("School and free time"),
    ("check_in", "talk"): _("Wants to talk about"),
    ("pulse", "now"): _("How it goes now"),
    ("pulse", "without_help"): _("Manages without more help"),
    ("pulse", "other_help"): _("Looked for other help"),
    ("satisfaction", "grade"): _("Grade"),
    ("satisfaction", "without_help"): _("Manages without more help"),
}
CHOICES: dict[str, Any] = {
    "yes": _("Yes"),
    "largely": _("Mostly"),
    "hardly": _("A little"),
    "no": _("No"),
}


def asked(questions: Definition, question: Question) -> str:
    """Return the question in the active language."""
    return str(QUESTIONS[questions.instrument, question.key])


def short(questions: Definition, question: Question) -> str:
    """Return in a few words what a question is about."""
    return str(SHORT[questions.instrument, question.key])


def in_words(question: Question, answer: Any) -> str:
    """Return an answer as text; what was skipped is an empty text."""
    if answer is None:
        return ""
    return str(CHOICES[answer]) if question.kind == "choice" else str(answer)
