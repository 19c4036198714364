"""How does a practice refer a child, on one page? (R17, ux.md 4.1)"""

from collections.abc import Sequence
from typing import Any

from django.db.models import Prefetch
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dichtbij.audit.doors import open_list, screen
from dichtbij.clients.actions import alike, take_turn
from dichtbij.clients.models import Client
from dichtbij.drafts.keeping import draft_of, drop_draft
from dichtbij.organisations.request import Request
from dichtbij.portal.practice.forms import SubmitForm, with_typed
from dichtbij.portal.practice.pasting import as_fields, labels_of
from dichtbij.programmes.joining import why_closed
from dichtbij.programmes.models import Participation
from dichtbij.referrals.models import Referral
from dichtbij.referrals.paste import recognise as look
from dichtbij.scheduling.actions import refer_child
from dichtbij.shared import clock
from dichtbij.shared.permissions import Permission

DRAFT = "submit"
MOST_ALIKE = 5
ANOTHER = "other"


@screen(Permission.REFERRAL_SUBMIT)
def submit(request: Request) -> HttpResponse:
    """Show the page, offer the draft, show who looks the same, send."""
    if request.method != "POST":
        return _blank(request)
    if request.POST.get("act") == "fresh":
        drop_draft(request.user, DRAFT)
        return redirect("submit")
    if request.POST.get("pasted") and not _named(request):
        return _recognised(request)
    form = SubmitForm(request.POST, membership=request.membership)
    participation = _participation(request)
    same = _alike(request, form) if form.is_valid() else []
    answered = _answer(form, same, request.POST.get("same", ""))
    if participation is None:
        form.add_error(None, _not_taking_part(request))
    elif answered and form.perform(
        refer_child, participation=participation, by=request.user
    ):
        drop_draft(request.user, DRAFT)
        return redirect("plan_first", uuid=form.result.uuid)
    return _page(request, form, same=[] if answered else same)


@require_POST
@screen(Permission.REFERRAL_SUBMIT)
def recognise(request: Request) -> HttpResponse:
    """Fill what is still empty from pasted text; the text itself is kept nowhere."""
    if "text" in request.POST:
        found = look(str(request.POST["text"]), clock.today())
        return JsonResponse({"fields": as_fields(found)})
    return _recognised(request)


@require_POST
@screen(Permission.REFERRAL_SUBMIT)
def agreement(request: Request) -> HttpResponse:
    """Ask who agreed in the words that fit the age."""
    typed = with_typed(dict(request.POST.lists()))
    form = SubmitForm(initial=typed, membership=request.membership)
    return render(
        request, "portal/practice/pages/submit.html#agreement", {"form": form}
    )


def _blank(request: Request) -> HttpResponse:
    """Show an empty page, or what was typed before in this same practice."""
    typed = with_typed(draft_of(request.user, DRAFT) or {})
    mine = str(request.membership.organisation.uuid)
    if typed.pop("practice", mine) != mine:
        typed = {}
    form = SubmitForm(initial=typed, membership=request.membership)
    return _page(request, form, draft=bool(typed))


def _recognised(request: Request) -> HttpResponse:
    found = as_fields(look(str(request.POST.get("pasted", "")), clock.today()))
    typed = with_typed(dict(request.POST.lists()))
    new = {name: value for name, value in found.items() if not typed.get(name)}
    form = SubmitForm(initial=typed | new, membership=request.membership)
    return _page(request, form, recognised=labels_of(form, new))


def _named(request: Request) -> bool:
    return any(request.POST.get(name) for name in ("given_name", "family_name"))


def _participation(request: Request) -> Participation | None:
    """Return how this practice takes part today: the membership decides which (R1)."""
    found = open_list(
        request.user,
        Participation.objects.on(clock.today())
        .filter(practice=request.membership.organisation_id)
        .select_related("programme"),
        Permission.REFERRAL_SUBMIT,
        limit=1,
    )
    return found[0] if found else None


def _closed(request: Request) -> str:
    """Say why nothing can be sent today; empty when it can."""
    running = _participation(request)
    if running is None:
        return _not_taking_part(request)
    return why_closed(running, clock.today())


def _not_taking_part(request: Request) -> str:
    return _(
        "%(practice)s does not take part in %(programme)s today, so nothing can be "
        "sent. Ask the project leader of the programme."
    ) % {
        "practice": request.membership.organisation.name,
        "programme": request.membership.programme,
    }


def _alike(request: Request, form: SubmitForm) -> Sequence[Client]:
    """Return who might be the same child, within what the asker may see (R2)."""
    child = form.child()
    take_turn(request.membership.organisation_id, child)
    return open_list(
        request.user,
        alike(child, request.membership.programme_id or 0).prefetch_related(
            Prefetch("referral_set", Referral.objects.undecided(), to_attr="undecided")
        ),
        Permission.REFERRAL_SUBMIT,
        limit=MOST_ALIKE,
    )


def _answer(form: SubmitForm, same: Sequence[Client], answer: str) -> bool:
    """Tell whether the question "is this the same child?" needs no answer any more."""
    form.known = next((c for c in same if str(c.uuid) == answer), None)
    return not same or answer == ANOTHER or form.known is not None


def _page(request: Request, form: SubmitForm, **more: Any) -> HttpResponse:
    context = {
        "form": form,
        "practice": request.membership.organisation,
        "programme": request.membership.programme,
        "closed": _closed(request),
        **more,
    }
    return render(request, "portal/practice/pages/submit.html", context)
