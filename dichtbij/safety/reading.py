"""How far are the five steps for one child, and what waits since when?

Read by the pages of a practitioner in care, by closing help and by the transition
guard; by nobody else (LR-93, tests/safety/test_who_may_know.py).
"""

from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from dichtbij.clients.models import CareRelation, Client
from dichtbij.safety.framework import Weighing, framework_on, weigh
from dichtbij.safety.models import Concern, ConcernQuerySet, ConcernStep
from dichtbij.shared import calendar, clock
from dichtbij.shared.errors import Refused

Step = ConcernStep.Step


@dataclass(frozen=True)
class StepState:
    """One of the five steps: what was recorded, or since when it waits."""

    step: ConcernStep.Step
    taken: list[ConcernStep] = field(default_factory=list)
    done: bool = False
    current: bool = False
    waits_days: int | None = None

    @property
    def number(self) -> int:
        """Return the number of the step."""
        return int(self.step)

    @property
    def skipped(self) -> bool:
        """Tell whether the talk was left out and not held since."""
        return bool(self.taken) and all(one.skipped for one in self.taken)


def open_concern_of(client: Client) -> Concern | None:
    """Return the concern that is open for a child, or None."""
    return Concern.objects.filter(client=client).open().order_by("id").first()


def refuse_while_open(client: Client) -> None:
    """Raise Refused while a concern is open: it needs someone who stays in care."""
    if open_concern_of(client) is not None:
        raise Refused(
            _(
                "There is still a concern about safety. Take both decisions and close "
                "it first: after this, nobody is in care to follow it."
            )
        )


def steps_taken(concern: Concern) -> set[int]:
    """Return the numbers of the steps that were recorded."""
    return set(concern.steps.values_list("step", flat=True))


def answers_of(concern: Concern) -> dict[int, bool]:
    """Return the last answer to each question of the weighing."""
    rows = concern.steps.filter(step=Step.WEIGH, question__isnull=False)
    return {
        row.question: row.answer == ConcernStep.Answer.YES
        for row in rows.order_by("at", "id")
    }


def weighing_of(concern: Concern) -> Weighing:
    """Return how far the weighing is, and what the norm says if it is done."""
    day = calendar.local(concern.closed_at or clock.now()).date()
    return weigh(framework_on(day), answers_of(concern))


def states_of(concern: Concern) -> list[StepState]:
    """Return the five steps in order, in one query beside the weighing's."""
    rows: dict[int, list[ConcernStep]] = {}
    for row in concern.steps.select_related("by"):
        rows.setdefault(row.step, []).append(row)
    done = {step for step in rows if step in (Step.SIGNS, Step.COLLEAGUE, Step.TALK)}
    if Step.WEIGH in rows and weighing_of(concern).norm is not None:
        done.add(Step.WEIGH)
    if concern.reported is not None:
        done.add(Step.DECIDE)
    current = next((step for step in Step if step not in done), None)
    if concern.closed_at is not None:
        current = None
    return [
        StepState(
            step,
            rows.get(step, []),
            step in done,
            step == current,
            _days_since(_last_before(rows, step)) if step == current else None,
        )
        for step in Step
    ]


def current_of(client: Client) -> StepState | None:
    """Return the step that waits for a child with an open concern, or None."""
    concern = open_concern_of(client)
    if concern is None:
        return None
    return next((state for state in states_of(concern) if state.current), None)


def without_owner(on: date) -> ConcernQuerySet:
    """Return open concerns of children that nobody is in care of: orphans."""
    cared = CareRelation.objects.active(on).values("client")
    return Concern.objects.open().exclude(client__in=cared)


def _last_before(rows: dict[int, list[ConcernStep]], step: int) -> date:
    """Return the last day on which an earlier step, or this one, was recorded."""
    days = [row.taken_on for known in rows if known <= step for row in rows[known]]
    return max(days)


def _days_since(day: date) -> int:
    return (clock.today() - day).days
