"""A registration of the practitioner of each side, noted by the own team lead."""

from types import SimpleNamespace
from typing import Any

from dichtbij.audit.doors import standing_at
from dichtbij.organisations.models import User
from dichtbij.shared import clock
from dichtbij.staffing.actions import note_registration
from tests.staffing.registering import registration_of

LEADS = {"noord": "bram", "zuid": "cees"}


def staffing_rows(
    town: SimpleNamespace, side: str, mark: str, practitioner: User
) -> dict[str, Any]:
    """Return the row behind the page of one registration."""
    lead: User = getattr(town, LEADS[side])
    with standing_at(lead.membership.place()):
        registration = note_registration(
            registration=registration_of(practitioner, lead),
            by=lead,
            register="skj",
            number="900000001",
            chamber=mark,
            valid_until=clock.today().replace(year=clock.today().year + 1),
        )
    return {"registration": registration}
