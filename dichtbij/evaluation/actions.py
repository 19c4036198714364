"""How do rounds follow from what was agreed, and how are they planned, opened, closed?

Whoever leads the programme runs them. The plan is written before anybody saw an
answer; a round speaks of releases that existed before its date (R36), and what is
closed never changes again.
"""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from dichtbij.audit.doors import action
from dichtbij.audit.models import Entry
from dichtbij.evaluation import inputs, paper
from dichtbij.evaluation.asking import ask_all
from dichtbij.evaluation.canonical import canonical
from dichtbij.evaluation.inputs import Money
from dichtbij.evaluation.models import (
    AnalysisPlan,
    CitedRelease,
    EvaluationRound,
    Reflection,
)
from dichtbij.insight.models import Release
from dichtbij.organisations.models import User
from dichtbij.programmes.models import Milestone, Programme
from dichtbij.shared import clock
from dichtbij.shared.errors import Refused
from dichtbij.shared.permissions import Permission

KINDS = (Milestone.Kind.INTERIM_1, Milestone.Kind.INTERIM_2, Milestone.Kind.FINAL)
Status = EvaluationRound.Status
GRADES = range(1, 11)


@dataclass(frozen=True)
class PlanTerms:
    """What will be judged: indicator, direction, and the smallest effect that counts.

    `reason` says why a later version differs from the one before it.
    """

    primary_indicator: str
    direction: str
    smallest_effect_percent: int
    subgroups: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Answer:
    """What somebody says who looks back: three texts and a grade from 1 to 10."""

    goes_well: str = ""
    must_change: str = ""
    would_miss: str = ""
    grade: int | None = None

    def is_empty(self) -> bool:
        """Tell whether nothing was said."""
        said = (self.goes_well, self.must_change, self.would_miss)
        return self.grade is None and not any(words.strip() for words in said)


@action(Permission.EVALUATION_RUN, code=Entry.ActionCode.CREATE)
def make_rounds(*, programme: Programme, by: User) -> list[EvaluationRound]:
    """Make the rounds that the milestones promise, and move those still planned.

    Twice is once. A round that was opened keeps its date.
    """
    due = dict(
        Milestone.objects.filter(programme=programme, kind__in=KINDS).values_list(
            "kind", "due_on"
        )
    )
    EvaluationRound.objects.bulk_create(
        (
            EvaluationRound(programme=programme, kind=kind, due_on=on)
            for kind, on in due.items()
        ),
        ignore_conflicts=True,
    )
    planned = EvaluationRound.objects.filter(programme=programme, status=Status.PLANNED)
    for kind, on in due.items():
        planned.filter(kind=kind).exclude(due_on=on).update(due_on=on)
    return list(EvaluationRound.objects.filter(programme=programme))


@action(Permission.EVALUATION_RUN, code=Entry.ActionCode.CREATE)
def freeze_plan(*, programme: Programme, by: User, terms: PlanTerms) -> AnalysisPlan:
    """Write down what will be judged; a change is a new version with its reason.

    Raises Refused: no dates yet, a change without a reason or after the last round, an
    effect outside 1 to 99%.
    """
    looks = _looks(programme)
    if not 1 <= terms.smallest_effect_percent <= 99:
        raise Refused(_("The smallest effect that counts is between 1 and 99 percent."))
    last = AnalysisPlan.objects.filter(programme=programme).aggregate(
        last=Max("version")
    )["last"]
    if last and not terms.reason.strip():
        raise Refused(_("There is a plan already. Say why it changes."))
    plan = AnalysisPlan(
        programme=programme,
        version=(last or 0) + 1,
        looks_on=looks,
        indicators=inputs.indicator_versions(),
        frozen_by=by,
        frozen_at=clock.now(),
        **vars(terms),
    )
    plan.sha256 = plan_hash(plan)
    try:
        with transaction.atomic():
            plan.save()
    except IntegrityError:
        raise Refused(_("Somebody else froze a plan at the same moment.")) from None
    return plan


def plan_hash(plan: AnalysisPlan) -> str:
    """Return SHA-256 of what a plan says, in canonical JSON."""
    told = {
        "programme": plan.programme.slug,
        "version": plan.version,
        "primary_indicator": plan.primary_indicator,
        "direction": plan.direction,
        "looks_on": [on.isoformat() for on in plan.looks_on],
        "spending": plan.spending,
        "smallest_effect_percent": plan.smallest_effect_percent,
        "subgroups": plan.subgroups,
        "reason": plan.reason,
        "indicators": plan.indicators,
    }
    return hashlib.sha256(canonical(told)).hexdigest()


def _looks(programme: Programme) -> list[date]:
    rounds = EvaluationRound.objects.filter(programme=programme)
    looks = list(rounds.order_by("due_on").values_list("due_on", flat=True))
    if not looks:
        raise Refused(_("The agreement names no evaluations yet: there are no dates."))
    if not rounds.exclude(status=Status.CLOSED).exists():
        raise Refused(_("All rounds are closed: there is nothing left to plan."))
    return looks


@action(Permission.EVALUATION_RUN)
def open_round(
    *,
    evaluation_round: EvaluationRound,
    by: User,
    releases: Collection[Release],
    reflections_until: date,
) -> EvaluationRound:
    """Open a round on releases of closed periods, and ask every party to look back.

    Raises Refused: no plan, an earlier round still open, no release, one whose period
    ends on or after the round's date (R36) or of elsewhere, a last day that has passed.
    """
    _check_releases(evaluation_round, releases)
    if reflections_until < clock.today():
        raise Refused(_("The last day to look back has passed already."))
    plan = AnalysisPlan.objects.filter(programme=evaluation_round.programme_id).first()
    if plan is None:
        raise Refused(_("First write the plan: what will be judged, and how."))
    _check_order(evaluation_round)
    planned = EvaluationRound.objects.filter(
        pk=evaluation_round.pk, status=Status.PLANNED
    )
    if not planned.update(
        status=Status.OPEN,
        plan=plan,
        opened_at=clock.now(),
        reflections_until=reflections_until,
    ):
        raise Refused(_("This round was opened already."))
    CitedRelease.objects.bulk_create(
        CitedRelease(evaluation_round=evaluation_round, release=one) for one in releases
    )
    evaluation_round.refresh_from_db()
    ask_all(evaluation_round)
    return evaluation_round


def _check_releases(found: EvaluationRound, releases: Collection[Release]) -> None:
    if not releases:
        raise Refused(
            _(
                "A round speaks of published figures. Publish a closed period first, "
                "or choose one."
            )
        )
    for one in releases:
        if one.programme_id != found.programme_id:
            raise Refused(_("These figures are of another programme."))
        if one.ends_on >= found.due_on or one.ends_on >= clock.today():
            told = {
                "last": one.ends_on.strftime("%d-%m-%Y"),
                "due": found.due_on.strftime("%d-%m-%Y"),
            }
            raise Refused(
                _(
                    "The period until %(last)s had not closed before the date of this "
                    "round, %(due)s. Choose an earlier period."
                )
                % told
            )


def _check_order(found: EvaluationRound) -> None:
    earlier = EvaluationRound.objects.filter(
        programme=found.programme_id, due_on__lt=found.due_on
    ).exclude(status=Status.CLOSED)
    if found.status == Status.PLANNED and earlier.exists():
        raise Refused(_("Close the round before this one first."))


@action(Permission.REFLECTION_GIVE)
def give_reflection(*, reflection: Reflection, by: User, answer: Answer) -> Reflection:
    """Say for one's organisation how it looks back; it may change until the end.

    Raises Refused: nothing said, a grade outside 1 to 10, a round that is closed.
    """
    check_answer(answer)
    open_still = Reflection.objects.filter(
        pk=reflection.pk, evaluation_round__status=Status.OPEN
    )
    if not open_still.update(given_by=by, given_at=clock.now(), **vars(answer)):
        raise Refused(_("This round is closed. What was said stands in its report."))
    reflection.refresh_from_db()
    return reflection


def check_answer(answer: Answer) -> None:
    """Check a look back. Raises Refused: nothing said, or no grade from 1 to 10."""
    if answer.is_empty():
        raise Refused(_("Answer one of the questions, or give a grade."))
    if answer.grade is not None and answer.grade not in GRADES:
        raise Refused(_("A grade is a whole number from 1 to 10."))


@action(Permission.EVALUATION_RUN)
def close_round(
    *, evaluation_round: EvaluationRound, by: User, money: Money | None = None
) -> EvaluationRound:
    """Compute the numbers, print the report, and freeze both with their hash.

    `money` holds prices that people gave, with their source. Raises Refused when
    nothing is released, or the round is not open.
    """
    locked = EvaluationRound.objects.select_for_update().get(pk=evaluation_round.pk)
    if locked.status != Status.OPEN:
        raise Refused(_("Only an open round can be closed."))
    gathered = inputs.gather(locked, at=clock.now(), money=money or Money())
    if not gathered.releases:
        raise Refused(
            _("None of the periods has published figures: there is nothing to report.")
        )
    numbers = inputs.numbers_of(gathered)
    locked.numbers, locked.closed_by = numbers, by
    locked.closed_at = clock.now()
    locked.pdf = paper.print_report(locked)
    locked.sha256 = hashlib.sha256(locked.pdf).hexdigest()
    locked.status = Status.CLOSED
    locked.save(
        update_fields=["numbers", "pdf", "sha256", "status", "closed_by", "closed_at"]
    )
    evaluation_round.refresh_from_db()
    return evaluation_round
