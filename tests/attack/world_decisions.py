"""Decisions at each stage, and a release: both sides of a programme read them all.

So they carry no mark; what no mark of a side may stand in, the matrix shows.
"""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from dichtbij.decisions.models import Decision
from dichtbij.shared import clock

Status = Decision.Status


def decision_rows(town: SimpleNamespace, of_round: Any) -> dict[str, Any]:
    """Return the rows behind the routes of decisions and of figures to take along."""
    taken = Decision.objects.filter(status=Status.TAKEN).first()
    return {
        "taken_decision": taken or _taken(town, of_round),
        "decision": Decision.objects.exclude(status=Status.TAKEN).first()
        or _asked(town, of_round),
        "release": of_round.releases.get(),
    }


def _asked(town: SimpleNamespace, of_round: Any) -> Decision:
    made: Decision = Decision.objects.create(
        programme=town.programme,
        evaluation_round=of_round,
        made_by=town.ella,
        made_at=clock.now(),
        status=Status.CONSULTED,
        votes_until=clock.today() + timedelta(days=10),
    )
    made.options.create(kind="structural", words="Voortaan overal.")
    return made


def _taken(town: SimpleNamespace, of_round: Any) -> Decision:
    made = _asked(town, of_round)
    Decision.objects.filter(pk=made.pk).update(
        status=Status.TAKEN,
        chosen=made.options.get(),
        grounds="Zie het verslag.",
        taken_by=town.ella,
        taken_at=clock.now(),
        sha256="0" * 64,
    )
    return made
