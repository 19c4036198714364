"""On which days does who work where, and when is it closed?"""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dichtbij.audit.doors import open_list, open_record, screen
from dichtbij.organisations.request import Request
from dichtbij.portal.staff.forms import (
    CloseDaysForm,
    EndDayForm,
    FromForm,
    PlanDayForm,
    RoomForm,
)
from dichtbij.programmes.models import Participation
from dichtbij.scheduling.actions import add_room, end_practice_day, plan_practice_day
from dichtbij.scheduling.actions import close_days as shut
from dichtbij.scheduling.actions import lift_closure as lift
from dichtbij.scheduling.diary import colleagues, rooms_of
from dichtbij.scheduling.models import Closure, PracticeDay
from dichtbij.shared import clock
from dichtbij.shared.forms import ActionForm
from dichtbij.shared.permissions import Permission

WITH_NAMES = ("practice", "room", "practitioner")


def _open(request: Request, uuid: UUID) -> PracticeDay:
    found: PracticeDay = open_record(
        request.user,
        PracticeDay.objects.select_related(*WITH_NAMES),
        uuid,
        Permission.DAY_PLAN,
    )
    return found


@screen(Permission.DAY_PLAN)
def practice_days(request: Request) -> HttpResponse:
    """List the weekly days from today on, per practice, and where one may be added."""
    today = clock.today()
    days = open_list(
        request.user,
        PracticeDay.objects.between(today, date.max)
        .select_related(*WITH_NAMES)
        .order_by("practice__name", "weekday", "starts", "id"),
        Permission.DAY_PLAN,
    )
    places = open_list(
        request.user,
        Participation.objects.on(today)
        .filter(holder__in=[request.membership.organisation_id])
        .order_by("practice__name"),
        Permission.DAY_PLAN,
    )
    context = {"days": days, "places": places}
    return render(request, "portal/staff/pages/practice_days.html", context)


@screen(Permission.DAY_PLAN)
def plan_day(request: Request, uuid: UUID) -> HttpResponse:
    """Give someone a weekly day in this practice, or name a room in it."""
    place = _place(request, uuid)
    naming = request.method == "POST" and "name" in request.POST
    rooms = rooms_of(place.practice_id)
    room_form = RoomForm(request.POST if naming else None)
    if naming and room_form.perform(add_room, participation=place, by=request.user):
        messages.success(request, _("The room is there."))
        return redirect("plan_day", uuid=uuid)
    form = PlanDayForm(
        request.POST if request.POST and not naming else None,
        people=colleagues(place.holder_id, place.programme_id),
        rooms=rooms,
        initial={"valid_from": clock.today(), "starts": "09:00", "ends": "17:00"},
    )
    planning = request.method == "POST" and not naming
    if planning and form.perform(
        plan_practice_day, participation=place, by=request.user
    ):
        messages.success(request, _("The day is planned."))
        return redirect("practice_days")
    context = {
        "place": place,
        "form": form,
        "room_form": room_form,
        "rooms": rooms,
    }
    return render(request, "portal/staff/pages/plan_day.html", context)


def _place(request: Request, uuid: UUID) -> Participation:
    """Return the participation of one practice for which we keep the files."""
    found = open_list(
        request.user,
        Participation.objects.on(clock.today()).filter(
            practice__uuid=uuid, holder__in=[request.membership.organisation_id]
        ),
        Permission.DAY_PLAN,
    )
    if not found:
        raise Http404
    return found[0]


@screen(Permission.DAY_PLAN)
def end_day(request: Request, uuid: UUID) -> HttpResponse:
    """Let a weekly day end; refused while appointments are planned after it."""
    day = _open(request, uuid)
    form = EndDayForm(request.POST or None, initial={"last_on": clock.today()})
    if request.POST and form.perform(end_practice_day, day=day, by=request.user):
        messages.success(request, _("This day ends."))
        return redirect("practice_days")
    context = {"day": day, "form": form}
    return render(request, "portal/staff/pages/end_day.html", context)


@screen(Permission.DAY_PLAN)
def close_days(request: Request, uuid: UUID) -> HttpResponse:
    """Close days for leave, illness or study; appointments in it are then listed."""
    day = _open(request, uuid)
    asked = FromForm(request.GET)
    preset = asked.cleaned_data["vanaf"] if asked.is_valid() else None
    first_on = preset or clock.today()
    form = CloseDaysForm(
        request.POST or None, initial={"first_on": first_on, "last_on": first_on}
    )
    if request.POST and form.perform(shut, day=day, by=request.user):
        messages.success(request, _("These days are closed."))
        return redirect("agenda")
    context = {"day": day, "form": form}
    return render(request, "portal/staff/pages/close_days.html", context)


@require_POST
@screen(Permission.DAY_PLAN)
def lift_closure(request: Request, uuid: UUID) -> HttpResponse:
    """Open closed days again."""
    closure = open_record(
        request.user, Closure.objects.all(), uuid, Permission.DAY_PLAN
    )
    ActionForm({}).perform(lift, closure=closure, by=request.user)
    messages.success(request, _("These days are open again."))
    return redirect("agenda")
