"""What stands on the page of one consultation, with what consent covers right now?"""

from dataclasses import dataclass
from typing import Any

from dichtbij.care.models import Task
from dichtbij.families.topics import Topic
from dichtbij.partners.agenda import topics_with
from dichtbij.partners.calling import may_text
from dichtbij.partners.models import CaseConsultation, ConsultationTopic, Participant
from dichtbij.shared import calendar, clock

Status = CaseConsultation.Status


@dataclass(frozen=True)
class Seat:
    """A participant, and about which topics consent is gone meanwhile."""

    participant: Participant
    lost: list[Any]
    may_text: bool

    @property
    def ended(self) -> bool:
        """Tell whether this person is no longer invited."""
        return self.participant.ended_at is not None


@dataclass(frozen=True)
class OnAgenda:
    """A topic with its minutes, and the partners not to speak about it with now."""

    row: ConsultationTopic
    label: Any
    without: list[str]


def page_of(consultation: CaseConsultation) -> dict[str, Any]:
    """Return participants, topics, promises and state; constant in queries."""
    people = list(consultation.participants.select_related("partner"))
    partners = {p.partner_id: p.partner for p in people if p.partner is not None}
    covered = topics_with(consultation.client, partners.values())
    seats = [_seat(person, covered) for person in people]
    rows = list(consultation.topics.all())
    planned = consultation.status == Status.PLANNED
    on = calendar.local(consultation.starts_at).date()
    return {
        "consultation": consultation,
        "seats": seats,
        "agenda": [_topic(row, seats) for row in rows],
        "planned": planned,
        "held": consultation.status == Status.HELD,
        "may_hold": planned and on <= clock.today(),
        "promises": list(
            Task.objects.filter(
                referral=consultation.trajectory.referral_id, kind=Task.Kind.MEETING
            )
            .select_related("owner")
            .order_by("done_at", "due_on", "id")[:25]
        ),
    }


def _seat(person: Participant, covered: dict[int, set[str]]) -> Seat:
    agreed = covered.get(person.partner_id or 0, set())
    lost = [Topic(topic).label for topic in person.topics if topic not in agreed]
    return Seat(person, lost, may_text(person))


def _topic(row: ConsultationTopic, seats: list[Seat]) -> OnAgenda:
    label = Topic(row.topic).label
    without = [
        seat.participant.partner.name
        for seat in seats
        if label in seat.lost and seat.participant.partner is not None
    ]
    return OnAgenda(row, label, without)
