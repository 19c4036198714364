"""Where are letters drawn up, looked at, released, read and copied?"""

from collections.abc import Callable
from typing import Any, cast
from uuid import UUID

from csp.constants import NONE, SELF
from csp.decorators import csp_replace
from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_POST

from dichtbij.audit.doors import open_record, screen
from dichtbij.clients.models import Client
from dichtbij.drafts.keeping import draft_of, drop_draft
from dichtbij.families.facts import words_of
from dichtbij.network.actions import (
    edit_letter,
    mark_pasted,
    plain,
    proposal,
    release_letter,
    write_letter,
    write_twins,
)
from dichtbij.network.forms import LetterForm, ReleaseForm, WriteForm
from dichtbij.network.models import TITLES, Letter
from dichtbij.network.readers import objections_of, readers_of, to_gp
from dichtbij.network.reading import (
    letter_beside,
    open_draft,
    referral_to_write_about,
)
from dichtbij.organisations.request import Request
from dichtbij.shared.permissions import Permission

View = Callable[..., HttpResponse]


def shown_in_our_pages(view: View) -> View:
    """Let our own pages show this PDF in a frame; it may load and run nothing."""
    framed = csp_replace(
        {"default-src": [NONE], "object-src": [SELF], "frame-ancestors": [SELF]}
    )
    return cast(View, framed(xframe_options_sameorigin(view)))


@screen(Permission.LETTER_WRITE)
def new_letter(request: Request, uuid: UUID, kind: str) -> HttpResponse:
    """Draw up the letter of this kind, or open the draft there is."""
    client = open_record(
        request.user, Client.objects.all(), uuid, Permission.LETTER_WRITE
    )
    chosen = request.POST.get("referral") or request.GET.get("referral", "")
    referral = referral_to_write_about(client, chosen)
    if referral is None:
        raise Http404
    twins = "family" in request.POST
    draft = open_draft(referral, kind)
    if draft is not None and not twins:
        return redirect("letter", uuid=draft.uuid)
    form = WriteForm(_posted(request))
    act = write_twins if twins else write_letter
    if form.perform(act, referral=referral, by=request.user, kind=kind):
        page = "twin_letters" if twins else "letter"
        return redirect(page, uuid=form.result.uuid)
    told, refusal = proposal(referral, kind)
    context = {
        "client": client,
        "referral": referral,
        "letter_title": TITLES[kind],
        "proposed": told,
        "refusal": refusal,
        "form": form,
        "for_family": any(reader.may for reader in readers_of(client)),
    }
    return render(request, "network/pages/new_letter.html", context)


@screen(Permission.LETTER_READ)
def letter(request: Request, uuid: UUID) -> HttpResponse:
    """Read a letter that was released, or edit and release a draft."""
    found = open_record(
        request.user,
        Letter.objects.select_related(
            "client", "practice", "programme", "holder", "referral", "written_by"
        ).defer("pdf"),
        uuid,
        Permission.LETTER_READ,
    )
    if not found.for_gp:
        return _of_family(request, found)
    if found.released:
        context = {"letter": found, "late": _too_late(request, found)}
        return render(request, "network/pages/letter.html", context)
    return _edit(request, found)


def _of_family(request: Request, found: Letter) -> HttpResponse:
    """Show what a reader of the family has; a draft stands beside its twin."""
    beside = letter_beside(found)
    if not found.released and beside is not None:
        page = reverse("twin_letters", kwargs={"uuid": beside.uuid})
        return redirect(f"{page}?lezer={found.reader}")
    context = {"letter": found, "beside": beside}
    return render(request, "network/pages/family_letter.html", context)


def _too_late(request: Request, released: Letter) -> str:
    """Return what was typed while someone else released the letter, to copy it."""
    form = LetterForm(_posted(request))
    if not form.is_valid() or not form.changes(released):
        return ""
    return "\n\n".join((form.cleaned_data["body"], form.cleaned_data["his_text"]))


def _posted(request: Request) -> QueryDict | None:
    """Return what was sent, also when that is nothing; None: only a look."""
    return request.POST if request.method == "POST" else None


def _edit(request: Request, draft: Letter) -> HttpResponse:
    form = LetterForm(_posted(request), initial=_typed_before(request, draft))
    if form.is_valid():
        looked = not form.changes(draft) and draft.ready_for(request.user)
        done = (
            _release(request, draft, form)
            if looked and "release" in request.POST
            else _look_again(request, draft, form)
        )
        if done:
            drop_draft(request.user, _form_key(draft))
            return redirect("letter", uuid=draft.uuid)
    context = {
        "letter": draft,
        "form": form,
        "form_key": _form_key(draft),
        "unseen": _unseen(form, draft),
        **_blocked(draft),
    }
    return render(request, "network/pages/edit_letter.html", context)


def _release(request: Request, draft: Letter, form: LetterForm) -> bool:
    seen = ReleaseForm(request.POST)
    done = seen.perform(release_letter, letter=draft, by=request.user)
    if seen.refusal is not None:
        form.add_error(None, str(seen.refusal))
    return done


def _look_again(request: Request, draft: Letter, form: LetterForm) -> bool:
    """Print what was typed; it is released when its writer has seen it."""
    done = form.perform(edit_letter, letter=draft, by=request.user)
    if done and "release" in request.POST:
        messages.info(
            request,
            _("The letter was renewed. Look at it once more and release it then."),
        )
    return done


def _blocked(draft: Letter) -> dict[str, Any]:
    """Return why the GP may not get a letter now, or nothing (LR-32)."""
    told = to_gp(draft.client)
    if told.allowed:
        return {"blocked": []}
    return {"blocked": words_of(told), "objections": objections_of(draft.client)}


def _form_key(draft: Letter) -> str:
    return f"letter/{draft.uuid}"


def _typed_before(request: Request, draft: Letter) -> dict[str, Any]:
    """Return the text of the letter, or what this writer typed and never sent."""
    kept = draft_of(request.user, _form_key(draft)) or {}
    typed = {name: kept[name][0] for name in ("body", "his_text") if kept.get(name)}
    return {"body": draft.body, "his_text": draft.his_text} | typed


def _unseen(form: LetterForm, draft: Letter) -> bool:
    """Tell whether the page holds another text than the paper beside it."""
    shown = tuple(plain(str(form[name].value())) for name in ("body", "his_text"))
    return shown != (draft.body, draft.his_text)


@shown_in_our_pages
@screen(Permission.LETTER_WRITE)
def letter_preview(request: Request, uuid: UUID) -> HttpResponse:
    """Show the paper of a draft: these bytes are released, or none."""
    found = open_record(
        request.user,
        Letter.objects.select_related("referral"),
        uuid,
        Permission.LETTER_WRITE,
    )
    return _paper(found)


@shown_in_our_pages
@screen(Permission.LETTER_READ)
def letter_pdf(request: Request, uuid: UUID) -> HttpResponse:
    """Give the stored bytes of a letter that was released."""
    found = open_record(
        request.user,
        Letter.objects.filter(status=Letter.Status.RELEASED).select_related("referral"),
        uuid,
        Permission.LETTER_READ,
    )
    return _paper(found)


def _paper(found: Letter) -> HttpResponse:
    if found.pdf is None:
        raise Http404
    answer = HttpResponse(bytes(found.pdf), content_type="application/pdf")
    name = f"brief-{found.referral.reference()}.pdf"
    answer.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return answer


@require_POST
@screen(Permission.LETTER_PASTE)
def letter_pasted(request: Request, uuid: UUID) -> HttpResponse:
    """Note that the GP put the text in the practice's own record."""
    found = open_record(
        request.user,
        Letter.objects.select_related("referral").defer("pdf"),
        uuid,
        Permission.LETTER_PASTE,
    )
    WriteForm(request.POST).perform(mark_pasted, letter=found, by=request.user)
    return redirect("letter", uuid=found.uuid)
