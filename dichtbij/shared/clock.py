"""What time is it? The only place that asks, so that tests and the demo can say.

In demo mode a weekend or public holiday shows the last working day (rulings.md R11);
the time of day keeps running.
"""

import time as time_module
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, time, timedelta

from django.conf import settings

from dichtbij.shared import calendar

__all__ = [
    "AMSTERDAM",
    "MIDNIGHT",
    "UTC",
    "at",
    "monotonic",
    "now",
    "real_now",
    "today",
]

AMSTERDAM = calendar.AMSTERDAM
MIDNIGHT = time(0)
_told: ContextVar[datetime | None] = ContextVar("told", default=None)


def now() -> datetime:
    """Return this moment, aware, in UTC."""
    told = _told.get()
    if told is not None:
        return told
    real = real_now()
    return real - demo_shift(real) if settings.DEMO else real


def real_now() -> datetime:
    """Return the moment of the machine, aware, in UTC; only the demo note asks it."""
    return datetime.now(UTC)


def today() -> date:
    """Return the local date in Europe/Amsterdam."""
    return now().astimezone(AMSTERDAM).date()


def demo_shift(real: datetime) -> timedelta:
    """Return how far the demo looks back to stand on a working day."""
    on = real.astimezone(AMSTERDAM).date()
    back = on
    while not calendar.is_working_day(back):
        back -= timedelta(days=1)
    return timedelta(days=(on - back).days)


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Say that it is `moment` (aware) inside the block: for tests and the demo town."""
    before = _told.set(moment.astimezone(UTC))
    try:
        yield
    finally:
        _told.reset(before)


def monotonic() -> float:
    """Return seconds on a clock that only measures: how long something took."""
    return time_module.monotonic()
