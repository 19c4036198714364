"""How does an organisation look back, and how are people asked without a name?"""

from collections.abc import Sequence
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dichtbij.audit.doors import may, open_list, open_record, screen
from dichtbij.evaluation import voices as acts
from dichtbij.evaluation.actions import give_reflection
from dichtbij.evaluation.models import (
    EvaluationRound,
    Reflection,
    Voice,
    VoiceRequest,
    VoiceSummary,
)
from dichtbij.organisations.account import drawing
from dichtbij.organisations.request import Request
from dichtbij.portal.programme.evaluation_form import (
    AskForm,
    LookBackForm,
    SummaryForm,
)
from dichtbij.portal.programme.evaluation_page import HEAVY, PAGES
from dichtbij.portal.programme.voices_page import asked_of, parties_of
from dichtbij.shared.forms import ActionForm
from dichtbij.shared.permissions import Permission

MOST = 500


@screen(Permission.REFLECTION_GIVE)
def reflection(request: Request, uuid: UUID) -> HttpResponse:
    """Ask an organisation three questions and a grade, under its own name."""
    found = open_record(
        request.user,
        Reflection.objects.select_related("organisation", "evaluation_round"),
        uuid,
        Permission.REFLECTION_GIVE,
    )
    said = {
        name: getattr(found, name)
        for name in ("goes_well", "must_change", "would_miss", "grade")
    }
    form = LookBackForm(request.POST or None, initial=said)
    if request.method == "POST" and form.perform(
        give_reflection, reflection=found, by=request.user
    ):
        messages.success(
            request, _("Thank you. Until the round closes you may change it.")
        )
        return redirect("evaluation_round", uuid=found.evaluation_round.uuid)
    context = {"form": form, "reflection": found}
    return render(request, f"{PAGES}/reflection.html", context)


def _open_round(request: Request) -> EvaluationRound | None:
    """Return the one round that is open, or None."""
    found = open_list(
        request.user,
        EvaluationRound.objects.filter(status="open").defer(*HEAVY),
        Permission.EVALUATION_READ,
        limit=1,
    )
    return found[0] if found else None


@screen(Permission.VOICE_ASK)
def voices(request: Request) -> HttpResponse:
    """Make secret links for families, schools and practitioners; shown this once."""
    found = _open_round(request)
    form = AskForm(request.POST or None)
    if (
        request.method == "POST"
        and found is not None
        and form.perform(acts.ask_voices, evaluation_round=found, by=request.user)
    ):
        return _sheet(request, form.result)
    requests: Sequence[VoiceRequest] = []
    if found is not None:
        requests = open_list(
            request.user,
            VoiceRequest.objects.filter(evaluation_round=found),
            Permission.VOICE_ASK,
            limit=MOST,
        )
    context = {"form": form, "round": found, "asked": asked_of(requests)}
    return render(request, f"{PAGES}/voices.html", context)


def _sheet(request: Request, made: acts.Invited) -> HttpResponse:
    address = settings.ADDRESS.rstrip("/")
    slips = []
    for token in made.tokens:
        link = f"{address}{reverse('voice', args=[token])}"
        slips.append({"link": link, "code": token, "drawing": drawing(link)})
    context = {"slips": slips, "address": f"{address}/terugblik/"}
    return render(request, f"{PAGES}/voices_made.html", context)


@screen(Permission.VOICE_SUMMARISE)
def summaries(request: Request) -> HttpResponse:
    """Show what was answered to whoever may read it, and the summaries."""
    found = _open_round(request)
    return _summaries(request, found, SummaryForm())


def _summaries(
    request: Request, found: EvaluationRound | None, form: SummaryForm, party: str = ""
) -> HttpResponse:
    said: Sequence[Voice] = []
    written: Sequence[VoiceSummary] = []
    if found is not None:
        if may(Permission.VOICE_READ):
            said = open_list(
                request.user,
                Voice.objects.filter(evaluation_round=found),
                Permission.VOICE_READ,
                limit=MOST,
            )
        written = open_list(
            request.user,
            VoiceSummary.objects.filter(evaluation_round=found).select_related(
                "written_by", "checked_by"
            ),
            Permission.VOICE_SUMMARISE,
            limit=MOST,
        )
    context = {
        "round": found,
        "reads": may(Permission.VOICE_READ),
        "parties": parties_of(said, written, request.user, form, party),
    }
    return render(request, f"{PAGES}/summaries.html", context)


@require_POST
@screen(Permission.VOICE_SUMMARISE)
def write_summary(request: Request) -> HttpResponse:
    """Keep what the voices of one kind say together, until somebody else checked it."""
    found = _open_round(request)
    party = str(request.POST.get("party", ""))
    if found is None or party not in acts.PEOPLE:
        raise Http404
    form = SummaryForm(request.POST)
    if form.perform(
        acts.write_summary, summary=acts.summary_of(found, party), by=request.user
    ):
        messages.success(request, _("Written. A colleague checks it now."))
        return redirect("summaries")
    return _summaries(request, found, form, party)


@require_POST
@screen(Permission.VOICE_SUMMARISE)
def check_summary(request: Request, uuid: UUID) -> HttpResponse:
    """Check a summary of a colleague: it names and quotes nobody."""
    found = open_record(
        request.user,
        VoiceSummary.objects.select_related("evaluation_round"),
        uuid,
        Permission.VOICE_SUMMARISE,
    )
    form = ActionForm(request.POST)
    words = str(request.POST.get("words", "")).replace("\r\n", "\n")
    if form.perform(
        lambda **more: acts.check_summary(**more, words=words),
        summary=found,
        by=request.user,
    ):
        messages.success(request, _("Checked. This text may stand in the report."))
    else:
        messages.error(request, str(form.refusal))
    return redirect("summaries")
