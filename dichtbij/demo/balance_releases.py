"""Which figures of the demo town were published? Those of its closed periods, by night.

Kampen is small and publishes half-years, as its project leader chose before the first;
Haarlem publishes quarters. Days that are added later are published by the job itself.
"""

from datetime import time

from dichtbij.audit.doors import standing_at
from dichtbij.demo.founding import Cast
from dichtbij.insight.actions import set_publication
from dichtbij.insight.jobs import release_due
from dichtbij.insight.publication.due import next_due
from dichtbij.insight.publication.periods import ONE_DAY
from dichtbij.programmes.models import Programme
from dichtbij.shared import calendar, clock

LEADER, MONTHS, NOISE = "projectleider-kampen", 6, 2
BY_NIGHT = time(3, 50)


def add(cast: Cast) -> None:
    """Publish what was closed and had matured, each in the night it was due."""
    if LEADER in cast.users:
        with standing_at(cast.places[LEADER]):
            set_publication(
                programme=cast.programmes["kampen"],
                by=cast.users[LEADER],
                noise=NOISE,
                months=MONTHS,
            )
    for programme in cast.programmes.values():
        _publish(Programme.objects.get(pk=programme.pk))


def _publish(programme: Programme) -> None:
    """Let each night come; a period that was too small is merged by a later one."""
    while (period := next_due(programme)) is not None:
        night = calendar.at_local(period.matures_on + ONE_DAY, BY_NIGHT)
        with clock.at(night):
            release_due(programme)
