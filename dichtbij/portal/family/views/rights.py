"""Who sees what, who looked, and what may I change or ask?"""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dichtbij.audit.doors import open_list, open_record, screen
from dichtbij.care.by_family import ask_change as ask_for_change
from dichtbij.care.by_family import withdraw_own_consent
from dichtbij.clients.models import Client
from dichtbij.families.own_word import own_word, own_words
from dichtbij.families.who_sees import rows_for
from dichtbij.organisations.request import Request
from dichtbij.partners.closing import close_without_consent
from dichtbij.partners.receipts import receipts_for
from dichtbij.portal.family.forms import AskFileForm, PeriodForm
from dichtbij.portal.family.me import Me, me_here
from dichtbij.privacy.by_family import ask_about_file
from dichtbij.privacy.for_family import who_looked
from dichtbij.privacy.looks import Term
from dichtbij.privacy.models import FileRequest
from dichtbij.shared import clock
from dichtbij.shared.forms import ActionForm
from dichtbij.shared.permissions import Permission

PAGES = "portal/family/pages"
REQUESTS = 10


def _open(request: Request, permission: Permission) -> Me:
    """Open one's own file and log the look; whoever is nobody here gets 404."""
    me = me_here(request)
    if me is None:
        raise Http404
    open_record(request.user, Client.objects.all(), me.client.uuid, permission)
    return me


@screen(Permission.MINE_READ)
def who_sees_what(request: Request) -> HttpResponse:
    """Show people by what they may see, with why; it works out anew at each look."""
    me = _open(request, Permission.MINE_READ)
    context = {
        "me": me,
        "rows": rows_for(me.client, me.member) if me.reads else [],
        "own": own_words(me.member),
        "receipts": receipts_for(me.client, me.member),
    }
    return render(request, f"{PAGES}/who_sees_what.html", context)


@require_POST
@screen(Permission.MINE_CONSENT)
def ask_change(request: Request) -> HttpResponse:
    """Ask to talk over who may see what."""
    me = _open(request, Permission.MINE_CONSENT)
    form = ActionForm(request.POST)
    if form.perform(ask_for_change, client=me.client, by=request.user):
        messages.success(request, _("Your practitioner calls you about this."))
    else:
        messages.error(request, str(form.refusal))
    return redirect("who_sees_what")


@screen(Permission.MINE_CONSENT)
def my_consent(request: Request, uuid: UUID) -> HttpResponse:
    """Say what happens when this consent is taken back, and take it back."""
    me = _open(request, Permission.MINE_CONSENT)
    word = own_word(me.member, uuid)
    if word is None:
        raise Http404
    form = ActionForm(request.POST if request.method == "POST" else None)
    if form.perform(
        withdraw_own_consent, client=me.client, by=request.user, consent=word.consent
    ):
        close_without_consent(me.client)
        messages.success(request, _("You took it back. It works from now on."))
        return redirect("who_sees_what")
    context = {"me": me, "word": word, "form": form}
    return render(request, f"{PAGES}/consent.html", context)


@screen(Permission.MINE_REQUEST)
def my_file(request: Request) -> HttpResponse:
    """Show who looked, in a period, and what was asked about the file."""
    me = _open(request, Permission.MINE_REQUEST)
    ask = AskFileForm(request.POST if request.method == "POST" else None)
    if ask.perform(ask_about_file, client=me.client, by=request.user):
        messages.success(request, _("We have received your question."))
        return redirect("my_file")
    period = PeriodForm(request.GET or None)
    context = {
        "me": me,
        "ask": ask,
        "period": period,
        "days": who_looked(me.member, _term(period)) if me.reads else [],
        "requests": open_list(
            request.user,
            FileRequest.objects.defer("pdf").order_by("-asked_at", "-id"),
            Permission.MINE_REQUEST,
            limit=REQUESTS,
        ),
    }
    return render(request, f"{PAGES}/file.html", context)


def _term(period: PeriodForm) -> Term:
    """Return the days that were asked for; without a wish the last three months."""
    told = period.cleaned_data if period.is_valid() else {}
    until: date = told.get("tot") or clock.today()
    since: date = told.get("van") or period.usual_start(until)
    return Term(min(since, until), max(since, until))


@screen(Permission.MINE_REQUEST)
def my_file_copy(request: Request, uuid: UUID) -> HttpResponse:
    """Give the copy of the file that was made for this person."""
    found = open_record(
        request.user, FileRequest.objects.all(), uuid, Permission.MINE_REQUEST
    )
    if found.pdf is None or found.status != FileRequest.Status.READY:
        raise Http404
    answer = HttpResponse(bytes(found.pdf), content_type="application/pdf")
    answer.headers["Content-Disposition"] = 'attachment; filename="dossier.pdf"'
    return answer
