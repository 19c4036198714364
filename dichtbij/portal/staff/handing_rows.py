"""How does one page of open items read: whose, about whom, and what may be chosen?"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dichtbij.organisations.models import User
from dichtbij.portal.staff.folder import holds
from dichtbij.shared.permissions import Permission
from dichtbij.transitions.actions import END, GIVE, STAYS
from dichtbij.transitions.items import OpenItem
from dichtbij.transitions.models import Transition

PAGE = 25
CHOICE = "choice-"
# What ends without words, and who may: the same permission as on its own page.
ENDABLE = {
    "task": Permission.FILE_WRITE,
    "appointment": Permission.APPOINTMENT_BOOK,
    "consultation": Permission.CONSULTATION_WRITE,
    "link": Permission.TRANSITION_WRITE,
    "relation": Permission.TRANSITION_WRITE,
}


@dataclass(frozen=True)
class Row:
    """One open item as the page shows it; `child` is None for who may not meet it."""

    item: OpenItem
    child: Any
    open: bool
    may_end: bool
    may_stay: bool
    first_of_kind: bool

    @property
    def name(self) -> str:
        """Return the name of the field in which its choice stands."""
        return f"{CHOICE}{self.item.key}"


def page_of(items: Sequence[OpenItem], after: str) -> tuple[list[OpenItem], str]:
    """Return one page of items after a key, and the key of the next page or ""."""
    keys = [one.key for one in items]
    start = keys.index(after) + 1 if after in keys else 0
    shown = list(items[start : start + PAGE])
    more = len(items) > start + PAGE
    return shown, shown[-1].key if more else ""


def rows_of(
    change: Transition,
    shown: Iterable[OpenItem],
    left: Iterable[OpenItem],
    children: Mapping[int, Any],
    colleagues: Iterable[User],
) -> list[Row]:
    """Return the rows; what may be chosen follows from the matrix, without queries."""
    waiting = {one.key for one in left}
    here = {one.pk for one in colleagues}
    held = {kind for kind, needed in ENDABLE.items() if holds(needed)}
    rows: list[Row] = []
    for one in shown:
        child = children.get(one.client_id)
        rows.append(
            Row(
                item=one,
                child=child,
                open=one.key in waiting,
                may_end=one.kind in held and child is not None,
                may_stay=change.kind != Transition.Kind.LEAVES and one.owner_id in here,
                first_of_kind=not rows or rows[-1].item.kind != one.kind,
            )
        )
    return rows


def choices_in(posted: Mapping[str, Any]) -> dict[str, str]:
    """Return what was chosen per item, without the rows left as they were."""
    return {
        name.removeprefix(CHOICE): str(value)
        for name, value in posted.items()
        if name.startswith(CHOICE) and (value in (STAYS, END) or GIVE in str(value))
    }


def counts_of(items: Iterable[OpenItem]) -> list[tuple[str, int]]:
    """Return how many there are of each kind, in the order of the list."""
    return list(Counter(one.label for one in items).items())
