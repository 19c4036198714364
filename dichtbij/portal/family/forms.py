"""What does a family choose on its own pages?"""

from datetime import date, timedelta

from django import forms
from django.utils.translation import gettext_lazy as _

from dichtbij.privacy.models import FileRequest
from dichtbij.shared.forms import ActionForm

USUAL_PERIOD = timedelta(days=91)


class AskFileForm(ActionForm):
    """What someone asks about the own file."""

    kind = forms.ChoiceField(
        label=_("What do you ask?"),
        choices=FileRequest.Kind.choices,
        initial=FileRequest.Kind.COPY,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what you want to ask.")},
    )
    words = forms.CharField(
        label=_("What do you want to add?"),
        help_text=_("Only for an own statement."),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class PeriodForm(forms.Form):
    """Between which days one wants to know who looked."""

    van = forms.DateField(
        label=_("From"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    tot = forms.DateField(
        label=_("Until"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def usual_start(self, until: date) -> date:
        """Return where the period begins when nobody said so."""
        return until - USUAL_PERIOD
