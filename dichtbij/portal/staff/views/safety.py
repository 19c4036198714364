"""Is this child safe? The five steps of the meldcode, for who is in care only."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from dichtbij.audit.doors import open_list, open_record, screen
from dichtbij.clients.models import Client
from dichtbij.drafts.keeping import draft_of, drop_draft
from dichtbij.organisations.request import Request
from dichtbij.portal.staff.folder import folder
from dichtbij.portal.staff.safety_form import (
    AfterwardsForm,
    DecideForm,
    OpenForm,
    StepForm,
    WeighForm,
)
from dichtbij.safety import actions
from dichtbij.safety.framework import Norm, framework_on
from dichtbij.safety.models import Concern, ConcernStep
from dichtbij.safety.reading import states_of, weighing_of
from dichtbij.shared import clock
from dichtbij.shared.forms import ActionForm
from dichtbij.shared.permissions import Permission

FORMS: dict[str, tuple[type[ActionForm], Any, Any]] = {
    "open": (OpenForm, actions.open_concern, _("Step 1 is recorded.")),
    "step": (StepForm, actions.take_step, _("The step is recorded.")),
    "weigh": (WeighForm, actions.weigh_concern, _("The answer is recorded.")),
    "decide": (DecideForm, actions.decide_concern, _("Both decisions are recorded.")),
    "close": (AfterwardsForm, actions.close_concern, _("The steps are closed.")),
}
NORMS = {
    Norm.CLOSE: _("The norm says: close, and record why."),
    Norm.REPORT: _("The norm says: report to Veilig Thuis."),
    Norm.FOLLOW_UP: _("The norm says: close with agreements about what comes after."),
}


@dataclass(frozen=True)
class Answered:
    """One answer of the weighing, with its question in words."""

    step: ConcernStep
    question: str


@screen(Permission.CONCERN_READ)
def safety(request: Request, uuid: UUID) -> HttpResponse:
    """Show the five steps with what was considered, and take the next one."""
    client = open_record(
        request.user,
        Client.objects.select_related("practice", "holder"),
        uuid,
        Permission.CONCERN_READ,
    )
    concerns = open_list(
        request.user,
        Concern.objects.filter(client=client)
        .select_related("opened_by")
        .order_by("-opened_at", "-id"),
        Permission.CONCERN_READ,
    )
    concern = next((one for one in concerns if one.closed_at is None), None)
    act = str(request.POST.get("act", ""))
    forms = {name: _form(request, client, name, act) for name in FORMS}
    if act in FORMS and (concern is not None) == (act != "open"):
        _kind, doing, words = FORMS[act]
        subject = {"client": client} if concern is None else {"concern": concern}
        if forms[act].perform(doing, **subject, by=request.user):
            drop_draft(request.user, _draft(act, client))
            messages.success(request, words)
            return redirect("safety", uuid=client.uuid)
    return render(
        request,
        "portal/staff/pages/safety.html",
        folder(client)
        | {"concern": concern, "act": act, "forms": forms}
        | {"drafts": {name: _draft(name, client) for name in FORMS}}
        | {"past": [_told(one) for one in concerns if one.closed_at is not None]}
        | (_progress(concern, forms) if concern is not None else {}),
    )


def _draft(act: str, client: Client) -> str:
    return f"safety_{act}/{client.uuid}"


def _form(request: Request, client: Client, name: str, act: str) -> ActionForm:
    """Return the form of one act: as posted, or with what was typed before."""
    kind = FORMS[name][0]
    if name == act:
        return kind(request.POST, auto_id=f"{name}_%s")
    kept = draft_of(request.user, _draft(name, client)) or {}
    initial = {key: values[0] for key, values in kept.items() if values}
    return kind(initial=initial, auto_id=f"{name}_%s")


def _progress(concern: Concern, forms: dict[str, ActionForm]) -> dict[str, Any]:
    """Return how far the steps are, and what the framework asks or says now."""
    told = _told(concern)
    current = next((state for state in told["states"] if state.current), None)
    weighing = weighing_of(concern)
    asks = weighing.asks
    if current is not None and current.number <= ConcernStep.Step.TALK:
        forms["step"].initial.setdefault("step", current.number)
    if asks is not None:
        forms["weigh"].initial["question"] = asks.number
        forms["weigh"].fields["answer"].label = asks.text(_language())
    return told | {
        "current": current,
        "norm": NORMS[weighing.norm] if weighing.norm is not None else "",
        "against": weighing.norm == Norm.REPORT and concern.reported is False,
        "framework": framework_on(clock.today()),
    }


def _told(concern: Concern) -> dict[str, Any]:
    """Return a concern with its steps, and the questions that were answered."""
    framework = framework_on(clock.today())
    states = states_of(concern)
    questions = {one.number: one.text(_language()) for one in framework.questions}
    return {
        "concern": concern,
        "states": states,
        "answered": [
            Answered(row, questions.get(row.question or 0, ""))
            for row in states[ConcernStep.Step.WEIGH - 1].taken
        ],
    }


def _language() -> str:
    return (get_language() or "nl")[:2]
