"""What is known about a family, as dated facts without a database?

A period lasts up to and including its last day; both ends are local dates. A fact that
has not begun, or has ended, counts for nothing on that day.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from dichtbij.clients import ages

YOUNG = "young_person"
PARENTS = "parents"
BOTH = "both"
GUARDIAN = "guardian"
AUTHORITY = "authority"
GIVEN = "given"
REFUSED = "refused"
HELP = "help"

NOTED_WITHIN = timedelta(hours=24)  # Source: LR-10 [K]
# A parent's place in a file. Others (a foster parent, an aunt) decide nothing.
PARENT_TIES = frozenset({"10", "11"})


@dataclass(frozen=True, kw_only=True)
class Period:
    """From a day up to and including a day, or without an end."""

    starts_on: date
    ends_on: date | None = None

    def runs(self, on: date) -> bool:
        """Tell whether it counts on that day."""
        return self.starts_on <= on and (self.ends_on is None or on <= self.ends_on)

    def edges(self) -> tuple[date, ...]:
        """Return the days on which it begins to count and counts no more."""
        if self.ends_on is None or self.ends_on == date.max:
            return (self.starts_on,)
        return self.starts_on, self.ends_on + timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Member(Period):
    """Someone of the family; `key` tells two people in the slot "other" apart."""

    key: str
    slot: str
    tie: str
    home: int = 1


@dataclass(frozen=True, kw_only=True)
class Authority(Period):
    """Whether a member has authority over the child: authority, none or guardian.

    `proved` is false while it rests on somebody's word alone (LR-11).
    """

    member: str
    kind: str
    number: int = 0
    proved: bool = True


@dataclass(frozen=True, kw_only=True)
class Word(Period):
    """One consent or refusal; `number` orders what was said on the same day."""

    number: int
    purpose: str
    decision: str = GIVEN
    member: str = ""
    giver: str = ""
    party: str = ""
    partner: str = ""
    topics: frozenset[str] = frozenset()
    withdrawn_on: date | None = None

    def runs(self, on: date) -> bool:
        """Tell whether it counts; a withdrawal works on its own day (LR-08)."""
        return super().runs(on) and not self.withdrawn(on)

    def withdrawn(self, on: date) -> bool:
        """Tell whether it was taken back by then."""
        return self.withdrawn_on is not None and self.withdrawn_on <= on

    def edges(self) -> tuple[date, ...]:
        """Return the days on which it may begin or cease to count."""
        taken = () if self.withdrawn_on is None else (self.withdrawn_on,)
        return super().edges() + taken


@dataclass(frozen=True, kw_only=True)
class Ground(Period):
    """Why help goes on although a parent did not agree: LR-03."""

    kind: str


@dataclass(frozen=True, kw_only=True)
class Measure(Period):
    """A supervision order, or the guardianship of an institution: LR-15."""

    kind: str


@dataclass(frozen=True, kw_only=True)
class Presumption:
    """There was no time to ask; both moments are aware. LR-10."""

    happened_at: datetime
    noted_at: datetime

    @property
    def ends_at(self) -> datetime:
        """Return the moment from which somebody must have been asked."""
        return self.happened_at.astimezone(UTC) + NOTED_WITHIN

    def stands(self, at: datetime) -> bool:
        """Tell whether it was noted in time and covers this moment."""
        in_time = self.happened_at <= self.noted_at <= self.ends_at
        return in_time and self.happened_at <= at < self.ends_at


@dataclass(frozen=True, kw_only=True)
class Delay:
    """What the family sees is held back for safety; both moments are aware. R25."""

    starts_at: datetime
    ended_at: datetime | None = None

    def stands(self, at: datetime) -> bool:
        """Tell whether it holds at this moment; only ending it ends it."""
        return self.starts_at <= at and (self.ended_at is None or at < self.ended_at)


@dataclass(frozen=True, kw_only=True)
class Facts:
    """All that decides about one child."""

    birth_date: date
    members: tuple[Member, ...] = ()
    authorities: tuple[Authority, ...] = ()
    words: tuple[Word, ...] = ()
    incapacities: tuple[Period, ...] = ()
    grounds: tuple[Ground, ...] = ()
    measures: tuple[Measure, ...] = ()
    presumptions: tuple[Presumption, ...] = ()
    objections: tuple[Period, ...] = ()
    delays: tuple[Delay, ...] = ()
    without_parents: bool = False

    def age(self, on: date) -> int:
        """Return the age in whole years; 0 before the birth (LR-06)."""
        return ages.age_on(self.birth_date, max(on, self.birth_date))

    def turns(self, age: int) -> date:
        """Return the day on which the child reaches an age."""
        return ages.birthday(self.birth_date, age)

    def weighs(self, on: date) -> bool:
        """Tell whether the young person decides: 12 or older, and able to (LR-05)."""
        old_enough = self.age(on) >= ages.YOUNG_PERSON_AGREES_FROM
        return old_enough and not any(one.runs(on) for one in self.incapacities)

    def member(self, named: str, on: date) -> Member | None:
        """Return who holds that slot or key on that day."""
        for one in self.members:
            if one.key == named and one.runs(on):
                return one
        if named == "other":
            return None
        found = (one for one in self.members if one.slot == named and one.runs(on))
        return next(found, None)

    def of(self, key: str) -> Member | None:
        """Return the member with that key, on whatever day."""
        return next((one for one in self.members if one.key == key), None)

    def authority(self, key: str, on: date) -> str:
        """Return authority, none or guardian; "" when nobody found out (LR-11)."""
        found = self.authority_of(key, on)
        return found.kind if found is not None else ""

    def authority_of(self, key: str, on: date) -> Authority | None:
        """Return the fact that decides: of those in force the one that began last.

        Of two that began on one day the one noted last. From 18 nobody has authority
        but a representative appointed from then on; the young person never has.
        """
        holder = self.of(key)
        if holder is not None and holder.slot == YOUNG:
            return None
        running = [
            one for one in self.authorities if one.member == key and one.runs(on)
        ]
        if self.age(on) >= ages.ADULT_FROM:
            adult = self.turns(ages.ADULT_FROM)
            late = [one for one in running if one.starts_on >= adult]
            running = [one for one in late if one.kind != AUTHORITY]
        return max(running, key=lambda one: (one.starts_on, one.number), default=None)

    def with_authority(self, on: date) -> tuple[str, ...]:
        """Return the keys of everyone with authority, in the order of the file."""
        keys = dict.fromkeys(one.member for one in self.authorities)
        return tuple(
            key for key in keys if self.authority(key, on) in (AUTHORITY, GUARDIAN)
        )

    def under(self, kind: str, on: date) -> bool:
        """Tell whether a measure of that kind is in force."""
        return any(one.kind == kind and one.runs(on) for one in self.measures)

    def edges(self) -> set[date]:
        """Return every day on which something about this family may change."""
        periods: tuple[Period, ...] = (
            *self.members, *self.authorities, *self.words, *self.incapacities,
            *self.grounds, *self.measures, *self.objections,
        )  # fmt: skip
        days = {edge for one in periods for edge in one.edges()}
        return days | {self.turns(age) for age in ages.AGES_THAT_CHANGE_RIGHTS}

    def moments(self) -> set[datetime]:
        """Return every moment within a day on which something may change."""
        found = {one.happened_at for one in self.presumptions}
        found |= {one.ends_at for one in self.presumptions}
        found |= {one.starts_at for one in self.delays}
        return found | {one.ended_at for one in self.delays if one.ended_at}
