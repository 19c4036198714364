"""Which period of a programme is due, and what was decided about those before?"""

from datetime import date

from django.db.models import Max

from dichtbij.audit.models import Entry
from dichtbij.insight.models import Release
from dichtbij.insight.publication.periods import (
    ONE_DAY,
    Period,
    candidates,
    first_of,
)
from dichtbij.insight.publication.tables import SCHEMES, Scheme, scheme_for
from dichtbij.programmes.models import Participation, Programme
from dichtbij.shared import clock

LEAST_TRAJECTORIES = 50  # Source: security.md 5.2 under 7
TOO_SMALL = "period_too_small"


def starts_next(programme: Programme) -> date:
    """Return the first day of the period after the last release."""
    made = Release.objects.filter(programme=programme)
    last: date | None = made.aggregate(last=Max("ends_on"))["last"]
    if last is not None:
        return last + ONE_DAY
    return first_of(programme.starts_on, programme.publication_months)


def next_due(programme: Programme) -> Period | None:
    """Return the closed and matured period to judge now, or None.

    Each is judged once: a period that was too small waits for the next one.
    """
    judged = set(
        Entry.objects.filter(
            programme_id=programme.pk, event_type=TOO_SMALL
        ).values_list("object_id", flat=True)
    )
    found = candidates(
        starts_next(programme), programme.publication_months, clock.today()
    )
    return next((one for one in found if name_of(one) not in judged), None)


def name_of(period: Period) -> str:
    """Return how the log names a period."""
    return f"{period.starts_on}/{period.ends_on}"


def scheme_of(programme: Programme) -> Scheme:
    """Return the fixed list of tables: of the last release, or by size of the first."""
    manifests = Release.objects.filter(programme=programme).order_by("-ends_on")
    told = manifests.values_list("manifest__scheme", flat=True).first()
    if told is not None:
        return SCHEMES[told["name"], told["version"]]
    taking_part = Participation.objects.filter(programme=programme)
    return scheme_for(taking_part.on(clock.today()).count())
