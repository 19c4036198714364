"""Who covers for a colleague: does she meet who comes in those days too?"""

from procrastinate.contrib.django import app

from dichtbij.audit import log
from dichtbij.audit.models import Entry
from dichtbij.organisations.models import User
from dichtbij.programmes.by_night import at_each_employer
from dichtbij.rosters.actions import open_relations
from dichtbij.rosters.models import Cover
from dichtbij.shared import clock


@app.periodic(cron="10 4 * * *")
@app.task(name="dichtbij.rosters.jobs.widen_covers", queue="night")
def widen_covers(timestamp: int = 0) -> None:
    """Open the file of each child that came into care since its cover was planned."""
    at_each_employer(_widen_in)


def _widen_in(programme: int, holder: int) -> None:
    today = clock.today()
    running = Cover.objects.running(today, today)
    for cover in running.filter(programme=programme, holder=holder):
        if open_relations(cover):
            log.record(
                "widen_cover",
                Entry.ActionCode.CREATE,
                by=User.objects.system(),
                object_type="cover",
                object_id=str(cover.uuid),
            )
