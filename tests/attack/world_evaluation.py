"""An evaluation that is open, with voices that carry the mark of their employer.

All of the programme read a round, so it carries no mark; what an organisation says is
read when the round is closed, and a voice by its employer alone.
"""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

from dichtbij.audit.doors import standing_at
from dichtbij.evaluation.actions import PlanTerms, freeze_plan, make_rounds, open_round
from dichtbij.evaluation.models import EvaluationRound, Reflection, Voice
from dichtbij.evaluation.voices import LEAST_VOICES, summary_of, write_summary
from dichtbij.programmes.models import Milestone
from dichtbij.shared import clock
from dichtbij.shared.walls import Standing
from tests.released import release

LEADS = {"noord": "bram", "zuid": "cees"}
OPEN, LATER = "interim_1", "interim_2"


def evaluation_rows(town: SimpleNamespace, side: str, mark: str) -> dict[str, Any]:
    """Return the rows behind the routes of evaluations; one round for both sides."""
    found = _round(town)
    lead = getattr(town, LEADS[side])
    with standing_at(lead.membership.place()):
        for number in range(LEAST_VOICES):
            Voice.objects.create(
                programme=town.programme,
                holder=getattr(town, f"employer_{side}"),
                evaluation_round=found,
                party="family",
                goes_well=f"{mark} stem {number}",
                given_on=clock.today(),
            )
        summary = write_summary(
            summary=summary_of(found, "family"), by=lead, words=f"{mark} samenvatting"
        )
    mine = Reflection.objects.get(organisation=getattr(town, f"practice_{side}"))
    return {"round": found, "reflection": mine, "summary": summary}


def _round(town: SimpleNamespace) -> EvaluationRound:
    made = EvaluationRound.objects.filter(kind=OPEN).first()
    if made is not None:
        return made
    for kind, month in ((OPEN, 3), (LATER, 9), ("final", 12)):
        Milestone.objects.create(
            programme=town.programme, kind=kind, due_on=date(2026, month, 1)
        )
    published = release(town.programme, date(2025, 7, 1), date(2025, 12, 31), {})
    leads = Standing(
        user_id=town.dirk.pk, role="project_leader", programme_id=town.programme.pk
    )
    with standing_at(leads):
        make_rounds(programme=town.programme, by=town.dirk)
        terms = PlanTerms("referrals_per_1000", "low", 10)
        freeze_plan(programme=town.programme, by=town.dirk, terms=terms)
        return open_round(
            evaluation_round=EvaluationRound.objects.get(kind=OPEN),
            by=town.dirk,
            releases=[published],
            reflections_until=clock.today() + timedelta(days=28),
        )
