"""A free time is offered, taken back, or answered on the telephone: in one tap."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dichtbij.audit.doors import open_record, screen
from dichtbij.clients.actions import family_channel
from dichtbij.organisations.request import Request
from dichtbij.portal.staff.offer_form import OfferForm
from dichtbij.scheduling.models import WaitingEntry
from dichtbij.shared.forms import ActionForm
from dichtbij.shared.permissions import Permission
from dichtbij.waiting.actions import (
    make_offer,
    note_answer,
    note_elsewhere,
    withdraw_offer,
)
from dichtbij.waiting.models import Offer
from dichtbij.waiting.words import moment_words

WITH_ALL = ("client", "entry__referral", "programme", "made_by", "practitioner")


def _entry(request: Request, uuid: UUID) -> WaitingEntry:
    found: WaitingEntry = open_record(
        request.user,
        WaitingEntry.objects.select_related("client", "referral", "programme"),
        uuid,
        Permission.OFFER_MAKE,
    )
    return found


@require_POST
@screen(Permission.OFFER_MAKE)
def offer_time(request: Request, uuid: UUID) -> HttpResponse:
    """Offer a free time to this family, and say how it hears of it."""
    entry = _entry(request, uuid)
    form = OfferForm(request.POST)
    if form.perform(make_offer, entry=entry, by=request.user):
        told = {
            "name": entry.client.name,
            "until": moment_words(form.result.expires_at),
        }
        messages.success(request, _("Offered to %(name)s, until %(until)s.") % told)
        if family_channel(entry.client) is None:
            messages.warning(
                request, _("No mail can go to this family: call, and note the answer.")
            )
    else:
        _refuse(request, form)
    return redirect("waiting_list")


@require_POST
@screen(Permission.OFFER_MAKE)
def settle_offer(request: Request, uuid: UUID) -> HttpResponse:
    """Take an offer back, or note what the family said on the telephone."""
    offer = open_record(
        request.user,
        Offer.objects.select_related(*WITH_ALL),
        uuid,
        Permission.OFFER_MAKE,
    )
    form = ActionForm(request.POST)
    about = {"offer": offer, "by": request.user}
    if "yes" in request.POST:
        done = form.perform(note_answer, **about, accepted=True)
        words = _("The appointment is planned.")
    elif "no" in request.POST:
        done = form.perform(note_answer, **about, accepted=False)
        words = _("It is noted. The family keeps its place.")
    else:
        done = form.perform(withdraw_offer, **about)
        words = _("The offer is taken back. The family keeps its place.")
    if done:
        messages.success(request, words)
    else:
        _refuse(request, form)
    return redirect("waiting_list")


@require_POST
@screen(Permission.OFFER_MAKE)
def agree_elsewhere(request: Request, uuid: UUID) -> HttpResponse:
    """Note that the family may be helped in a neighbouring practice, or no longer."""
    entry = _entry(request, uuid)
    form = ActionForm(request.POST)
    agreed = "agreed" in request.POST
    if form.perform(note_elsewhere, entry=entry, by=request.user, agreed=agreed):
        messages.success(request, _("It is noted."))
    else:
        _refuse(request, form)
    return redirect("waiting_list")


def _refuse(request: Request, form: ActionForm) -> None:
    words = form.refusal or _("This time cannot be offered. Choose it in the list.")
    messages.error(request, str(words))
