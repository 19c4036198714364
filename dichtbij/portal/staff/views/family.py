"""Who belongs to this child, who agreed to what, and who may see what?"""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from dichtbij.audit.doors import open_record, screen
from dichtbij.care.consenting import keep_consent_task
from dichtbij.clients.models import Client
from dichtbij.drafts.keeping import drop_draft
from dichtbij.families.who_sees import rows_for
from dichtbij.organisations.request import Request
from dichtbij.partners.closing import close_without_consent
from dichtbij.portal.staff.around import asked_by
from dichtbij.portal.staff.family_form import FORMS, NOTES, FamilyForm
from dichtbij.portal.staff.folder import folder
from dichtbij.portal.staff.kin import draft_key, family_page, small_forms
from dichtbij.shared.permissions import Permission


def _open(request: Request, uuid: UUID, permission: Permission) -> Client:
    found: Client = open_record(
        request.user,
        Client.objects.select_related("practice", "holder", "municipality"),
        uuid,
        permission,
    )
    return found


@screen(Permission.FAMILY_READ)
def who_sees(request: Request, uuid: UUID) -> HttpResponse:
    """Show who may see what now, and why."""
    client = _open(request, uuid, Permission.FAMILY_READ)
    context = folder(client) | {"lines": rows_for(client)}
    return render(request, "portal/staff/pages/who_sees.html", context)


@screen(Permission.FAMILY_READ)
def family(request: Request, uuid: UUID) -> HttpResponse:
    """Show the family with a small form for each fact."""
    client = _open(request, uuid, Permission.FAMILY_READ)
    return _page(request, client)


@require_POST
@screen(Permission.FAMILY_WRITE)
def family_act(request: Request, uuid: UUID, act: str) -> HttpResponse:
    """Note or end one fact; what was typed comes back when it is refused."""
    client = _open(request, uuid, Permission.FAMILY_WRITE)
    if act not in FORMS:
        raise Http404
    form = FORMS[act](request.POST, client=client, auto_id=f"{act}_%s")
    if form.perform_by(request.user):
        drop_draft(request.user, draft_key(client, act))
        keep_consent_task(client)
        close_without_consent(client)
        messages.success(request, str(form.done))
        return redirect("family", uuid=client.uuid)
    if act not in NOTES:
        # A row's own form holds a day at most: say what was wrong above the page.
        for errors in form.errors.values():
            messages.error(request, str(errors[0]))
        return redirect("family", uuid=client.uuid)
    return _page(request, client, act, form)


def _page(
    request: Request, client: Client, act: str = "", form: FamilyForm | None = None
) -> HttpResponse:
    context = folder(client) | family_page(client)
    if context["may_note"]:
        forms = small_forms(client, request.user, form)
        if form is None and asked_by(client, request.GET):
            act, forms["woord"].initial = "woord", asked_by(client, request.GET)
        context |= {"forms": forms, "open": act}
    return render(request, "portal/staff/pages/family.html", context)
