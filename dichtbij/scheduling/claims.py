"""How does one claim a time that somebody else may be claiming at the same moment?"""

from collections.abc import Callable
from typing import TypeVar

from django.db import IntegrityError, OperationalError, connection, transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from dichtbij.scheduling import holds
from dichtbij.scheduling.planner import Slot
from dichtbij.shared import calendar
from dichtbij.shared.errors import Busy

R = TypeVar("R")
TRIES = 4
RETRY_STATES = ("40P01", "40001")  # deadlock, serialisation failure
_PRACTITIONER, _ROOM, _CLIENT = (kind << 56 for kind in (1, 2, 3))


def claim(
    make: Callable[[], R], slot: Slot, client_id: int, hold_id: int | None = None
) -> R:
    """Run a write that PostgreSQL may refuse for overlap. Raises Busy: just taken.

    A time that is kept for an offer is taken too, but for who holds `hold_id`.

    Writes that may clash queue first. Without, each waits while it holds what the other
    waits for: three exclusion constraints deadlock each other under load, a second at
    a time (security.md 7). The constraints stay the truth; a deadlock is tried again.
    """
    for attempt in range(TRIES):
        try:
            with transaction.atomic():
                _queue(slot, client_id)
                _check_kept(slot, hold_id)
                return make()
        except IntegrityError as clash:
            if getattr(clash.__cause__, "sqlstate", "") != "23P01":
                raise
            raise Busy(_busy_words(clash)) from clash
        except OperationalError as fault:
            state = getattr(fault.__cause__, "sqlstate", "")
            if state not in RETRY_STATES or attempt == TRIES - 1:
                raise
    raise AssertionError("unreachable")


def _queue(slot: Slot, client_id: int) -> None:
    """Wait for our turn with practitioner, room and client, in the same order for all.

    Held until the transaction ends, or the claim fails.
    """
    keys = sorted(
        (_PRACTITIONER | slot.practitioner, _ROOM | slot.room, _CLIENT | client_id)
    )
    with connection.cursor() as cursor:
        for key in keys:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [key])


def _check_kept(slot: Slot, hold_id: int | None) -> None:
    kept = holds.keeping(slot, hold_id)
    if kept is not None:
        until = date_format(calendar.local(kept.until_at), "D j F H:i")
        raise Busy(
            _("This time is kept until %(until)s: it was offered to a family.")
            % {"until": until}
        )


def _busy_words(clash: IntegrityError) -> str:
    if "appointment_one_per_client" in str(clash):
        return _("This family already has an appointment at that time.")
    if "offer_of_a_time_once" in str(clash):
        return _("This time was just offered to another family.")
    return _("This time was just taken. Choose one of the next free times.")
