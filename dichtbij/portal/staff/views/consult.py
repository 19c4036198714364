"""What happened in this consult, and what comes next?"""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dichtbij.audit.doors import open_record, screen
from dichtbij.care.actions import add_addendum as add
from dichtbij.care.actions import record_contact, take_on_referral
from dichtbij.care.caseload import (
    goals_of,
    last_contacts,
    open_trajectory_of,
    undecided_of,
)
from dichtbij.care.models import Activity, Contact, Trajectory
from dichtbij.clients.models import Client
from dichtbij.drafts.keeping import draft_of, drop_draft
from dichtbij.families.actions import lacking_consent
from dichtbij.organisations.request import Request
from dichtbij.portal.staff.consult_form import CALL_MINUTES, ConsultForm, initial_of
from dichtbij.portal.staff.folder import folder, giver_words, question_words
from dichtbij.portal.staff.forms import AddendumForm
from dichtbij.scheduling.models import Appointment
from dichtbij.shared import calendar, clock
from dichtbij.shared.forms import ActionForm
from dichtbij.shared.permissions import Permission

NEXT_PAGE: dict[str, str] = {
    Contact.NextStep.APPOINTMENT: "follow_up",
    Contact.NextStep.CLOSE: "close",
    Contact.NextStep.CONSULTATION: "plan_consultation",
    Contact.NextStep.REFER: "advise_onward",
}


@screen(Permission.FILE_WRITE)
def consult(request: Request, uuid: UUID) -> HttpResponse:
    """Record one contact; Ctrl+Enter ends it; what is typed is kept while typing."""
    client = open_record(
        request.user,
        Client.objects.select_related("practice", "programme"),
        uuid,
        Permission.FILE_WRITE,
    )
    trajectory = open_trajectory_of(client)
    if trajectory is None:
        return _first_take_on(request, client)
    appointment = _appointment(request, client)
    if appointment is not None and not request.POST and hasattr(appointment, "contact"):
        messages.info(request, _("This conversation was already recorded."))
        return redirect("child_contacts", uuid=client.uuid)
    goals = [one.goal for one in goals_of([client.pk]).get(client.pk, [])]
    key = f"consult/{trajectory.uuid}"
    draft = None if request.POST else draft_of(request.user, key)
    form = ConsultForm(
        request.POST or None,
        goals=goals,
        fixed_moment=appointment is not None,
        initial=_preset(request, trajectory, appointment) | initial_of(draft or {}),
    )
    if request.POST and form.perform(
        record_contact,
        trajectory=trajectory,
        by=request.user,
        appointment=appointment,
    ):
        drop_draft(request.user, key)
        messages.success(request, _("The conversation is recorded."))
        return redirect(_next(form.result.next_step, client))
    return _page(request, client, form, key, appointment, restored=bool(draft))


def _next(step: str, client: Client) -> str:
    """Return the page of the next step: a time, the end, advice, or the child."""
    return reverse(NEXT_PAGE.get(step, "child"), args=[client.uuid])


def _page(
    request: Request,
    client: Client,
    form: ConsultForm,
    key: str,
    appointment: Appointment | None,
    *,
    restored: bool,
) -> HttpResponse:
    context = folder(client)
    context |= {
        "form": form,
        "draft_key": key,
        "restored": restored,
        "appointment": appointment,
        "last": last_contacts([client.pk]).get(client.pk),
        "goals": goals_of([client.pk]).get(client.pk, []),
        "questions": question_words(context["trajectory"].referral),
        "lacking": giver_words(lacking_consent(client)),
    }
    return render(request, "portal/staff/pages/consult.html", context)


def _appointment(request: Request, client: Client) -> Appointment | None:
    """Return the appointment this consult is about, if the address names one."""
    asked = str(request.GET.get("afspraak", ""))
    if not asked:
        return None
    try:
        number = UUID(asked)
    except ValueError:
        return None
    found: Appointment = open_record(
        request.user,
        Appointment.objects.filter(client=client).select_related("contact"),
        number,
        Permission.APPOINTMENT_ATTEND,
    )
    return found


def _preset(
    request: Request, trajectory: Trajectory, appointment: Appointment | None
) -> dict[str, Any]:
    """Return what is known before anyone types: themes, kind of time and minutes."""
    telephone = "telefoon" in request.GET
    minutes = trajectory.programme.consult_minutes
    if appointment is not None:
        minutes = int((appointment.ends_at - appointment.starts_at).seconds / 60)
    first = trajectory.first_consult_on is None
    asked = trajectory.referral.questions
    return {
        "themes": sorted({code[:3] for code in asked}),
        "finer": [code for code in asked if len(code) > 3],
        "activity_1": _kind(telephone=telephone, first=first),
        "minutes_1": CALL_MINUTES if telephone else minutes,
        "activity_2": Activity.ADMINISTRATION,
        "by_telephone": telephone,
        "held_on": clock.today(),
        "held_time": calendar.local(clock.now()).time(),
    }


def _kind(*, telephone: bool, first: bool) -> str:
    if telephone:
        return Activity.TRIAGE if first else Activity.TREATMENT
    return Activity.INTAKE if first else Activity.TREATMENT


def _first_take_on(request: Request, client: Client) -> HttpResponse:
    """A conversation belongs to help that someone took on: offer that first."""
    referral = undecided_of(client)
    context = folder(client)
    if request.method == "POST" and referral is not None:
        form = ActionForm({})
        if form.perform(take_on_referral, referral=referral, by=request.user):
            return redirect(request.get_full_path())
        context["form"] = form
    return render(
        request,
        "portal/staff/pages/take_on.html",
        context | {"referral": referral, "questions": question_words(referral)},
    )


@require_POST
@screen(Permission.FILE_WRITE)
def add_addendum(request: Request, uuid: UUID) -> HttpResponse:
    """Add to what was recorded; the record itself stays as it is."""
    contact = open_record(
        request.user,
        Contact.objects.select_related("client"),
        uuid,
        Permission.FILE_WRITE,
    )
    form = AddendumForm(request.POST)
    if form.perform(add, contact=contact, by=request.user):
        messages.success(request, _("It is added."))
    else:
        messages.error(request, _("Write what you want to add."))
    return redirect("child_contacts", uuid=contact.client.uuid)
