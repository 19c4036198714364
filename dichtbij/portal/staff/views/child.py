"""What is known of one child: overview, consults, people around, documents?"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render

from dichtbij.audit.doors import open_list, open_record, screen
from dichtbij.care.caseload import (
    all_goals_of,
    last_contacts,
    next_appointments,
    open_tasks_of,
)
from dichtbij.care.consults import present_words, theme_words
from dichtbij.care.models import Contact
from dichtbij.clients.actions import family_channel, masked_bsn
from dichtbij.clients.models import Client
from dichtbij.network.models import Letter
from dichtbij.network.owed import owed_by
from dichtbij.network.reading import letters_of
from dichtbij.organisations.request import Request
from dichtbij.portal.staff.around import around
from dichtbij.portal.staff.folder import folder, question_words
from dichtbij.portal.staff.forms import ConsentForm, GoalForm
from dichtbij.portal.staff.kin import kin_block
from dichtbij.portal.staff.measuring import block_of
from dichtbij.portal.staff.onwards import onwards
from dichtbij.portal.staff.safety_line import safety_step
from dichtbij.privacy.actions import statements_of
from dichtbij.shared import calendar, clock
from dichtbij.shared.permissions import Permission

PAGE = 25


def _open(request: Request, uuid: UUID) -> Client:
    found: Client = open_record(
        request.user,
        Client.objects.select_related("practice", "holder", "municipality"),
        uuid,
        Permission.FILE_READ,
    )
    return found


@screen(Permission.FILE_READ)
def child(request: Request, uuid: UUID) -> HttpResponse:
    """Show the overview: who, consent, question, goals, next appointment, tasks."""
    client = _open(request, uuid)
    context = folder(client, "child")
    trajectory = context["trajectory"]
    referral = trajectory.referral if trajectory else context["undecided"]
    goals = all_goals_of(trajectory) if trajectory else []
    context |= {
        "referral": referral,
        "questions": question_words(referral),
        "waits_days": referral.days_waiting(clock.today()) if referral else None,
        "bsn": masked_bsn(client),
        "channels": list(client.channels.order_by("id")),
        **kin_block(client),
        "relations": list(
            client.care_relations.select_related("practitioner").order_by("starts_on")
        ),
        "goals": goals,
        **block_of(client, goals),
        **_planned(client),
        "last": last_contacts([client.pk]).get(client.pk),
        "tasks": open_tasks_of(client),
        "safety_step": safety_step(client),
        "statements": statements_of(client),
        "goal_form": GoalForm(),
        "consent_form": ConsentForm(),
    }
    return render(request, "portal/staff/pages/child.html", context)


def _planned(client: Client) -> dict[str, Any]:
    """Return the next appointment, and whether a card must say it: no mail may go."""
    appointment = next_appointments([client.pk]).get(client.pk)
    day = calendar.local(appointment.starts_at).date() if appointment else None
    return {
        "appointment": appointment,
        "is_today": day == clock.today(),
        "card": appointment is not None and family_channel(client) is None,
    }


@dataclass(frozen=True)
class Told:
    """One contact with its codes in words."""

    contact: Contact
    present: list[str]
    about: list[str]


@screen(Permission.FILE_READ)
def child_contacts(request: Request, uuid: UUID) -> HttpResponse:
    """Show what was recorded, newest first."""
    client = _open(request, uuid)
    found = open_list(
        request.user,
        Contact.objects.filter(_after(str(request.GET.get("na", ""))), client=client)
        .select_related("practitioner")
        .prefetch_related("times", "addenda__by", "goal_scores__goal")
        .order_by("-held_at", "-id"),
        Permission.FILE_READ,
        limit=PAGE + 1,
    )
    rows = found[:PAGE]
    context = folder(client, "child_contacts") | {
        "contacts": [Told(row, present_words(row), theme_words(row)) for row in rows],
        "next_url": f"?na={_key(rows[-1])}" if len(found) > PAGE else "",
    }
    return render(request, "portal/staff/pages/child_contacts.html", context)


def _key(row: Contact) -> str:
    return f"{row.held_at.timestamp()}~{row.pk}"


def _after(key: str) -> Q:
    """Return the rows after a key of the list; a broken key is the first page."""
    try:
        moment, number = key.split("~")
        at, pk = datetime.fromtimestamp(float(moment), tz=clock.UTC), int(number)
    except (ValueError, OverflowError, OSError):
        return Q()
    return Q(held_at__lt=at) | Q(held_at=at, pk__lt=pk)


@screen(Permission.FILE_READ)
def child_network(request: Request, uuid: UUID) -> HttpResponse:
    """Show who is around this child: family, practice, practitioners."""
    client = _open(request, uuid)
    context = folder(client, "child_network")
    trajectory = context["trajectory"]
    context |= {
        "referral": trajectory.referral if trajectory else context["undecided"],
        "channels": list(client.channels.order_by("id")),
        "relations": list(
            client.care_relations.select_related("practitioner").order_by("starts_on")
        ),
        **around(client),
        **onwards(request.user, client, trajectory),
    }
    return render(request, "portal/staff/pages/child_network.html", context)


@screen(Permission.FILE_READ)
def child_documents(request: Request, uuid: UUID) -> HttpResponse:
    """Show the letters of this child, and which one the GP still waits for."""
    client = _open(request, uuid)
    context = folder(client, "child_documents")
    trajectory = context["trajectory"]
    referral = trajectory.referral if trajectory else context["undecided"]
    older = open_list(
        request.user,
        Letter.objects.filter(client=client)
        .exclude(referral=referral)
        .select_related("written_by", "practice")
        .defer("pdf")
        .order_by("-dated_on", "-id"),
        Permission.LETTER_READ,
        limit=PAGE,
    )
    context |= {
        "shelves": letters_of(request.user, referral) if referral else [],
        "older": older,
        "owed": owed_by(trajectory),
    }
    return render(request, "portal/staff/pages/child_documents.html", context)
