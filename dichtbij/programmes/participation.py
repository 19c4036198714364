"""Which practices take part, of all practices on the list, and since when?"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from dichtbij.programmes.models import (
    ListedPractice,
    Participation,
    ParticipationPause,
    Programme,
)

QUARTERS = (1, 4, 7, 10)


@dataclass(frozen=True)
class Span:
    """From a day until a day, both included; without an end it goes on."""

    first: date
    last: date | None

    def holds(self, on: date) -> bool:
        """Tell whether a local date lies in it."""
        return self.first <= on and (self.last is None or on <= self.last)


@dataclass(frozen=True)
class PracticeStatus:
    """One practice on the list; `since` is None when it never took part.

    `since` and `until` are of the last time, `earlier` holds the times before.
    """

    name: str
    town: str
    since: date | None
    until: date | None
    earlier: tuple[Span, ...] = ()
    pauses: tuple[Span, ...] = ()
    why_not: str = ""
    uuid: UUID | None = None

    def takes_part(self, on: date) -> bool:
        """Tell whether it takes part on a local date: joined, and not in a pause."""
        now = (Span(self.since, self.until),) if self.since else ()
        joined = any(one.holds(on) for one in (*self.earlier, *now))
        return joined and not self.paused(on)

    def paused(self, on: date) -> bool:
        """Tell whether it pauses on a local date."""
        return any(one.holds(on) for one in self.pauses)


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
        return sum(one.takes_part(self.on) for one in self.practices)

    @property
    def pausing(self) -> int:
        """Return how many of them pause on this day."""
        return sum(one.paused(self.on) for one in self.practices)

    @property
    def percent(self) -> int | None:
        """Return the share in whole percent, halves up; None without a list."""
        if not self.of:
            return None
        return (200 * self.taking_part + self.of) // (2 * self.of)


def participation_on(programme: Programme, on: date) -> ParticipationOn:
    """Return the participation of a programme on a local date, three queries."""
    listed = list(
        ListedPractice.objects.filter(programme=programme)
        .select_related("practice")
        .order_by("practice__name")
    )
    terms = _terms(
        Participation.objects.filter(programme=programme).order_by("starts_on")
    )
    pauses = _pauses(programme)
    newest = max(listed, key=lambda row: row.listed_on, default=None)
    return ParticipationOn(
        on=on,
        practices=tuple(
            _status(row, terms[row.practice_id], pauses[row.practice_id])
            for row in listed
        ),
        source=newest.source if newest else "",
        listed_on=newest.listed_on if newest else None,
    )


def _status(
    row: ListedPractice, terms: list[Span], pauses: list[Span]
) -> PracticeStatus:
    words = [str(row.get_why_not_display())] if row.why_not else []
    last = terms[-1] if terms else None
    return PracticeStatus(
        name=row.practice.name,
        town=row.practice.town,
        since=last.first if last else None,
        until=last.last if last else None,
        earlier=tuple(terms[:-1]),
        pauses=tuple(pauses),
        why_not=": ".join([*words, *filter(None, [row.why_not_words])]),
        uuid=row.practice.uuid,
    )


def _terms(participations: Iterable[Participation]) -> defaultdict[int, list[Span]]:
    """Return each time a practice took part, in order."""
    found: defaultdict[int, list[Span]] = defaultdict(list)
    for one in participations:
        found[one.practice_id].append(Span(one.starts_on, one.ends_on))
    return found


def _pauses(programme: Programme) -> defaultdict[int, list[Span]]:
    """Return each pause of a practice, in order."""
    found: defaultdict[int, list[Span]] = defaultdict(list)
    rows = ParticipationPause.objects.filter(participation__programme=programme)
    for one in rows.select_related("participation"):
        found[one.participation.practice_id].append(Span(one.starts_on, one.ends_on))
    return found


def share_over_time(now: ParticipationOn, first: date) -> list[ParticipationOn]:
    """Return the participation at the start of each quarter since `first`, and now."""
    years = range(first.year, now.on.year + 1)
    quarters = [date(year, month, 1) for year in years for month in QUARTERS]
    days = {min(first, now.on), *quarters, now.on}
    return [
        ParticipationOn(day, now.practices, now.source, now.listed_on)
        for day in sorted(days)
        if first <= day <= now.on or day == now.on
    ]
