"""Whom do we ask by ourselves how it goes, and which answers has nobody read yet?

Only people with an address of their own who agreed to be reached (R18, LR-07), and only
while a named reader works here (R26). Each function is for one practice; twice is once.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from dichtbij.audit.doors import action
from dichtbij.care.actions import add_task
from dichtbij.care.models import Task, Trajectory
from dichtbij.clients.models import CareRelation, Channel, Client
from dichtbij.families.accounts import account_of
from dichtbij.families.consent import CHANNEL, may_share
from dichtbij.families.facts import facts_of
from dichtbij.families.giving import own_channel, send_link
from dichtbij.families.models import FamilyMember
from dichtbij.families.standing import party_of, present
from dichtbij.organisations.models import Membership, User
from dichtbij.outbox import texting
from dichtbij.outbox.post import post
from dichtbij.questionnaires.actions import ask, give_way_in, mark_read
from dichtbij.questionnaires.models import Inquiry
from dichtbij.referrals.models import Referral
from dichtbij.scheduling.models import Appointment
from dichtbij.shared import calendar, clock
from dichtbij.shared.permissions import Permission, Role

BEFORE_DAYS = 2  # [design] days before a talk
MISSED_DAYS = 7  # [design] nights on which nothing may have run
READING_DAYS = 14  # [design] the file stays open to the reader after the term


@dataclass(frozen=True)
class Reason:
    """Why we ask: which questions, about which day, and who reads the answers."""

    referral: Referral
    kind: str
    about_on: date
    reader: User
    only_for: str = ""


def ask_before_talks(practice_id: int, by: User) -> None:
    """Ask a check-in of those whose talk is within two days."""
    today = clock.today()
    coming = (
        Appointment.objects.filter(
            practice=practice_id, status=Appointment.Status.BOOKED
        )
        .between(today + timedelta(days=1), today + timedelta(days=BEFORE_DAYS))
        .select_related("referral__client", "practitioner")
    )
    for row in coming:
        day = calendar.local(row.starts_at).date()
        _ask_family(
            Reason(
                row.referral,
                Inquiry.Kind.CHECK_IN,
                day,
                row.practitioner,
                row.only_for,
            ),
            by,
        )


def ask_afterwards(practice_id: int, by: User) -> None:
    """Ask how the help was once it ended, and how it goes 90 days later.

    Not of a child that is helped again meanwhile.
    """
    today = clock.today()
    lately = (today - timedelta(days=MISSED_DAYS), today)
    again = Trajectory.objects.filter(client=OuterRef("client"), closed_on=None)
    ended = Trajectory.objects.filter(
        ~Exists(again), practice=practice_id, satisfaction_due_on__isnull=False
    ).select_related("referral__client", "practitioner")
    for row in ended.filter(closed_on__range=lately):
        kind, day = Inquiry.Kind.SATISFACTION, row.closed_on
        _ask_family(Reason(row.referral, kind, day, row.practitioner), by)
    for row in ended.filter(satisfaction_due_on__range=lately):
        kind, day = Inquiry.Kind.PULSE, row.satisfaction_due_on
        _ask_family(Reason(row.referral, kind, day, row.practitioner), by)


def _ask_family(why: Reason, by: User) -> None:
    client = why.referral.client
    if not _works_here(why.reader, client):
        return  # nobody would read it
    for member in _reachable(client, why.only_for):
        told = Inquiry.objects.filter(
            member=member, kind=why.kind, about_on=why.about_on
        )
        if told.exists():
            continue
        inquiry = ask(
            member=member,
            by=by,
            kind=why.kind,
            about_on=why.about_on,
            reader=why.reader,
            referral=why.referral,
        )
        if why.kind != Inquiry.Kind.CHECK_IN:
            _let_read(client, why.reader, inquiry)
        _send(inquiry, by)


def _works_here(reader: User, client: Client) -> bool:
    mine = Membership.objects.active().filter(
        user=reader,
        role=Role.PRACTITIONER,
        programme=client.programme_id,
        organisation=client.holder_id,
    )
    return mine.exists()


def _reachable(client: Client, only_for: str) -> Iterable[FamilyMember]:
    """Return who of the family has an own address and agreed to be reached by it."""
    facts, now = facts_of(client), clock.now()
    members = FamilyMember.objects.filter(present(), client=client).select_related(
        "client", "user"
    )
    for member in members.order_by("id"):
        if only_for and member.slot != only_for:
            continue
        agreed = may_share(facts, CHANNEL, party_of(member), now).allowed
        if agreed and own_channel(member, Channel.Kind.EMAIL) is not None:
            yield member


def _let_read(client: Client, reader: User, inquiry: Inquiry) -> None:
    """Let the named reader open the file until the answers must have been read (R26).

    Help has ended, so has the care relation: a new one has a first and a last day.
    """
    last = inquiry.read_by_on + timedelta(days=READING_DAYS)
    running = CareRelation.objects.filter(client=client, practitioner=reader)
    if not running.active(clock.today()).filter(pk__in=running.active(last)).exists():
        CareRelation.objects.create(
            client=client,
            practitioner=reader,
            reason=CareRelation.Reason.OWN,
            starts_on=clock.today(),
            ends_on=last,
        )


def _send(inquiry: Inquiry, by: User) -> None:
    """Let the questions leave by two roads, or by the own account (R24).

    Where no code can go by text message nothing is mailed: a colleague gives the link.
    """
    member = inquiry.member
    account = account_of(member)
    if account is not None and account.state == Membership.State.ACTIVE:
        post(
            "questions_family",
            client=member.client,
            channel=own_channel(member, Channel.Kind.EMAIL),
            link=reverse(inquiry.kind, kwargs={"uuid": inquiry.uuid}),
        )
        return
    mobile = own_channel(member, Channel.Kind.TELEPHONE)
    if texting.available() and mobile and texting.is_mobile(mobile.value):
        given = give_way_in(inquiry=inquiry, by=by)
        send_link(member=member, by=by, given=given, by_text=True)


def remind_readers(practice_id: int) -> None:
    """Make a task of each answer whose reader let the term pass."""
    late = Inquiry.objects.unread().filter(
        client__practice=practice_id, read_by_on__lt=clock.today()
    )
    for inquiry in late.select_related("referral", "reader"):
        words = _unread_words(inquiry)
        open_ = Task.objects.filter(
            referral=inquiry.referral_id,
            owner=inquiry.reader_id,
            kind=Task.Kind.REVIEW,
            words=words,
            done_at=None,
        )
        if not open_.exists():
            add_task(
                inquiry.referral,
                inquiry.reader,
                Task.Kind.REVIEW,
                due_on=clock.today(),
                words=words,
            )


def _unread_words(inquiry: Inquiry) -> str:
    """Return what the task of an answer says, the same in whichever language."""
    answered_at = inquiry.answered_at or clock.now()
    with override(settings.LANGUAGE_CODE):
        return _("Answers of %(day)s have not been read yet.") % {
            "day": date_format(calendar.local(answered_at).date(), "j F Y")
        }


@action(Permission.QUESTIONNAIRE_WRITE)
def read_answers(*, inquiry: Inquiry, by: User) -> Inquiry:
    """Note that answers were read; a task that asked for it is done.

    Raises Refused when none were sent.
    """
    mark_read(inquiry=inquiry, by=by)
    unread = Inquiry.objects.unread().filter(
        referral=inquiry.referral_id, reader=inquiry.reader_id
    )
    left = {_unread_words(row) for row in unread}
    words = _unread_words(inquiry)
    if words not in left:
        Task.objects.filter(
            referral=inquiry.referral_id,
            owner=inquiry.reader_id,
            kind=Task.Kind.REVIEW,
            words=words,
            done_at=None,
        ).update(done_at=clock.now())
    return inquiry


def forget_half_answers(practice_id: int) -> None:
    """Forget what was tapped and never sent, once it can be sent no more."""
    Inquiry.objects.filter(
        client__practice=practice_id,
        answered_at=None,
        expires_on__lt=clock.today(),
    ).exclude(answers={}).update(answers={})
