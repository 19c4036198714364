"""What does a shared calendar read of a person or a room? When, and nothing else.

Weekly days are repeating events without the days that are lost, appointments are
"busy". Local times carry their time zone, so that nine o'clock stays nine o'clock when
summer time begins. Source: RFC 5545 (3.6.5, 3.8.5, 3.8.7.4), RFC 7986 5.7.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from icalendar import Calendar, Event

from dichtbij.scheduling.planner import PracticeDayRule
from dichtbij.shared.calendar import AMSTERDAM

HOURLY = timedelta(hours=1)
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True)
class Weekly:
    """A weekly day, up to its last date in the feed, without the dates in `lost`."""

    uid: UUID
    rule: PracticeDayRule
    last: date
    lost: Sequence[date] = field(default=())


@dataclass(frozen=True)
class Busy:
    """A time that is taken, or was until it was cancelled."""

    uid: UUID
    starts_at: datetime
    ends_at: datetime
    stamp: datetime
    sequence: int
    cancelled: bool = False


def feed_of(
    weekly: Iterable[Weekly], busy: Iterable[Busy], *, day_word: str, busy_word: str
) -> bytes:
    """Return the calendar as a file; the same facts give the same bytes."""
    calendar = Calendar()
    calendar.add("prodid", "-//Dichtbij//NL")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("refresh-interval", HOURLY, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    for day in weekly:
        event = _weekly(day, day_word)
        if event is not None:
            calendar.add_component(event)
    for one in busy:
        calendar.add_component(_busy(one, busy_word))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _event(uid: UUID, summary: str, stamp: datetime, sequence: int) -> Event:
    event = Event()
    event.add("uid", f"{uid}@dichtbij")
    event.add("dtstamp", stamp)
    event.add("sequence", sequence)
    event.add("summary", summary)
    event.add("class", "PRIVATE")
    return event


def _weekly(day: Weekly, word: str) -> Event | None:
    rule = day.rule
    first = rule.valid_from + timedelta(
        days=(rule.weekday - rule.valid_from.weekday()) % 7
    )
    if first > day.last:
        return None
    begin = _local(first, rule.starts)
    # The day itself changes no more: when it is lost, that is an exception to it.
    stamp = _local(rule.valid_from, time.min).astimezone(UTC)
    event = _event(day.uid, word, stamp, len(day.lost))
    event.add("dtstart", begin)
    event.add("dtend", _local(first, rule.ends))
    event.add("transp", "TRANSPARENT")
    until = _local(day.last, rule.starts).astimezone(UTC)
    event.add("rrule", {"freq": "weekly", "byday": DAYS[rule.weekday], "until": until})
    if day.lost:
        event.add("exdate", [_local(on, rule.starts) for on in day.lost])
    return event


def _busy(one: Busy, word: str) -> Event:
    # Cancelling is a change too (RFC 5545 3.8.7.4).
    event = _event(one.uid, word, one.stamp, one.sequence + one.cancelled)
    event.add("dtstart", one.starts_at.astimezone(AMSTERDAM))
    event.add("dtend", one.ends_at.astimezone(AMSTERDAM))
    event.add("status", "CANCELLED" if one.cancelled else "CONFIRMED")
    return event


def _local(on: date, at: time) -> datetime:
    return datetime.combine(on, at, AMSTERDAM)
