"""Where does one write both letters at once: to the GP, and to the family beside it?"""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from dichtbij.audit.doors import open_record, screen
from dichtbij.families.facts import words_of
from dichtbij.network.actions import (
    release_letter,
    release_twins,
    write_family_letter,
)
from dichtbij.network.forms import WriteForm
from dichtbij.network.models import Letter
from dichtbij.network.readers import Reader, objections_of, readers_of, to_gp
from dichtbij.network.reading import twins_of
from dichtbij.organisations.request import Request
from dichtbij.portal.staff.twin_sheets import (
    Sheet,
    forget_typing,
    remarks_on,
    sheet_of,
    typed_before,
)
from dichtbij.shared.permissions import Permission

BOTH = "both"


@screen(Permission.LETTER_WRITE)
def twin_letters(request: Request, uuid: UUID) -> HttpResponse:
    """Edit, preview and release the letter to the GP and one to the family."""
    letter = open_record(
        request.user,
        Letter.objects.to_gp()
        .select_related(
            "client", "practice", "programme", "holder", "referral", "written_by"
        )
        .defer("pdf"),
        uuid,
        Permission.LETTER_WRITE,
    )
    readers = readers_of(letter.client)
    twins = {one.reader: one for one in twins_of(letter)}
    reader = _chosen(request, readers, set(twins))
    twin = twins.get(reader.slot) if reader is not None else None
    key = f"twins/{(twin or letter).uuid}"
    posted = request.POST if request.method == "POST" else None
    kept = typed_before(request.user, key, letter)
    sheets = [
        sheet
        for one in (letter, twin)
        if (sheet := sheet_of(one, request.user, posted, kept)) is not None
    ]
    writing = WriteForm(posted)
    if posted is not None and _done(request, sheets, reader, key, writing):
        return _back(letter, reader)
    context = {
        "letter": letter,
        "readers": readers,
        "reader": reader,
        "twins": twins,
        "form_key": key,
        "gp": sheets[0],
        "family": sheets[1] if len(sheets) > 1 else None,
        "wrong": next((s.form for s in sheets if s.form and s.form.errors), writing),
        **_told(letter, reader),
        **remarks_on(sheets[1] if len(sheets) > 1 else None),
    }
    return render(request, "portal/staff/pages/twins.html", context)


def _chosen(
    request: Request, readers: list[Reader], written: set[str]
) -> Reader | None:
    """Return the reader that was asked for, else the first who has or may have one."""
    asked = request.POST.get("lezer") or request.GET.get("lezer", "")
    order = sorted(readers, key=lambda one: (one.slot != asked, not one.may))
    known = [one for one in order if one.slot == asked or one.may]
    return next(iter(known), next((o for o in order if o.slot in written), None))


def _told(letter: Letter, reader: Reader | None) -> dict[str, Any]:
    """Return why the GP, or this reader, may not get a letter; else nothing."""
    told = to_gp(letter.client)
    return {
        "blocked": [] if told.allowed else words_of(told),
        "objections": [] if told.allowed else objections_of(letter.client),
        "not_for_reader": words_of(reader.told) if reader and not reader.may else [],
    }


def _back(letter: Letter, reader: Reader | None) -> HttpResponse:
    page = reverse("twin_letters", kwargs={"uuid": letter.uuid})
    return redirect(f"{page}?lezer={reader.slot}" if reader else page)


def _done(
    request: Request,
    sheets: list[Sheet],
    reader: Reader | None,
    key: str,
    writing: WriteForm,
) -> bool:
    """Save what was typed, then draw up or release; False: something is wrong."""
    editable = [sheet for sheet in sheets if sheet.form is not None]
    sent = [one for one in editable if one.form is not None and one.form.is_bound]
    if not all(one.form is not None and one.form.is_valid() for one in sent):
        return False
    renewed = [sheet for sheet in sent if sheet.save(request.user)]
    if any(sheet.failed for sheet in sent):
        return False
    forget_typing(request.user, key, sheets[0].letter)
    if "write" in request.POST:
        return writing.perform(
            write_family_letter,
            letter=sheets[0].letter,
            by=request.user,
            reader=reader.slot if reader else "",
        )
    asked = request.POST.get("release", "")
    chosen = [one for one in sent if asked in (BOTH, one.side)]
    if not chosen:
        return True
    if any(one in renewed for one in chosen):
        messages.info(
            request,
            _("The letter was renewed. Look at it once more and release it then."),
        )
        return True
    return _released(request, chosen)


def _released(request: Request, chosen: list[Sheet]) -> bool:
    """Release one letter, or both or none; a refusal stands above the form."""
    first = chosen[0]
    form = WriteForm(request.POST)
    subject: dict[str, Any] = {"letter": first.letter, "by": request.user}
    if len(chosen) == 1:
        done = form.perform(release_letter, **subject, sha256=_seen(first))
    else:
        seen = {str(one.letter.uuid): _seen(one) for one in chosen}
        done = form.perform(release_twins, **subject, seen=seen)
    if form.refusal is not None and first.form is not None:
        first.form.add_error(None, str(form.refusal))
    return done


def _seen(sheet: Sheet) -> str:
    """Return the hash of the paper that was on the screen."""
    return str(sheet.form.cleaned_data["sha256"]) if sheet.form is not None else ""
