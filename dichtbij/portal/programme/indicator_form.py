"""With which version of a definition does one agree?"""

from django import forms

from dichtbij.shared.forms import ActionForm


class AgreeForm(ActionForm):
    """The version that was on the page: a later one has to be read first."""

    version = forms.IntegerField(min_value=1, max_value=999)
