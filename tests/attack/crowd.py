"""How does one row become many, without an action for each?

Rows are copied with all that hangs on them: what the actions wrote for one child stands
there for two hundred.
"""

from collections.abc import Sequence
from datetime import time, timedelta
from typing import Any
from uuid import uuid4

from django.db import models

from dichtbij.care.models import (
    Addendum,
    Contact,
    Goal,
    GoalScore,
    Task,
    TimeSpent,
    Trajectory,
)
from dichtbij.clients.models import CareRelation, Channel, Client
from dichtbij.families.models import Consent
from dichtbij.network.models import Letter
from dichtbij.organisations.models import Membership, Organisation, User
from dichtbij.privacy.models import FileRequest
from dichtbij.programmes.models import ListedPractice, Participation
from dichtbij.questionnaires.models import Measurement
from dichtbij.referrals.models import Referral, ReferralEvent
from dichtbij.scheduling.models import Appointment, PracticeDay, Room, WaitingEntry

Kind = type[models.Model]
# Above what hangs on it.
OF_A_CHILD: tuple[Kind, ...] = (
    Client, Channel, Consent, CareRelation, Referral, ReferralEvent, Appointment,
    WaitingEntry, Trajectory, Goal, Contact, TimeSpent, GoalScore, Task, Letter,
    Addendum, Measurement,
)  # fmt: skip
IN_A_FILE: tuple[Kind, ...] = (
    Channel, Consent, ReferralEvent, Goal, Contact, TimeSpent, GoalScore, Task, Letter,
    Addendum, Measurement, FileRequest,
)  # fmt: skip
APART = timedelta(minutes=5)  # so that no two visits overlap


def more_children(pattern: Client, first: int, count: int) -> None:
    """Copy a child with the whole file, so many times; visits follow each other."""
    _multiply(pattern, OF_A_CHILD, first, count)


def more_in_the_file(pattern: Client, first: int, count: int) -> None:
    """Let one file grow: contacts, letters, tasks, goals, events, addresses."""
    _multiply(pattern, IN_A_FILE, first, count)


def _multiply(pattern: Client, kinds: Sequence[Kind], first: int, count: int) -> None:
    new: dict[tuple[Kind, Any], list[Any]] = {}
    for kind in kinds:
        for row in _rows(kind, pattern):
            copies = [_copy(row, new, number, first) for number in range(count)]
            new[kind, row.pk] = kind._default_manager.bulk_create(copies)


def _rows(kind: Kind, pattern: Client) -> list[models.Model]:
    """Return the rows of the pattern itself, not those that were copied before."""
    if kind is Client:
        return [pattern]
    rows = kind._default_manager.filter(client=pattern).order_by("pk")
    return list(rows[: pattern.own[kind]] if hasattr(pattern, "own") else rows)


def remember(pattern: Client) -> None:
    """Remember how many rows the pattern has, before any is copied."""
    pattern.own = {  # type: ignore[attr-defined]
        kind: kind._default_manager.filter(client=pattern).count()
        for kind in {*OF_A_CHILD, *IN_A_FILE}
        if kind is not Client
    }


def _copy(
    row: Any, new: dict[tuple[Kind, Any], list[Any]], number: int, first: int
) -> Any:
    told: dict[str, Any] = {}
    for field in row._meta.concrete_fields:
        value = getattr(row, field.attname)
        if field.primary_key:
            continue
        if field.name == "uuid":
            value = uuid4()
        elif field.is_relation and (field.related_model, value) in new:
            value = new[field.related_model, value][number].pk
        elif isinstance(row, Appointment) and field.name in ("starts_at", "ends_at"):
            value += APART * (first + number)
        told[field.attname] = value
    if isinstance(row, Contact) and told["client_id"] == row.client_id:
        told["appointment_id"] = None  # an appointment is recorded once
    return type(row)(**told)


def more_practices(town: Any, first: int, count: int) -> None:
    """Let more practices take part, each with a room, a day and a new practitioner."""
    numbers = range(first, first + count)
    practices = Organisation.objects.bulk_create(
        Organisation(kind="practice", name=f"Praktijk {n}", agb_code=f"02{n:06d}")
        for n in numbers
    )
    people = User.objects.bulk_create(
        User(email=f"druk{n}@teststad.example", name=f"Druk {n}", password="!")
        for n in numbers
    )
    now = Membership.objects.earliest("id").since
    Membership.objects.bulk_create(
        Membership(
            user=user,
            organisation=town.employer_noord,
            programme=town.programme,
            role="practitioner",
            state="active",
            since=now,
        )
        for user in people
    )
    begun = town.participation_noord.starts_on
    Participation.objects.bulk_create(
        Participation(
            programme=town.programme,
            practice=practice,
            holder=town.employer_noord,
            starts_on=begun,
        )
        for practice in practices
    )
    ListedPractice.objects.bulk_create(
        ListedPractice(
            programme=town.programme, practice=practice, source="-", listed_on=begun
        )
        for practice in practices
    )
    rooms = Room.objects.bulk_create(Room(practice=p, name="kamer") for p in practices)
    PracticeDay.objects.bulk_create(
        PracticeDay(
            programme=town.programme,
            holder=town.employer_noord,
            practice=room.practice,
            practitioner=user,
            room=room,
            weekday=1,
            starts=time(9),
            ends=time(12),
            valid_from=begun,
        )
        for room, user in zip(rooms, people, strict=True)
    )
