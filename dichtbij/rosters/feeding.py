"""What stands behind the secret address of a calendar, and does it still open?"""

import hashlib
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q
from django.utils.translation import gettext as _

from dichtbij.audit.doors import standing_at
from dichtbij.organisations.models import Membership
from dichtbij.rosters.feed import Busy, Weekly, feed_of
from dichtbij.rosters.models import CalendarFeed
from dichtbij.rosters.year import days_between
from dichtbij.scheduling.models import Appointment, Closure, PracticeDay
from dichtbij.scheduling.openings import closure_of, rule_of
from dichtbij.shared import clock
from dichtbij.shared.walls import Standing

BACK = timedelta(days=30)  # how long a cancelled time is still said to be cancelled
NOTED_EVERY = timedelta(hours=1)
Status = Appointment.Status
TAKEN = (Status.BOOKED, Status.HELD, Status.NO_SHOW)


@dataclass(frozen=True)
class Fed:
    """The file that a calendar reads, and the tag by which it knows it already."""

    content: bytes
    etag: str


def hash_of(token: str) -> bytes:
    """Return what is kept of the token in an address."""
    return hashlib.sha256(token.encode(errors="surrogatepass")).digest()


def open_feed(token: str) -> Fed | None:
    """Return the calendar behind a token, or None: forged, revoked, or its person left.

    Nobody stands anywhere: the feed itself says which rows are read, at its employer
    and in its room's practice, and only times leave.
    """
    feed = (
        CalendarFeed.objects.filter(token_hash=hash_of(token), revoked_at=None)
        .select_related("room")
        .first()
    )
    if feed is None or not _still_works(feed):
        return None
    place = Standing(
        user_id=0,
        role="system",
        programme_id=feed.programme_id,
        holders=(feed.holder_id,),
        practices=(feed.room.practice_id,) if feed.room else (),
    )
    with standing_at(place):
        content = _content(feed)
        _note_reading(feed)
    return Fed(content, f'"{hashlib.sha256(content).hexdigest()[:32]}"')


def _still_works(feed: CalendarFeed) -> bool:
    """Tell whether its person, or else its maker, still works for this employer."""
    return (
        Membership.objects.active()
        .filter(
            user=feed.user_id or feed.made_by_id,
            organisation=feed.holder_id,
            programme=feed.programme_id,
        )
        .exists()
    )


def _note_reading(feed: CalendarFeed) -> None:
    """Note when it was read, at most once an hour: programs read it all day."""
    now = clock.now()
    CalendarFeed.objects.filter(
        Q(read_at=None) | Q(read_at__lt=now - NOTED_EVERY), pk=feed.pk
    ).update(read_at=now)


def _content(feed: CalendarFeed) -> bytes:
    first = clock.today() - BACK
    last = date(clock.today().year + 1, 12, 31)
    whose = Q(room=feed.room_id) if feed.room_id else Q(practitioner=feed.user_id)
    return feed_of(
        _weekly(feed, whose, first, last),
        _busy(feed, whose, first, last),
        day_word=_("Practice day"),
        busy_word=_("Busy"),
    )


def _weekly(feed: CalendarFeed, whose: Q, first: date, last: date) -> list[Weekly]:
    days = list(
        PracticeDay.objects.between(first, last)
        .filter(whose, programme=feed.programme_id)
        .order_by("id")
    )
    shut = Closure.objects.standing_on(date.min, last).filter(
        programme=feed.programme_id
    )
    closures = [closure_of(row) for row in shut.order_by("id")]
    found = []
    for day in days:
        until = min(day.valid_until or last, last)
        dates = days_between([rule_of(day)], closures, day.valid_from, until)
        lost = [one.on for one in dates if one.lost]
        found.append(Weekly(day.uuid, rule_of(day), until, lost))
    return found


def _busy(feed: CalendarFeed, whose: Q, first: date, last: date) -> list[Busy]:
    rows = (
        Appointment.objects.between(first, last)
        .filter(whose, programme=feed.programme_id)
        .filter(status__in=(*TAKEN, Status.CANCELLED, Status.NO_SHOW_NOTICE))
        .order_by("starts_at", "id")
    )
    return [
        Busy(
            one.uuid,
            one.starts_at,
            one.ends_at,
            one.booked_at,
            one.moves,
            one.status not in TAKEN,
        )
        for one in rows
    ]
