"""Who is next on the waiting list, and until when may a family think about an offer?

Pure: places and moments go in. Urgency is in the target date already: "sooner" and
"urgent" set an earlier one at referral, so nobody is counted urgent twice.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TypeVar

from dichtbij.shared.calendar import ONE_DAY, at_local, is_working_day, local

OPENS, CLOSES = time(8), time(18)  # [design] a family can be expected to answer
TERM = timedelta(hours=4)  # [design] of those hours
AHEAD = timedelta(minutes=30)  # [design] an answer comes this long before the time


@dataclass(frozen=True)
class Place:
    """One family's place: `entry` is the number of its row."""

    entry: int
    target_on: date
    since_at: datetime

    @property
    def rank(self) -> tuple[date, datetime, int]:
        """Return what decides: target date, then waiting time, then the row itself."""
        return self.target_on, self.since_at, self.entry


P = TypeVar("P", bound=Place)


def in_order(places: Iterable[P]) -> list[P]:
    """Return the places, most pressing first; no two are ever equal."""
    return sorted(places, key=lambda place: place.rank)


def answer_by(now: datetime, starts: datetime) -> datetime | None:
    """Return until when an offer made now stands, or None: too near to wait for.

    Four hours within 8:00-18:00 of working days, and half an hour before the time.
    """
    left, at = TERM, now
    while left > timedelta(0):
        day = local(at).date()
        opens, closes = at_local(day, OPENS), at_local(day, CLOSES)
        if is_working_day(day) and at < closes:
            at = max(at, opens)
            step = min(left, closes - at)
            at, left = at + step, left - step
        if left > timedelta(0):
            at = at_local(day + ONE_DAY, time(0))
    latest = min(at, starts - AHEAD)
    return latest if latest > now + AHEAD else None
