"""What is filled in to plan, open and close a round, and to look back?"""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dichtbij.evaluation.actions import GRADES, Answer, PlanTerms
from dichtbij.evaluation.models import AnalysisPlan, EvaluationRound
from dichtbij.evaluation.saving_data import Money
from dichtbij.evaluation.voices import MOST, PEOPLE
from dichtbij.insight.models import Release
from dichtbij.shared import clock
from dichtbij.shared.forms import ActionForm

WORDS = {"rows": 4}
LONGEST = 2000
PRIMARY = "referrals_per_1000"  # what all practices return, with the help or without
USUAL_EFFECT = 10
REFLECTION_TERM = timedelta(weeks=4)
TINY = {"class": "tiny"}


class DayInput(forms.DateInput):
    """The browser's own date field; it takes and gives ISO dates."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class PlanForm(ActionForm):
    """The smallest effect that counts, and why the plan changes."""

    smallest_effect_percent = forms.IntegerField(
        label=_("Smallest difference that counts, in percent"),
        help_text=_("Agree on this together, before anyone sees a figure."),
        min_value=1,
        max_value=99,
        initial=USUAL_EFFECT,
        widget=forms.NumberInput(attrs=TINY),
    )
    subgroups = forms.CharField(
        label=_("Groups to look at apart"),
        help_text=_("For instance 12 to 17 years. Leave it empty when there are none."),
        max_length=200,
        required=False,
    )
    reason = forms.CharField(
        label=_("Why the plan changes"),
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, plan: AnalysisPlan | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if plan is None:
            del self.fields["reason"]
        else:
            self.fields["reason"].required = True
            self.initial = {
                "smallest_effect_percent": plan.smallest_effect_percent,
                "subgroups": plan.subgroups,
            }

    def arguments(self) -> dict[str, Any]:
        """Return the plan as the act takes it."""
        terms = PlanTerms(
            primary_indicator=PRIMARY,
            direction=AnalysisPlan.Direction.LOWER,
            **self.cleaned_data,
        )
        return {"terms": terms}


class OpenForm(ActionForm):
    """Which published periods a round speaks of, and until when parties look back."""

    releases: Any = forms.ModelMultipleChoiceField(
        label=_("Published figures of"),
        queryset=None,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one period.")},
    )
    reflections_until = forms.DateField(
        label=_("Last day to look back"), widget=DayInput()
    )

    def __init__(
        self, *args: Any, evaluation_round: EvaluationRound, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        found = releases_for(evaluation_round)
        field: Any = self.fields["releases"]
        field.queryset = found
        field.label_from_instance = _period
        self.initial = {
            "releases": [one.pk for one in found if not one.withheld],
            "reflections_until": clock.today() + REFLECTION_TERM,
        }

    def arguments(self) -> dict[str, Any]:
        """Return the releases as a list, and the last day."""
        return {**self.cleaned_data, "releases": list(self.cleaned_data["releases"])}


def releases_for(found: EvaluationRound) -> Any:
    """Return the releases that a round may cite: periods closed before its date."""
    until: date = min(found.due_on, clock.today())
    return Release.objects.filter(programme=found.programme_id, ends_on__lt=until)


def _period(one: Release) -> str:
    told = {
        "first": one.starts_on.strftime("%d-%m-%Y"),
        "last": one.ends_on.strftime("%d-%m-%Y"),
    }
    if one.withheld:
        return str(_("%(first)s until %(last)s: too few to publish") % told)
    return str(_("%(first)s until %(last)s") % told)


class CloseForm(ActionForm):
    """Prices for the effect on the budget, each with where it comes from."""

    price_euros = forms.IntegerField(
        label=_("Price of one referral to youth help, in whole euros"),
        help_text=_("Leave it empty when it is not known. The report then says so."),
        min_value=1,
        required=False,
        widget=forms.NumberInput(attrs={"class": "short"}),
    )
    price_source = forms.CharField(
        label=_("Where this price comes from, and of which year"),
        max_length=200,
        required=False,
    )
    cost_euros = forms.IntegerField(
        label=_("What the help costs in a year, in whole euros"),
        help_text=_("Empty: counted from the settled statements of hours."),
        min_value=1,
        required=False,
        widget=forms.NumberInput(attrs={"class": "short"}),
    )
    cost_source = forms.CharField(
        label=_("Where this amount comes from"), max_length=200, required=False
    )

    def clean(self) -> dict[str, Any]:
        """Ask a source for each amount."""
        told: dict[str, Any] = super().clean() or self.cleaned_data
        for name in ("price", "cost"):
            if told.get(f"{name}_euros") and not told.get(f"{name}_source"):
                self.add_error(f"{name}_source", _("Say where this amount comes from."))
        return told

    def arguments(self) -> dict[str, Any]:
        """Return the prices as the act takes them."""
        return {"money": Money(**self.cleaned_data)}


class LookBackForm(ActionForm):
    """Three questions and a grade; each may stay empty, not all."""

    goes_well = forms.CharField(
        label=_("What goes well?"),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs=WORDS),
    )
    must_change = forms.CharField(
        label=_("What has to change?"),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs=WORDS),
    )
    would_miss = forms.CharField(
        label=_("What would you miss if this help stopped?"),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs=WORDS),
    )
    grade = forms.TypedChoiceField(
        label=_("Which grade do you give?"),
        help_text=_("1 is very bad, 10 is very good."),
        choices=[(number, str(number)) for number in GRADES],
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect(attrs={"class": "scale"}),
    )

    def arguments(self) -> dict[str, Any]:
        """Return what was said as the act takes it."""
        return {"answer": self.answer()}

    def answer(self) -> Answer:
        """Return what was said."""
        return Answer(**self.cleaned_data)


class AskForm(ActionForm):
    """Whom to ask, and how many."""

    party = forms.ChoiceField(
        label=_("Whom do you ask?"),
        choices=[(party.value, party.label) for party in PEOPLE],
        widget=forms.RadioSelect(attrs={"class": "chips"}),
    )
    number = forms.IntegerField(
        label=_("How many links?"),
        min_value=1,
        max_value=MOST,
        initial=10,
        widget=forms.NumberInput(attrs=TINY),
    )


class SummaryForm(ActionForm):
    """What the voices of one kind say together."""

    words = forms.CharField(
        label=_("What they say together"),
        help_text=_("In your own words. Name nobody, and quote nobody."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Write what they say together.")},
    )
