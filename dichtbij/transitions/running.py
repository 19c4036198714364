"""Which families are being helped now, what is the next step of each, and whose is it?

For who hands over: computed from what is open, as the list of a change is (ADR 0055).
"""

from dataclasses import dataclass
from datetime import date

from dichtbij.clients.models import Client
from dichtbij.organisations.models import User
from dichtbij.shared.walls import standing
from dichtbij.transitions.items import OpenItem, open_items_of
from dichtbij.transitions.orphans import STEPS

# A family with one of these is expected to be helped; what else is open goes with it.
HELPED_BY = frozenset({"trajectory", "referral", "waiting", "appointment"})


@dataclass(frozen=True)
class RunningFamily:
    """One child with help to come: who has it, and the step that comes first."""

    client_id: int
    owner: str
    step: OpenItem | None
    open: int


def running_families(user: User) -> list[RunningFamily]:
    """Return the running families one may meet, those without a step first.

    Then by the day of the next step. A constant number of queries.
    """
    where = standing()
    if where is None:
        return []
    mine = Client.objects.filter(
        programme=where.programme_id, holder__in=where.holders
    ).visible_to(user)
    by_child: dict[int, list[OpenItem]] = {}
    for one in open_items_of(mine):
        by_child.setdefault(one.client_id, []).append(one)
    found = [
        _family(child, items)
        for child, items in by_child.items()
        if any(one.kind in HELPED_BY for one in items)
    ]
    return sorted(found, key=_order)


def _family(child: int, items: list[OpenItem]) -> RunningFamily:
    helped = next(one for one in items if one.kind in HELPED_BY)
    steps = [one for one in items if one.kind in STEPS]
    first = min(steps, key=lambda one: one.due_on or date.max, default=None)
    return RunningFamily(child, helped.owner, first, len(items))


def _order(one: RunningFamily) -> tuple[date, int]:
    if one.step is None:
        return date.min, one.client_id
    return one.step.due_on or date.max, one.client_id
