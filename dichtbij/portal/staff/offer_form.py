"""What is typed to offer a time, and to note what a family said?"""

from typing import Any

from django import forms

from dichtbij.scheduling.openings import slot_from
from dichtbij.shared.forms import ActionForm
from dichtbij.waiting.words import WHY


class OfferForm(ActionForm):
    """Which time, and why this family goes first when it does not stand highest."""

    slot = forms.CharField(max_length=80)
    why = forms.ChoiceField(choices=[("", ""), *WHY.items()], required=False)

    def clean_slot(self) -> Any:
        """Return the time itself."""
        try:
            return slot_from(self.cleaned_data["slot"])
        except ValueError as nonsense:
            raise forms.ValidationError("") from nonsense
