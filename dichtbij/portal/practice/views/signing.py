"""What waits for the GP's signature, and what does the practice do with it?

Opened from the navigation the first letter is there and Enter signs it (ux.md 4.1).
After a signature no letter opens by itself: a second Enter signs nothing unseen.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dichtbij.audit.doors import open_record, screen
from dichtbij.drafts.keeping import draft_of, drop_draft
from dichtbij.network.models import OnwardReferral
from dichtbij.network.onward_forms import (
    SendBackForm,
    SignForm,
    WordingForm,
    initial_of,
)
from dichtbij.network.onward_notes import BESIDE, Status, why_not
from dichtbij.network.onward_reading import (
    in_the_way,
    last_signed,
    shown,
    stack_of,
    unsent_of,
)
from dichtbij.network.signing import edit, known_code, return_advice, sign
from dichtbij.organisations.freshness import step_up
from dichtbij.organisations.request import Request
from dichtbij.shared import calendar, clock
from dichtbij.shared.permissions import Permission
from dichtbij.shared.walls import standing

PAGES = "portal/practice/pages"
NONE = "geen"


@screen(Permission.ONWARD_PREPARE)
def to_sign(request: Request) -> HttpResponse:
    """Show the stack with one letter open: the one that was asked, else the first."""
    asked = str(request.GET.get("stuk", ""))
    stack = stack_of(request.user)
    chosen = next((one for one in stack if str(one.uuid) == asked), None)
    if chosen is None and stack and not asked:
        chosen = stack[0]
    if chosen is None and asked not in ("", NONE):
        _say_what_became_of(request, asked)
    return _page(request, stack, chosen)


def _say_what_became_of(request: Request, asked: str) -> None:
    """Say truthfully why a letter that somebody asked for does not wait any more."""
    try:
        number = UUID(asked)
    except ValueError:
        return
    messages.info(request, why_not(_open(request, number, Permission.ONWARD_PREPARE)))


@require_POST
@screen(Permission.ONWARD_SIGN)
@step_up
def sign_onward(request: Request, uuid: UUID) -> HttpResponse:
    """Sign the bytes whose hash the page carried, once, with a fresh factor."""
    onward = _open(request, uuid, Permission.ONWARD_SIGN)
    form = SignForm(request.POST, known_code=known_code(request.user))
    if form.perform(sign, onward=onward, by=request.user, proof=_proof(request)):
        messages.success(request, _("Signed. Now the letter can be sent."))
        return redirect(f"{reverse('to_sign')}?stuk={NONE}")
    fresh = _open(request, uuid, Permission.ONWARD_SIGN)
    chosen = fresh if fresh.status == Status.ADVISED else None
    return _page(request, stack_of(request.user), chosen, form)


@screen(Permission.ONWARD_PREPARE)
def prepare_onward(request: Request, uuid: UUID) -> HttpResponse:
    """Change the texts of a letter that waits: a new version, to be looked at again."""
    onward = _open(request, uuid, Permission.ONWARD_PREPARE)
    key = f"onward/{onward.uuid}"
    form = WordingForm(
        request.POST or None,
        care=onward.echelon,
        initial=initial_of(onward) | _typed_before(request, key),
    )
    if onward.status != Status.ADVISED and not request.POST:
        messages.info(request, why_not(onward))
        return redirect("onward", uuid=onward.uuid)
    if request.POST and form.perform(edit, onward=onward, by=request.user):
        drop_draft(request.user, key)
        messages.success(
            request, _("The letter is renewed. Look at it before it is signed.")
        )
        return redirect(f"{reverse('to_sign')}?stuk={onward.uuid}")
    context = shown(onward) | {"form": form, "draft_key": key}
    return render(request, f"{PAGES}/prepare_onward.html", context)


@screen(Permission.ONWARD_SIGN)
def return_onward(request: Request, uuid: UUID) -> HttpResponse:
    """Send advice back to the practitioner, with a reason."""
    onward = _open(request, uuid, Permission.ONWARD_SIGN)
    form = SendBackForm(request.POST or None)
    if onward.status != Status.ADVISED and not request.POST:
        messages.info(request, why_not(onward))
        return redirect("to_sign")
    if request.POST and form.perform(return_advice, onward=onward, by=request.user):
        messages.success(
            request, _("Sent back. The practitioner gets your reason as a task.")
        )
        return redirect(f"{reverse('to_sign')}?stuk={NONE}")
    context = shown(onward) | {"form": form}
    return render(request, f"{PAGES}/return_onward.html", context)


def _open(request: Request, uuid: UUID, permission: Permission) -> OnwardReferral:
    found: OnwardReferral = open_record(
        request.user,
        OnwardReferral.objects.select_related(*BESIDE, "signature").defer("pdf"),
        uuid,
        permission,
    )
    return found


def _page(
    request: Request,
    stack: list[OnwardReferral],
    chosen: OnwardReferral | None,
    form: SignForm | None = None,
) -> HttpResponse:
    where = standing()
    context: dict[str, Any] = {
        "stack": stack,
        "chosen": chosen,
        "unsent": unsent_of(request.user),
        "last": last_signed(where.practices if where else ()) if not stack else None,
        "form": form,
    }
    if chosen is not None:
        context |= shown(chosen) | {
            "form": form or SignForm(known_code=known_code(request.user)),
            "barriers": in_the_way(chosen),
            **_around(stack, chosen),
        }
    elif stack:
        context["next"] = stack[0]
    return render(request, f"{PAGES}/to_sign.html", context)


def _around(stack: list[OnwardReferral], chosen: OnwardReferral) -> dict[str, Any]:
    """Return which letter it is in the stack, and its neighbours."""
    uuids = [one.uuid for one in stack]
    at = uuids.index(chosen.uuid) if chosen.uuid in uuids else len(stack)
    return {
        "place": at + 1,
        "previous": stack[at - 1] if at else None,
        "next": stack[at + 1] if at + 1 < len(stack) else None,
    }


def _typed_before(request: Request, key: str) -> dict[str, Any]:
    """Return what was typed here before and never sent; not which version it was."""
    kept = draft_of(request.user, key) or {}
    return {name: told[0] for name, told in kept.items() if told and name != "version"}


def _proof(request: Request) -> str:
    """Say how this session showed who it is, and when it did so last."""
    if settings.DEMO and request.user.persona:
        return "demo"
    at = datetime.fromtimestamp(request.session.get("shown", 0), tz=clock.UTC)
    return f"factor@{calendar.local(at):%d-%m-%Y %H:%M}"
