"""A time came free: does the family want it? Yes or no, in one tap."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from dichtbij.audit.doors import open_record
from dichtbij.organisations.links import Purpose, link_screen, spend
from dichtbij.organisations.request import Request
from dichtbij.shared.forms import ActionForm
from dichtbij.shared.permissions import Permission
from dichtbij.waiting.actions import accept_offer, decline_offer
from dichtbij.waiting.ended import ended_words
from dichtbij.waiting.models import Offer

WITH_ALL = ("client", "room__practice", "practitioner", "entry__referral", "programme")


@link_screen(Permission.MINE_OFFER, Purpose.OFFER)
def my_offer(request: Request, uuid: UUID) -> HttpResponse:
    """Take the time or leave it; who leaves it keeps the place on the list."""
    offer = open_record(
        request.user,
        Offer.objects.select_related(*WITH_ALL),
        uuid,
        Permission.MINE_OFFER,
    )
    form = ActionForm({})
    if request.method == "POST":
        form = ActionForm(request.POST)
        if _done(request, offer, form):
            spend(request.link)
            return redirect("my_offer", uuid=offer.uuid)
    context = {
        "offer": offer,
        "form": form,
        "stands": offer.stands(),
        "ended": "" if offer.stands() else ended_words(offer),
    }
    return render(request, "portal/family/pages/offer.html", context)


def _done(request: Request, offer: Offer, form: ActionForm) -> bool:
    """Perform what was tapped; say in one sentence what is true now."""
    if "no" in request.POST:
        done = form.perform(decline_offer, offer=offer, by=request.user)
        words = _("Thank you. You keep your place on the waiting list.")
    else:
        done = form.perform(accept_offer, offer=offer, by=request.user)
        words = _("Thank you. The appointment is planned.")
    if done:
        messages.success(request, words)
    return done
