"""Which evaluations were promised, what does each need, and what did it find?

For all who have a say in the programme, the municipality too: nothing here reaches a
record of a child.
"""

from collections.abc import Sequence
from typing import cast
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dichtbij.audit.doors import may, open_list, open_record, screen
from dichtbij.evaluation import actions
from dichtbij.evaluation.models import AnalysisPlan, EvaluationRound, Reflection
from dichtbij.organisations.request import Request
from dichtbij.portal.programme.evaluation_form import CloseForm, OpenForm, PlanForm
from dichtbij.portal.programme.evaluation_page import HEAVY, PAGES, shown, timeline
from dichtbij.programmes.models import Programme
from dichtbij.shared.permissions import Permission

MOST = 50


def _programme(request: Request) -> Programme:
    return cast(Programme, request.membership.programme)


def _plans(request: Request) -> Sequence[AnalysisPlan]:
    return open_list(
        request.user,
        AnalysisPlan.objects.select_related("frozen_by"),
        Permission.EVALUATION_READ,
        limit=MOST,
    )


def _open(request: Request, uuid: UUID, permission: Permission) -> EvaluationRound:
    return open_record(
        request.user,
        EvaluationRound.objects.select_related("programme", "plan"),
        uuid,
        permission,
    )


@screen(Permission.EVALUATION_READ)
def evaluations(request: Request) -> HttpResponse:
    """Show the promised moments in order, and what each one needs."""
    found = open_list(
        request.user,
        EvaluationRound.objects.defer(*HEAVY),
        Permission.EVALUATION_READ,
        limit=MOST,
    )
    moments = timeline(_programme(request), list(found))
    plans = _plans(request)
    context = {
        "moments": moments,
        "plan": plans[0] if plans else None,
        "runs": may(Permission.EVALUATION_RUN),
        "unmade": [one for one in moments if one["round"] is None],
        "summarises": may(Permission.VOICE_ASK),
        "is_open": any(one.status == one.Status.OPEN for one in found),
    }
    return render(request, f"{PAGES}/evaluations.html", context)


@require_POST
@screen(Permission.EVALUATION_RUN)
def prepare_rounds(request: Request) -> HttpResponse:
    """Make the rounds that the agreement promises."""
    actions.make_rounds(programme=_programme(request), by=request.user)
    messages.success(
        request, _("The rounds stand ready, on the dates of the agreement.")
    )
    return redirect("evaluations")


@screen(Permission.EVALUATION_READ)
def evaluation_round(request: Request, uuid: UUID) -> HttpResponse:
    """Show one round: what it needs, or its report and what each party says."""
    found = _open(request, uuid, Permission.EVALUATION_READ)
    mine: Sequence[Reflection] = []
    if may(Permission.REFLECTION_GIVE):
        mine = open_list(
            request.user,
            Reflection.objects.filter(evaluation_round=found).select_related(
                "organisation"
            ),
            Permission.REFLECTION_GIVE,
            limit=MOST,
        )
    mine = [one for one in mine if may(Permission.REFLECTION_GIVE, one)]
    return render(request, f"{PAGES}/evaluation_round.html", shown(found, mine))


@screen(Permission.EVALUATION_READ)
def evaluation_pdf(request: Request, uuid: UUID) -> HttpResponse:
    """Give the frozen bytes of a report; before it is closed there are none."""
    found = _open(request, uuid, Permission.EVALUATION_READ)
    if found.pdf is None:
        return redirect("evaluation_round", uuid=found.uuid)
    answer = HttpResponse(bytes(found.pdf), content_type="application/pdf")
    name = f"evaluatie-{found.programme.slug}-{found.kind.replace('_', '-')}.pdf"
    answer.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return answer


@screen(Permission.EVALUATION_READ)
def evaluation_plan(request: Request) -> HttpResponse:
    """Show what will be judged and how, with earlier versions and their reasons."""
    context = {"plans": _plans(request), "runs": may(Permission.EVALUATION_RUN)}
    return render(request, f"{PAGES}/evaluation_plan.html", context)


@screen(Permission.EVALUATION_RUN)
def freeze_plan(request: Request) -> HttpResponse:
    """Write the plan down, or a new version with its reason."""
    plans = _plans(request)
    form = PlanForm(request.POST or None, plan=plans[0] if plans else None)
    if request.method == "POST" and form.perform(
        actions.freeze_plan, programme=_programme(request), by=request.user
    ):
        messages.success(request, _("The plan stands. It never changes any more."))
        return redirect("evaluation_plan")
    context = {"form": form, "plan": plans[0] if plans else None}
    return render(request, f"{PAGES}/freeze_plan.html", context)


@screen(Permission.EVALUATION_RUN)
def open_round(request: Request, uuid: UUID) -> HttpResponse:
    """Choose the published figures, and ask every party to look back."""
    found = _open(request, uuid, Permission.EVALUATION_RUN)
    if found.status != EvaluationRound.Status.PLANNED:
        return redirect("evaluation_round", uuid=found.uuid)
    form = OpenForm(request.POST or None, evaluation_round=found)
    if request.method == "POST" and form.perform(
        actions.open_round, evaluation_round=found, by=request.user
    ):
        messages.success(request, _("The round is open. Every party has been asked."))
        return redirect("evaluation_round", uuid=found.uuid)
    context = {"form": form, "round": found}
    return render(request, f"{PAGES}/open_round.html", context)


@screen(Permission.EVALUATION_RUN)
def close_round(request: Request, uuid: UUID) -> HttpResponse:
    """Give prices where they are known, and freeze numbers and report."""
    found = _open(request, uuid, Permission.EVALUATION_RUN)
    if found.status != EvaluationRound.Status.OPEN:
        return redirect("evaluation_round", uuid=found.uuid)
    form = CloseForm(request.POST or None)
    if request.method == "POST" and form.perform(
        actions.close_round, evaluation_round=found, by=request.user
    ):
        messages.success(request, _("The round is closed. Its report never changes."))
        return redirect("evaluation_round", uuid=found.uuid)
    context = {"form": form, "round": found}
    return render(request, f"{PAGES}/close_round.html", context)
