"""For whom and what is a link given, and how does its code get there?"""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dichtbij.outbox import texting
from dichtbij.portal.staff.link_giving import Offer
from dichtbij.shared.forms import ActionForm


class GiveLinkForm(ActionForm):
    """Which offer, and by which road the code goes."""

    offer = forms.ChoiceField(
        label=_("For whom and for what?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose for whom the link is.")},
    )
    code_goes = forms.ChoiceField(
        label=_("How does the code get there?"),
        widget=forms.RadioSelect(attrs={"class": "chips"}),
        initial="here",
    )

    def __init__(self, *args: Any, offers: Sequence[Offer], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offers = {offer.key: offer for offer in offers}
        choice: Any = self.fields["offer"]
        choice.choices = [(offer.key, offer.label) for offer in offers]
        if len(offers) == 1:
            self.initial["offer"] = offers[0].key
        roads: Any = self.fields["code_goes"]
        roads.choices = [("here", _("I say it or print it"))]
        if texting.available():
            roads.choices += [("text", _("By text message"))]
        else:
            roads.help_text = _("This installation cannot send text messages.")

    def arguments(self) -> dict[str, Any]:
        """Return the offer itself and whether the code goes by text message."""
        return {
            "offer": self.offers[self.cleaned_data["offer"]],
            "by_text": self.cleaned_data["code_goes"] == "text",
        }
