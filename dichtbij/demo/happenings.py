"""What can happen in the demo town? Each happening is one call of one action.

Plain values only: keys of `places`, local dates, moments in UTC. The players know which
rows are meant: `by_actions` asks the database, `in_bulk` keeps them in memory.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time


@dataclass(frozen=True)
class Address:
    """A way to reach a parent or the young person."""

    owner: str
    kind: str
    value: str


@dataclass(frozen=True)
class Child:
    """An invented child, as a practice tells about it."""

    given_name: str
    family_name: str
    birth_date: date
    sex: str
    postcode: str
    municipality: str
    bsn: str
    no_bsn_reason: str
    without_parents: bool
    addresses: tuple[Address, ...]


@dataclass(frozen=True)
class Case:
    """One referral and all that follows from it; a child may come back with another."""

    key: str
    programme: str
    practice: str
    child: Child
    received_at: datetime


@dataclass(frozen=True)
class Time:
    """A time in somebody's diary."""

    starts: datetime
    ends: datetime
    practice: str
    practitioner: str


@dataclass(frozen=True)
class Happening:
    """Something that somebody does at a moment."""

    at: datetime
    by: str


@dataclass(frozen=True)
class PlanDay(Happening):
    """The team lead plans a weekly day."""

    programme: str
    practice: str
    practitioner: str
    weekday: int
    starts: time
    ends: time
    valid_from: date


@dataclass(frozen=True)
class ShutDays(Happening):
    """The team lead closes the days of a practitioner."""

    programme: str
    practitioner: str
    first_on: date
    last_on: date
    reason: str


@dataclass(frozen=True)
class OfCase(Happening):
    """Something about one referral."""

    case: Case


@dataclass(frozen=True)
class Refer(OfCase):
    """The practice sends a child; `again` when the child was here before."""

    questions: tuple[str, ...]
    sentence: str
    giver: str
    urgency: str
    again: bool = False


@dataclass(frozen=True)
class Book(OfCase):
    """A conversation is booked."""

    time: Time


@dataclass(frozen=True)
class Wait(OfCase):
    """The family goes on the waiting list, with the range that they were told."""

    median_days: int | None
    p90_days: int | None


@dataclass(frozen=True)
class Withdraw(OfCase):
    """The practice takes the referral back."""

    reason: str


@dataclass(frozen=True)
class CallFirst(OfCase):
    """The practitioner calls before deciding."""


@dataclass(frozen=True)
class TakeOn(OfCase):
    """The practitioner accepts."""


@dataclass(frozen=True)
class GiveBack(OfCase):
    """The practitioner returns the referral."""

    reason: str


@dataclass(frozen=True)
class Move(OfCase):
    """A planned conversation moves to another time."""

    starts: datetime
    time: Time


@dataclass(frozen=True)
class Cancel(OfCase):
    """A planned conversation is cancelled."""

    starts: datetime


@dataclass(frozen=True)
class Begin(OfCase):
    """A planned conversation begins."""

    starts: datetime


@dataclass(frozen=True)
class Miss(OfCase):
    """The family does not come."""

    starts: datetime
    with_notice: bool


@dataclass(frozen=True)
class Agree(OfCase):
    """Those who had not agreed yet do so at the intake."""

    giver: str


@dataclass(frozen=True)
class SetGoal(OfCase):
    """The family says what it wants."""

    words: str
    owner: str


@dataclass(frozen=True)
class Record(OfCase):
    """A contact is recorded; `starts` is that of its appointment, if it had one."""

    starts: datetime | None
    attendance: tuple[str, ...]
    themes: tuple[str, ...]
    text: str
    agreements: str
    next_step: str
    next_step_words: str = ""
    next_step_on: date | None = None
    minutes: dict[str, int] = field(default_factory=dict)
    scores: dict[str, int] = field(default_factory=dict)  # by the goal's words


@dataclass(frozen=True)
class SendLetter(OfCase):
    """A letter to the GP is drawn up and released as it stands."""

    kind: str


@dataclass(frozen=True)
class PasteLetter(OfCase):
    """The GP puts the text of the last letter of a kind in the practice's record."""

    kind: str


@dataclass(frozen=True)
class TickOff(OfCase):
    """Open tasks of one kind are ticked off."""

    kind: str


@dataclass(frozen=True)
class Finish(OfCase):
    """Help is closed."""

    outcome: str
    reason: str
    words: str
