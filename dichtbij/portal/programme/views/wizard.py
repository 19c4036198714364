"""How is a practice added, in six steps of which the last one acts?"""

from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from dichtbij.audit.doors import open_list, screen
from dichtbij.organisations.request import Request
from dichtbij.portal.programme.wizard_form import LABELS, STEPS, Answers
from dichtbij.programmes.models import ListedPractice, Programme
from dichtbij.scheduling.first_steps import cover_of
from dichtbij.scheduling.setting_up import add_practice as add
from dichtbij.shared.forms import ActionForm
from dichtbij.shared.permissions import Permission

KEPT = "add_practice"
LAST = STEPS[-1]
NOT_ANSWERS = {"csrfmiddlewaretoken", "once"}


@screen(Permission.PROGRAMME_MANAGE)
def add_practice(request: Request) -> HttpResponse:
    """Ask one step, keep what was told, and act on the last one."""
    answers = Answers(
        cast(Programme, request.membership.programme),
        request.membership.organisation,
        request.session.get(KEPT, {}),
    )
    step = answers.first_open(_asked(request))
    posted = request.POST if request.method == "POST" else None
    form = answers.form(step, posted, _preset(request, step))
    if posted is not None:
        done = _finish if step == LAST else _go_on
        answer = done(request, answers, step, form)
        if answer is not None:
            return answer
    context = {
        "form": form,
        "step": step,
        "label": LABELS[step],
        "number": STEPS.index(step) + 1,
        "steps": [(LABELS[one], _address(one), one == step) for one in STEPS],
        "back": _address(STEPS[STEPS.index(step) - 1]) if step != STEPS[0] else "",
        "last": step == LAST,
        **_told(answers, step),
    }
    return render(request, "portal/programme/pages/add_practice.html", context)


def _asked(request: Request) -> str:
    asked = request.GET.get("stap", "1")
    number = int(asked) if asked.isdecimal() and len(asked) == 1 else 1
    return STEPS[min(max(number, 1), len(STEPS)) - 1]


def _address(step: str) -> str:
    return f"{reverse('add_practice')}?stap={STEPS.index(step) + 1}"


def _preset(request: Request, step: str) -> dict[str, Any]:
    """Return the practice that the link named, in the first step."""
    try:
        uuid = UUID(request.GET.get("praktijk", ""))
    except ValueError:
        return {}
    found = open_list(
        request.user,
        ListedPractice.objects.filter(practice__uuid=uuid),
        Permission.PROGRAMME_MANAGE,
    )
    return {"listed": found[0].pk} if found and step == STEPS[0] else {}


def _go_on(
    request: Request, answers: Answers, step: str, form: ActionForm
) -> HttpResponse | None:
    """Keep what was typed and show the next step."""
    if not form.is_valid():
        return None
    told = {k: v for k, v in request.POST.items() if k not in NOT_ANSWERS}
    request.session[KEPT] = {**answers.kept, step: told}
    return redirect(_address(STEPS[STEPS.index(step) + 1]))


def _finish(
    request: Request, answers: Answers, step: str, form: ActionForm
) -> HttpResponse | None:
    """Make all of it at once; a refusal leaves everything as it was."""
    if not form.perform(
        add,
        programme=answers.programme,
        by=request.user,
        **answers.arguments(),
    ):
        return None
    request.session.pop(KEPT, None)
    messages.success(request, _("The practice takes part."))
    return redirect("programme_practice", form.result.practice.uuid)


def _told(answers: Answers, step: str) -> dict[str, Any]:
    """Return what the page of a step says beside its form."""
    if step in ("hours", "practitioner"):
        return {"plans_days": answers.plans_days, "employer": answers.employer}
    if step not in ("agreement", "check"):
        return {}
    told = answers.arguments()
    listed = told["practice"]
    practice = listed.practice if isinstance(listed, ListedPractice) else None
    return {
        **told,
        "practice_name": answers.read("practice").practice_name,
        "plans_days": answers.plans_days,
        "weekday": dict(answers.read("hours").fields["weekday"].choices)[
            told["hours"].weekday
        ]
        if told["hours"]
        else "",
        "cover": cover_of(
            answers.programme, answers.employer, practice, told["starts_on"]
        ),
    }
