"""How does signing in and out reach the log? On the installation's chain, at once.

The line says who, when, from where and how it ended; never an e-mail address, a
password or a code. For a failed attempt the user's key stands there when it is known.
"""

import uuid
from typing import Any

from django.http import HttpRequest

from dichtbij.audit import log
from dichtbij.audit.doors import standing_at
from dichtbij.audit.models import Entry
from dichtbij.organisations.models import User
from dichtbij.shared.walls import Standing

OK, REFUSED = Entry.Outcome.SUCCESS, Entry.Outcome.REFUSED


def at_the_door(request: HttpRequest, user: Any = None) -> Standing:
    """Return where someone stands who is signing in: nowhere yet, no row opens."""
    return Standing(
        user_id=user.pk if user is not None else 0,
        role="",
        network_point=str(request.META.get("REMOTE_ADDR", ""))[:60],
        trace_id=uuid.uuid4().hex,
    )


def note(
    event: str,
    request: HttpRequest,
    user: Any = None,
    *,
    outcome: Entry.Outcome = OK,
    **changes: str,
) -> None:
    """Write one line in a transaction of its own: what follows may still fail."""
    with standing_at(at_the_door(request, user)):
        log.record(
            event,
            Entry.ActionCode.EXECUTE,
            user_id=user.pk if user is not None else None,
            user_name=user.name if user is not None and outcome == OK else "",
            outcome=outcome,
            **changes,
        )


def note_failure(event: str, request: HttpRequest, email: str) -> None:
    """Note an attempt that failed; an unknown address leaves no trace of itself."""
    user = User.objects.filter(email=email.lower()).first()
    note(event, request, user, outcome=REFUSED)
