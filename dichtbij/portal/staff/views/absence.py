"""Who is ill or away, which families does it touch, and who covers?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from dichtbij.audit.doors import open_list, open_record, screen
from dichtbij.organisations.models import User
from dichtbij.organisations.request import Request
from dichtbij.outbox.words import WORDS
from dichtbij.portal.staff.absence_form import (
    AbsenceForm,
    Chosen,
    CoverForm,
    chosen_of,
)
from dichtbij.portal.staff.folder import programme_of
from dichtbij.portal.staff.slots import choices_of, moment
from dichtbij.rosters.absence import Alternative, alternatives
from dichtbij.rosters.actions import end_cover as end
from dichtbij.rosters.actions import move_for_absence, plan_cover
from dichtbij.rosters.models import Cover
from dichtbij.scheduling.actions import close_days
from dichtbij.scheduling.diary import colleagues
from dichtbij.scheduling.models import Appointment, Closure, PracticeDay
from dichtbij.shared import clock
from dichtbij.shared.errors import Refused
from dichtbij.shared.forms import ActionForm
from dichtbij.shared.permissions import Permission

AHEAD = date.max
MOST = 200


@dataclass(frozen=True)
class Family:
    """One affected family with its best alternative, as the page shows it."""

    appointment: Appointment
    key: str
    when: str
    where: str
    own: bool


@dataclass(frozen=True)
class Result:
    """What became of one family, truthfully."""

    appointment: Appointment
    done: bool
    words: str


@screen(Permission.COVER_PLAN)
def absence(request: Request) -> HttpResponse:
    """Pick person and period; see who is affected; move those that are ticked."""
    told = request.POST if request.method == "POST" else request.GET
    people = colleagues(request.membership.organisation_id, programme_of(request).pk)
    form = AbsenceForm(
        told or None,
        people=people,
        initial={"van": clock.today(), "tot": clock.today(), "reden": "illness"},
    )
    context: dict[str, Any] = {"form": form, **_covers(request)}
    if told and form.is_valid():
        context |= _affected(request, form.cleaned_data)
        if request.method == "POST":
            context |= _settle(request, form.cleaned_data, context["days"])
    return render(request, "portal/staff/pages/absence.html", context)


def _covers(request: Request) -> dict[str, Any]:
    today = clock.today()
    return {
        "covers": open_list(
            request.user,
            Cover.objects.running(today, AHEAD).select_related("absent", "covering"),
            Permission.COVER_PLAN,
        ),
        "days_of_all": open_list(
            request.user,
            PracticeDay.objects.between(today, AHEAD)
            .select_related("practitioner")
            .order_by("practitioner__name", "practitioner", "id")
            .distinct("practitioner__name", "practitioner"),
            Permission.COVER_PLAN,
        ),
    }


def _affected(request: Request, told: dict[str, Any]) -> dict[str, Any]:
    who, first, last = told["wie"], told["van"], told["tot"]
    appointments = _planned(request, who, first, last)
    found = alternatives(appointments, programme_of(request), who.pk, first, last)
    days = open_list(
        request.user,
        PracticeDay.objects.between(first, last)
        .filter(practitioner=who)
        .order_by("valid_from", "id"),
        Permission.COVER_PLAN,
    )
    return {
        "asked": True,
        "who": who,
        "families": _families(found),
        "appointments": appointments,
        "days": days,
        "message": WORDS["appointment_changed_family"],
    }


def _planned(
    request: Request, who: User, first: date, last: date
) -> Sequence[Appointment]:
    return open_list(
        request.user,
        Appointment.objects.between(first, last)
        .filter(practitioner=who, status="booked", starts_at__gt=clock.now())
        .select_related("client", "room__practice", "referral", "practitioner")
        .order_by("starts_at", "id"),
        Permission.APPOINTMENT_READ,
        limit=MOST,
    )


def _families(found: Sequence[Alternative]) -> list[Family]:
    slots = [one.slot for one in found if one.slot is not None]
    choices = iter(choices_of(slots))
    rows = []
    for one in found:
        choice = next(choices) if one.slot is not None else None
        rows.append(
            Family(
                one.appointment,
                choice.key if choice else "",
                choice.label if choice else "",
                choice.where if choice else "",
                one.own,
            )
        )
    return rows


def _settle(
    request: Request, told: dict[str, Any], days: Sequence[PracticeDay]
) -> dict[str, Any]:
    """Close the days, then move each ticked family; each is told how it went."""
    if not days:
        messages.error(request, _("This person has no practice day in this period."))
        return {}
    _close(request, told, days[0])
    affected = _planned(request, told["wie"], told["van"], told["tot"])
    chosen = chosen_of(request.POST.dict(), request.POST.getlist("kies"), affected)
    results = [_move(request, one, told["tot"]) for one in chosen]
    moved = sum(one.done for one in results)
    messages.success(
        request,
        ngettext("%(n)d family is moved.", "%(n)d families are moved.", moved)
        % {"n": moved},
    )
    return {"results": results, **_affected(request, told)}


def _close(request: Request, told: dict[str, Any], day: PracticeDay) -> None:
    """Close the days, unless they are closed already: sent twice is closed once."""
    same = open_list(
        request.user,
        Closure.objects.standing_on(told["van"], told["tot"]).filter(
            practitioner=told["wie"], first_on=told["van"], last_on=told["tot"]
        ),
        Permission.COVER_PLAN,
    )
    if not same:
        close_days(
            day=day,
            by=request.user,
            first_on=told["van"],
            last_on=told["tot"],
            reason=told["reden"],
        )


def _move(request: Request, one: Chosen, last_on: date) -> Result:
    if one.slot is None:
        return Result(one.appointment, False, _("Choose a time."))
    try:
        moved = move_for_absence(
            appointment=one.appointment, by=request.user, slot=one.slot, last_on=last_on
        )
    except Refused as refusal:
        return Result(one.appointment, False, str(refusal))
    return Result(moved, True, moment(moved.starts_at))


@screen(Permission.COVER_PLAN)
def cover(request: Request, uuid: UUID) -> HttpResponse:
    """Let a colleague cover for the one of this weekly day."""
    day = open_record(
        request.user,
        PracticeDay.objects.select_related("practitioner"),
        uuid,
        Permission.COVER_PLAN,
    )
    form = CoverForm(
        request.POST or None,
        people=colleagues(day.holder_id, day.programme_id),
        initial={"first_on": clock.today(), "last_on": clock.today()},
    )
    if request.POST and form.perform(plan_cover, day=day, by=request.user):
        messages.success(request, _("The cover is planned; it ends by itself."))
        return redirect("absence")
    context = {"day": day, "form": form}
    return render(request, "portal/staff/pages/cover.html", context)


@require_POST
@screen(Permission.COVER_PLAN)
def end_cover(request: Request, uuid: UUID) -> HttpResponse:
    """End a cover before its last day."""
    found = open_record(request.user, Cover.objects.all(), uuid, Permission.COVER_PLAN)
    form = ActionForm({})
    if form.perform(end, cover=found, by=request.user):
        messages.success(request, _("The cover has ended."))
    else:
        messages.error(request, str(form.refusal))
    return redirect("absence")
