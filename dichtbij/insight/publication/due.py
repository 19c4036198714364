"""Which period of a programme is due, and what was decided about those before?"""

from datetime import date, time

from django.db.models import Max

from dichtbij.audit.models import Entry
from dichtbij.insight.models import Release
from dichtbij.insight.publication.periods import (
    ONE_DAY,
    Period,
    candidates,
    first_of,
    is_longest,
    plus_months,
)
from dichtbij.insight.publication.tables import SCHEMES, Scheme, scheme_for
from dichtbij.programmes.models import Participation, Programme
from dichtbij.shared import calendar, clock

LEAST_TRAJECTORIES = 50  # Source: security.md 5.2 under 7
TOO_SMALL = "period_too_small"


def starts_next(programme: Programme) -> date:
    """Return the first day after the last release, or of the period that began it all.

    That holds the day from which the first practice took part and a log was kept: of
    before, nothing is written down here.
    """
    made = Release.objects.filter(programme=programme)
    last: date | None = made.aggregate(last=Max("ends_on"))["last"]
    if last is not None:
        return last + ONE_DAY
    begun = [programme.starts_on]
    begun += (
        Participation.objects.filter(programme=programme)
        .values_list("starts_on", flat=True)
        .order_by("starts_on")[:1]
    )
    logged = Entry.objects.filter(programme_id=programme.pk, sequence=1).exclude(
        event_type=TOO_SMALL  # a judgement begins nothing
    )
    begun += [calendar.local(at).date() for at in logged.values_list("at", flat=True)]
    return first_of(max(begun), programme.publication_months)


def next_due(programme: Programme) -> Period | None:
    """Return the closed and matured period to judge now, or None.

    Each is judged once: a period that was too small waits for the next one.
    """
    found = list(
        candidates(starts_next(programme), programme.publication_months, clock.today())
    )
    if not found:
        return None
    # Nothing was judged before the shortest of them had matured.
    since = calendar.at_local(found[0].matures_on, time.min)
    judged = set(
        Entry.objects.filter(
            programme_id=programme.pk, event_type=TOO_SMALL, at__gte=since
        ).values_list("object_id", flat=True)
    )
    return next((one for one in found if name_of(one) not in judged), None)


def coming(programme: Programme) -> Period:
    """Return the period that is published next, if it holds enough trajectories."""
    starts_on, months = starts_next(programme), programme.publication_months
    length = months
    while True:
        found = Period(starts_on, plus_months(starts_on, length) - ONE_DAY)
        if not found.matured(clock.today()) or is_longest(found, months):
            return found
        length += months


def is_fixed(programme: Programme) -> bool:
    """Tell whether something was released, after which no setting changes."""
    return Release.objects.filter(programme=programme).exists()


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
