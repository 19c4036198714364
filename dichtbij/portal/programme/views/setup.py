"""How is a programme started, and what does it promise?"""

from typing import cast

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from dichtbij.audit.doors import open_list, screen
from dichtbij.organisations.freshness import step_up
from dichtbij.organisations.request import Request
from dichtbij.portal.programme.setup_form import (
    EmployerForm,
    InviteForm,
    ListForm,
    SettingsForm,
    StartForm,
)
from dichtbij.programmes import actions
from dichtbij.programmes.models import Participation, Programme
from dichtbij.programmes.participation import participation_on
from dichtbij.programmes.places import employers_of, listed_and_out, places_to_work
from dichtbij.programmes.starting import start_with_leader
from dichtbij.scheduling.first_steps import readiness
from dichtbij.shared import clock
from dichtbij.shared.permissions import Permission

PAGES = "portal/programme/pages"
SETTINGS = (
    "function_label", "phase", "starts_on", "ends_on", "first_contact_norm_days",
    "first_consult_norm_days", "aims", "shares_practices",
)  # fmt: skip
ROWS = 25


def programme_of(request: Request) -> Programme:
    """Return the programme one stands in."""
    return cast(Programme, request.membership.programme)


@screen(Permission.PROGRAMME_START)
@step_up
def start_programme(request: Request) -> HttpResponse:
    """Start a programme and invite its leader: both or neither."""
    form = StartForm(request.POST or None)
    if request.method == "POST" and form.perform(start_with_leader, by=request.user):
        messages.success(
            request,
            _("The programme is there. Another administrator confirms its leader."),
        )
        return redirect("memberships")
    return render(request, f"{PAGES}/start_programme.html", {"form": form})


@screen(Permission.PROGRAMME_MANAGE)
def programme(request: Request) -> HttpResponse:
    """Say first who needs help now, then what the programme is."""
    mine, today = programme_of(request), clock.today()
    joined = open_list(
        request.user,
        Participation.objects.filter(ends_on=None)
        .select_related("practice", "holder")
        .order_by("practice__name"),
        Permission.PROGRAMME_MANAGE,
    )
    waiting = [one for one in readiness(mine, joined, today) if one.lacks]
    silent = [one for one in listed_and_out(mine) if not one.why_not]
    context = {
        "programme": mine,
        "now": participation_on(mine, today),
        "waiting": waiting[:ROWS],
        "more_waiting": max(0, len(waiting) - ROWS),
        "silent": silent[:ROWS],
        "more_silent": max(0, len(silent) - ROWS),
        "employers": employers_of(mine),
    }
    return render(request, f"{PAGES}/programme.html", context)


@screen(Permission.PROGRAMME_MANAGE)
def change_programme(request: Request) -> HttpResponse:
    """Change norms, period, phase and aims."""
    mine = programme_of(request)
    form = SettingsForm(
        request.POST or None, initial={name: getattr(mine, name) for name in SETTINGS}
    )
    if request.method == "POST" and form.perform(
        actions.change_settings, programme=mine, by=request.user
    ):
        messages.success(request, _("The programme is changed."))
        return redirect("programme")
    return render(request, f"{PAGES}/change_programme.html", {"form": form})


@screen(Permission.PROGRAMME_MANAGE)
def add_employer(request: Request) -> HttpResponse:
    """Let an employer work in the programme."""
    form = EmployerForm(request.POST or None)
    if request.method == "POST" and form.perform(
        actions.add_employer, programme=programme_of(request), by=request.user
    ):
        messages.success(request, _("The employer is there."))
        return redirect("programme")
    return render(request, f"{PAGES}/add_employer.html", {"form": form})


@screen(Permission.PROGRAMME_MANAGE)
def list_practice(request: Request) -> HttpResponse:
    """Put a practice on the list of all practices."""
    mine = programme_of(request)
    form = ListForm(request.POST or None, programme=mine)
    if request.method == "POST" and form.perform(
        actions.list_practice, programme=mine, by=request.user
    ):
        messages.success(request, _("The practice is on the list."))
        return redirect("programme_practice", form.result.practice.uuid)
    return render(request, f"{PAGES}/list_practice.html", {"form": form})


@screen(Permission.PROGRAMME_MANAGE)
@step_up
def invite_colleague(request: Request) -> HttpResponse:
    """Invite somebody to an organisation of the own programme."""
    mine = programme_of(request)
    form = InviteForm(request.POST or None, places=places_to_work(mine))
    if request.method == "POST" and form.perform(
        actions.invite_colleague, programme=mine, by=request.user
    ):
        messages.success(request, _("The invitation is on its way."))
        return redirect("programme")
    return render(request, f"{PAGES}/invite_colleague.html", {"form": form})
