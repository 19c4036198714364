"""What is published by itself? Each night the periods that are closed and matured."""

from procrastinate.contrib.django import app

from dichtbij.audit import log
from dichtbij.audit.doors import standing_at
from dichtbij.audit.models import Entry
from dichtbij.insight.actions import TooSmall, make_release
from dichtbij.insight.models import Release
from dichtbij.insight.publication.due import TOO_SMALL, name_of, next_due
from dichtbij.insight.publication.periods import Period
from dichtbij.organisations.models import User
from dichtbij.programmes.models import Participation, Programme
from dichtbij.shared.walls import Standing


@app.periodic(cron="50 3 * * *")
@app.task(name="dichtbij.insight.jobs.make_releases", queue="night")
def make_releases(timestamp: int = 0) -> None:
    """Publish what is due of every programme; twice is once."""
    begun = Programme.objects.exclude(phase=Programme.Phase.PREPARATION)
    for programme in begun.order_by("pk"):
        release_due(programme)


def release_due(programme: Programme) -> list[Release]:
    """Make the releases that are due, oldest first, each in its own transaction."""
    made: list[Release] = []
    system, judged = User.objects.system(), set[Period]()
    while (period := next_due(programme)) is not None and period not in judged:
        judged.add(period)
        with standing_at(whole(programme, system)):
            try:
                made.append(make_release(programme=programme, by=system, period=period))
            except TooSmall:
                log.record(
                    TOO_SMALL,
                    Entry.ActionCode.EXECUTE,
                    by=system,
                    object_type="period",
                    object_id=name_of(period),
                )
    return made


def whole(programme: Programme, system: User) -> Standing:
    """Return where all children of a programme are met: for counting, by night only."""
    places = Participation.objects.filter(programme=programme)
    holders, practices = set(), set()
    for holder, practice in places.values_list("holder", "practice"):
        holders.add(holder)
        practices.add(practice)
    return Standing(
        user_id=system.pk,
        role="system",
        programme_id=programme.pk,
        holders=tuple(sorted(holders)),
        practices=tuple(sorted(practices)),
    )
