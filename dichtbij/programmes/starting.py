"""Who leads a new programme, and for whom does that person work?"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from dichtbij.audit.doors import action
from dichtbij.audit.models import Entry
from dichtbij.organisations.actions import invite_person
from dichtbij.organisations.models import (
    Membership,
    Municipality,
    Organisation,
    User,
)
from dichtbij.programmes.actions import (
    municipal_organisation,
    organisation_called,
    start_programme,
)
from dichtbij.programmes.models import Programme, ProgrammeEmployer
from dichtbij.shared.permissions import Permission, Role

CREATE = Entry.ActionCode.CREATE


@dataclass(frozen=True)
class Leader:
    """Who will lead; `employer` is a name, empty for the municipality."""

    name: str
    email: str
    employer: str = ""


@action(Permission.PROGRAMME_START, code=CREATE)
def start_with_leader(
    *, municipalities: Collection[Municipality], by: User, leader: Leader, **terms: Any
) -> Programme:
    """Start a programme and invite its leader: when one is refused, neither is done."""
    programme: Programme = start_programme(
        municipalities=municipalities, by=by, **terms
    )
    invite_leader(programme=programme, by=by, leader=leader)
    return programme


@action(Permission.PROGRAMME_START, code=CREATE)
def invite_leader(*, programme: Programme, by: User, leader: Leader) -> Membership:
    """Invite the project leader, at an employer by name or at the municipality.

    There is no access before a second administrator confirmed it (A11).
    """
    if leader.employer.strip():
        place = organisation_called(Organisation.Kind.EMPLOYER, leader.employer)
        ProgrammeEmployer.objects.get_or_create(programme=programme, employer=place)
    else:
        place = municipal_organisation(programme.municipalities.all()[0])
    return invite_person(
        organisation=place,
        by=by,
        programme=programme,
        role=Role.PROJECT_LEADER,
        email=leader.email,
        name=leader.name,
    )
