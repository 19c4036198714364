"""Which file is uploaded?"""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dichtbij.shared.forms import ActionForm


class UploadForm(ActionForm):
    """One spreadsheet."""

    sheet = forms.FileField(
        label=_("Spreadsheet"),
        allow_empty_file=True,
        help_text=_("xlsx, ods or csv, at most 20 MB and 60,000 rows."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.ods,.csv"}),
        error_messages={"required": _("Choose a file.")},
    )

    def arguments(self) -> dict[str, Any]:
        """Return name and bytes as the act takes them."""
        sheet = self.cleaned_data["sheet"]
        return {"file_name": sheet.name or "", "content": sheet.read()}
