"""What may someone of the family read of the plan: goals, how far, what was agreed?"""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch

from dichtbij.care.models import Contact, Goal, GoalScore
from dichtbij.families.models import FamilyMember
from dichtbij.families.standing import PARENTS, YOUNG_PERSON, elsewhere, may_read
from dichtbij.organisations.models import User
from dichtbij.shared.walls import standing

AGREEMENTS = 10


@dataclass(frozen=True)
class GoalTold:
    """A goal in its own words, with the scores of talks this reader may know of."""

    words: str
    own: bool
    ended: bool
    scores: tuple[int, ...]

    @property
    def last(self) -> int | None:
        """Return the newest score, or None."""
        return self.scores[-1] if self.scores else None


@dataclass(frozen=True)
class Agreed:
    """What was agreed in one talk."""

    at: datetime
    words: str
    practitioner: str


@dataclass(frozen=True)
class Plan:
    """Everything on the page "my plan"."""

    goals: tuple[GoalTold, ...]
    agreed: tuple[Agreed, ...]


def plan_for(member: FamilyMember, user: User) -> Plan | None:
    """Return the plan as this member may read it, or None: it may not be read now.

    A constant number of queries, whatever there is.
    """
    if standing() is None or not may_read(member):
        return None
    talks = Contact.objects.visible_to(user).filter(client=member.client_id)
    scores = GoalScore.objects.filter(contact__in=talks).select_related("contact")
    goals = (
        Goal.objects.filter(client=member.client_id)
        .prefetch_related(
            Prefetch("scores", queryset=scores.order_by("contact__held_at"))
        )
        .order_by("ended_on", "set_on", "id")
    )
    agreed = talks.exclude(agreements="").select_related("practitioner")
    away = elsewhere(member)
    told = [goal for goal in goals if is_goal_for(goal.owner, member.slot, away)]
    return Plan(
        tuple(_goal(goal, member) for goal in told),
        tuple(
            Agreed(talk.held_at, talk.agreements, talk.practitioner.name)
            for talk in agreed.order_by("-held_at", "-id")[:AGREEMENTS]
        ),
    )


def is_goal_for(owner: str, slot: str, away: list[str]) -> bool:
    """Tell whether a goal is the child's, or one's own; not another parent's (LR-14).

    `away` are the parents who live in another home than the reader.
    """
    if owner in ("child", YOUNG_PERSON, slot):
        return True
    return owner == "parent" and slot in PARENTS and not away


def _goal(goal: Goal, member: FamilyMember) -> GoalTold:
    own = (goal.owner == "child") == (member.slot == YOUNG_PERSON)
    return GoalTold(
        words=goal.words,
        own=own,
        ended=goal.ended_on is not None,
        scores=tuple(row.score for row in goal.scores.all()),
    )
