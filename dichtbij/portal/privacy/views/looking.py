"""Who looked at which file? Per employee, per child, and what is worth a question.

Reading the log is itself a line in the log (F3).
"""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from dichtbij.audit import log
from dichtbij.audit.doors import open_record, screen
from dichtbij.audit.models import Entry
from dichtbij.clients.models import Client
from dichtbij.organisations.request import Request
from dichtbij.portal.privacy.forms import PersonForm, TermForm
from dichtbij.portal.staff.glass_form import FindForm
from dichtbij.privacy.glass import find_child
from dichtbij.privacy.looks import PAGE, Look, looks_at, looks_by
from dichtbij.privacy.watching import weekly_list
from dichtbij.shared.permissions import Permission, Relation


@screen(Permission.ACCESS_LOG_READ)
def by_person(request: Request) -> HttpResponse:
    """List which children one employee met, newest first (LR-65)."""
    form = PersonForm(request.GET or None)
    term = form.term()
    person = form.people.get(str(request.GET.get("person", "")))
    told: dict[str, Any] = {"form": form, "person": person, "term": term}
    if person is not None:
        _note(request, "User", person.uuid)
        found = looks_by(person.pk, term, str(request.GET.get("na", "")))
        told |= _listed(request, found)
    return render(request, "portal/privacy/pages/by_person.html", told)


@screen(Permission.ACCESS_LOG_READ)
def find(request: Request) -> HttpResponse:
    """Find one child by exact name and birth date, to read who met its file."""
    form = FindForm(request.POST or None)
    if request.POST and form.is_valid():
        child = find_child(
            by=request.user, permission=Permission.ACCESS_LOG_READ, **form.cleaned_data
        )
        if child is not None:
            return redirect("access_log", uuid=child.uuid)
        form.add_error(None, _("There is not exactly one child with this name."))
    return render(request, "portal/privacy/pages/find.html", {"form": form})


@screen(Permission.ACCESS_LOG_READ)
def to_child(request: Request, uuid: UUID) -> HttpResponse:
    """List who met the file of one child, newest first."""
    client = open_record(
        request.user,
        Client.objects.select_related("practice"),
        uuid,
        Permission.ACCESS_LOG_READ,
    )
    form = TermForm(request.GET or None)
    term = form.term()
    found = looks_at(client, term, str(request.GET.get("na", "")))
    told = {"client": client, "form": form, "term": term} | _listed(request, found)
    return render(request, "portal/privacy/pages/to_child.html", told)


@screen(Permission.ACCESS_LOG_READ)
def risks(request: Request) -> HttpResponse:
    """List which visits are worth a question (F9); a week unless said otherwise."""
    form = TermForm(request.GET or None)
    term = form.term() if request.GET else form.week()
    _note(request, "Entry", "")
    told = {"form": form, "term": term, "rows": weekly_list(term)}
    return render(request, "portal/privacy/pages/risks.html", told)


def _note(request: Request, kind: str, uuid: Any) -> None:
    log.record(
        "look_log",
        Entry.ActionCode.READ,
        by=request.user,
        object_type=kind,
        object_id=str(uuid),
        permission=str(Permission.ACCESS_LOG_READ),
        relation=str(Relation.HOLDER),
        purpose="control",
    )


def _listed(request: Request, found: list[Look]) -> dict[str, Any]:
    """Return a page of lines, and the address of the next one."""
    rows = found[:PAGE]
    asked = {key: value for key, value in request.GET.items() if key != "na"}
    more = urlencode({**asked, "na": rows[-1].key}) if len(found) > PAGE else ""
    return {"rows": rows, "next_url": f"?{more}" if more else ""}
