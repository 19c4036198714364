"""Which partners are around one child: consulted, handed over to, or agreed about?"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import QueryDict
from django.urls import reverse

from dichtbij.audit.doors import may
from dichtbij.care.models import Task
from dichtbij.clients.models import Client
from dichtbij.families.models import Consent
from dichtbij.families.topics import Topic
from dichtbij.partners.agenda import topics_with
from dichtbij.partners.handing import By
from dichtbij.partners.models import CaseConsultation, Handover, Partner
from dichtbij.shared import clock
from dichtbij.shared.permissions import Permission

LATEST = 25
MEETINGS = (Task.Kind.MEETING, Task.Kind.HANDOVER)


@dataclass(frozen=True)
class Around:
    """One partner, and the topics the family agrees to tell it about now."""

    partner: Partner
    topics: list[Any]


def around(client: Client) -> dict[str, Any]:
    """Return the partners, meetings, hand-overs and promises of a child.

    Empty for who may read the file but no consultation: a team lead.
    """
    if not may(Permission.CONSULTATION_READ, client):
        return {"reads_meetings": False}
    meetings = list(
        CaseConsultation.objects.filter(client=client)
        .prefetch_related("participants__partner", "topics")
        .order_by("-starts_at", "-pk")[:LATEST]
    )
    handovers = list(
        Handover.objects.filter(client=client)
        .select_related("partner", "owner")
        .order_by("-agreed_on", "-pk")[:LATEST]
    )
    return {
        "reads_meetings": True,
        "may_meet": may(Permission.CONSULTATION_WRITE, client),
        "meetings": meetings,
        "handovers": handovers,
        "roads": By.choices,
        "around": with_topics(client, _met(client, meetings, handovers)),
        "promises": list(
            Task.objects.filter(client=client, kind__in=MEETINGS, done_at=None)
            .select_related("owner")
            .order_by("due_on", "id")
        ),
    }


def with_topics(client: Client, partners: Iterable[Partner]) -> list[Around]:
    """Return these partners with what they may be told about now."""
    found = list(partners)
    covered = topics_with(client, found)
    return [
        Around(p, [t.label for t in Topic if t.value in covered[p.pk]]) for p in found
    ]


def _met(
    client: Client,
    meetings: Iterable[CaseConsultation],
    handovers: Iterable[Handover],
) -> list[Partner]:
    """Return each partner once, by name."""
    met = {p.partner for m in meetings for p in m.participants.all() if p.partner}
    met |= {handover.partner for handover in handovers}
    met |= set(agreed_about(client))
    return sorted(met, key=lambda partner: partner.name)


def agreed_about(client: Client) -> list[Partner]:
    """Return the running partners that a consent names, by name."""
    named = Consent.objects.filter(client=client, purpose="share", withdrawn_on=None)
    partners = Partner.objects.filter(pk__in=named.values("partner"), ended_on=None)
    return list(partners.order_by("name", "id"))


def asking_page(client: Client, partner: Partner, topics: Iterable[str]) -> str:
    """Return the family page with the question for consent filled in."""
    page = reverse("family", kwargs={"uuid": client.uuid})
    told = [("party", partner.kind), ("partner", str(partner.uuid))]
    told += [("topics", topic) for topic in topics]
    return f"{page}?{urlencode(told)}#words"


def asked_by(client: Client, told: QueryDict) -> dict[str, Any]:
    """Return what an address of `asking_page` fills in; nonsense fills in nothing."""
    try:
        asked = UUID(told.get("partner", ""))
    except ValueError:
        return {}
    partner = Partner.objects.filter(uuid=asked, programme=client.programme_id).first()
    if partner is None:
        return {}
    return {
        "purpose": Consent.Purpose.SHARE,
        "party": partner.kind,
        "partner": partner.pk,
        "topics": [topic for topic in told.getlist("topics") if topic in Topic.values],
        "given_on": clock.today(),
    }
