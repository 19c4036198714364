"""What is asked before a file opens in an emergency?"""

from django import forms
from django.utils.translation import gettext_lazy as _

from dichtbij.clients.models import EmergencyAccess
from dichtbij.portal.staff.forms import DateInput
from dichtbij.shared.forms import ActionForm


class FindForm(ActionForm):
    """Exactly this child: no list, no part of a name."""

    name = forms.CharField(
        label=_("First name and surname"),
        max_length=160,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    birth_date = forms.DateField(label=_("Birth date"), widget=DateInput())


class BreakForm(ActionForm):
    """Why, in one choice and in words."""

    why = forms.ChoiceField(
        label=_("Why now?"),
        choices=EmergencyAccess.Why.choices,
        widget=forms.RadioSelect(),
        error_messages={"required": _("Choose why.")},
    )
    words = forms.CharField(
        label=_("What is going on?"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write what is going on.")},
    )
