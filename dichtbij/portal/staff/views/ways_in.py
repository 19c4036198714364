"""Who of the family can come in by themselves: an account of their own, or a link?"""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from dichtbij.audit.doors import open_record, screen
from dichtbij.clients.models import Client
from dichtbij.families.accounts import end_family_account, open_family_account
from dichtbij.families.models import FamilyMember
from dichtbij.organisations.request import Request
from dichtbij.portal.staff.link_giving import ways_in_of
from dichtbij.shared.forms import ActionForm
from dichtbij.shared.permissions import Permission


@screen(Permission.FAMILY_WRITE)
def ways_in(request: Request, uuid: UUID) -> HttpResponse:
    """List who may come in and how; open an account for one, or end it."""
    client = open_record(
        request.user, Client.objects.all(), uuid, Permission.FAMILY_WRITE
    )
    rows = ways_in_of(client)
    form = ActionForm(request.POST or None)
    if request.method == "POST":
        chosen = request.POST.get("member")
        member = next((r.member for r in rows if str(r.member.uuid) == chosen), None)
        if member is None:
            raise Http404
        if _perform(request, form, member):
            return redirect("ways_in", uuid=client.uuid)
    context = {"client": client, "rows": rows, "form": form}
    return render(request, "portal/staff/pages/ways_in.html", context)


def _perform(request: Request, form: ActionForm, member: FamilyMember) -> bool:
    ends = request.POST.get("act") == "end"
    act = end_family_account if ends else open_family_account
    done = form.perform(act, member=member, by=request.user)
    if done:
        words = (
            _("The account is shut.")
            if ends
            else _("An invitation goes to the own address of this person.")
        )
        messages.success(request, words)
    return done
