"""A family that waits, and a time that was offered to it."""

from datetime import timedelta
from typing import Any

from dichtbij.clients.models import wall_keys
from dichtbij.organisations.models import User
from dichtbij.referrals.models import Referral
from dichtbij.scheduling.models import WaitingEntry
from dichtbij.scheduling.openings import free_slots
from dichtbij.shared import clock
from dichtbij.waiting.actions import make_offer


def waiting_rows(referral: Referral, by: User) -> dict[str, Any]:
    """Return the rows behind the routes of the waiting list; stand as `by`."""
    client = referral.client
    entry = WaitingEntry.objects.create(
        **wall_keys(client),
        referral=referral,
        since_at=referral.received_at,
        target_on=referral.target_on,
    )
    slot = free_slots(
        programme=client.programme,
        practice_id=client.practice_id,
        start=clock.now() + timedelta(days=2),
        limit=1,
    )[0]
    return {
        "waiting_entry": entry,
        "offer": make_offer(entry=entry, by=by, slot=slot),
    }
