"""Lay decisions before two officers; run by test_two_decisions in its database.

python -m tests.attack.deciding        (prints what the clients need, as JSON)
"""

import json
import sys
from datetime import date
from typing import Any

from dichtbij import postgres
from tests.attack.approvals import _colleague
from tests.attack.letters import _session
from tests.live import NOW

PERSONA = "gemeente-kampen"
KINDS = ("interim_1", "interim_2", "final")


def prepare() -> dict[str, Any]:
    """Return sessions of two officers, and decisions that practices answered."""
    import django

    django.setup()
    from dichtbij.organisations.models import User
    from dichtbij.shared import clock

    with clock.at(NOW):
        first = User.objects.get(persona=PERSONA)
        who = {PERSONA: first, f"tweede-{PERSONA}": _colleague(first, PERSONA)}
        programme = first.memberships.get().programme
        return {
            "decisions": [_asked(programme, kind, first) for kind in KINDS],
            "sessions": {name: _session(user) for name, user in who.items()},
            "names": {name: user.name for name, user in who.items()},
        }


def _asked(programme: Any, kind: str, by: Any) -> str:
    from dichtbij.decisions.models import Decision
    from dichtbij.evaluation.models import EvaluationRound
    from dichtbij.shared import clock

    told = {
        "status": EvaluationRound.Status.CLOSED,
        "numbers": {},
        "pdf": b"%PDF-1.7",
        "sha256": "a" * 64,
        "closed_at": clock.now(),
    }
    of_round, _made = EvaluationRound.objects.get_or_create(
        programme=programme, kind=kind, defaults=told | {"due_on": date(2026, 1, 1)}
    )
    EvaluationRound.objects.filter(pk=of_round.pk).exclude(
        status=EvaluationRound.Status.CLOSED
    ).update(**told)
    made = Decision.objects.create(
        programme=programme,
        evaluation_round=of_round,
        made_by=by,
        made_at=clock.now(),
        status=Decision.Status.CONSULTED,
        votes_until=date(2026, 1, 2),
    )
    for option in ("extended", "stopped"):
        made.options.create(kind=option, words=option, until_on=date(2027, 1, 1))
    return str(made.uuid)


if __name__ == "__main__":
    postgres.ensure_running()
    try:
        sys.stdout.write(json.dumps(prepare()))
    finally:
        postgres.leave()
