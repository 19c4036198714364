"""What one parent may open of the file: an appointment, a letter, a word, a copy."""

import hashlib
from typing import Any

from dichtbij.care.models import Trajectory
from dichtbij.clients.models import wall_keys
from dichtbij.families.models import Consent, FamilyMember
from dichtbij.network.models import Letter
from dichtbij.organisations.models import User
from dichtbij.privacy.models import FileRequest
from dichtbij.scheduling.actions import book_appointment
from dichtbij.scheduling.openings import free_slots
from dichtbij.shared import clock


def family_rows(
    mark: str, trajectory: Trajectory, by: User, member: FamilyMember
) -> dict[str, Any]:
    """Return the rows behind the routes of a family; stand as `by`."""
    referral, client = trajectory.referral, trajectory.client
    slot = free_slots(
        programme=client.programme, practice_id=client.practice_id, limit=1
    )[0]
    pdf = f"%PDF-{mark}".encode()
    letter = Letter.objects.create(
        **wall_keys(client),
        referral=referral,
        kind="start",
        audience="family",
        reader=member.slot,
        written_by=by,
        body=f"{mark} brief",
        status="released",
        dated_on=clock.today(),
        pdf=pdf,
        sha256=hashlib.sha256(pdf).hexdigest(),
        released_at=clock.now(),
        changed_at=clock.now(),
    )
    request = FileRequest.objects.create(
        **wall_keys(client),
        member=member,
        kind="copy",
        words=f"{mark} vraag",
        asked_at=clock.now(),
        due_on=clock.today(),
        status="ready",
        answered_by=by,
        answered_at=clock.now(),
        pdf=pdf,
        sha256=hashlib.sha256(pdf).hexdigest(),
    )
    return {
        "own_appointment": book_appointment(referral=referral, by=by, slot=slot),
        "own_letter": letter,
        "own_consent": Consent.objects.filter(member=member).first(),
        "own_copy": request,
    }
