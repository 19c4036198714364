"""What happens to a case consultation: called, invited to, moved, held, told?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from dichtbij.audit.doors import action
from dichtbij.audit.models import Entry
from dichtbij.care.actions import add_task
from dichtbij.care.models import Task, Trajectory
from dichtbij.clients.models import wall_keys
from dichtbij.families.topics import Topic
from dichtbij.organisations.links import Given, give_link
from dichtbij.organisations.models import PersonalLink, User
from dichtbij.outbox.models import Message
from dichtbij.outbox.post import post
from dichtbij.partners.agenda import open_topics, require_consent
from dichtbij.partners.calling import (
    Invitee,
    check_call,
    check_invitee,
    check_moment,
    check_open,
    check_planned,
    check_reachable,
    check_topics,
    days_open,
    guest_user,
    in_order,
    involved,
    put_topics,
    seat,
    seat_key,
    settle,
    tell_invited,
    topics_of,
)
from dichtbij.partners.closing import UNINVITED, end_seats
from dichtbij.partners.models import CaseConsultation, Participant, Partner
from dichtbij.partners.receipts import channels_of, may_be_told
from dichtbij.shared import calendar, clock
from dichtbij.shared.errors import Refused
from dichtbij.shared.permissions import Permission, Role

ASK_WITHIN_DAYS = 7  # [design] a family is asked for consent within a week
FAMILY_PAGE = "/mijn/"


@dataclass(frozen=True)
class Promise:
    """What someone promised in a meeting: who, what, before when."""

    owner: User
    words: str
    due_on: date


@action(Permission.CONSULTATION_WRITE, code=Entry.ActionCode.CREATE)
def call_consultation(
    *,
    trajectory: Trajectory,
    by: User,
    starts_at: datetime,
    place: str,
    topics: Sequence[str],
    participants: Sequence[Invitee],
) -> CaseConsultation:
    """Call people together about topics the family agreed to, for all of them.

    Nobody is invited yet. Raises Refused: a closed trajectory, a passed day, no topic,
    nobody, or a topic that consent does not cover for one of the partners.
    """
    check_call(trajectory, starts_at, topics, participants)
    partners = [invitee.partner for invitee in participants]
    require_consent(trajectory.client, partners, topics)
    consultation = CaseConsultation.objects.create(
        **wall_keys(trajectory.client),
        trajectory=trajectory,
        called_by=by,
        starts_at=starts_at,
        place=place.strip()[:200],
        made_at=clock.now(),
    )
    put_topics(consultation, topics)
    for invitee in participants:
        seat(consultation, invitee, topics)
    return consultation


@action(Permission.CONSULTATION_WRITE, code=Entry.ActionCode.CREATE)
def request_consent(
    *, trajectory: Trajectory, by: User, partner: Partner, topics: Sequence[str]
) -> Task:
    """Keep as a task that the family is asked about a partner; twice is once."""
    labels = ", ".join(str(Topic(topic).label) for topic in in_order(topics))
    words = _("ask whether we may talk with %(partner)s") % {"partner": partner.name}
    words = f"{words}: {labels}" if labels else words
    same = Task.objects.filter(
        referral=trajectory.referral_id, owner=by, words=words[:400], done_at=None
    ).first()
    due = clock.today() + timedelta(days=ASK_WITHIN_DAYS)
    return same or add_task(
        trajectory.referral, by, Task.Kind.CONSENT, due_on=due, words=words
    )


@action(Permission.CONSULTATION_WRITE)
def add_participant(
    *, consultation: CaseConsultation, by: User, invitee: Invitee
) -> Participant:
    """Call one more person, for all topics. Raises Refused as call_consultation."""
    check_open(consultation)
    check_invitee(consultation.client, invitee)
    topics = topics_of(consultation)
    require_consent(consultation.client, [invitee.partner], topics)
    for other in consultation.participants.filter(ended_at=None):
        same = other.partner_id == invitee.partner.pk and (
            (other.email or other.name).casefold() == seat_key(invitee)[1]
        )
        if same:
            raise Refused(_("This person is in the list already."))
    return seat(consultation, invitee, topics)


@action(Permission.CONSULTATION_WRITE, code=Entry.ActionCode.EXECUTE)
def invite(*, participant: Participant, by: User, by_text: bool = False) -> Given:
    """Mail someone the link to a consultation; the code goes by another road (R24).

    By text message if asked for; else this is the only sight of it, to say by
    telephone. An older link of theirs stops. Raises Refused: uninvited, called off,
    not to be reached that way, or no consent any more.
    """
    consultation = participant.consultation
    check_open(consultation)
    check_reachable(participant, by_text=by_text)
    if not open_topics(participant):
        raise Refused(_("The family no longer agrees to talk with this partner."))
    given = give_link(
        PersonalLink.Purpose.CONSULTATION,
        participant.client,
        consultation.uuid,
        participant.uuid,
        Role.PARTNER,
        by,
        days_open(consultation),
    )
    Participant.objects.filter(pk=participant.pk).update(
        user=guest_user(participant), invited_at=clock.now()
    )
    post(
        "consultation_invited",
        client=participant.client,
        participant=participant,
        link=given.path,
    )
    if by_text:
        post(
            "link_code",
            client=participant.client,
            participant=participant,
            link=given.code,
            medium=Message.Medium.TEXT,
        )
    return given


@action(Permission.CONSULTATION_WRITE)
def uninvite(*, participant: Participant, by: User) -> Participant:
    """Take someone from a consultation; the link opens nothing more. Twice is once."""
    end_seats([participant], UNINVITED)
    participant.refresh_from_db()
    return participant


@action(Permission.CONSULTATION_WRITE)
def change_consultation(
    *,
    consultation: CaseConsultation,
    by: User,
    starts_at: datetime,
    place: str,
    topics: Sequence[str],
) -> CaseConsultation:
    """Move a planned consultation or change its topics; the invited hear of it.

    Raises Refused as call_consultation.
    """
    check_planned(consultation)
    check_moment(starts_at)
    check_topics(topics)
    seats = list(
        consultation.participants.filter(ended_at=None).select_related("partner")
    )
    partners = [one.partner for one in seats if one.partner is not None]
    added = set(topics) - set(topics_of(consultation))
    require_consent(consultation.client, partners, added)
    consultation.topics.exclude(topic__in=topics).delete()
    put_topics(consultation, added)
    consultation.participants.filter(ended_at=None).update(topics=in_order(topics))
    CaseConsultation.objects.filter(pk=consultation.pk).update(
        starts_at=starts_at, place=place.strip()[:200]
    )
    tell_invited(consultation, seats)
    consultation.refresh_from_db()
    return consultation


@action(Permission.CONSULTATION_WRITE)
def cancel_consultation(
    *, consultation: CaseConsultation, by: User
) -> CaseConsultation:
    """Call a planned consultation off; the invited hear of it."""
    seats = list(consultation.participants.filter(ended_at=None))
    settle(consultation, CaseConsultation.Status.CANCELLED)
    tell_invited(consultation, seats)
    return consultation


@action(Permission.CONSULTATION_WRITE)
def hold_consultation(
    *,
    consultation: CaseConsultation,
    by: User,
    minutes: Mapping[str, str],
    promises: Sequence[Promise] = (),
) -> CaseConsultation:
    """Record a meeting that was held: minutes per topic, and who does what.

    Raises Refused: held or called off before, not begun, or nothing written down.
    """
    if calendar.local(consultation.starts_at).date() > clock.today():
        raise Refused(_("This consultation is on a later day."))
    told = {topic: words.strip() for topic, words in minutes.items() if words.strip()}
    if not told or set(told) - set(topics_of(consultation)):
        raise Refused(_("Write down what was said about at least one topic."))
    settle(consultation, CaseConsultation.Status.HELD)
    for topic, words in told.items():
        consultation.topics.filter(topic=topic).update(minutes=words)
    for promise in promises:
        _keep(consultation, promise)
    return consultation


@action(Permission.CONSULTATION_WRITE, code=Entry.ActionCode.CREATE)
def promise_task(*, consultation: CaseConsultation, by: User, promise: Promise) -> Task:
    """Keep what someone promised in a meeting, with an owner and a day."""
    return _keep(consultation, promise)


def _keep(consultation: CaseConsultation, promise: Promise) -> Task:
    if promise.owner not in involved(consultation.client):
        raise Refused(_("The owner of a task must be involved with this child."))
    if not promise.words.strip():
        raise Refused(_("Write what was promised."))
    return add_task(
        consultation.trajectory.referral,
        promise.owner,
        Task.Kind.MEETING,
        due_on=promise.due_on,
        words=promise.words.strip(),
    )


@action(Permission.CONSULTATION_WRITE, code=Entry.ActionCode.EXECUTE)
def send_receipt(*, consultation: CaseConsultation, by: User) -> CaseConsultation:
    """Let the family read who talked about what: on their page, told by a neutral mail.

    Twice is once. Raises Refused: not held yet, or nobody of the family may read now.
    """
    if consultation.status != CaseConsultation.Status.HELD:
        raise Refused(_("This consultation was not held yet."))
    readers = may_be_told(consultation.client)
    if not readers:
        raise Refused(
            _("Nobody of the family may read this now. See who may see what.")
        )
    unsent = CaseConsultation.objects.filter(pk=consultation.pk, receipt_at=None)
    if unsent.update(receipt_at=clock.now()):
        for channel in channels_of(consultation.client, readers):
            post(
                "consultation_receipt",
                client=consultation.client,
                channel=channel,
                link=FAMILY_PAGE,
            )
    consultation.refresh_from_db()
    return consultation
