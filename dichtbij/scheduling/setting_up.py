"""How does a practice come in with everything around it at once, or not at all?"""

from dataclasses import dataclass
from datetime import date, time

from django.db.models import QuerySet

from dichtbij.audit.doors import action
from dichtbij.audit.models import Entry
from dichtbij.organisations.models import (
    Membership,
    Municipality,
    Organisation,
    User,
)
from dichtbij.programmes.actions import list_practice
from dichtbij.programmes.joining import join_programme
from dichtbij.programmes.models import ListedPractice, Participation, Programme
from dichtbij.scheduling.actions import add_room, plan_practice_day
from dichtbij.shared.permissions import Permission, Role
from dichtbij.shared.walls import standing

IN_OR_ASKED = (Membership.State.INVITED, Membership.State.ACTIVE)


@dataclass(frozen=True)
class NewPractice:
    """A practice that is not on the list yet."""

    name: str
    town: str
    municipality: Municipality
    source: str
    listed_on: date


@dataclass(frozen=True)
class WeeklyHours:
    """In which room, on which day of the week (0 is Monday), from when until when."""

    room: str
    weekday: int
    starts: time
    ends: time


def practitioners_of(employer: Organisation, programme: Programme) -> QuerySet[User]:
    """Return who works there as a practitioner, or was asked to."""
    members = Membership.objects.filter(
        organisation=employer,
        programme=programme,
        role=Role.PRACTITIONER,
        state__in=IN_OR_ASKED,
    )
    return User.objects.filter(memberships__in=members).distinct().order_by("name")


def plans_days_of(employer: Organisation) -> bool:
    """Tell whether we work for this employer: nobody plans the days of another."""
    where = standing()
    return where is not None and employer.pk in where.holders


@action(Permission.PROGRAMME_MANAGE, code=Entry.ActionCode.CREATE)
def add_practice(
    *,
    programme: Programme,
    by: User,
    practice: ListedPractice | NewPractice,
    employer: Organisation,
    starts_on: date,
    hours: WeeklyHours | None = None,
    practitioner: User | None = None,
) -> Participation:
    """Let a practice take part, with its room and, if somebody is known, a first day.

    Raises Refused, and then nothing of it was made.
    """
    if isinstance(practice, NewPractice):
        practice = list_practice(programme=programme, by=by, **vars(practice))
    participation: Participation = join_programme(
        listed=practice, by=by, employer=employer, starts_on=starts_on
    )
    if hours is None or not plans_days_of(employer):
        return participation
    room = add_room(participation=participation, by=by, name=hours.room)
    if practitioner is not None:
        plan_practice_day(
            participation=participation,
            by=by,
            practitioner=practitioner,
            room=room,
            weekday=hours.weekday,
            starts=hours.starts,
            ends=hours.ends,
            valid_from=starts_on,
        )
    return participation
