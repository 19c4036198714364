"""Give someone of the family a link and a code: to speak, to print or to send."""

from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render

from dichtbij.audit.doors import open_record, screen
from dichtbij.clients.models import Client
from dichtbij.organisations.account import drawing
from dichtbij.organisations.request import Request
from dichtbij.portal.staff.link_form import GiveLinkForm
from dichtbij.portal.staff.link_giving import hand, offers_for
from dichtbij.shared.permissions import Permission


@screen(Permission.LINK_GIVE)
def give_link(request: Request, uuid: UUID) -> HttpResponse:
    """Ask for whom and what; then show link and code, this once."""
    client = open_record(request.user, Client.objects.all(), uuid, Permission.LINK_GIVE)
    offers = offers_for(client)
    form = GiveLinkForm(request.POST or None, offers=offers)
    context = {"client": client, "form": form, "offers": offers}
    if form.perform(hand, by=request.user):
        address = f"{settings.ADDRESS}{form.result.given.path}"
        context |= {
            "handed": form.result,
            "address": address,
            "drawing": drawing(address),
            "label": form.cleaned_data["offer"],
        }
        return render(request, "portal/staff/pages/link_given.html", context)
    return render(request, "portal/staff/pages/link_give.html", context)
