"""What happens by itself in an evaluation? Rounds follow the agreement, and reminders.

Every night. Who was asked to look back a week ago and said nothing is reminded once,
by a mail without a name.
"""

from datetime import timedelta

from procrastinate.contrib.django import app

from dichtbij.audit.doors import standing_at
from dichtbij.evaluation.actions import KINDS, Status, make_rounds
from dichtbij.evaluation.asking import tell
from dichtbij.evaluation.models import EvaluationRound, Reflection
from dichtbij.organisations.models import User
from dichtbij.programmes.models import Milestone, Programme
from dichtbij.shared import clock
from dichtbij.shared.walls import Standing

REMIND_AFTER = timedelta(days=7)


@app.periodic(cron="10 5 * * *")
@app.task(name="dichtbij.evaluation.jobs.prepare_evaluations", queue="night")
def prepare_evaluations(timestamp: int = 0) -> None:
    """Make the rounds that were promised, and remind who was asked; twice is once."""
    system = User.objects.system()
    for programme in Programme.objects.order_by("pk"):
        place = Standing(user_id=system.pk, role="system", programme_id=programme.pk)
        with standing_at(place):
            if _behind(programme):
                make_rounds(programme=programme, by=system)
            _remind(programme)


def _behind(programme: Programme) -> bool:
    """Tell whether a date was agreed that no round, or a planned one, has."""
    rounds = EvaluationRound.objects.filter(programme=programme)
    known = set(rounds.values_list("kind", "due_on"))
    begun = set(rounds.exclude(status=Status.PLANNED).values_list("kind", flat=True))
    due = Milestone.objects.filter(programme=programme, kind__in=KINDS)
    return any(
        (one.kind, one.due_on) not in known and one.kind not in begun for one in due
    )


def _remind(programme: Programme) -> None:
    silent = Reflection.objects.filter(
        programme=programme,
        evaluation_round__status=Status.OPEN,
        given_at=None,
        reminded_at=None,
        asked_at__lte=clock.now() - REMIND_AFTER,
    )
    for one in silent.order_by("id"):
        if silent.filter(pk=one.pk).update(reminded_at=clock.now()):
            tell(one, "reflection_reminder")
