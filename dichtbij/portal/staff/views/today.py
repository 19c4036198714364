"""What does a practitioner need to know when the day starts?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from dichtbij.audit.doors import open_list, open_record, screen
from dichtbij.care.actions import complete_task
from dichtbij.care.caseload import GoalProgress, goals_of, last_contacts
from dichtbij.care.models import Contact, Task
from dichtbij.network.owed import owing_letters
from dichtbij.organisations.request import Request
from dichtbij.portal.staff.judging import judging
from dichtbij.questionnaires.models import Inquiry
from dichtbij.referrals.models import Referral
from dichtbij.scheduling.diary import AHEAD, DayOn, planned
from dichtbij.scheduling.models import Appointment, PracticeDay
from dichtbij.shared import calendar, clock
from dichtbij.shared.forms import ActionForm
from dichtbij.shared.permissions import Permission
from dichtbij.staffing.models import ProfessionalRegistration
from dichtbij.staffing.reading import WARN_DAYS

LONGEST = 25
WITH_NAMES = ("client", "practice", "referral")


@dataclass(frozen=True)
class Visit:
    """One line of the day: who comes, what was agreed last time, how far they are."""

    appointment: Appointment
    last: Contact | None
    goals: list[GoalProgress]

    @property
    def state(self) -> str:
        """Return how the line looks: done, now or coming."""
        if self.appointment.status != Appointment.Status.BOOKED:
            return "is-done"
        began = self.appointment.starts_at <= clock.now() < self.appointment.ends_at
        return "is-now" if began or self.appointment.started_at else ""


@screen(Permission.TODAY_READ)
def today(request: Request) -> HttpResponse:
    """Show the day: where, who comes, what waits to be judged, done and written."""
    day = clock.today()
    here, ahead = _places(request, day)
    visits = _visits(request, day)
    tasks = open_list(
        request.user,
        Task.objects.pressing().select_related("client", "referral"),
        Permission.TODAY_READ,
        limit=LONGEST,
    )
    letters = open_list(
        request.user,
        owing_letters(request.user.pk).select_related(*WITH_NAMES),
        Permission.LETTER_WRITE,
        limit=LONGEST,
    )
    context = {
        "day": day,
        "here": here,
        "ahead": ahead,
        "visits": visits,
        "next_visit": next((v for v in visits if v.state != "is-done"), None),
        "unrecorded": _unrecorded(request, day),
        "tasks": tasks,
        "late": [task for task in tasks if task.due_on < day],
        "letters": letters,
        "answers": open_list(
            request.user,
            Inquiry.objects.unread()
            .filter(reader=request.user.pk)
            .select_related("client", "member"),
            Permission.QUESTIONNAIRE_READ,
            limit=LONGEST,
        ),
        "registration_ends": _registration_ends(request, day),
        **_referrals(request),
    }
    return render(request, "portal/staff/pages/today.html", context)


def _registration_ends(request: Request, day: date) -> date | None:
    """Return when her last registration ends, once that is near or past (LR-103)."""
    mine = open_list(
        request.user,
        ProfessionalRegistration.objects.running().filter(user=request.user.pk),
        Permission.REGISTRATION_READ,
    )
    last = max((one.valid_until for one in mine), default=date.max)
    return last if last <= day + timedelta(days=max(WARN_DAYS)) else None


def _places(request: Request, day: date) -> tuple[list[DayOn], DayOn | None]:
    """Return where she works today, and the first practice day after it."""
    days = open_list(
        request.user,
        PracticeDay.objects.filter(practitioner=request.user.pk)
        .between(day, day + AHEAD)
        .select_related("practice", "room"),
        Permission.DAY_READ,
    )
    found = planned(days, day, day + AHEAD)
    later = (one for one in found if one.on > day and not one.lost)
    return [one for one in found if one.on == day], next(later, None)


def _visits(request: Request, day: date) -> list[Visit]:
    appointments = open_list(
        request.user,
        Appointment.objects.filter(practitioner=request.user.pk)
        .live()
        .between(day, day)
        .select_related("client", "room__practice", "referral"),
        Permission.APPOINTMENT_READ,
    )
    clients = {row.client_id for row in appointments}
    last, goals = last_contacts(clients), goals_of(clients)
    return [
        Visit(row, last.get(row.client_id), goals.get(row.client_id, []))
        for row in appointments
    ]


def _unrecorded(request: Request, day: date) -> Sequence[Appointment]:
    """Return conversations before today of which nobody said whether they were held."""
    return open_list(
        request.user,
        Appointment.objects.filter(
            practitioner=request.user.pk,
            status=Appointment.Status.BOOKED,
            starts_at__lt=calendar.at_local(day, clock.MIDNIGHT),
        ).select_related("client"),
        Permission.APPOINTMENT_READ,
        limit=LONGEST,
    )


def _referrals(request: Request) -> dict[str, Any]:
    """Return what waits to be judged; one of them is open, with its neighbours."""
    found = open_list(
        request.user,
        Referral.objects.undecided()
        .select_related("client", "practice", "sent_by")
        .order_by("target_on", "received_at", "id"),
        Permission.REFERRAL_READ,
        limit=LONGEST,
    )
    if not found:
        return {"referrals": []}
    chosen = request.GET.get("aanmelding", "")
    at = next((i for i, row in enumerate(found) if str(row.uuid) == chosen), 0)
    return {
        "referrals": found,
        "earlier": found[at - 1] if at else None,
        "later": found[at + 1] if at + 1 < len(found) else None,
        **judging(found[at]),
    }


@require_POST
@screen(Permission.FILE_WRITE)
def tick_off(request: Request, uuid: UUID) -> HttpResponse:
    """Tick one task off and come back to the day."""
    task = open_record(
        request.user,
        Task.objects.select_related("client"),
        uuid,
        Permission.FILE_WRITE,
    )
    ActionForm({}).perform(complete_task, task=task, by=request.user)
    if request.POST.get("to") == "child":
        return redirect("child", uuid=task.client.uuid)
    return redirect("today")
