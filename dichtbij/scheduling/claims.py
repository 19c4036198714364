"""How does one claim a time that somebody else may be claiming at the same moment?"""

from collections.abc import Callable
from typing import TypeVar

from django.db import IntegrityError, OperationalError, transaction
from django.utils.translation import gettext as _

from dichtbij.shared.errors import Busy

R = TypeVar("R")
TRIES = 4
RETRY_STATES = ("40P01", "40001")  # deadlock, serialisation failure


def claim(make: Callable[[], R]) -> R:
    """Run a write that PostgreSQL may refuse for overlap; deadlocks are tried again.

    Two exclusion constraints can deadlock each other (security.md 7): the loser waits
    for the winner and then reads the truth. Raises Busy when the time was taken.
    """
    for attempt in range(TRIES):
        try:
            with transaction.atomic():
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


def _busy_words(clash: IntegrityError) -> str:
    if "appointment_one_per_client" in str(clash):
        return _("This family already has an appointment at that time.")
    return _("This time was just taken. Choose one of the next free times.")
