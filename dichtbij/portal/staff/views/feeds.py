"""At which secret addresses does a calendar read who is busy?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dichtbij.audit.doors import open_list, open_record, screen
from dichtbij.organisations.request import Request
from dichtbij.rosters.actions import make_feed as make
from dichtbij.rosters.actions import revoke_feed as revoke
from dichtbij.rosters.models import CalendarFeed
from dichtbij.scheduling.models import PracticeDay
from dichtbij.shared import clock
from dichtbij.shared.forms import ActionForm
from dichtbij.shared.permissions import Permission, Role

WITH_NAMES = ("practitioner", "room", "practice")


@screen(Permission.FEED_MANAGE)
def feeds(request: Request) -> HttpResponse:
    """List the addresses that work, and of whom and what one may be made."""
    found = open_list(
        request.user,
        CalendarFeed.objects.filter(revoked_at=None)
        .select_related("user", "room", "room__practice", "made_by")
        .order_by("made_at", "id"),
        Permission.FEED_MANAGE,
    )
    days = open_list(
        request.user,
        PracticeDay.objects.between(clock.today(), clock.today())
        .select_related(*WITH_NAMES)
        .order_by("practice__name", "room__name", "id"),
        Permission.FEED_MANAGE,
    )
    own = request.membership.role == Role.PRACTITIONER
    people = {
        day.practitioner.name: day
        for day in days
        if not own or day.practitioner_id == request.user.pk
    }
    context = {
        "feeds": found,
        "people": sorted(people.items()),
        "rooms": list({day.room_id: day for day in days}.values()),
    }
    return render(request, "portal/staff/pages/feeds.html", context)


@require_POST
@screen(Permission.FEED_MANAGE)
def make_feed(request: Request, uuid: UUID) -> HttpResponse:
    """Make an address and show it this once."""
    day = open_record(
        request.user,
        PracticeDay.objects.select_related(*WITH_NAMES),
        uuid,
        Permission.FEED_MANAGE,
    )
    of_room = "kamer" in request.POST
    form = ActionForm({})
    if not form.perform(make, day=day, by=request.user, of_room=of_room):
        messages.error(request, str(form.refusal))
        return redirect("feeds")
    path = reverse("calendar_feed", kwargs={"token": form.result.token})
    context = {
        "address": request.build_absolute_uri(path),
        "name": f"{day.practice.name}, {day.room.name}"
        if of_room
        else day.practitioner.name,
    }
    return render(request, "portal/staff/pages/feed_made.html", context)


@require_POST
@screen(Permission.FEED_MANAGE)
def revoke_feed(request: Request, uuid: UUID) -> HttpResponse:
    """Let an address stop working."""
    feed = open_record(
        request.user, CalendarFeed.objects.all(), uuid, Permission.FEED_MANAGE
    )
    ActionForm({}).perform(revoke, feed=feed, by=request.user)
    messages.success(request, _("This address no longer works."))
    return redirect("feeds")
