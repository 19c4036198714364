"""What stands in a decision, of which the hash is kept?

Everything that was weighed and chosen, and the figures it speaks of by their hash. Of
people only the key of who took it: a name may change, the record may not.
"""

from typing import Any

from dichtbij.decisions.models import Decision


def record_of(decision: Decision) -> dict[str, Any]:
    """Return a decision as plain JSON. Expects one that was taken."""
    of_round, release = decision.evaluation_round, decision.release
    return {
        "decision": str(decision.uuid),
        "programme": str(decision.programme.uuid),
        "round": {"id": str(of_round.uuid), "sha256": of_round.sha256},
        "release": release and {"id": str(release.uuid), "sha256": release.sha256},
        "options": [
            {
                "kind": one.kind,
                "words": one.words,
                "for": one.arguments_for,
                "against": one.arguments_against,
                "cents_per_year": one.cents_per_year,
                "until_on": one.until_on and one.until_on.isoformat(),
            }
            for one in decision.options.all()
        ],
        "votes": _votes(decision),
        "votes_until": decision.votes_until and decision.votes_until.isoformat(),
        "chosen": decision.chosen and decision.chosen.kind,
        "grounds": decision.grounds,
        "conditions": decision.conditions,
        "review_on": decision.review_on and decision.review_on.isoformat(),
        "taken_by": decision.taken_by_id,
        "taken_at": decision.taken_at and decision.taken_at.isoformat(),
    }


def _votes(decision: Decision) -> list[dict[str, str]]:
    rows = decision.votes.select_related("practice", "option").order_by("practice")
    return [
        {
            "practice": str(one.practice.uuid),
            "option": one.option.kind,
            "words": one.words,
        }
        for one in rows
    ]
