"""Which programmes end tonight as was decided, and which weekly days before that?"""

from datetime import date

from procrastinate.contrib.django import app

from dichtbij.audit import log
from dichtbij.audit.doors import standing_at
from dichtbij.audit.models import Entry
from dichtbij.decisions.stopping import end_weekly_days, stops_on
from dichtbij.organisations.models import User
from dichtbij.programmes.models import Programme
from dichtbij.shared import clock
from dichtbij.shared.walls import Standing


@app.periodic(cron="15 0 * * *")
@app.task(name="dichtbij.decisions.jobs.end_programmes", queue="night")
def end_programmes(timestamp: int = 0) -> None:
    """End each programme whose decided last day has passed; twice is once.

    Of one that will stop the weekly days end on which nobody is expected any more.
    """
    running = Programme.objects.exclude(phase=Programme.Phase.ENDED)
    for programme in running.filter(ends_on__isnull=False).order_by("pk"):
        last_on = stops_on(programme)
        if last_on is not None:
            _stop(programme, last_on)


def _stop(programme: Programme, last_on: date) -> None:
    system = User.objects.system()
    place = Standing(user_id=system.pk, role="system", programme_id=programme.pk)
    with standing_at(place):
        end_weekly_days(programme, last_on)
        if last_on < clock.today():
            _end(programme, system)


def _end(programme: Programme, system: User) -> None:
    Programme.objects.filter(pk=programme.pk).update(phase=Programme.Phase.ENDED)
    log.record("programme_ended", Entry.ActionCode.UPDATE, subject=programme, by=system)
