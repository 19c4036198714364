"""Which partners are there around our families, and how long does one wait there?"""

from collections.abc import Sequence
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dichtbij.audit.doors import open_list, open_record, screen
from dichtbij.organisations.request import Request
from dichtbij.partners.actions import add_partner, change_partner, end_partner
from dichtbij.partners.actions import confirm_wait as confirm
from dichtbij.partners.directory import matching, wait_history, with_waits
from dichtbij.partners.models import Partner
from dichtbij.portal.staff.directory_form import (
    DirectoryFilter,
    PartnerForm,
    WaitForm,
)
from dichtbij.portal.staff.folder import holds, programme_of
from dichtbij.shared import clock
from dichtbij.shared.forms import ActionForm
from dichtbij.shared.permissions import Permission

PAGE = 25


@screen(Permission.PARTNER_READ)
def partners(request: Request) -> HttpResponse:
    """List the partners of this programme with their dated waits."""
    asked = DirectoryFilter(request.GET)
    found = open_list(
        request.user,
        matching(**asked.asked(), after=str(request.GET.get("na", ""))),
        Permission.PARTNER_READ,
        limit=PAGE + 1,
    )
    rows = found[:PAGE]
    context = {
        "rows": with_waits(rows),
        "filter": asked,
        "filtered": any(asked.asked().values()) or asked.asked()["free"] is False,
        "may_manage": holds(Permission.PARTNER_MANAGE),
        "form": PartnerForm(prefix="new"),
        "today": clock.today().isoformat(),
        "next_url": _next_url(request, rows) if len(found) > PAGE else "",
    }
    return render(request, "portal/staff/pages/partners.html", context)


def _next_url(request: Request, rows: Sequence[Partner]) -> str:
    kept = {k: v for k, v in request.GET.items() if k in DirectoryFilter.base_fields}
    return f"?{urlencode(kept | {'na': str(rows[-1].uuid)})}"


@screen(Permission.PARTNER_MANAGE)
def new_partner(request: Request) -> HttpResponse:
    """Add a partner; the form stands on the list too."""
    form = PartnerForm(request.POST or None, prefix="new")
    if request.POST and form.perform(
        add_partner, programme=programme_of(request), by=request.user
    ):
        messages.success(request, _("The partner is in the directory."))
        return redirect("partner", uuid=form.result.uuid)
    return render(request, "portal/staff/pages/partner_new.html", {"form": form})


@screen(Permission.PARTNER_READ)
def partner(request: Request, uuid: UUID) -> HttpResponse:
    """Show one partner: how to reach it, and what was confirmed when."""
    found = open_record(
        request.user, Partner.objects.all(), uuid, Permission.PARTNER_READ
    )
    return _page(request, found, PartnerForm(initial=_facts(found)), _wait_form())


def _facts(found: Partner) -> dict[str, object]:
    return {name: getattr(found, name) for name in PartnerForm.base_fields}


def _wait_form() -> WaitForm:
    return WaitForm(initial={"on": clock.today()})


def _page(
    request: Request, found: Partner, form: PartnerForm, wait_form: WaitForm
) -> HttpResponse:
    context = {
        "listed": with_waits([found])[0],
        "waits": wait_history(found),
        "form": form,
        "wait_form": wait_form,
        "may_manage": holds(Permission.PARTNER_MANAGE),
    }
    return render(request, "portal/staff/pages/partner.html", context)


@require_POST
@screen(Permission.PARTNER_MANAGE)
def change_details(request: Request, uuid: UUID) -> HttpResponse:
    """Change what the directory says of a partner."""
    found = open_record(
        request.user, Partner.objects.all(), uuid, Permission.PARTNER_MANAGE
    )
    form = PartnerForm(request.POST)
    if form.perform(change_partner, partner=found, by=request.user):
        messages.success(request, _("The change is saved."))
        return redirect("partner", uuid=found.uuid)
    found.refresh_from_db()
    return _page(request, found, form, _wait_form())


@require_POST
@screen(Permission.PARTNER_MANAGE)
def confirm_wait(request: Request, uuid: UUID) -> HttpResponse:
    """Note a waiting time that the partner confirmed."""
    found = open_record(
        request.user, Partner.objects.all(), uuid, Permission.PARTNER_MANAGE
    )
    form = WaitForm(request.POST)
    if form.perform(confirm, partner=found, by=request.user):
        messages.success(request, _("The waiting time is noted."))
        if "list" in request.POST:
            return redirect("partners")
        return redirect("partner", uuid=found.uuid)
    return _page(request, found, PartnerForm(initial=_facts(found)), form)


@require_POST
@screen(Permission.PARTNER_MANAGE)
def remove_partner(request: Request, uuid: UUID) -> HttpResponse:
    """Take a partner from the directory."""
    found = open_record(
        request.user, Partner.objects.all(), uuid, Permission.PARTNER_MANAGE
    )
    form = ActionForm(request.POST)
    if form.perform(end_partner, partner=found, by=request.user):
        messages.success(request, _("The partner is no longer in the directory."))
    return redirect("partners")
