"""Which programmes end tonight, because that was decided?"""

from procrastinate.contrib.django import app

from dichtbij.audit import log
from dichtbij.audit.doors import standing_at
from dichtbij.audit.models import Entry
from dichtbij.decisions.models import Decision, DecisionOption
from dichtbij.organisations.models import User
from dichtbij.programmes.models import Programme
from dichtbij.shared import clock
from dichtbij.shared.walls import Standing


@app.periodic(cron="15 0 * * *")
@app.task(name="dichtbij.decisions.jobs.end_programmes", queue="night")
def end_programmes(timestamp: int = 0) -> None:
    """End each programme whose decided last day has passed; twice is once.

    Its newest decision counts: whoever decided to go on after all, goes on.
    """
    over = Programme.objects.filter(ends_on__lt=clock.today()).exclude(
        phase=Programme.Phase.ENDED
    )
    for programme in over.order_by("pk"):
        taken = Decision.objects.filter(
            programme=programme, status=Decision.Status.TAKEN
        ).select_related("chosen")
        newest = taken.order_by("-taken_at").first()
        chosen = newest.chosen if newest else None
        if chosen is not None and chosen.kind == DecisionOption.Kind.STOPPED:
            _end(programme)


def _end(programme: Programme) -> None:
    system = User.objects.system()
    place = Standing(user_id=system.pk, role="system", programme_id=programme.pk)
    with standing_at(place):
        Programme.objects.filter(pk=programme.pk).update(phase=Programme.Phase.ENDED)
        log.record(
            "programme_ended", Entry.ActionCode.UPDATE, subject=programme, by=system
        )
