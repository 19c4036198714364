"""Who covers for a colleague: does she meet who comes in those days too?"""

from procrastinate.contrib.django import app

from dichtbij.audit import log
from dichtbij.audit.doors import standing_at
from dichtbij.audit.models import Entry
from dichtbij.organisations.models import User
from dichtbij.programmes.models import Participation
from dichtbij.rosters.actions import open_relations
from dichtbij.rosters.models import Cover
from dichtbij.shared import clock
from dichtbij.shared.walls import Standing


@app.periodic(cron="10 4 * * *")
@app.task(name="dichtbij.rosters.jobs.widen_covers", queue="night")
def widen_covers(timestamp: int = 0) -> None:
    """Open the file of each child that came into care since its cover was planned."""
    pairs = set(Participation.objects.values_list("programme", "holder"))
    for programme, holder in sorted(pairs):
        place = Standing(
            user_id=User.objects.system().pk,
            role="system",
            programme_id=programme,
            holders=(holder,),
        )
        with standing_at(place):
            _widen_in(programme, holder)


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
