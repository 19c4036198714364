"""How heavy is the help, and since when? Light where it can be (stepped care)."""

from datetime import date

from django.utils.translation import gettext as _

from dichtbij.audit.doors import action
from dichtbij.audit.models import Entry
from dichtbij.care.models import CareLevel, Trajectory
from dichtbij.organisations.models import User
from dichtbij.shared import clock
from dichtbij.shared.errors import Refused
from dichtbij.shared.permissions import Permission


@action(Permission.FILE_WRITE, code=Entry.ActionCode.CREATE)
def set_level(
    *,
    trajectory: Trajectory,
    by: User,
    level: str,
    words: str = "",
    since: date | None = None,
) -> CareLevel:
    """Note that the help became lighter or heavier; the level it has is no change.

    Raises Refused: an unknown level, or a day that has not come.
    """
    if level not in CareLevel.Level.values:
        raise Refused(_("Choose how heavy the help is."))
    if since is not None and since > clock.today():
        raise Refused(_("This day has not come yet."))
    return record_level(trajectory, by, level, words=words, since=since)


def record_level(
    trajectory: Trajectory,
    by: User,
    level: str,
    *,
    words: str = "",
    since: date | None = None,
) -> CareLevel:
    """Add a level to the history, unless it runs already. Asks no permission."""
    # Two windows could each see the old level: the trajectory's row makes them queue.
    Trajectory.objects.select_for_update().get(pk=trajectory.pk)
    history = levels_of(trajectory)
    if history and history[-1].level == level:
        return history[-1]
    return CareLevel.objects.create(
        client_id=trajectory.client_id,
        trajectory=trajectory,
        level=level,
        since=since or clock.today(),
        words=words.strip()[:400],
        noted_by=by,
    )


def levels_of(trajectory: Trajectory) -> list[CareLevel]:
    """Return every level of this help in order, the one that runs last."""
    return list(
        CareLevel.objects.filter(trajectory=trajectory)
        .select_related("noted_by")
        .order_by("since", "id")
    )
