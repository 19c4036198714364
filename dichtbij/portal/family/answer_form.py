"""What was tapped: which question, and a number, a word, a text, or skip?"""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dichtbij.questionnaires.definitions import Definition, Question
from dichtbij.shared.forms import ActionForm


class AnswerForm(ActionForm):
    """One answer; what is possible is for the act to say."""

    number = forms.IntegerField(min_value=1)
    answer = forms.CharField(required=False, max_length=4000)
    skip = forms.BooleanField(required=False)

    def __init__(self, *args: Any, questions: Definition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = questions
        self.question: Question | None = None

    def clean_number(self) -> int:
        """Know which question it is."""
        number: int = self.cleaned_data["number"]
        self.question = {q.number: q for q in self.questions.questions}.get(number)
        if self.question is None:
            raise forms.ValidationError(_("This question does not exist."))
        return number

    def arguments(self) -> dict[str, Any]:
        """Return the question and what was said; nothing said is skipped."""
        told, question = self.cleaned_data["answer"], self.question
        value: int | str | None = told
        if self.cleaned_data["skip"] or not told:
            value = None
        elif question is not None and question.kind == "scale" and told.isdecimal():
            value = int(told)
        return {"number": self.cleaned_data["number"], "value": value}
