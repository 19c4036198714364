"""What does a practice still lack before its first consult, and who sees to it?

Asked of all practices of a programme at once: as many queries for two hundred.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, TextChoices
from django.utils.translation import gettext_lazy as _

from dichtbij.agreements.models import Agreement, AgreementParty
from dichtbij.organisations.models import Membership, Organisation
from dichtbij.programmes.models import Participation, PatientCount, Programme
from dichtbij.scheduling.models import PracticeDay, Room
from dichtbij.shared.permissions import Role


class Step(TextChoices):
    """What must stand before a family can be helped, in the order of the work."""

    ROOM = "room", _("a room")
    DAY = "day", _("a weekly day of a practitioner")
    GP = "gp", _("a GP who can sign in")
    AGREEMENT = "agreement", _("an agreement in force that the practice signed")
    PATIENTS = "patients", _("the number of patients of 0 to 17 years")


@dataclass(frozen=True)
class Readiness:
    """One practice that takes part, and what it lacks."""

    participation: Participation
    lacks: tuple[Step, ...]

    @property
    def steps(self) -> list[tuple[Any, bool]]:
        """Return each step in words and whether it was taken."""
        return [(step.label, step not in self.lacks) for step in Step]


def readiness(
    programme: Programme, participations: Iterable[Participation], on: date
) -> list[Readiness]:
    """Return what each of these practices lacks on a local date; five queries."""
    rows = list(participations)
    rooms = Room.objects.filter(practice__in=[one.practice_id for one in rows])
    there = {
        Step.ROOM: set(rooms.values_list("practice", flat=True)),
        Step.DAY: _with_day(programme, on),
        Step.GP: _with_gp(programme),
        Step.AGREEMENT: _with_agreement(programme, on),
        Step.PATIENTS: set(
            PatientCount.objects.filter(programme=programme).values_list(
                "practice", flat=True
            )
        ),
    }
    return [
        Readiness(
            one, tuple(step for step in Step if one.practice_id not in there[step])
        )
        for one in rows
    ]


def _with_day(programme: Programme, on: date) -> set[int]:
    days = PracticeDay.objects.filter(
        Q(valid_until=None) | Q(valid_until__gte=on), programme=programme
    )
    return set(days.values_list("practice", flat=True))


def _with_gp(programme: Programme) -> set[int]:
    people = Membership.objects.active().filter(programme=programme, role=Role.GP)
    return set(people.values_list("organisation", flat=True))


def _with_agreement(programme: Programme, on: date) -> set[int]:
    in_force = Agreement.objects.in_force_on(on).filter(programme=programme)
    parties = AgreementParty.objects.filter(agreement__in=in_force)
    return set(parties.values_list("organisation", flat=True))


@dataclass(frozen=True)
class Cover:
    """Which agreement with an employer counts on a day, and did the practice sign?"""

    agreement: Agreement | None
    signed_by_practice: bool


def cover_of(
    programme: Programme,
    employer: Organisation,
    practice: Organisation | None,
    on: date,
) -> Cover:
    """Return what is agreed with an employer on a local date, for a practice."""
    running = Agreement.objects.in_force_on(on).filter(
        programme=programme, employer=employer
    )
    if practice is not None:
        signed = running.filter(parties__organisation=practice).first()
        if signed is not None:
            return Cover(signed, signed_by_practice=True)
    return Cover(running.first(), signed_by_practice=False)
