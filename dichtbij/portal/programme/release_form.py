"""How are figures published? Chosen before the first release, fixed after it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dichtbij.programmes.models import Programme
from dichtbij.shared.forms import ActionForm

NONE = "none"
# What the odds about one child change by at most is e to this power (security.md 5.3).
NOISE = (
    ("1", _("1: most protection, least precise")),
    ("2", _("2: good protection; the usual choice")),
    ("4", _("4: little proved protection, more precise")),
    (NONE, _("none: rounding only, without a proved bound")),
)
MONTHS = ((3, _("every quarter")), (6, _("every half year")), (12, _("every year")))


class PublicationForm(ActionForm):
    """How much noise, and how often."""

    noise = forms.ChoiceField(
        label=_("Noise"),
        choices=NOISE,
        widget=forms.RadioSelect,
        help_text=_("The budget a child spends in one publication (epsilon)."),
        error_messages={"required": _("Choose how much noise.")},
    )
    months = forms.TypedChoiceField(
        label=_("How often"),
        choices=MONTHS,
        coerce=int,
        widget=forms.RadioSelect,
        help_text=_(
            "A period with fewer than 50 trajectories is merged with the next one."
        ),
        error_messages={"required": _("Choose how often.")},
    )

    def arguments(self) -> dict[str, Any]:
        """Return the settings as the act takes them."""
        told = self.cleaned_data
        noise = None if told["noise"] == NONE else int(told["noise"])
        return {"noise": noise, "months": told["months"]}


def as_it_is(programme: Programme) -> dict[str, Any]:
    """Return the settings of a programme as the form shows them."""
    noise = programme.publication_noise
    return {
        "noise": NONE if noise is None else str(noise),
        "months": programme.publication_months,
    }
