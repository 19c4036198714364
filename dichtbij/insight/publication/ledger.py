"""What has a child spent of its privacy budget, and may it be counted once more?

A line per child, release and group of tables: tables of one group are spent together.
The cap holds per child and calendar year, over all releases that end in it. Who would
go over it is left out of the group and waits for the first release of the next year.
"""

from collections.abc import Iterable

from django.db.models import Sum

from dichtbij.insight.models import PrivacySpending, Release
from dichtbij.insight.publication.counting import Event, events
from dichtbij.insight.publication.periods import Period
from dichtbij.insight.publication.tables import Scheme

CAP_MILLI = 4000  # per child and calendar year (security.md 5.2)


def counted(
    scheme: Scheme, programme_id: int, period: Period, epsilon: int | None
) -> dict[str, list[Event]]:
    """Return per group the events that may be counted: one per child, under the cap."""
    found: dict[str, list[Event]] = {}
    spent = spent_in(programme_id, period.ends_on.year)
    earlier = _waiting_from(programme_id, period)
    for group in scheme.groups():
        price = scheme.share(group) * (epsilon or 0)
        mine = events(group, programme_id, [period], period.matures_on)
        mine += _left_out(group, programme_id, earlier, period)
        found[group] = []
        done: set[int] = set()
        for event in mine:
            child = event["client"]
            if child in done or spent.get(child, 0) + price > CAP_MILLI:
                continue
            done.add(child)
            spent[child] = spent.get(child, 0) + price
            found[group].append(event)
    return found


def spent_in(programme_id: int, year: int) -> dict[int, int]:
    """Return what each child has spent in a year, in thousandths of epsilon."""
    lines = PrivacySpending.objects.filter(
        release__programme=programme_id, year=year
    ).order_by()
    return dict(lines.values_list("client").annotate(total=Sum("milli_epsilon")))


def note_spending(
    release: Release,
    scheme: Scheme,
    children: dict[str, list[int]],
    epsilon: int | None,
) -> None:
    """Write what each counted child spent; rounding without noise spends nothing."""
    PrivacySpending.objects.bulk_create(
        PrivacySpending(
            client_id=child,
            release=release,
            table=group,
            year=release.ends_on.year,
            milli_epsilon=scheme.share(group) * (epsilon or 0),
        )
        for group, found in children.items()
        for child in found
    )


def _waiting_from(programme_id: int, period: Period) -> list[Release]:
    """Return last year's releases, when this is the first one of its year."""
    made = Release.objects.filter(programme=programme_id, withheld=False)
    year = period.ends_on.year
    if made.filter(ends_on__year=year).exists():
        return []
    return list(made.filter(ends_on__year=year - 1))


def _left_out(
    group: str, programme_id: int, earlier: Iterable[Release], period: Period
) -> list[Event]:
    """Return last year's events whose child was in no table of this group then."""
    found: list[Event] = []
    for release in earlier:
        lines = PrivacySpending.objects.filter(release=release, table=group)
        counted_then = set(lines.values_list("client", flat=True))
        span = Period(release.starts_on, release.ends_on)
        found += [
            one
            for one in events(group, programme_id, [span], period.matures_on)
            if one["client"] not in counted_then
        ]
    return found
