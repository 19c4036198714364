"""Enter a questionnaire, ask a family, read an answer, see what changed."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from dichtbij.audit.doors import open_list, open_record, screen
from dichtbij.care.asking import read_answers
from dichtbij.care.caseload import (
    all_goals_of,
    last_trajectory_of,
    next_appointments,
    open_trajectory_of,
)
from dichtbij.care.goals import change_goal as begin_another_goal
from dichtbij.care.goals import together
from dichtbij.clients.models import Client
from dichtbij.organisations.request import Request
from dichtbij.portal.staff.folder import folder
from dichtbij.portal.staff.link_giving import ways_in_of
from dichtbij.portal.staff.measure_form import (
    AskForm,
    ChangeGoalForm,
    MeasurementForm,
)
from dichtbij.portal.staff.measuring import (
    SHOWN,
    check_ins_of,
    goals_chart,
    told_in,
)
from dichtbij.questionnaires.actions import ask, record_measurement, take_back
from dichtbij.questionnaires.change import Method
from dichtbij.questionnaires.definitions import Definition
from dichtbij.questionnaires.models import Inquiry, Measurement
from dichtbij.questionnaires.reading import all_definitions, latest
from dichtbij.questionnaires.results import (
    METHODS,
    VERDICTS,
    called,
    courses_of,
    rows_of,
)
from dichtbij.questionnaires.texts import texts_of
from dichtbij.shared import calendar
from dichtbij.shared.forms import ActionForm
from dichtbij.shared.permissions import Permission

PAGE = 25
PAGES = "portal/staff/pages/"


def _open(request: Request, uuid: UUID, permission: Permission) -> Client:
    found: Client = open_record(
        request.user, Client.objects.select_related("practice"), uuid, permission
    )
    return found


@screen(Permission.QUESTIONNAIRE_READ)
def measurements(request: Request, uuid: UUID) -> HttpResponse:
    """Show goals, check-ins and scores over time, and what changed by which norms."""
    client = _open(request, uuid, Permission.QUESTIONNAIRE_READ)
    taken = open_list(
        request.user,
        Measurement.objects.filter(client=client)
        .select_related("entered_by", "client")
        .order_by("-taken_on", "-id"),
        Permission.QUESTIONNAIRE_READ,
        limit=SHOWN,
    )
    asked = open_list(
        request.user,
        Inquiry.objects.filter(client=client)
        .select_related("member", "reader")
        .order_by("-id"),
        Permission.QUESTIONNAIRE_READ,
        limit=SHOWN,
    )
    context = folder(client)
    trajectory = context["trajectory"]
    goals = all_goals_of(trajectory) if trajectory else []
    method = str(request.GET.get("methode", Method.JT))
    method = method if method in METHODS else Method.JT
    context |= {
        "goals_chart": goals_chart(goals),
        "together": together(goals),
        "verdicts": VERDICTS,
        "check_ins": check_ins_of(asked),
        "courses": courses_of(
            taken[::-1],
            age=client.age(),
            method=method,
            norms=str(request.GET.get("normen", "")),
        ),
        "methods": METHODS,
        "method": method,
        "rows": rows_of(taken[:PAGE]),
        "asked": asked[:PAGE],
    }
    return render(request, f"{PAGES}measurements.html", context)


def _instruments(client: Client) -> list[Definition]:
    names = {name for name, _version in all_definitions()}
    newest = [latest(name) for name in sorted(names)]
    return [
        one
        for one in newest
        if one.entry in ("items", "scores")
        and one.ages[0] <= client.age() <= one.ages[1]
    ]


@screen(Permission.QUESTIONNAIRE_WRITE)
def new_measurement(request: Request, uuid: UUID) -> HttpResponse:
    """Choose a questionnaire, then enter its scores or answers."""
    client = _open(request, uuid, Permission.QUESTIONNAIRE_WRITE)
    trajectory = last_trajectory_of(client)
    if trajectory is None:
        raise Http404
    instruments = _instruments(client)
    wanted = request.GET.get("lijst")
    chosen = next((one for one in instruments if one.instrument == wanted), None)
    context: dict[str, Any] = {
        "client": client,
        "instruments": [(one.instrument, called(one.name)) for one in instruments],
    }
    if chosen is None:
        return render(request, f"{PAGES}new_measurement.html", context)
    texts = texts_of(chosen) if chosen.entry == "items" else {}
    way = request.GET.get("manier", "antwoorden" if texts else "scores")
    by_items = chosen.entry == "items" and way == "antwoorden"
    form = MeasurementForm(
        request.POST or None,
        definition=chosen,
        client=client,
        texts=texts,
        by_items=by_items,
    )
    if request.POST and form.perform(
        record_measurement, referral=trajectory.referral, by=request.user
    ):
        messages.success(request, _("The scores are kept. They decide nothing."))
        return redirect("measurements", uuid=client.uuid)
    context |= {
        "form": form,
        "chosen": chosen,
        "name": called(chosen.name),
        "texts": bool(texts),
        "by_items": by_items,
    }
    return render(request, f"{PAGES}new_measurement.html", context)


@screen(Permission.QUESTIONNAIRE_WRITE)
def ask_family(request: Request, uuid: UUID) -> HttpResponse:
    """Ask someone of the family something; then give the link."""
    client = _open(request, uuid, Permission.QUESTIONNAIRE_WRITE)
    members = [one.member for one in ways_in_of(client)]
    planned = next_appointments([client.pk]).get(client.pk)
    initial = (
        {"about_on": calendar.local(planned.starts_at).date()} if planned else None
    )
    form = AskForm(request.POST or None, members=members, initial=initial)
    if request.POST and form.perform(
        ask, member=form.chosen(), by=request.user, reader=request.user
    ):
        messages.success(request, _("It is asked. Now give the link."))
        return redirect("give_link", uuid=client.uuid)
    context = {"client": client, "form": form, "members": members}
    return render(request, f"{PAGES}ask_family.html", context)


@screen(Permission.QUESTIONNAIRE_READ)
def inquiry(request: Request, uuid: UUID) -> HttpResponse:
    """Read an answer and note that it was read, or take a question back."""
    found = open_record(
        request.user,
        Inquiry.objects.select_related("client", "member", "reader"),
        uuid,
        Permission.QUESTIONNAIRE_READ,
    )
    form = ActionForm(request.POST or None)
    if request.method == "POST":
        form = ActionForm({})
        back = request.POST.get("act") == "take_back"
        act = take_back if back else read_answers
        if form.perform(act, inquiry=found, by=request.user):
            return redirect("measurements", uuid=found.client.uuid)
    context = {
        "inquiry": found,
        "client": found.client,
        "told": told_in(found) if found.answered_at else [],
        "form": form,
    }
    return render(request, f"{PAGES}inquiry.html", context)


@screen(Permission.FILE_WRITE)
def change_goal(request: Request, uuid: UUID) -> HttpResponse:
    """Close a goal and begin another in its place."""
    client = _open(request, uuid, Permission.FILE_WRITE)
    trajectory = open_trajectory_of(client)
    if trajectory is None:
        raise Http404
    number = str(request.POST.get("goal_id") or request.GET.get("doel") or "")
    goals = [one.goal for one in all_goals_of(trajectory)]
    goal = next((one for one in goals if str(one.pk) == number), None)
    if goal is None or goal.ended_on is not None:
        return redirect("child", uuid=client.uuid)
    form = ChangeGoalForm(
        request.POST if "words" in request.POST else None,
        initial={"goal_id": goal.pk, "words": goal.words},
    )
    if form.is_bound and form.perform(
        begin_another_goal, trajectory=trajectory, by=request.user
    ):
        messages.success(request, _("The goal is changed. Its scores so far stay."))
        return redirect("child", uuid=client.uuid)
    context = {"client": client, "form": form, "goal": goal}
    return render(request, f"{PAGES}change_goal.html", context)
