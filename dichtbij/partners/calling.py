"""Who is called to a consultation, is the call whole, under which name do they come?

A guest gets a user so that the log can name who looked; it has no password and no
membership, so it signs in nowhere.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.hashers import make_password
from django.utils.translation import gettext as _

from dichtbij.care.models import Trajectory
from dichtbij.clients.models import CareRelation, Client
from dichtbij.families.topics import Topic
from dichtbij.organisations.models import User
from dichtbij.outbox import texting
from dichtbij.outbox.post import post
from dichtbij.partners.models import (
    CaseConsultation,
    ConsultationTopic,
    Participant,
    Partner,
)
from dichtbij.shared import calendar, clock
from dichtbij.shared.errors import Refused

READABLE_DAYS = 14  # [design] how long minutes can be read after the meeting


@dataclass(frozen=True)
class Invitee:
    """Someone of a partner who is asked to take part."""

    partner: Partner
    name: str
    function: str = ""
    email: str = ""
    telephone: str = ""


def check_call(
    trajectory: Trajectory,
    starts_at: datetime,
    topics: Sequence[str],
    participants: Sequence[Invitee],
) -> None:
    """Raise Refused, with what to do, when a call is not whole."""
    if trajectory.closed_on is not None:
        raise Refused(_("This help is closed. A new referral opens it again."))
    check_moment(starts_at)
    check_topics(topics)
    if not participants:
        raise Refused(_("Choose at least one partner."))
    for invitee in participants:
        check_invitee(trajectory.client, invitee)
    if len({seat_key(i) for i in participants}) < len(participants):
        raise Refused(_("This person is in the list already."))


def check_moment(starts_at: datetime) -> None:
    """Raise Refused for a day that has passed."""
    if calendar.local(starts_at).date() < clock.today():
        raise Refused(_("This day has passed."))


def check_topics(topics: Sequence[str]) -> None:
    """Raise Refused for no topic, or one that does not exist."""
    if not topics or set(topics) - set(Topic.values):
        raise Refused(_("Choose at least one topic."))


def check_invitee(client: Client, invitee: Invitee) -> None:
    """Raise Refused for nobody, or a partner of elsewhere or of the past."""
    if not invitee.name.strip():
        raise Refused(_("Say who is invited."))
    partner = invitee.partner
    if partner.programme_id != client.programme_id or partner.ended_on is not None:
        raise Refused(_("This partner is no longer in the directory."))


def check_reachable(participant: Participant, *, by_text: bool) -> None:
    """Raise Refused for who is uninvited, or cannot be reached by these roads."""
    if participant.ended_at is not None:
        raise Refused(_("This person is no longer invited."))
    if not participant.email:
        raise Refused(_("There is no e-mail address to send a link to."))
    if by_text and not may_text(participant):
        raise Refused(_("There is no mobile number to send a code to."))


def may_text(participant: Participant) -> bool:
    """Tell whether a code can go to this guest by text message."""
    return texting.available() and texting.is_mobile(participant.telephone)


def seat_key(invitee: Invitee) -> tuple[int, str]:
    """Return what makes two invitees the same person."""
    return invitee.partner.pk, (invitee.email or invitee.name).strip().casefold()


def seat(
    consultation: CaseConsultation, invitee: Invitee, topics: Iterable[str]
) -> Participant:
    """Give someone a seat, for these topics; nobody is told yet."""
    return Participant.objects.create(
        client_id=consultation.client_id,
        consultation=consultation,
        partner=invitee.partner,
        name=invitee.name.strip()[:120],
        function=invitee.function.strip()[:120],
        email=invitee.email.strip().lower(),
        telephone=invitee.telephone.strip()[:20],
        topics=in_order(topics),
    )


def put_topics(consultation: CaseConsultation, topics: Iterable[str]) -> None:
    """Put topics on the agenda."""
    ConsultationTopic.objects.bulk_create(
        ConsultationTopic(
            client_id=consultation.client_id, consultation=consultation, topic=topic
        )
        for topic in in_order(topics)
    )


def in_order(topics: Iterable[str]) -> list[str]:
    """Return topics once each, in the order of the list."""
    asked = set(topics)
    return [topic for topic in Topic.values if topic in asked]


def guest_user(participant: Participant) -> User:
    """Return the user who will be named when this guest looks, made when absent."""
    user, _made = User.objects.get_or_create(
        email=participant.email,
        defaults={"name": participant.name, "password": make_password(None)},
    )
    return user


def topics_of(consultation: CaseConsultation) -> list[str]:
    """Return the topics on the agenda."""
    return list(consultation.topics.values_list("topic", flat=True))


def check_open(consultation: CaseConsultation) -> None:
    """Raise Refused for a consultation that was called off."""
    if consultation.status == CaseConsultation.Status.CANCELLED:
        raise Refused(_("This consultation was called off."))


def check_planned(consultation: CaseConsultation) -> None:
    """Raise Refused for a consultation that was held or called off."""
    check_open(consultation)
    if consultation.status != CaseConsultation.Status.PLANNED:
        raise Refused(_("This consultation was already held."))


def settle(consultation: CaseConsultation, status: str) -> None:
    """Let a planned consultation become held or called off: of two, one wins."""
    planned = CaseConsultation.objects.filter(
        pk=consultation.pk, status=CaseConsultation.Status.PLANNED
    )
    won = planned.update(status=status)
    consultation.refresh_from_db()
    if not won:
        raise Refused(_("This consultation was held or called off already."))


def tell_invited(consultation: CaseConsultation, seats: Iterable[Participant]) -> None:
    """Mail those who were invited that something changed, and no more."""
    for participant in seats:
        if participant.invited_at is not None and participant.email:
            post(
                "consultation_changed",
                client=consultation.client,
                participant=participant,
            )


def days_open(consultation: CaseConsultation) -> int:
    """Return how many days a guest's link stays good: until after the meeting."""
    meets_on = calendar.local(consultation.starts_at).date()
    return max(0, (meets_on - clock.today()).days) + READABLE_DAYS


def involved(client: Client) -> list[User]:
    """Return who helps this child now and so may own what is agreed."""
    running = CareRelation.objects.active(clock.today()).filter(client=client)
    return list(
        User.objects.filter(pk__in=running.values("practitioner")).order_by("name")
    )
