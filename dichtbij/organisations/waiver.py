"""May children's data be served with local accounts only? On a dated, written word.

Until single sign-on is configured, a privacy officer must have agreed in writing that
local accounts with a second factor will do; who and when stands in the log (R15).
"""

import os
from datetime import date

from dichtbij.audit import log
from dichtbij.audit.doors import standing_at
from dichtbij.audit.models import Entry
from dichtbij.organisations.models import User
from dichtbij.shared import clock
from dichtbij.shared.walls import Standing

BY, ON = "DICHTBIJ_WAIVER_BY", "DICHTBIJ_WAIVER_ON"
EVENT = "sign_in_waiver"
LASTS_DAYS = 366


def refuse_without_waiver() -> str | None:
    """Return why serving is refused, or None: a waiver of this year is named."""
    by, on = os.environ.get(BY, "").strip(), _day(os.environ.get(ON, ""))
    if not by or on is None:
        return (
            "Single sign-on (OIDC) is not configured, so serving children's data needs "
            f"the privacy officer's dated waiver: set {BY} to a name and {ON} to the "
            "date on it (2026-03-10)."
        )
    age = (clock.today() - on).days
    if not 0 <= age <= LASTS_DAYS:
        return f"The waiver of {on} ({ON}) lies in the future or is over a year old."
    return None


def record_waiver() -> None:
    """Write in the log on whose word this installation serves, once per waiver."""
    by, on = os.environ[BY].strip()[:200], os.environ[ON].strip()
    known = Entry.objects.filter(
        programme_id=None, event_type=EVENT, user_name=by, object_id=on
    )
    if known.exists():
        return
    system = Standing(user_id=User.objects.system().pk, role="system")
    with standing_at(system):
        log.record(
            EVENT,
            Entry.ActionCode.EXECUTE,
            user_name=by,
            object_type="Waiver",
            object_id=on,
        )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
