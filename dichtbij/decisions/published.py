"""What does everyone read of the decisions that were taken? Never who took them."""

from dataclasses import dataclass
from datetime import date

from dichtbij.decisions.consulting import consulted
from dichtbij.decisions.models import Decision, DecisionOption
from dichtbij.programmes.models import Programme
from dichtbij.shared import calendar


@dataclass(frozen=True)
class Published:
    """One decision: what was chosen, why, and how many practices preferred what."""

    taken_on: date
    chosen: str
    words: str
    of_round: str
    until_on: date | None
    grounds: str
    conditions: str
    preferred: tuple[tuple[str, int], ...]
    voted: int
    of: int
    review_on: date | None
    sha256: str


def published_decisions(programme: Programme) -> list[Published]:
    """Return the decisions of a programme, the newest first."""
    taken = (
        Decision.objects.filter(programme=programme, status=Decision.Status.TAKEN)
        .select_related("programme", "evaluation_round", "chosen")
        .defer("evaluation_round__pdf", "evaluation_round__numbers")
        .order_by("-taken_at")
    )
    return [_published(one, one.chosen) for one in taken if one.chosen is not None]


def _published(decision: Decision, chosen: DecisionOption) -> Published:
    heard = consulted(decision)
    return Published(
        taken_on=calendar.local(decision.taken_at or decision.made_at).date(),
        chosen=str(chosen.get_kind_display()),
        words=chosen.words,
        of_round=str(decision.evaluation_round.get_kind_display()),
        until_on=chosen.until_on,
        grounds=decision.grounds,
        conditions=decision.conditions,
        preferred=tuple((str(o.get_kind_display()), n) for o, n in heard.counts),
        voted=heard.voted,
        of=heard.of,
        review_on=decision.review_on,
        sha256=decision.sha256,
    )
