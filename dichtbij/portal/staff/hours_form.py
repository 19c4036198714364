"""What is filled in about hours and statements?"""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from dichtbij.finance.kinds import NOTED
from dichtbij.portal.staff.forms import DateInput
from dichtbij.programmes.models import Participation
from dichtbij.shared import clock
from dichtbij.shared.forms import ActionForm

MINUTES = _("In minutes")


class NoteHoursForm(ActionForm):
    """Hours that no contact tells of."""

    worked_on = forms.DateField(label=_("Day"), widget=DateInput())
    kind = forms.ChoiceField(label=_("Kind"), choices=())
    minutes = forms.IntegerField(label=_("Minutes"))
    practice = forms.ChoiceField(
        label=_("Practice"),
        required=False,
        help_text=_("Without a practice the time is in your week and on no statement."),
    )
    words = forms.CharField(label=_("Remark"), max_length=200, required=False)

    def __init__(self, *args: Any, places: list[Participation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["worked_on"] = clock.today()
        self.places = {str(place.practice.uuid): place for place in places}
        practice: Any = self.fields["practice"]
        practice.choices = [("", _("no practice"))] + [
            (key, place.practice.name) for key, place in self.places.items()
        ]
        if len(places) == 1 and not self.is_bound:
            self.initial["practice"] = next(iter(self.places))
        kinds: Any = self.fields["kind"]
        kinds.choices = [(one.value, one.label) for one in NOTED]

    def place(self) -> Participation | None:
        """Return which practice it was for, if any."""
        chosen = self.cleaned_data.get("practice", "") if self.is_valid() else ""
        return self.places.get(chosen)

    def arguments(self) -> dict[str, Any]:
        """Return what the act gets beside the practice."""
        return {k: one for k, one in self.cleaned_data.items() if k != "practice"}


class CorrectHoursForm(ActionForm):
    """What a line should have been."""

    minutes = forms.IntegerField(label=_("What it should have been"), help_text=MINUTES)
    words = forms.CharField(label=_("Remark"), max_length=200, required=False)


class PrepareForm(forms.Form):
    """Which month of which agreement."""

    agreement = forms.UUIDField()
    month = forms.DateField(input_formats=["%Y-%m"])

    def agreed(self) -> UUID:
        """Return the public id of the agreement."""
        found: UUID = self.cleaned_data["agreement"]
        return found
