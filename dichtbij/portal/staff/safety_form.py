"""What is filled in at each of the five steps of the meldcode?"""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dichtbij.portal.staff.forms import DateInput
from dichtbij.safety.models import ConcernStep
from dichtbij.shared import clock
from dichtbij.shared.forms import ActionForm

YES_NO = [("yes", _("Yes")), ("no", _("No"))]
LONGEST = 20_000
NEEDED = _("Write the reason: without it a later reader cannot follow you.")


def _words(label: Any, hint: Any = "", rows: int = 4) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": NEEDED},
    )


def _yes_or_no(label: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=YES_NO,
        widget=forms.RadioSelect(attrs={"class": "chips"}),
        error_messages={"required": _("Choose yes or no.")},
    )


class OpenForm(ActionForm):
    """Which signs there are: step 1."""

    signs = _words(
        _("Which signs do you have?"),
        _("What you saw or heard, from whom and when. Facts and guesses apart."),
    )
    officer = forms.CharField(
        label=_("Safeguarding officer you think along with"),
        required=False,
        max_length=120,
    )


class StepForm(ActionForm):
    """What was done at step 1, 2 or 3, or why the talk is left out."""

    step = forms.TypedChoiceField(
        label=_("Which step?"),
        coerce=int,
        choices=[(step.value, step.label) for step in list(ConcernStep.Step)[:3]],
        widget=forms.RadioSelect(),
    )
    words = _words(_("What did you do, and what did you consider?"))
    taken_on = forms.DateField(
        label=_("On which day?"), widget=DateInput(), initial=clock.today
    )
    skipped = forms.BooleanField(
        label=_("I leave the talk out, because it would not be safe"),
        required=False,
        help_text=_("Only for step 3. Write above why it would not be safe."),
    )


class WeighForm(ActionForm):
    """The answer to one question of the weighing."""

    question = forms.IntegerField(widget=forms.HiddenInput())
    answer = _yes_or_no(_("Your answer"))
    words = _words(_("Why?"), rows=3)

    def arguments(self) -> dict[str, Any]:
        """Return the answer as yes or no, not as a word."""
        told = super().arguments()
        return told | {"answer": told["answer"] == "yes"}


class DecideForm(ActionForm):
    """Both decisions of step 5."""

    report = _yes_or_no(_("Is it necessary to report to Veilig Thuis?"))
    report_words = _words(_("Why, or why not?"), rows=3)
    helps = _yes_or_no(_("Can you give or arrange help as well?"))
    help_words = _words(_("Which help, or why not?"), rows=3)

    def arguments(self) -> dict[str, Any]:
        """Return both answers as yes or no, not as words."""
        told = super().arguments()
        return told | {key: told[key] == "yes" for key in ("report", "helps")}


class AfterwardsForm(ActionForm):
    """What was agreed about what comes after."""

    words = _words(
        _("What was agreed about what comes after?"),
        _("Who looks again at the safety of this child, and when?"),
        rows=3,
    )
