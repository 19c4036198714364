"""Why does an offer no longer stand? In the words that staff and family both read."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dichtbij.waiting.models import Offer

NO_LONGER = gettext_lazy("This family no longer waits.")


def ended_words(offer: Offer) -> str:
    """Return in one sentence why an offer no longer stands."""
    if offer.status == Offer.Status.ACCEPTED:
        return _("This proposal was accepted already. The appointment is planned.")
    if offer.status == Offer.Status.DECLINED:
        return _("This proposal was declined already. The place on the list stays.")
    if offer.status == Offer.Status.WITHDRAWN:
        return _("The practice took this proposal back. The place on the list stays.")
    return _("The time to answer is over. The place on the list stays.")
