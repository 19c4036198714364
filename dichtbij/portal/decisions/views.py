"""How is a decision prepared, discussed, taken and read?

Everyone in the programme reads it; what somebody may do with it stands on its page.
"""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dichtbij.agreements.models import Agreement
from dichtbij.agreements.renewing import running
from dichtbij.audit.doors import may, open_list, open_record, screen
from dichtbij.decisions import actions
from dichtbij.decisions.consulting import Consulted, consulted
from dichtbij.decisions.following import Following, what_follows
from dichtbij.decisions.models import Decision, DecisionOption
from dichtbij.decisions.recording import record_of
from dichtbij.decisions.renewing import ends_as_decided, newest_versions
from dichtbij.evaluation.canonical import canonical
from dichtbij.evaluation.models import EvaluationRound
from dichtbij.organisations.request import Request
from dichtbij.portal.decisions.forms import AskForm, OptionsForm, TakeForm, VoteForm
from dichtbij.programmes.models import Programme
from dichtbij.shared import clock
from dichtbij.shared.forms import ActionForm
from dichtbij.shared.permissions import Permission, relation_for

PAGES = "portal/decisions/pages"
MOST = 100
BESIDE = (
    "programme", "evaluation_round", "release", "chosen", "taken_by", "made_by",
)  # fmt: skip
HEAVY = ("evaluation_round__pdf", "evaluation_round__numbers")
Status = Decision.Status


@screen(Permission.DECISION_READ)
def decisions(request: Request) -> HttpResponse:
    """List decisions, and the reported evaluations on which one can be prepared."""
    found = open_list(
        request.user,
        Decision.objects.select_related("evaluation_round", "chosen").defer(*HEAVY),
        Permission.DECISION_READ,
        limit=MOST,
    )
    busy = {one.evaluation_round_id for one in found if one.status != Status.TAKEN}
    context = {
        "decisions": found,
        "rounds": [one for one in _reported(request) if one.pk not in busy],
        "programme": _programme(request),
        "may_switch": may(Permission.PROGRAMME_MANAGE),
    }
    return render(request, f"{PAGES}/decisions.html", context)


def _reported(request: Request) -> list[EvaluationRound]:
    if not may(Permission.DECISION_PREPARE):
        return []
    return list(
        open_list(
            request.user,
            EvaluationRound.objects.filter(status=EvaluationRound.Status.CLOSED).defer(
                "pdf", "numbers"
            ),
            Permission.EVALUATION_READ,
        )
    )


def _programme(request: Request) -> Programme:
    programme = request.membership.programme
    if programme is None:
        raise Http404
    return programme


def _open(request: Request, uuid: UUID, permission: Permission) -> Decision:
    return open_record(
        request.user,
        Decision.objects.select_related(*BESIDE).defer(*HEAVY),
        uuid,
        permission,
    )


@screen(Permission.DECISION_READ)
def decision(request: Request, uuid: UUID) -> HttpResponse:
    """Show the options side by side, what practices prefer, and what was decided."""
    return _page(request, _open(request, uuid, Permission.DECISION_READ))


def _page(
    request: Request,
    found: Decision,
    ask_form: AskForm | None = None,
    vote_form: VoteForm | None = None,
) -> HttpResponse:
    heard = consulted(found)
    options = list(found.options.all())
    context = {
        "decision": found,
        "rows": _side_by_side(options),
        "options": options,
        "heard": heard,
        "may_prepare": found.status == Status.PREPARED
        and may(Permission.DECISION_PREPARE, found),
        "may_take": found.status == Status.CONSULTED
        and not _may_still_vote(found, heard)
        and may(Permission.DECISION_TAKE, found),
        "ask_form": ask_form or AskForm(),
        "vote_form": vote_form or _vote_form(request, found, heard),
        "following": _following(found, found.chosen),
        "versions": _versions(request, found),
        "may_hand_over": found.status == Status.TAKEN
        and found.chosen is not None
        and found.chosen.kind == DecisionOption.Kind.STOPPED
        and may(Permission.TRANSITION_READ),
        "form": ask_form or vote_form,
    }
    return render(request, f"{PAGES}/decision.html", context)


def _may_still_vote(found: Decision, heard: Consulted) -> bool:
    last = found.votes_until
    return last is not None and last >= clock.today() and heard.voted < heard.of


def _side_by_side(options: list[DecisionOption]) -> list[tuple[str, list[Any]]]:
    """Return a row per question, with what each option answers to it."""
    asked = (
        (_("What happens"), "words"),
        (_("Last day"), "until_on"),
        (_("What speaks for it"), "arguments_for"),
        (_("What speaks against it"), "arguments_against"),
    )
    return [
        (label, [(one.get_kind_display(), getattr(one, name)) for one in options])
        for label, name in asked
    ]


def _vote_form(request: Request, found: Decision, heard: Consulted) -> VoteForm | None:
    """Return the form of a GP whose practice may vote now, with its vote so far."""
    last = found.votes_until
    too_late = last is not None and last < clock.today()
    if found.status != Status.CONSULTED or too_late:
        return None
    if not may(Permission.DECISION_VOTE, found):
        return None
    mine = request.membership.organisation_id
    own = next((one for one in heard.practices if one.practice.pk == mine), None)
    if own is None:
        return None
    said = own.option.kind if own.option is not None else None
    return VoteForm(decision=found, initial={"option": said, "words": own.words})


def _following(found: Decision, chosen: DecisionOption | None) -> Following | None:
    if chosen is None:
        return None
    return what_follows(
        found.programme, chosen, (), public_page=found.programme.public_page
    )


def _versions(request: Request, found: Decision) -> list[dict[str, Any]]:
    """Return the new versions that one may read, with how many of its parties signed.

    A practitioner reads no agreement.
    """
    chosen = found.chosen
    if chosen is None or not _reads_agreements(request):
        return []
    rows = open_list(
        request.user,
        Agreement.objects.for_list().filter(pk__in=newest_versions(found)),
        Permission.AGREEMENT_READ,
    )
    return [
        {
            "agreement": one,
            "signed": sum(bool(party.proof) for party in one.parties.all()),
            "of": len(one.parties.all()),
            "astray": not ends_as_decided(chosen, one),
        }
        for one in rows
    ]


def _reads_agreements(request: Request) -> bool:
    return relation_for(Permission.AGREEMENT_READ, request.membership.role) is not None


def _agreements(request: Request, programme: Programme) -> list[Agreement]:
    """Return the agreements that run and that one may read."""
    if not _reads_agreements(request):
        return []
    return list(
        open_list(
            request.user,
            running(programme, clock.today()),
            Permission.AGREEMENT_READ,
        )
    )


@screen(Permission.DECISION_PREPARE)
def prepare(request: Request, uuid: UUID) -> HttpResponse:
    """Lay out the options on a reported evaluation."""
    of_round = open_record(
        request.user,
        EvaluationRound.objects.select_related("programme").defer("pdf", "numbers"),
        uuid,
        Permission.DECISION_PREPARE,
    )
    form = OptionsForm(request.POST or None, of_round=of_round)
    if request.POST and form.perform(
        actions.prepare_decision, evaluation_round=of_round, by=request.user
    ):
        messages.success(request, _("The options are laid out. Now ask the practices."))
        return redirect("decision", form.result.uuid)
    return render(
        request, f"{PAGES}/options.html", {"form": form, "of_round": of_round}
    )


@screen(Permission.DECISION_PREPARE)
def rewrite(request: Request, uuid: UUID) -> HttpResponse:
    """Write the options anew, before practices are asked."""
    found = _open(request, uuid, Permission.DECISION_PREPARE)
    if found.status != Status.PREPARED:
        return redirect("decision", found.uuid)
    of_round = found.evaluation_round
    form = OptionsForm(request.POST or None, of_round=of_round, decision=found)
    if request.POST and form.perform(
        actions.rewrite_decision, decision=found, by=request.user
    ):
        messages.success(request, _("The options are changed."))
        return redirect("decision", found.uuid)
    context = {"form": form, "of_round": of_round, "decision": found}
    return render(request, f"{PAGES}/options.html", context)


@require_POST
@screen(Permission.DECISION_PREPARE)
def ask(request: Request, uuid: UUID) -> HttpResponse:
    """Ask the practices what they prefer."""
    found = _open(request, uuid, Permission.DECISION_PREPARE)
    form = AskForm(request.POST)
    if form.perform(actions.ask_practices, decision=found, by=request.user):
        messages.success(request, _("The practices are asked. Their GPs get a mail."))
        return redirect("decision", found.uuid)
    return _page(request, found, ask_form=form)


@require_POST
@screen(Permission.DECISION_VOTE)
def cast(request: Request, uuid: UUID) -> HttpResponse:
    """Say what one's practice prefers."""
    found = _open(request, uuid, Permission.DECISION_VOTE)
    form = VoteForm(request.POST, decision=found)
    if form.perform(actions.vote, decision=found, by=request.user):
        messages.success(request, _("Noted. You can change it until the last day."))
        return redirect("decision", found.uuid)
    return _page(request, found, vote_form=form)


@screen(Permission.DECISION_TAKE)
def take(request: Request, uuid: UUID) -> HttpResponse:
    """Fill in the decision, see exactly what follows, and take it."""
    found = _open(request, uuid, Permission.DECISION_TAKE)
    if found.status != Status.CONSULTED and not request.POST:
        return redirect("decision", found.uuid)
    form = TakeForm(
        request.POST or None,
        decision=found,
        initial={"public_page": found.programme.public_page},
    )
    sure = request.POST.get("step") == "take"
    if sure and form.perform(actions.take_decision, decision=found, by=request.user):
        messages.success(request, _("The decision is taken."))
        return redirect("decision", found.uuid)
    context: dict[str, Any] = {
        "decision": found,
        "form": form,
        "heard": consulted(found),
    }
    if request.POST.get("step") == "check" and form.is_valid():
        told = form.arguments()
        context |= {
            "told": told,
            "following": what_follows(
                found.programme,
                told["chosen"],
                _agreements(request, found.programme),
                public_page=told["public_page"],
            ),
        }
        return render(request, f"{PAGES}/confirm.html", context)
    return render(request, f"{PAGES}/take.html", context)


@screen(Permission.DECISION_READ)
def record(request: Request, uuid: UUID) -> HttpResponse:
    """Give the bytes of which the hash was kept, so that anyone can check it."""
    found = _open(request, uuid, Permission.DECISION_READ)
    if found.status != Status.TAKEN:
        raise Http404
    answer = HttpResponse(canonical(record_of(found)), content_type="application/json")
    name = f"besluit-{found.uuid.hex[:8]}.json"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@require_POST
@screen(Permission.PROGRAMME_MANAGE)
def switch_public_page(request: Request) -> HttpResponse:
    """Open the public page, or close it."""
    public_page = request.POST.get("public_page") == "1"
    form = ActionForm(request.POST)
    form.perform(
        lambda **told: actions.show_public_page(**told, public_page=public_page),
        programme=_programme(request),
        by=request.user,
    )
    messages.success(
        request,
        _("The public page is open.") if public_page else _("The public page is shut."),
    )
    return redirect("decisions")
