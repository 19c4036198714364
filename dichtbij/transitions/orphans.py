"""Is there anything open that nobody can take care of? The answer must be: nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from dichtbij.clients.models import CareRelation, Client
from dichtbij.shared import clock
from dichtbij.shared.permissions import Role
from dichtbij.transitions.items import OpenItem, open_items_of
from dichtbij.transitions.scope import colleagues

WHY: dict[str, Any] = {
    "nobody": _("has no owner"),
    "left": _("is with someone who no longer works here"),
    "no_relation": _("is with someone who may not open the file"),
    "no_step": _("has no next step"),
}
# What counts as a next step of help that runs.
STEPS = frozenset(
    {"appointment", "waiting", "task", "onward", "consultation", "handover"}
)


@dataclass(frozen=True)
class Orphan:
    """An open item that floats, and why."""

    item: OpenItem
    why: str

    @property
    def words(self) -> str:
        """Return what floats and why; it names nobody."""
        return f"{self.item.label}: {WHY[self.why]}"


def orphans_in(programme_id: int, holder_id: int) -> list[Orphan]:
    """Return what floats at one employer today, in a constant number of queries."""
    children = Client.objects.filter(programme=programme_id, holder=holder_id)
    items = open_items_of(children)
    helpers = set(colleagues(programme_id, holder_id).values_list("pk", flat=True))
    leads = set(
        colleagues(programme_id, holder_id, Role.TEAM_LEAD).values_list("pk", flat=True)
    )
    here = _Here(items, helpers, leads)
    return [Orphan(one, why) for one in items for why in here.faults(one)]


class _Here:
    """Who works here, who may open which file, and which help has a next step."""

    def __init__(
        self, items: list[OpenItem], helpers: set[int], leads: set[int]
    ) -> None:
        self.helpers, self.leads = helpers, leads
        self.helped = {one.client_id for one in items if one.kind == "trajectory"}
        # A team lead's task to look at it is no step of the help itself.
        self.stepping = {
            one.client_id
            for one in items
            if one.kind in STEPS and one.owner_id not in leads - helpers
        }
        self.tied = set(
            CareRelation.objects.active(clock.today())
            .filter(client__in={one.client_id for one in items})
            .values_list("client", "practitioner")
        )

    def faults(self, item: OpenItem) -> Iterator[str]:
        """Yield why an item floats: at most one fault of its owner, and no step."""
        owner = item.owner_id
        if owner is None:
            yield "nobody"
        elif owner in self.leads and item.kind == "task":
            pass
        elif owner not in self.helpers:
            yield "left"
        elif self._now(item) and (item.client_id, owner) not in self.tied:
            yield "no_relation"
        if item.kind == "trajectory" and item.client_id not in self.stepping:
            yield "no_step"

    def _now(self, item: OpenItem) -> bool:
        """Tell whether the file is needed now: help runs, or its day has come."""
        due = item.due_on is None or item.due_on <= clock.today()
        return item.client_id in self.helped or due
