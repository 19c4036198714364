"""What does a privacy officer fill in?"""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dichtbij.portal.staff.forms import DateInput
from dichtbij.privacy.looks import Term, employees
from dichtbij.privacy.models import EmergencyReview
from dichtbij.shared import clock
from dichtbij.shared.forms import ActionForm

DAYS = 30  # [design] what a list shows when nothing was chosen


class ReviewForm(ActionForm):
    """Was it needed, and why does the reviewer think so?"""

    verdict = forms.ChoiceField(
        label=_("Was it needed?"),
        choices=EmergencyReview.Verdict.choices,
        widget=forms.RadioSelect(),
        error_messages={"required": _("Choose whether it was needed.")},
    )
    words = forms.CharField(
        label=_("Why do you think so, and what follows?"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write why you think so.")},
    )


class AcceptRuleForm(ActionForm):
    """On whose word does this programme follow a rule that awaits a lawyer?"""

    rule = forms.CharField(max_length=10)
    version = forms.IntegerField(min_value=1)
    accepted_by = forms.CharField(
        label=_("Who accepts it: name and function"),
        max_length=120,
        error_messages={"required": _("Write on whose word, with name and function.")},
    )
    accepted_on = forms.DateField(label=_("On which day"), widget=DateInput())


class TermForm(forms.Form):
    """From which day until which day: the last thirty when nothing is chosen."""

    first_on = forms.DateField(label=_("From"), required=False, widget=DateInput())
    last_on = forms.DateField(label=_("Until"), required=False, widget=DateInput())

    def term(self) -> Term:
        """Return the period that was chosen."""
        told: dict[str, Any] = self.cleaned_data if self.is_valid() else {}
        last = told.get("last_on") or clock.today()
        first = told.get("first_on") or last - timedelta(days=DAYS)
        return Term(min(first, last), last)

    def week(self) -> Term:
        """Return the last seven days, today included."""
        return Term(clock.today() - timedelta(days=6), clock.today())


class PersonForm(TermForm):
    """Whose visits: an employee of the own employer."""

    person = forms.ChoiceField(label=_("Employee"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(one.user.uuid): one.user for one in employees()}
        chosen: forms.ChoiceField = self.fields["person"]  # type: ignore[assignment]
        chosen.choices = [
            ("", _("Choose someone")),
            *((key, user.name) for key, user in self.people.items()),
        ]
        self.order_fields(["person", "first_on", "last_on"])
