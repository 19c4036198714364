"""What does the page of a round show, and what may be done there now?"""

from typing import Any

from dichtbij.audit.doors import may
from dichtbij.evaluation.actions import KINDS
from dichtbij.evaluation.models import EvaluationRound, Reflection
from dichtbij.evaluation.sections import sections_of
from dichtbij.portal.programme.evaluation_form import releases_for
from dichtbij.programmes.models import Milestone, Programme
from dichtbij.shared import clock
from dichtbij.shared.permissions import Permission

PAGES = "portal/programme/pages"
Status = EvaluationRound.Status
HEAVY = ("pdf", "numbers")


def timeline(
    programme: Programme, rounds: list[EvaluationRound]
) -> list[dict[str, Any]]:
    """Return the agreed moments in order, each with its round and what it needs."""
    known = {one.kind: one for one in rounds}
    due = Milestone.objects.filter(programme=programme, kind__in=KINDS)
    moments = {one.kind: one.due_on for one in due}
    moments |= {one.kind: one.due_on for one in rounds}
    return [
        {
            "label": Milestone.Kind(kind).label,
            "due_on": moments[kind],
            "round": known.get(kind),
            "past": moments[kind] < clock.today(),
        }
        for kind in sorted(moments, key=lambda one: moments[one])
    ]


def shown(found: EvaluationRound, mine: list[Reflection]) -> dict[str, Any]:
    """Return the context of the page of a round; `mine` is what one was asked."""
    runs = may(Permission.EVALUATION_RUN)
    closed = found.status == Status.CLOSED
    return {
        "round": found,
        "kind": Milestone.Kind(found.kind).label,
        "sections": sections_of(found.numbers) if closed and found.numbers else [],
        "cited": list(found.releases.order_by("starts_on")),
        "available": found.status == Status.PLANNED and releases_for(found).exists(),
        "can_open": runs and found.status == Status.PLANNED,
        "can_close": runs and found.status == Status.OPEN,
        "mine": mine,
        "asked": _asked(found) if found.status == Status.OPEN else None,
        "asks_voices": found.status == Status.OPEN and may(Permission.VOICE_ASK),
    }


def _asked(found: EvaluationRound) -> dict[str, int]:
    """Return how many organisations were asked and how many answered, unnamed."""
    return {
        "all": found.reflections.count(),
        "given": found.reflections.exclude(given_at=None).count(),
    }
