"""What does one fill in about the referrals of one quarter?"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dichtbij.insight.models import QuarterlyReturn
from dichtbij.insight.quarters import quarter_words
from dichtbij.insight.returning import Told
from dichtbij.shared.forms import ActionForm

SHORT = {"class": "tiny", "inputmode": "numeric"}


class ReturnForm(ActionForm):
    """One quarter of one practice, in six answers."""

    quarter_on = forms.ChoiceField(
        label=_("Quarter"), error_messages={"required": _("Choose a quarter.")}
    )
    referrals = forms.IntegerField(
        label=_("Referrals by the GPs"),
        help_text=_(
            "All referrals in this quarter to youth help that is not freely "
            "accessible, with or without a practitioner in the practice."
        ),
        min_value=0,
        max_value=100_000,
        widget=forms.NumberInput(attrs=SHORT),
    )
    youths = forms.IntegerField(
        label=_("Patients of 0 to 17 years"),
        min_value=1,
        max_value=100_000,
        widget=forms.NumberInput(attrs=SHORT),
    )
    supplier = forms.ChoiceField(
        label=_("Supplied by"), choices=QuarterlyReturn.Supplier.choices
    )
    source = forms.CharField(
        label=_("Source"),
        max_length=200,
        help_text=_(
            "The same source before and after the start, for instance the HIS."
        ),
        error_messages={"required": _("Say where the number comes from.")},
    )
    complete_percent = forms.IntegerField(
        label=_("How complete, in percent"),
        min_value=1,
        max_value=100,
        initial=100,
        widget=forms.NumberInput(attrs=SHORT),
    )

    def __init__(self, *args: Any, quarters: Iterable[date], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["quarter_on"]
        field.choices = [(one.isoformat(), quarter_words(one)) for one in quarters]

    def quarter(self) -> date | None:
        """Return the quarter that was chosen, when it can be."""
        if not self.is_valid():
            return None
        return date.fromisoformat(self.cleaned_data["quarter_on"])

    def arguments(self) -> dict[str, Any]:
        """Return what the act takes beside its subject: what is told, as one."""
        told = {k: v for k, v in self.cleaned_data.items() if k != "quarter_on"}
        return {"told": Told(**told)}
