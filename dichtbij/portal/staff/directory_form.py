"""What is filled in about a partner, and about how long one waits there?"""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dichtbij.partners.actions import LONGEST_WAIT_DAYS, PartnerFacts
from dichtbij.partners.models import Partner
from dichtbij.portal.staff.forms import DateInput
from dichtbij.shared.forms import ActionForm

KINDS = Partner.Kind.choices


class PartnerForm(ActionForm):
    """A line of the directory."""

    kind = forms.ChoiceField(label=_("Kind of help"), choices=KINDS)
    name = forms.CharField(
        label=_("Name"),
        max_length=120,
        error_messages={"required": _("Give the partner a name and a kind.")},
    )
    town = forms.CharField(label=_("Town"), required=False, max_length=60)
    telephone = forms.CharField(
        label=_("Telephone number"),
        required=False,
        max_length=20,
        widget=forms.TextInput(attrs={"class": "short", "inputmode": "tel"}),
    )
    email = forms.EmailField(label=_("E-mail address"), required=False)
    freely_accessible = forms.BooleanField(
        label=_("Open to everyone: no signature of the GP is needed"), required=False
    )
    brin = forms.CharField(
        label=_("School number (BRIN)"),
        required=False,
        max_length=6,
        widget=forms.TextInput(attrs={"class": "tiny"}),
    )
    offer = forms.CharField(
        label=_("What they offer"),
        required=False,
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def arguments(self) -> dict[str, Any]:
        """Return the facts as the acts take them."""
        return {"facts": PartnerFacts(**self.cleaned_data)}


class WaitForm(ActionForm):
    """How long one waits, on whose word, on which day."""

    days = forms.IntegerField(
        label=_("Waiting time in days"),
        min_value=0,
        max_value=LONGEST_WAIT_DAYS,
        widget=forms.NumberInput(attrs={"class": "tiny"}),
        error_messages={"required": _("Say how many days one waits.")},
    )
    confirmed_by = forms.CharField(
        label=_("Confirmed by"),
        max_length=120,
        help_text=_("Who at the partner said so."),
        error_messages={"required": _("Say who at the partner confirmed this.")},
    )
    on = forms.DateField(label=_("On"), required=False, widget=DateInput())


class DirectoryFilter(forms.Form):
    """Which partners are asked for; nonsense is no filter."""

    soort = forms.ChoiceField(
        label=_("Kind of help"), required=False, choices=[("", _("all")), *KINDS]
    )
    toegang = forms.ChoiceField(
        label=_("Access"),
        required=False,
        choices=[
            ("", _("all")),
            ("vrij", _("open to everyone")),
            ("verwijzing", _("after referral by the GP")),
        ],
    )
    naam = forms.CharField(label=_("Name or town"), required=False, max_length=60)

    def asked(self) -> dict[str, Any]:
        """Return the filter as `directory.matching` takes it."""
        self.is_valid()
        told = self.cleaned_data
        free = {"vrij": True, "verwijzing": False}.get(told.get("toegang", ""))
        return {
            "kind": told.get("soort", ""),
            "free": free,
            "name": told.get("naam", "").replace("\0", ""),
        }
