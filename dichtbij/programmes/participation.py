"""Which practices take part, of all practices on the list, and since when?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dichtbij.programmes.models import ListedPractice, Participation, Programme


@dataclass(frozen=True)
class PracticeStatus:
    """One practice on the list; `since` is None when it does not take part."""

    name: str
    town: str
    since: date | None
    until: date | None


@dataclass(frozen=True)
class ParticipationOn:
    """Participation on one day: a count of practices over a list of practices."""

    on: date
    practices: tuple[PracticeStatus, ...]
    source: str
    listed_on: date | None

    @property
    def of(self) -> int:
        """Return how many practices the list holds: the denominator."""
        return len(self.practices)

    @property
    def taking_part(self) -> int:
        """Return how many of them take part on this day."""
        return sum(
            p.since is not None and p.since <= self.on and not _over(p, self.on)
            for p in self.practices
        )

    @property
    def percent(self) -> int | None:
        """Return the share in whole percent, halves up; None without a list."""
        if not self.of:
            return None
        return (200 * self.taking_part + self.of) // (2 * self.of)


def _over(practice: PracticeStatus, on: date) -> bool:
    return practice.until is not None and practice.until < on


def participation_on(programme: Programme, on: date) -> ParticipationOn:
    """Return the participation of a programme on a local date, two queries."""
    listed = list(
        ListedPractice.objects.filter(programme=programme)
        .select_related("practice")
        .order_by("practice__name")
    )
    running = _running(
        Participation.objects.filter(programme=programme).order_by("starts_on")
    )
    statuses = []
    for row in listed:
        since, until = running.get(row.practice_id, (None, None))
        statuses.append(
            PracticeStatus(row.practice.name, row.practice.town, since, until)
        )
    newest = max(listed, key=lambda row: row.listed_on, default=None)
    return ParticipationOn(
        on=on,
        practices=tuple(statuses),
        source=newest.source if newest else "",
        listed_on=newest.listed_on if newest else None,
    )


def _running(
    participations: Iterable[Participation],
) -> dict[int, tuple[date, date | None]]:
    """Return start and end of the last participation per practice."""
    return {p.practice_id: (p.starts_on, p.ends_on) for p in participations}


def share_over_time(now: ParticipationOn, first: date) -> list[ParticipationOn]:
    """Return the participation on 1 January of each year since `first`, and now."""
    years = range(first.year + 1, now.on.year + 1)
    days = [first, *(date(year, 1, 1) for year in years), now.on]
    return [
        ParticipationOn(day, now.practices, now.source, now.listed_on)
        for day in sorted(set(days))
    ]
