"""Which times are kept for an offer, so that nobody else is shown or given them?"""

from datetime import datetime

from django.db.models import Q, QuerySet

from dichtbij.scheduling.models import SlotHold
from dichtbij.scheduling.planner import Slot, Taken
from dichtbij.shared import clock


def running() -> QuerySet[SlotHold]:
    """Return the holds that keep their time now: not ended, and not over."""
    return SlotHold.objects.filter(ended_at=None, until_at__gt=clock.now())


def kept_between(starts: datetime, ends: datetime) -> list[Taken]:
    """Return the times that are kept, as the planner reads them; few at any moment."""
    rows = running().filter(starts_at__lt=ends, ends_at__gt=starts)
    return [
        Taken(*row)
        for row in rows.values_list("practitioner", "room", "starts_at", "ends_at")
    ]


def keeping(slot: Slot, except_hold: int | None = None) -> SlotHold | None:
    """Return the hold that stands in the way of this time, or None."""
    rows = running().filter(
        Q(practitioner=slot.practitioner) | Q(room=slot.room),
        starts_at__lt=slot.ends,
        ends_at__gt=slot.starts,
    )
    if except_hold is not None:
        rows = rows.exclude(pk=except_hold)
    return rows.first()


def release(hold_id: int) -> None:
    """End a hold: its time is anybody's again; twice is once."""
    SlotHold.objects.filter(pk=hold_id, ended_at=None).update(ended_at=clock.now())
