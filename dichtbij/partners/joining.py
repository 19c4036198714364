"""What may a guest of a consultation see now, and why may someone no longer?"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from dichtbij.families.topics import Topic
from dichtbij.organisations.models import User
from dichtbij.partners.agenda import open_topics, topics_with
from dichtbij.partners.models import CaseConsultation, Participant
from dichtbij.shared.walls import standing

Status = CaseConsultation.Status


@dataclass(frozen=True)
class Seat:
    """A guest's place: the topics this guest may be told about, with their minutes."""

    participant: Participant
    topics: tuple[tuple[Any, str], ...]


def seat_at(consultation: CaseConsultation, user: User) -> Seat | None:
    """Return the seat of a guest, or None: uninvited, or no topic is agreed any more.

    The consent engine is asked anew each time; minutes are read once it was held.
    """
    mine = Participant.objects.filter(
        consultation=consultation, user=user.pk, ended_at=None
    )
    participant = mine.select_related("partner", "client").order_by("pk").first()
    if participant is None:
        return None
    agreed = open_topics(participant)
    held = consultation.status == Status.HELD
    rows = consultation.topics.filter(topic__in=agreed)
    topics = tuple(
        (Topic(row.topic).label, row.minutes if held else "") for row in rows
    )
    return Seat(participant, topics) if topics else None


def why_closed(user: User, uuid: UUID) -> str:
    """Return why a consultation is shut for someone who was invited, or "": never was.

    "cancelled" or "closed": whether the family withdrew is not for a guest to know.
    """
    where = standing()
    if where is None:
        return ""
    seat = (
        Participant.objects.filter(
            consultation__uuid=uuid, user=user.pk, client__in=where.clients
        )
        .select_related("consultation")
        .first()
    )
    if seat is None:
        return ""
    off = seat.consultation.status == Status.CANCELLED
    return "cancelled" if off else "closed"


def still_agreed(
    consultations: list[CaseConsultation], user: User
) -> list[CaseConsultation]:
    """Return those about which this guest may still be told, in three queries.

    They are of one child: a guest stands at no more.
    """
    seats = list(
        Participant.objects.filter(
            consultation__in=consultations, user=user.pk, ended_at=None
        ).select_related("partner", "client")
    )
    if not seats:
        return []
    partners = {seat.partner_id: seat.partner for seat in seats if seat.partner}
    covered = topics_with(seats[0].client, partners.values())
    open_ones = {
        seat.consultation_id
        for seat in seats
        if covered.get(seat.partner_id, set()) & set(seat.topics)
    }
    return [one for one in consultations if one.pk in open_ones]


def short_name(client: Any) -> str:
    """Return enough of a name to know which child is meant, and no more."""
    return f"{client.given_name} {client.family_name[:1]}.".strip()
