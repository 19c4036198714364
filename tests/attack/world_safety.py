"""What belongs to safety, emergency access and questions about the file of one side."""

from types import SimpleNamespace
from typing import Any

from dichtbij.audit.doors import standing_at
from dichtbij.families.models import FamilyMember
from dichtbij.organisations.models import User
from dichtbij.privacy.actions import note_request
from dichtbij.privacy.glass import break_glass
from dichtbij.privacy.models import EmergencyReview
from dichtbij.shared.permissions import Role
from tests.conftest import member


def safety_rows(
    town: SimpleNamespace, mark: str, by: User, asker: FamilyMember
) -> dict[str, Any]:
    """Return the rows behind these addresses; a colleague of `by` broke the glass."""
    employer = by.membership.organisation
    colleague = member(
        town, f"inval-{employer.name.split()[-1].lower()}", Role.PRACTITIONER, employer
    )
    with standing_at(colleague.membership.place()):
        access = break_glass(
            client=asker.client, by=colleague, why="danger", words=f"{mark} reden"
        )
    with standing_at(by.membership.place()):
        asked = note_request(
            member=asker, by=by, kind="destruction", words=f"{mark} vraag"
        )
        review = EmergencyReview.objects.get(access=access)
    return {"review": review, "file_request": asked}
