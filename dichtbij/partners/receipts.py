"""What does a family learn of a consultation: who talked about what, on which day?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dichtbij.clients.models import Channel, Client
from dichtbij.families.consent import READ, may_share
from dichtbij.families.facts import facts_of
from dichtbij.families.models import FamilyMember
from dichtbij.families.standing import may_read, party_of, present
from dichtbij.families.topics import Topic
from dichtbij.partners.models import CaseConsultation
from dichtbij.shared import clock


@dataclass(frozen=True)
class Receipt:
    """One consultation as the family reads it: parties and topics, not the minutes."""

    consultation: CaseConsultation
    held_at: datetime
    told_at: datetime | None
    called_by: str
    partners: tuple[str, ...]
    topics: tuple[Any, ...]


def may_be_told(client: Client) -> list[FamilyMember]:
    """Return who of the family may read of a consultation now (R18, R25, LR-24)."""
    facts, at = facts_of(client), clock.now()
    members = FamilyMember.objects.filter(present(), client=client).order_by("pk")
    return [m for m in members if may_share(facts, READ, party_of(m), at).allowed]


def channels_of(client: Client, readers: Iterable[FamilyMember]) -> list[Channel]:
    """Return the mail addresses of these members that may be used (R18).

    An address of "someone else" is nobody's for certain: it gets nothing.
    """
    slots = {member.slot for member in readers} - {Channel.Owner.OTHER}
    return list(
        client.channels.filter(
            kind=Channel.Kind.EMAIL, silent=False, owner__in=slots
        ).order_by("pk")
    )


def receipts_for(client: Client, member: FamilyMember) -> list[Receipt]:
    """Return the receipts this member may read now, newest first; else none."""
    if not may_read(member):
        return []
    rows = (
        CaseConsultation.objects.filter(client=client, receipt_at__isnull=False)
        .select_related("called_by")
        .prefetch_related("topics", "participants__partner")
        .order_by("-starts_at", "-pk")
    )
    return [receipt_of(row) for row in rows]


def receipt_of(consultation: CaseConsultation) -> Receipt:
    """Return the receipt of one consultation; prefetch topics and participants."""
    told = dict.fromkeys(
        p.partner.name for p in consultation.participants.all() if p.partner
    )
    return Receipt(
        consultation,
        consultation.starts_at,
        consultation.receipt_at,
        consultation.called_by.name,
        tuple(told),
        tuple(Topic(row.topic).label for row in consultation.topics.all()),
    )
