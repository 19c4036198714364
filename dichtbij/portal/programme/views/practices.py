"""How does one practice take part, and what can be changed about that?"""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from dichtbij.audit.doors import open_list, screen
from dichtbij.organisations.request import Request
from dichtbij.portal.programme.setup_form import (
    LeaveForm,
    PatientsForm,
    PauseForm,
    ResumeForm,
    WhyNotForm,
)
from dichtbij.programmes import joining
from dichtbij.programmes.models import ListedPractice, Participation
from dichtbij.scheduling.first_steps import readiness
from dichtbij.scheduling.leaving import leave_programme
from dichtbij.shared import clock
from dichtbij.shared.forms import ActionForm
from dichtbij.shared.permissions import Permission

# Per act: its form, what it does, and whether it is about the participation.
ACTS: dict[str, tuple[type[ActionForm], Callable[..., Any], bool]] = {
    "why_not": (WhyNotForm, joining.note_why_not, False),
    "patients": (PatientsForm, joining.note_patients, False),
    "pause": (PauseForm, joining.pause_participation, True),
    "resume": (ResumeForm, joining.resume_participation, True),
    "leave": (LeaveForm, leave_programme, True),
}


@screen(Permission.PROGRAMME_MANAGE)
def programme_practice(request: Request, uuid: UUID) -> HttpResponse:
    """Show how a practice takes part, and do one thing about it."""
    listed = _listed(request, uuid)
    terms = _terms(request, listed)
    running = terms[0] if terms and terms[0].ends_on is None else None
    asked = str(request.POST.get("act", ""))
    forms = {
        name: kind(request.POST if name == asked else None, **_beside(name, listed))
        for name, (kind, _act, _about) in ACTS.items()
    }
    if asked in ACTS and _did(forms[asked], asked, request, listed, running):
        messages.success(request, _("This is noted."))
        return redirect("programme_practice", uuid)
    context = {
        "listed": listed,
        "practice": listed.practice,
        "terms": terms,
        "running": running,
        "pauses": running.pauses.all() if running else [],
        "counts": listed.practice.patient_counts.filter(programme=listed.programme_id),
        "ready": next(iter(readiness(listed.programme, [running], clock.today())), None)
        if running
        else None,
        "forms": forms,
        "form": forms.get(asked),
        "today": clock.today(),
    }
    return render(request, "portal/programme/pages/practice.html", context)


def _listed(request: Request, uuid: UUID) -> ListedPractice:
    found = open_list(
        request.user,
        ListedPractice.objects.filter(practice__uuid=uuid).select_related(
            "practice", "programme"
        ),
        Permission.PROGRAMME_MANAGE,
    )
    if not found:
        raise Http404
    return found[0]


def _terms(request: Request, listed: ListedPractice) -> list[Participation]:
    """Return each time the practice took part, the last one first."""
    return list(
        open_list(
            request.user,
            Participation.objects.filter(practice=listed.practice_id)
            .select_related("holder")
            .order_by("-starts_on"),
            Permission.PROGRAMME_MANAGE,
        )
    )


def _beside(name: str, listed: ListedPractice) -> dict[str, Any]:
    """Return what a form begins with; ids differ, since five stand on one page."""
    first: dict[str, Any] = {
        "why_not": {"why_not": listed.why_not, "why_not_words": listed.why_not_words},
        "patients": {"counted_on": clock.today()},
        "pause": {"starts_on": clock.today()},
        "resume": {"resumes_on": clock.today()},
        "leave": {},
    }
    return {"initial": first[name], "auto_id": f"{name}_%s"}


def _did(
    form: ActionForm,
    name: str,
    request: Request,
    listed: ListedPractice,
    running: Participation | None,
) -> bool:
    _kind, act, about_participation = ACTS[name]
    if not about_participation:
        return form.perform(act, listed=listed, by=request.user)
    if running is None:
        form.is_valid()
        form.add_error(None, _("This practice does not take part now."))
        return False
    return form.perform(act, participation=running, by=request.user)
