"""Who is asked, what did they prefer, and is everyone heard?

A result is a count of practices over a list of practices: never of people.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from dichtbij.decisions.models import Decision, DecisionOption, PracticeVote
from dichtbij.organisations.models import Membership, Organisation, User
from dichtbij.programmes.models import Participation, Programme
from dichtbij.shared import calendar, clock
from dichtbij.shared.permissions import Role


@dataclass(frozen=True)
class Preferred:
    """What one practice prefers; without a vote both are empty."""

    practice: Organisation
    option: DecisionOption | None
    words: str


@dataclass(frozen=True)
class Consulted:
    """What the practices prefer: each of them by name, and how many per option."""

    practices: tuple[Preferred, ...]
    counts: tuple[tuple[DecisionOption, int], ...]

    @property
    def of(self) -> int:
        """Return how many practices were asked."""
        return len(self.practices)

    @property
    def voted(self) -> int:
        """Return how many of them said what they prefer."""
        return sum(one.option is not None for one in self.practices)


def practices_asked(programme: Programme, on: date) -> QuerySet[Organisation]:
    """Return the practices that take part on a local date, by name."""
    joined = Participation.objects.filter(programme=programme).on(on)
    return Organisation.objects.filter(pk__in=joined.values("practice")).order_by(
        "name"
    )


def gps_asked(programme: Programme) -> list[User]:
    """Return the GPs who may speak for a practice that takes part today."""
    members = Membership.objects.active().filter(
        programme=programme,
        role=Role.GP,
        organisation__in=practices_asked(programme, clock.today()),
    )
    people = {one.user_id: one.user for one in members.select_related("user")}
    return [people[key] for key in sorted(people)]


def consulted(decision: Decision) -> Consulted:
    """Return what practices prefer, in three queries.

    On the list stands who takes part on the day it was taken, until then today; and
    whoever voted before it left.
    """
    rows = PracticeVote.objects.filter(decision=decision)
    votes = {one.practice_id: one for one in rows.select_related("practice", "option")}
    taken_at = decision.taken_at
    on = calendar.local(taken_at).date() if taken_at else clock.today()
    asked = {one.pk: one for one in practices_asked(decision.programme, on)}
    everyone = asked | {key: one.practice for key, one in votes.items()}
    found = sorted(everyone.values(), key=lambda one: one.name)
    counted = Counter(one.option_id for one in votes.values())
    return Consulted(
        practices=tuple(_preferred(one, votes.get(one.pk)) for one in found),
        counts=tuple((one, counted[one.pk]) for one in decision.options.all()),
    )


def _preferred(practice: Organisation, vote: PracticeVote | None) -> Preferred:
    if vote is None:
        return Preferred(practice, None, "")
    return Preferred(practice, vote.option, vote.words)


def everyone_heard(decision: Decision) -> bool:
    """Tell whether each practice that takes part today has voted."""
    heard = PracticeVote.objects.filter(decision=decision).values("practice")
    asked = practices_asked(decision.programme, clock.today())
    return not asked.exclude(pk__in=heard).exists()
