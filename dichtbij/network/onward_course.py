"""What happens after the signature: accepted, waiting, started, or no help at all?"""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from dichtbij.audit.doors import action
from dichtbij.care.levels import record_level
from dichtbij.care.models import CareLevel, Outcome, Task
from dichtbij.network.models import OnwardReferral
from dichtbij.network.onward_notes import Status, lock, note, same, settle
from dichtbij.network.onward_words import Happened
from dichtbij.network.paper import in_its_language
from dichtbij.organisations.models import User
from dichtbij.shared import calendar, clock
from dichtbij.shared.errors import Refused
from dichtbij.shared.permissions import Permission

ASK_AFTER = timedelta(weeks=6)  # Source: ux.md 3 row 20
ASK_NO_SOONER = timedelta(weeks=1)  # [design] after a wait that is already over
LONGEST_WAIT_DAYS = 1095  # [design] three years: longer is a slip of the keyboard
UNDERWAY = (Status.SIGNED, Status.SENT, Status.ACCEPTED, Status.WAITING)


@action(Permission.ONWARD_ADVISE)
def note_accepted(
    *, onward: OnwardReferral, by: User, on: date | None = None
) -> OnwardReferral:
    """Note that the destination took the child on; twice is once. Raises Refused."""
    found = _underway(onward, on)
    if found.status != Status.ACCEPTED:
        found.status = Status.ACCEPTED
        _keep(found)
        note(found, Happened.ACCEPTED, by, on=on)
    return same(onward, found)


@action(Permission.ONWARD_ADVISE)
def note_waiting(*, onward: OnwardReferral, by: User, days: int) -> OnwardReferral:
    """Note how many days the family was told to wait; after them we ask again.

    Raises Refused.
    """
    if not 0 <= days <= LONGEST_WAIT_DAYS:
        raise Refused(_("A waiting time is a whole number of days, from 0 to 1095."))
    found = _underway(onward)
    found.status, found.wait_days = Status.WAITING, days
    found.ask_started_on = clock.today() + max(timedelta(days=days), ASK_NO_SOONER)
    _keep(found)
    settle(found, Task.Kind.STARTED)
    with in_its_language():
        words = _("%(days)s days") % {"days": days}
    note(found, Happened.WAITING, by, words=words)
    return same(onward, found)


@action(Permission.ONWARD_ADVISE)
def note_started(
    *, onward: OnwardReferral, by: User, on: date | None = None
) -> OnwardReferral:
    """Note on which day the help began; it is specialist help from then on.

    Twice is once. Raises Refused.
    """
    found = lock(onward)
    if found.status != Status.STARTED:
        found = _underway(onward, on)
        _end(found, Status.STARTED)
        note(found, Happened.STARTED, by, on=on)
        with in_its_language():
            words = str(Outcome(found.destination).label)
        record_level(
            found.trajectory, by, CareLevel.Level.SPECIALIST, words=words, since=on
        )
    return same(onward, found)


@action(Permission.ONWARD_ADVISE)
def note_not_started(
    *, onward: OnwardReferral, by: User, reason: str
) -> OnwardReferral:
    """Note why the help does not go on. Raises Refused, also without a reason."""
    if not reason.strip():
        raise Refused(_("Write why the help does not go on."))
    found = _underway(onward)
    _end(found, Status.ENDED)
    note(found, Happened.NOT_STARTED, by, words=reason)
    return same(onward, found)


@action(Permission.ONWARD_ADVISE)
def set_bridging(*, onward: OnwardReferral, by: User, given: bool) -> OnwardReferral:
    """Note that bridging care begins or ends; twice is once. Raises Refused."""
    found = _underway(onward)
    if found.bridging != given:
        found.bridging = given
        _keep(found)
        note(found, Happened.BRIDGING if given else Happened.BRIDGED, by)
    return same(onward, found)


def _underway(onward: OnwardReferral, on: date | None = None) -> OnwardReferral:
    """Return the locked row of a signed referral whose help did not begin yet."""
    found = lock(onward)
    signature = getattr(found, "signature", None)
    if signature is None:
        raise Refused(_("No GP has signed this yet."))
    if found.status not in UNDERWAY:
        raise Refused(_over(found))
    signed_on = calendar.local(signature.signed_at).date()
    if on is not None and not signed_on <= on <= clock.today():
        raise Refused(_("Choose a day from the signature until today."))
    return found


def _over(found: OnwardReferral) -> str:
    if found.status == Status.STARTED:
        return _("The help has started already.")
    return _("It was noted already that this help does not go on.")


def _end(found: OnwardReferral, status: str) -> None:
    """Nothing is expected any more: ask no further."""
    found.status, found.ask_started_on, found.bridging = status, None, False
    _keep(found)
    settle(found, Task.Kind.STARTED)


def _keep(found: OnwardReferral) -> None:
    found.save(update_fields=["status", "wait_days", "ask_started_on", "bridging"])
