"""How heavy is the help now, in the words of whoever changes it?"""

from django import forms
from django.utils.translation import gettext_lazy as _

from dichtbij.care.models import CareLevel
from dichtbij.shared.forms import ActionForm


class LevelForm(ActionForm):
    """Light where it can be, heavier where it must (stepped care)."""

    level = forms.ChoiceField(
        label=_("How heavy is the help now?"),
        choices=CareLevel.Level.choices,
        widget=forms.RadioSelect(attrs={"class": "chips"}),
    )
    words = forms.CharField(label=_("Why it changes"), required=False, max_length=400)
