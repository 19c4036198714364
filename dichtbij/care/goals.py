"""What happens when a goal becomes another one, and how far are all goals together?"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from dichtbij.audit.doors import action
from dichtbij.audit.models import Entry
from dichtbij.care.caseload import GoalProgress
from dichtbij.care.models import Goal, Trajectory
from dichtbij.organisations.models import User
from dichtbij.questionnaires.change import Verdict, by_points
from dichtbij.questionnaires.reading import latest
from dichtbij.shared import clock
from dichtbij.shared.errors import Refused
from dichtbij.shared.permissions import Permission


@action(Permission.FILE_WRITE, code=Entry.ActionCode.CREATE)
def change_goal(*, trajectory: Trajectory, by: User, goal_id: int, words: str) -> Goal:
    """Close a goal with its scores and begin another: nothing is overwritten.

    Raises Refused: no words, the same words, or a goal that is not open here.
    """
    new = words.strip()[:200]
    if not new:
        raise Refused(_("Write the goal in the words of the child or parent."))
    Trajectory.objects.select_for_update().get(pk=trajectory.pk)
    old = trajectory.goals.filter(pk=goal_id, ended_on=None).first()
    if old is None:
        raise Refused(_("This goal has ended."))
    if old.words == new:
        raise Refused(_("The words are the same: nothing has changed."))
    trajectory.goals.filter(pk=old.pk).update(ended_on=clock.today())
    return Goal.objects.create(
        client_id=trajectory.client_id,
        trajectory=trajectory,
        words=new,
        owner=old.owner,
        set_on=clock.today(),
    )


@dataclass(frozen=True)
class Together:
    """The mean over all goals that were scored twice: first, last, and what it says."""

    count: int
    before: float
    after: float
    points: float
    verdict: Verdict
    source: str


def together(goals: Iterable[GoalProgress]) -> Together | None:
    """Return how far the goals are together; None before two scores of one of them."""
    scored = [goal for goal in goals if len(goal.scores) > 1]
    if not scored:
        return None
    norm = latest("goals").norm("gbo")
    points = norm.scales["mean"].reliable_points or 0
    before = sum(goal.values[0] for goal in scored) / len(scored)
    after = sum(goal.values[-1] for goal in scored) / len(scored)
    return Together(
        count=len(scored),
        before=round(before, 1),
        after=round(after, 1),
        points=points,
        verdict=by_points(before, after, points, higher_is_better=True),
        source=norm.source,
    )
