"""Which other room, weekday or hours does a weekly day get, and from when?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from dichtbij.audit.doors import open_record, screen
from dichtbij.organisations.request import Request
from dichtbij.portal.staff.absence_form import ChangeDayForm
from dichtbij.scheduling.diary import rooms_of
from dichtbij.scheduling.models import PracticeDay
from dichtbij.scheduling.weekly import change_practice_day
from dichtbij.shared import clock
from dichtbij.shared.permissions import Permission


@screen(Permission.DAY_PLAN)
def change_day(request: Request, uuid: UUID) -> HttpResponse:
    """Change a weekly day from a date on; refused while families would be stranded."""
    day = open_record(
        request.user,
        PracticeDay.objects.select_related("practice", "room", "practitioner"),
        uuid,
        Permission.DAY_PLAN,
    )
    form = ChangeDayForm(
        request.POST or None,
        rooms=rooms_of(day.practice_id),
        initial={
            "first_on": clock.today(),
            "room": day.room_id,
            "weekday": day.weekday,
            "starts": day.starts,
            "ends": day.ends,
        },
    )
    if request.POST and form.perform(change_practice_day, day=day, by=request.user):
        messages.success(request, _("The day is changed."))
        return redirect("practice_days")
    return render(
        request, "portal/staff/pages/change_day.html", {"day": day, "form": form}
    )
