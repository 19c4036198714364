"""A partner, a meeting that was held and a hand-over, with canaries in their words."""

from collections.abc import Iterable
from types import SimpleNamespace
from typing import Any

from dichtbij.care.models import Trajectory
from dichtbij.families.actions import note_consent_of
from dichtbij.families.models import FamilyMember
from dichtbij.organisations.models import User
from dichtbij.partners.actions import PartnerFacts, add_partner, confirm_wait
from dichtbij.partners.calling import Invitee
from dichtbij.partners.consulting import call_consultation, hold_consultation, invite
from dichtbij.partners.handing import agree_handover
from dichtbij.shared import clock

TOPICS = ["school", "plan"]


def partner_rows(
    town: SimpleNamespace,
    side: str,
    trajectory: Trajectory,
    by: User,
    parents: Iterable[FamilyMember],
) -> dict[str, Any]:
    """Return the rows behind the routes of partners; stand as `by`.

    The guest of this side (outsiders.py) is invited and may read both topics. The
    directory is the programme's own: both sides read it, so it carries no mark.
    """
    partner = add_partner(
        programme=town.programme,
        by=by,
        facts=PartnerFacts("school", f"Verzonnen school {side}", email="s@s.example"),
    )
    confirm_wait(partner=partner, by=by, days=14, confirmed_by="V. Zonnen")
    for parent in parents:
        note_consent_of(
            client=trajectory.client,
            by=by,
            member=parent,
            purpose="share",
            party="school",
            partner=partner,
            topics=TOPICS,
        )
    mark = f"KANARIE{side.upper()}"
    meeting = call_consultation(
        trajectory=trajectory,
        by=by,
        starts_at=clock.now(),
        place=f"{mark} plek",
        topics=TOPICS,
        participants=[
            Invitee(
                partner,
                f"{mark} gast",
                f"{mark} functie",
                getattr(town, f"guest_{side}").email,
            )
        ],
    )
    seat = meeting.participants.get()
    invite(participant=seat, by=by)
    hold_consultation(
        consultation=meeting,
        by=by,
        minutes=dict.fromkeys(TOPICS, f"{mark} notulen"),
    )
    handover = agree_handover(
        trajectory=trajectory,
        by=by,
        partner=partner,
        owner=by,
        words=f"{mark} overdracht",
        channel="telephone",
    )
    return {
        "partner": partner,
        "meeting": meeting,
        "seat": seat,
        "handover": handover,
    }
