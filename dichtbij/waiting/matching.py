"""Which families match a time that came free, and why, or why not?

Pure: places on the waiting list go in, each with what is known of it; they come out in
order with a place and reasons as codes. `words` says them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dichtbij.shared.calendar import local
from dichtbij.waiting.ordering import Place, in_order

BEST = 3
DAYS_PER_WEEK = 7
SOON_DAYS = 3  # [design] from here on a target date is near


class Bar(StrEnum):
    """Why a family is not offered this time, however long it waits."""

    HAS_OFFER = "has_offer"
    SAID_NO = "said_no"
    NO_ANSWER = "no_answer"
    COULD_NOT = "could_not"
    OF_LEAD = "of_lead"  # it waits elsewhere, and is the team lead's to ask


class Cause(StrEnum):
    """What speaks for a family; `number` of a reason counts days or weeks."""

    LATE = "late"
    SOON = "soon"
    WAITS_WEEKS = "waits_weeks"
    WAITS_DAYS = "waits_days"


@dataclass(frozen=True)
class Reason:
    """One reason with its number."""

    cause: Cause
    number: int


@dataclass(frozen=True)
class Candidate(Place):
    """A waiting family, and what keeps this one time from being offered to it."""

    client: int = 0
    bar: Bar | None = None


@dataclass(frozen=True)
class Weighed:
    """A candidate in its place, counted from 1."""

    candidate: Candidate
    place: int
    reasons: tuple[Reason, ...]

    @property
    def fits(self) -> bool:
        """Tell whether the time may be offered to this family."""
        return self.candidate.bar is None


def weigh(candidates: Iterable[Candidate], today: date) -> list[Weighed]:
    """Return everybody in order, each with a place and what speaks for it."""
    return [
        Weighed(one, place, _reasons(one, today))
        for place, one in enumerate(in_order(candidates), start=1)
    ]


def best(weighed: Sequence[Weighed]) -> list[Weighed]:
    """Return the three that the time may be offered to first."""
    return [one for one in weighed if one.fits][:BEST]


def passed_over(weighed: Sequence[Weighed], entry: int) -> list[Weighed]:
    """Return who stands higher than `entry` and could have had the time too."""
    return [one for one in higher(weighed, entry) if one.fits]


def higher(weighed: Sequence[Weighed], entry: int) -> list[Weighed]:
    """Return who stands higher than `entry`."""
    place = next(one.place for one in weighed if one.candidate.entry == entry)
    return [one for one in weighed if one.place < place]


def _reasons(one: Candidate, today: date) -> tuple[Reason, ...]:
    late = (today - one.target_on).days
    found = []
    if late > 0:
        found.append(Reason(Cause.LATE, late))
    elif -late <= SOON_DAYS:
        found.append(Reason(Cause.SOON, -late))
    waits = max(0, (today - local(one.since_at).date()).days)
    if waits >= 2 * DAYS_PER_WEEK:
        found.append(Reason(Cause.WAITS_WEEKS, waits // DAYS_PER_WEEK))
    else:
        found.append(Reason(Cause.WAITS_DAYS, waits))
    return tuple(found)
