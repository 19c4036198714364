"""Whom does she help, and where is the child she looks for?"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from dichtbij.audit.doors import open_list, screen
from dichtbij.care.caseload import last_contacts, next_appointments, next_tasks
from dichtbij.care.models import Contact, Task, Trajectory
from dichtbij.clients.models import Client
from dichtbij.clients.sounds import surname_key
from dichtbij.organisations.request import Request
from dichtbij.referrals import finding
from dichtbij.scheduling.models import Appointment
from dichtbij.shared import clock
from dichtbij.shared.permissions import Permission, Role
from dichtbij.shared.walls import standing

MOST = 10
PAGE = 25


@dataclass(frozen=True)
class Case:
    """One line of the caseload."""

    trajectory: Trajectory
    last: Contact | None
    planned: Appointment | None
    task: Task | None


@screen(Permission.FILE_SEARCH)
def children(request: Request) -> HttpResponse:
    """List running help, newest first, or find a child by name and birth date.

    What is searched for travels by POST: a name has no place in an address (C9).
    """
    asked = str(request.POST.get("q", "")).replace("\0", "").strip()[:100]
    context: dict[str, Any] = {"asked": asked, "most": MOST}
    if asked:
        context |= _found(request, asked)
    else:
        context |= _caseload(request)
    return render(request, "portal/staff/pages/children.html", context)


def _found(request: Request, asked: str) -> dict[str, Any]:
    """Return at most ten children; with more, only the advice to say more."""
    name, born_on = read(asked)
    if not name and born_on is None:
        return {"found": [], "too_many": False}
    where = standing()
    own = where is not None and where.role == Role.PRACTITIONER
    found = open_list(
        request.user,
        Client.objects.filter(matching(name, born_on, anywhere=own))
        .select_related("practice")
        .order_by("family_name", "given_name", "id"),
        Permission.FILE_SEARCH,
        limit=MOST + 1,
    )
    return {
        "found": found[:MOST],
        "too_many": len(found) > MOST,
        "said_both": bool(name) and born_on is not None,
    }


def read(asked: str) -> tuple[str, date | None]:
    """Return the name and the birth date in what was typed."""
    born_on = next(finding.dates(asked, clock.today()), None)
    return " ".join(finding.DATE.sub(" ", asked).split()), born_on


def matching(name: str, born_on: date | None, *, anywhere: bool) -> Q:
    """Return which children fit; `anywhere`: every word may stand in either name.

    A caseload is small, so each word may stand anywhere in it. Among all children of
    an employer only the sound of a surname and the birth date have an index.
    """
    fits = Q() if born_on is None else Q(birth_date=born_on)
    if not name:
        return fits
    if not anywhere:
        return fits & Q(surname_key__in=_sounds(name))
    for word in name.replace(",", " ").split():
        fits &= Q(given_name__icontains=word) | Q(family_name__icontains=word)
    return fits


def _sounds(name: str) -> set[str]:
    """Return how the surname in a name may sound: the whole, or without first words."""
    words = name.replace(",", " ").split()
    tails = {surname_key(" ".join(words[at:])) for at in range(len(words))}
    return {key for key in tails | {surname_key(words[0])} if key}


def _caseload(request: Request) -> dict[str, Any]:
    after = _after(str(request.GET.get("na", "")))
    found = open_list(
        request.user,
        Trajectory.objects.open()
        .filter(after)
        .select_related("client", "practice", "practitioner", "referral")
        .order_by("-opened_on", "-id"),
        Permission.FILE_SEARCH,
        limit=PAGE + 1,
    )
    rows = found[:PAGE]
    clients = [row.client_id for row in rows]
    last, planned = last_contacts(clients), next_appointments(clients)
    tasks = next_tasks([row.referral_id for row in rows])
    more = len(found) > PAGE
    return {
        "cases": [
            Case(
                row,
                last.get(row.client_id),
                planned.get(row.client_id),
                tasks.get(row.referral_id),
            )
            for row in rows
        ],
        "next_url": f"{reverse('children')}?na={_key(rows[-1])}" if more else "",
    }


def _key(row: Trajectory) -> str:
    return f"{row.opened_on:%Y%m%d}-{row.pk}"


def _after(key: str) -> Q:
    """Return the rows after a key of the list; a broken key is the first page."""
    try:
        day, number = key.split("-")
        on = datetime.strptime(day, "%Y%m%d").date()  # noqa: DTZ007
        return Q(opened_on__lt=on) | Q(opened_on=on, pk__lt=int(number))
    except ValueError:
        return Q()
