"""Which of the free times does a family take?"""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dichtbij.scheduling.openings import slot_from
from dichtbij.shared.forms import ActionForm


class OtherTimeForm(ActionForm):
    """One of the free times on offer."""

    slot = forms.CharField(
        max_length=80, error_messages={"required": _("Choose one of the times.")}
    )

    def clean_slot(self) -> Any:
        """Return the time a button carried."""
        try:
            return slot_from(self.cleaned_data["slot"])
        except ValueError:
            raise forms.ValidationError(_("Choose one of the times.")) from None
