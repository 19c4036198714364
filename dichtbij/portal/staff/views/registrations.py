"""Who is registered until when, and what does the employer decide about that?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dichtbij.audit.doors import open_list, open_record, screen
from dichtbij.organisations.models import User
from dichtbij.organisations.request import Request
from dichtbij.portal.staff.folder import holds
from dichtbij.portal.staff.registration_form import (
    OverrideForm,
    RegistrationForm,
    RenewForm,
)
from dichtbij.shared.forms import ActionForm
from dichtbij.shared.permissions import Permission
from dichtbij.staffing import actions
from dichtbij.staffing.models import ProfessionalRegistration, RegistrationOverride
from dichtbij.staffing.reading import people_registered, practitioners


@screen(Permission.REGISTRATION_READ)
def registrations(request: Request) -> HttpResponse:
    """List the practitioners with their registrations; whoever is stopped first."""
    found = open_list(
        request.user,
        ProfessionalRegistration.objects.all(),
        Permission.REGISTRATION_READ,
    )
    people = people_registered(found)
    context = {
        "people": people,
        "blocked": [one for one in people if one.blocked],
        "unknown": [one for one in people if not one.ever_noted],
        "may_manage": holds(Permission.REGISTRATION_MANAGE),
    }
    return render(request, "portal/staff/pages/registrations.html", context)


@screen(Permission.REGISTRATION_MANAGE)
def note_registration(request: Request) -> HttpResponse:
    """Note where a practitioner is registered."""
    form = RegistrationForm(
        request.POST or None, people=practitioners(), initial=_asked(request)
    )
    if request.POST and form.is_valid():
        empty = ProfessionalRegistration(**_place(request, form.person()))
        if form.perform(actions.note_registration, registration=empty, by=request.user):
            messages.success(request, _("The registration is noted."))
            return redirect("registrations")
    return render(request, "portal/staff/pages/note_registration.html", {"form": form})


@screen(Permission.REGISTRATION_MANAGE)
def override_registration(request: Request) -> HttpResponse:
    """Let someone begin new help without a valid registration, until a day."""
    form = OverrideForm(
        request.POST or None, people=practitioners(), initial=_asked(request)
    )
    if request.POST and form.is_valid():
        empty = RegistrationOverride(**_place(request, form.person()))
        if form.perform(actions.override_registration, override=empty, by=request.user):
            messages.success(request, _("The decision is kept."))
            return redirect("registrations")
    page = "portal/staff/pages/override_registration.html"
    return render(request, page, {"form": form})


@screen(Permission.REGISTRATION_MANAGE)
def registration(request: Request, uuid: UUID) -> HttpResponse:
    """Renew one registration, or end it."""
    found = _open(request, uuid)
    form = RenewForm(request.POST or None)
    if request.POST and form.perform(
        actions.renew_registration, registration=found, by=request.user
    ):
        messages.success(request, _("The registration is renewed."))
        return redirect("registrations")
    context = {"registration": found, "form": form}
    return render(request, "portal/staff/pages/registration.html", context)


@require_POST
@screen(Permission.REGISTRATION_MANAGE)
def end_registration(request: Request, uuid: UUID) -> HttpResponse:
    """Note that someone no longer stands in this register."""
    found = _open(request, uuid)
    form = ActionForm(request.POST)
    if form.perform(actions.end_registration, registration=found, by=request.user):
        messages.success(request, _("The registration has ended."))
    return redirect("registrations")


def _open(request: Request, uuid: UUID) -> ProfessionalRegistration:
    found: ProfessionalRegistration = open_record(
        request.user,
        ProfessionalRegistration.objects.select_related("user", "noted_by"),
        uuid,
        Permission.REGISTRATION_MANAGE,
    )
    return found


def _place(request: Request, person: User) -> dict[str, object]:
    """Return of whom, and for which employer in which programme."""
    return {
        "user": person,
        "programme": request.membership.programme,
        "holder": request.membership.organisation,
    }


def _asked(request: Request) -> dict[str, str]:
    """Return whom a link on the list named."""
    return {"who": str(request.GET.get("wie", ""))}
