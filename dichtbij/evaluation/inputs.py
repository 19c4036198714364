"""What is a report made of, read at one moment: releases, returns, words, money?

No record of a child is read: released cells through their one door, counts that
practices gave, settled statements, and what organisations said under their own name.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Sum

from dichtbij.evaluation.models import EvaluationRound, VoiceRequest
from dichtbij.evaluation.report_data import CELL, Gathered, numbers_of
from dichtbij.evaluation.returns import panel_and_told
from dichtbij.evaluation.saving_data import Money
from dichtbij.finance.models import Statement
from dichtbij.insight.indicators_dictionary import INDICATORS
from dichtbij.insight.released import Released, releases_of
from dichtbij.programmes.models import ListedPractice, Participation, Programme
from dichtbij.shared import calendar

__all__ = ["Gathered", "Money", "gather", "indicator_versions", "numbers_of"]


def gather(found: EvaluationRound, *, at: datetime, money: Money) -> Gathered:
    """Return all that the report of a round is made of, as it was at a moment."""
    cited = set(found.releases.values_list("uuid", flat=True))
    releases = [one for one in releases_of(found.programme_id) if one.uuid in cited]
    told = [one for one in releases if not one.withheld]
    programme = found.programme
    until = max((one.ends_on for one in told), default=found.due_on)
    on = calendar.local(at).date()
    panel, told_of_panel = panel_and_told(programme, until, at)
    return Gathered(
        kind=found.kind,
        look=_look(found),
        made_on=on.isoformat(),
        programme={
            "name": programme.name,
            "slug": programme.slug,
            "function": programme.function_label,
            "aims": programme.aims,
            "starts_on": programme.starts_on.isoformat(),
            "until": until.isoformat(),
        },
        plan=_plan(found),
        releases=[_cited(one) for one in reversed(told)],
        tables=_summed(told),
        distance=sum(_distance(one) for one in told),
        norm_days=programme.first_consult_norm_days,
        returns=panel,
        returns_told=told_of_panel,
        reach=_reach(programme, until),
        hours=_hours(programme, until, at),
        reflections=_reflections(found),
        summaries=_summaries(found),
        voices=_voices(found),
        money=money,
    )


def _look(found: EvaluationRound) -> int:
    earlier = EvaluationRound.objects.filter(
        programme=found.programme_id, due_on__lt=found.due_on
    )
    return earlier.count() + 1


def _plan(found: EvaluationRound) -> dict[str, Any]:
    plan = found.plan
    if plan is None:
        raise ValueError("a round that was opened has a plan")
    return {
        "version": plan.version,
        "primary_indicator": plan.primary_indicator,
        "direction": plan.direction,
        "looks_on": [on.isoformat() for on in plan.looks_on],
        "spending": plan.spending,
        "smallest_effect_percent": plan.smallest_effect_percent,
        "subgroups": plan.subgroups,
        "reason": plan.reason,
        "indicators": plan.indicators,
        "sha256": plan.sha256,
        "frozen_on": calendar.local(plan.frozen_at).date().isoformat(),
    }


def _cited(one: Released) -> dict[str, Any]:
    return {
        "uuid": str(one.uuid),
        "starts_on": one.starts_on.isoformat(),
        "ends_on": one.ends_on.isoformat(),
        "sha256": one.sha256,
    }


def _distance(one: Released) -> int:
    """Return how far a cell of a release may lie from what was counted."""
    distance = one.manifest.get("distance", CELL)
    return int(distance) if isinstance(distance, int) else CELL


def _summed(releases: Iterable[Released]) -> dict[str, dict[str, int]]:
    """Add up each row of each table over periods; columns are not told apart."""
    totals: dict[str, dict[str, int]] = {}
    # Oldest first, so that the order of rows is that of the first scheme.
    for one in reversed(list(releases)):
        for code, table in one.tables.items():
            row_totals = totals.setdefault(code, {"": 0})
            row_totals[""] += table.count()
            for row in table.rows:
                row_totals[row] = row_totals.get(row, 0) + table.count(row)
    return totals


def _reach(programme: Programme, until: date) -> dict[str, Any]:
    listed = set(
        ListedPractice.objects.filter(programme=programme).values_list(
            "practice", flat=True
        )
    )
    inside = set(
        Participation.objects.filter(programme=programme)
        .on(until)
        .values_list("practice", flat=True)
    )
    return {"taking_part": len(inside), "listed": len(listed | inside)}


def _hours(programme: Programme, until: date, at: datetime) -> dict[str, Any] | None:
    """Return hours and amount of the settled statements, None when there are none."""
    settled = Statement.objects.filter(
        programme=programme,
        status=Statement.Status.SETTLED,
        month_on__lte=until,
        municipality_at__lte=at,
    ).aggregate(
        months=Count("month_on", distinct=True),
        committed=Sum("committed_minutes"),
        given=Sum("given_minutes"),
        amount=Sum("amount_cents"),
    )
    if not settled["months"]:
        return None
    return {
        "months": settled["months"],
        "committed_minutes": settled["committed"],
        "given_minutes": settled["given"],
        "amount_cents": settled["amount"],
    }


def _reflections(found: EvaluationRound) -> list[dict[str, Any]]:
    rows = found.reflections.select_related("organisation").order_by(
        "party", "organisation__name", "id"
    )
    return [
        {
            "party": one.party,
            "organisation": one.organisation.name,
            "given": one.given_at is not None,
            "grade": one.grade,
            "goes_well": one.goes_well,
            "must_change": one.must_change,
            "would_miss": one.would_miss,
        }
        for one in rows
    ]


def _summaries(found: EvaluationRound) -> list[dict[str, str]]:
    """Return the summaries that two people saw (R37); the others stay behind."""
    checked = found.summaries.exclude(checked_at=None).select_related("holder")
    return [
        {"party": one.party, "holder": one.holder.name, "words": one.words}
        for one in checked.order_by("party", "holder__name")
    ]


def _voices(found: EvaluationRound) -> list[dict[str, Any]]:
    """Return per party how many were asked and answered, over all employers."""
    rows = (
        VoiceRequest.objects.filter(evaluation_round=found)
        .values("party")
        .annotate(asked=Count("id"), answered=Count("answered_on"))
        .order_by("party")
    )
    return [dict(row) for row in rows]


def indicator_versions() -> dict[str, int]:
    """Return the version of each indicator as it is defined now."""
    return {one.code: one.version for one in INDICATORS}
