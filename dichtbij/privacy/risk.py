"""Which visits to a file would someone want to look at again this week?

Pure: points per sign, never a judgement. A high number means "ask", not "wrong" (F9).
All numbers are [design], to be set by the privacy officer's experience.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

MOST = 20
NIGHT_FROM_HOUR, NIGHT_UNTIL_HOUR = 22, 6
MANY_FILES = 15  # different files opened in one hour
ENDED_DAYS = 14  # after the help, writing the last letter is ordinary work


class Sign(StrEnum):
    """What stands out in a visit."""

    SAME_SURNAME = "same_surname"
    NO_CARE = "no_care"
    ENDED = "ended"
    NIGHT = "night"
    MANY = "many"
    EMERGENCY = "emergency"


POINTS: dict[Sign, int] = {
    Sign.SAME_SURNAME: 5,
    Sign.NO_CARE: 3,
    Sign.ENDED: 3,
    Sign.MANY: 3,
    Sign.NIGHT: 2,
    Sign.EMERGENCY: 1,  # it is looked back at anyway
}


@dataclass(frozen=True)
class Visit:
    """How one person met one child's file in a period.

    `surname` and `child_surname` are keys of how a name sounds; `in_care` is None
    where the role needs no care relation. `most_in_an_hour` counts other files too.
    """

    user_id: int
    client_id: int
    last_at: datetime
    lines: int
    surname: str = ""
    child_surname: str = ""
    in_care: bool | None = None
    ended_on: date | None = None
    last_on: date | None = None
    night_lines: int = 0
    most_in_an_hour: int = 0
    emergency: bool = False


@dataclass(frozen=True)
class Finding:
    """A visit with its signs and their points together."""

    visit: Visit
    signs: tuple[Sign, ...]

    @property
    def points(self) -> int:
        """Return the points of all signs."""
        return sum(POINTS[sign] for sign in self.signs)


def signs_of(visit: Visit) -> tuple[Sign, ...]:
    """Return what stands out in a visit, heaviest first."""
    ended = (
        visit.ended_on is not None
        and visit.last_on is not None
        and (visit.last_on - visit.ended_on).days > ENDED_DAYS
    )
    seen = {
        Sign.SAME_SURNAME: bool(visit.surname) and visit.surname == visit.child_surname,
        Sign.NO_CARE: visit.in_care is False and not visit.emergency,
        Sign.ENDED: ended,
        Sign.MANY: visit.most_in_an_hour > MANY_FILES,
        Sign.NIGHT: visit.night_lines > 0,
        Sign.EMERGENCY: visit.emergency,
    }
    found = [sign for sign, there in seen.items() if there]
    return tuple(sorted(found, key=lambda sign: -POINTS[sign]))


def worth_asking(visits: Iterable[Visit], most: int = MOST) -> list[Finding]:
    """Return the visits with a sign, most points first, then the latest."""
    found = [Finding(visit, signs_of(visit)) for visit in visits]
    told = [one for one in found if one.signs]
    told.sort(key=lambda one: (-one.points, -one.visit.last_at.timestamp()))
    return told[:most]
