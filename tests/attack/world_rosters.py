"""What stands behind the addresses of rosters: a cover, and a calendar's address."""

from types import SimpleNamespace
from typing import Any

from dichtbij.audit.doors import standing_at
from dichtbij.organisations.models import User
from dichtbij.rosters.actions import make_feed
from dichtbij.rosters.models import Cover
from dichtbij.scheduling.models import Closure, PracticeDay
from dichtbij.shared import clock

LEADS = {"noord": "bram", "zuid": "cees"}


def roster_rows(
    town: SimpleNamespace, side: str, day: PracticeDay, closure: Closure
) -> dict[str, Any]:
    """Return the row behind each kind of address, made by the lead of a side."""
    lead: User = getattr(town, LEADS[side])
    with standing_at(lead.membership.place()):
        feed = make_feed(day=day, by=lead, of_room=True).feed
        cover = Cover.objects.create(
            programme=day.programme,
            holder=day.holder,
            absent=day.practitioner,
            covering=lead,
            first_on=closure.first_on,
            last_on=closure.last_on,
            made_by=lead,
            made_at=clock.now(),
        )
    return {"feed": feed, "cover": cover}
