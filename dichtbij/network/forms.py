"""What does a writer of letters hand in?"""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dichtbij.network.actions import plain
from dichtbij.network.models import Letter
from dichtbij.network.soep import LONGEST
from dichtbij.shared.forms import ActionForm

# Far more than a letter: what is longer was pasted by mistake.
LONGEST_BODY = 20_000


class PlainText(forms.CharField):
    widget = forms.Textarea

    def to_python(self, value: Any) -> str:
        """Return the text before anyone counts it: a browser sends two line ends."""
        return plain(str(super().to_python(value) or ""))


class WriteForm(ActionForm):
    """Nothing is asked: which letter stands in the address."""


class LetterForm(ActionForm):
    body = PlainText(
        label=_("Letter"),
        help_text=_("A line that ends in a colon becomes a label. At most 15 lines."),
        max_length=LONGEST_BODY,
        widget=forms.Textarea(attrs={"rows": 20}),
        error_messages={"required": _("This letter has no text.")},
    )
    his_text = PlainText(
        label=_("For the GP's record system (HIS)"),
        help_text=_("At most 600 characters, without a BSN. The GP can copy this."),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 7}),
    )
    sha256 = forms.CharField(max_length=64, widget=forms.HiddenInput, required=False)

    def changes(self, letter: Letter) -> bool:
        """Tell whether something else was typed than the letter says."""
        typed = (self.cleaned_data["body"], self.cleaned_data["his_text"])
        return typed != (letter.body, letter.his_text)


class FamilyLetterForm(ActionForm):
    body = PlainText(
        label=_("Letter to the family"),
        help_text=_("A line that ends in a colon becomes a heading. Short sentences."),
        max_length=LONGEST_BODY,
        widget=forms.Textarea(attrs={"rows": 20}),
        error_messages={"required": _("This letter has no text.")},
    )
    sha256 = forms.CharField(max_length=64, widget=forms.HiddenInput, required=False)

    def changes(self, letter: Letter) -> bool:
        """Tell whether something else was typed than the letter says."""
        return bool(self.cleaned_data["body"] != letter.body)

    def arguments(self) -> dict[str, Any]:
        """Return the text; a family has no record system to paste it in."""
        return super().arguments() | {"his_text": ""}


class ReleaseForm(ActionForm):
    sha256 = forms.CharField(max_length=64, required=False)
