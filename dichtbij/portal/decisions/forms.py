"""What does one fill in: the ways on, a vote, and the decision itself?"""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dichtbij.decisions.checks import OptionPart
from dichtbij.decisions.models import Decision, DecisionOption
from dichtbij.evaluation.models import EvaluationRound
from dichtbij.programmes.models import Milestone
from dichtbij.shared.forms import ActionForm

CENTS = 100
Kind = DecisionOption.Kind


class DateInput(forms.DateInput):
    """The browser's own date field; it takes and gives ISO dates."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


def _words(
    label: Any, rows: int, *, required: bool = False, help_text: Any = ""
) -> Any:
    return forms.CharField(
        label=label,
        required=required,
        max_length=4000,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class OptionForm(forms.Form):
    """One way on; without words it is not laid before anyone."""

    words = _words(_("What happens"), 3)
    until_on = forms.DateField(label=_("Last day"), required=False, widget=DateInput())
    euros = forms.DecimalField(
        label=_("Euros a year"),
        required=False,
        min_value=Decimal(0),
        max_value=Decimal(1_000_000_000),
        decimal_places=2,
        widget=forms.NumberInput(attrs={"class": "short", "step": "0.01"}),
    )
    arguments_for = _words(_("What speaks for it"), 3)
    arguments_against = _words(_("What speaks against it"), 3)

    def __init__(self, data: Any, *, kind: str, initial: dict[str, Any]) -> None:
        super().__init__(data, prefix=kind, initial=initial)
        self.kind = kind
        self.title = Kind(kind).label
        if kind == Kind.STRUCTURAL:
            del self.fields["until_on"]

    def part(self) -> OptionPart | None:
        """Return the option as the act takes it, or None: it was left empty."""
        told = self.cleaned_data
        if not any(value for value in told.values()):
            return None
        euros = told["euros"]
        return OptionPart(
            kind=self.kind,
            words=told["words"],
            arguments_for=told["arguments_for"],
            arguments_against=told["arguments_against"],
            cents_per_year=None if euros is None else int(euros * CENTS),
            until_on=told.get("until_on"),
        )


class OptionsForm(ActionForm):
    """All ways on that a round allows, side by side."""

    def __init__(
        self, *args: Any, of_round: EvaluationRound, decision: Decision | None = None
    ) -> None:
        super().__init__(*args)
        final = of_round.kind == Milestone.Kind.FINAL
        there = {one.kind: one for one in decision.options.all()} if decision else {}
        self.parts = [
            OptionForm(
                self.data if self.is_bound else None,
                kind=kind,
                initial=_initial(there.get(kind)),
            )
            for kind in Kind.values
            if final or kind != Kind.STRUCTURAL
        ]

    def is_valid(self) -> bool:
        """Tell whether each option can be read; errors stand beside their field."""
        parts_are_valid = [one.is_valid() for one in self.parts]
        return super().is_valid() and all(parts_are_valid)

    def arguments(self) -> dict[str, Any]:
        """Return the options that were written."""
        parts = [one.part() for one in self.parts]
        return {"options": [one for one in parts if one is not None]}


def _initial(one: DecisionOption | None) -> dict[str, Any]:
    if one is None:
        return {}
    cents = one.cents_per_year
    return {
        "words": one.words,
        "until_on": one.until_on,
        "euros": None if cents is None else Decimal(cents) / CENTS,
        "arguments_for": one.arguments_for,
        "arguments_against": one.arguments_against,
    }


class AskForm(ActionForm):
    """Until which day practices may say what they prefer."""

    votes_until = forms.DateField(
        label=_("Practices may vote until"),
        widget=DateInput(),
        error_messages={"required": _("Choose a day.")},
    )


class ChoosesOption(ActionForm):
    """A form in which one of the options of a decision is chosen."""

    chosen_field = "option"

    def __init__(self, *args: Any, decision: Decision, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.options = {one.kind: one for one in decision.options.all()}
        field: Any = self.fields[self.chosen_field]
        field.choices = [(k, one.get_kind_display()) for k, one in self.options.items()]

    def arguments(self) -> dict[str, Any]:
        """Return what was filled in, with the option itself."""
        told = dict(self.cleaned_data)
        return told | {self.chosen_field: self.options[told[self.chosen_field]]}


class VoteForm(ChoosesOption):
    """What one's practice prefers, and why."""

    option = forms.ChoiceField(
        label=_("What does your practice prefer?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what your practice prefers.")},
    )
    words = forms.CharField(
        label=_("Why"),
        required=False,
        max_length=600,
        help_text=_("Everyone in the programme reads this beside your practice."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class TakeForm(ChoosesOption):
    """The decision: five fields."""

    chosen_field = "chosen"
    chosen = forms.ChoiceField(
        label=_("What is decided?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose an option.")},
    )
    grounds = _words(
        _("On which grounds"),
        5,
        required=True,
        help_text=_("Name the figures and arguments that decided it."),
    )
    conditions = _words(_("Under which conditions"), 3)
    review_on = forms.DateField(
        label=_("Looked at again on"),
        required=False,
        widget=DateInput(),
        help_text=_("Not needed when the programme stops."),
    )
    public_page = forms.BooleanField(
        label=_("Everyone may read the figures and this decision on the public page"),
        required=False,
    )
