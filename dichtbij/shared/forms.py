"""How does a screen hand what was typed to an act, and show what went wrong?"""

from collections.abc import Callable
from typing import Any

from django import forms
from django.forms.renderers import TemplatesSetting

from dichtbij.shared.errors import Refused


class Renderer(TemplatesSetting):
    """Renders fields with our own page furniture."""

    form_template_name = "shared/pages/form.html"
    field_template_name = "shared/pages/field.html"


class ActionForm(forms.Form):
    """A form that performs one act with what was typed."""

    result: Any = None
    refusal: Refused | None = None
    required_css_class = "required"

    def perform(self, act: Callable[..., Any], **subject: Any) -> bool:
        """Run `act` when the form is valid; a refusal becomes a message on top."""
        if not self.is_valid():
            return False
        try:
            self.result = act(**subject, **self.arguments())
        except Refused as refusal:
            self.refusal = refusal
            self.add_error(None, str(refusal))
            return False
        return True

    def arguments(self) -> dict[str, Any]:
        """Return what the act gets beside its subject: the cleaned data."""
        return dict(self.cleaned_data)
