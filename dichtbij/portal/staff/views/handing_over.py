"""How does everything open find a new owner when someone or something goes?"""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dichtbij.audit.doors import open_list, open_record, screen
from dichtbij.care.models import Task
from dichtbij.clients.models import Client
from dichtbij.organisations.models import User
from dichtbij.organisations.request import Request
from dichtbij.portal.staff.folder import folder
from dichtbij.portal.staff.handing_forms import (
    ChildForm,
    EndsForm,
    LeavesForm,
    SettleForm,
    participation_of,
    practices_of,
)
from dichtbij.portal.staff.handing_rows import choices_in, counts_of, page_of, rows_of
from dichtbij.shared.errors import Denied
from dichtbij.shared.permissions import Permission, Role
from dichtbij.shared.walls import Standing, standing
from dichtbij.transitions.actions import (
    Settled,
    finish_transition,
    give_all,
    left_words,
    settle_items,
    start_transition,
)
from dichtbij.transitions.beginning import of_child, of_practice, of_practitioner
from dichtbij.transitions.models import Transition
from dichtbij.transitions.scope import (
    colleagues,
    colleagues_of,
    open_items,
    unsettled,
)

PAGE = 25


def _here() -> Standing:
    where = standing()
    if where is None or where.programme_id is None or not where.holders:
        raise Denied("no employer")
    return where


@screen(Permission.TRANSITION_READ)
def transitions(request: Request) -> HttpResponse:
    """Show the changes, start one, and list what floats."""
    where = _here()
    leads = where.role == Role.TEAM_LEAD
    people = colleagues(where.programme_id or 0, where.holders[0])
    if not leads:
        people = people.filter(pk=request.user.pk)
    told = request.POST.get("start")
    leaves = LeavesForm(request.POST if told == "leaves" else None, people=people)
    ends = EndsForm(
        request.POST if told == "ends" else None,
        practices=practices_of(where.programme_id, where.holders),
    )
    started = _started(request, where, leaves, ends)
    if started is not None:
        return redirect("transition", uuid=started.uuid)
    found = open_list(
        request.user,
        Transition.objects.filter(pk__lt=_before(request))
        .select_related("client", "practitioner", "participation__practice")
        .order_by("-pk"),
        Permission.TRANSITION_READ,
        limit=PAGE + 1,
    )
    context = {
        "rows": found[:PAGE],
        "next_url": f"?na={found[PAGE - 1].pk}" if len(found) > PAGE else "",
        "floating": _floating(request) if leads else [],
        "leaves": leaves,
        "ends": ends if leads else None,
    }
    return render(request, "portal/staff/pages/transitions.html", context)


def _before(request: Request) -> int:
    key = request.GET.get("na", "")
    return int(key) if key.isdecimal() and len(key) < 18 else 2**62


def _floating(request: Request) -> list[Task]:
    """Return what the night found without an owner, for the team lead."""
    return list(
        open_list(
            request.user,
            Task.objects.filter(kind=Task.Kind.REVIEW).open().select_related("client"),
            Permission.TRANSITION_READ,
            limit=PAGE,
        )
    )


def _started(
    request: Request, where: Standing, leaves: LeavesForm, ends: EndsForm
) -> Transition | None:
    """Start what was asked for, or return None: nothing, or something is wrong."""
    if leaves.is_bound and leaves.is_valid():
        told = leaves.cleaned_data
        change = of_practitioner(told["who"], told["on"])
    elif ends.is_bound and ends.is_valid() and where.role == Role.TEAM_LEAD:
        told = ends.cleaned_data
        found = participation_of(told["practice"], where.programme_id, where.holders)
        if found is None:
            return None
        change = of_practice(found, told["on"])
    else:
        return None
    form = SettleForm(request.POST)
    form.perform(start_transition, change=change, by=request.user)
    started: Transition | None = form.result
    return started


@screen(Permission.TRANSITION_WRITE)
def start_of_child(request: Request, uuid: UUID) -> HttpResponse:
    """Prepare that a child turns 18, moves, or gets another GP."""
    client = open_record(
        request.user,
        Client.objects.select_related("practice", "municipality"),
        uuid,
        Permission.TRANSITION_WRITE,
    )
    form = ChildForm(request.POST or None)
    if form.is_valid():
        told = form.cleaned_data
        change = of_child(client, told["kind"], told["on"], told["to"])
        start = SettleForm(request.POST)
        if start.perform(start_transition, change=change, by=request.user):
            return redirect("transition", uuid=start.result.uuid)
        form.add_error(None, str(start.refusal))
    return render(
        request,
        "portal/staff/pages/start_transition.html",
        folder(client) | {"form": form},
    )


@screen(Permission.TRANSITION_WRITE)
def transition(request: Request, uuid: UUID) -> HttpResponse:
    """Give everything open a new owner, and finish when nothing is left."""
    change = open_record(
        request.user,
        Transition.objects.select_related(
            "client", "practitioner", "participation__practice", "to_municipality"
        ),
        uuid,
        Permission.TRANSITION_WRITE,
    )
    people = colleagues_of(change)
    form = SettleForm(request.POST or None)
    if request.method == "POST" and _settled(request, change, people, form):
        return redirect("transition", uuid=change.uuid)
    items = open_items(change) if change.finished_at is None else []
    left = unsettled(change, items) if items else []
    shown, following = page_of(items, request.GET.get("na", ""))
    children = open_list(
        request.user,
        Client.objects.filter(pk__in={one.client_id for one in shown}),
        Permission.TRANSITION_READ,
    )
    context = {
        "change": change,
        "form": form,
        "people": people,
        "count": len(items),
        "rows": rows_of(change, shown, left, {one.pk: one for one in children}, people),
        "next_url": f"?na={following}" if following else "",
        "why_not": left_words(left) if left else "",
        **_preview(request, people, left),
    }
    return render(request, "portal/staff/pages/transition.html", context)


def _preview(request: Request, people: list[User], left: list[Any]) -> dict[str, Any]:
    """Return what would go to one colleague, before anything goes."""
    to = next((p for p in people if str(p.uuid) == request.GET.get("naar")), None)
    return {"to": to, "would_go": counts_of(left) if to else []}


def _settled(
    request: Request, change: Transition, people: list[User], form: SettleForm
) -> bool:
    """Do what was pressed and say what came of it; False: refused as a whole."""
    subject: dict[str, Any] = {"transition": change, "by": request.user}
    if "finish" in request.POST:
        done = form.perform(finish_transition, **subject)
        if done:
            messages.success(request, _("The change is finished. Nothing is left."))
        return done
    chosen = request.POST.get("all", "")
    to = next((one for one in people if str(one.uuid) == chosen), None)
    if to is not None:
        done = form.perform(give_all, **subject, new_owner=to)
    else:
        choices = choices_in(request.POST.dict())
        done = form.perform(settle_items, **subject, choices=choices)
    if done:
        _tell(request, form.result)
    return done


def _tell(request: Request, told: Settled) -> None:
    words = ngettext(
        "%(count)s item has an owner or is ended.",
        "%(count)s items have an owner or are ended.",
        told.done,
    )
    messages.success(request, words % {"count": told.done})
    for refusal in dict.fromkeys(told.refused):
        messages.warning(request, refusal)
