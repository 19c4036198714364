"""What happens to a referral: submitted, called, accepted, declined, withdrawn."""

from collections.abc import Sequence
from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from dichtbij.audit.doors import action
from dichtbij.audit.models import Entry
from dichtbij.clients.actions import (
    NewChild,
    end_care_relations,
    enter_client,
    supplement_client,
    too_old,
)
from dichtbij.clients.models import CareRelation, Client, wall_keys
from dichtbij.families.actions import note_consent
from dichtbij.organisations.models import Membership, User
from dichtbij.outbox.post import post
from dichtbij.programmes.joining import why_closed
from dichtbij.programmes.models import Participation
from dichtbij.referrals import questions as lists
from dichtbij.referrals.models import Referral, ReferralEvent
from dichtbij.shared import calendar, clock
from dichtbij.shared.errors import Refused
from dichtbij.shared.permissions import Permission, Role

# Working days until the first conversation should take place; the programme's norm
# for a regular referral. [design] Source: ux.md 4.1 and R20.
SOONER_DAYS, URGENT_DAYS = 5, 2


def target_date(participation: Participation, urgency: str, on: date) -> date:
    """Return the day before which the first conversation should take place."""
    days = {
        Referral.Urgency.SOONER: SOONER_DAYS,
        Referral.Urgency.URGENT: URGENT_DAYS,
    }.get(urgency, participation.programme.first_consult_norm_days)  # type: ignore[call-overload]
    return calendar.add_working_days(on, days)


@action(Permission.REFERRAL_SUBMIT, code=Entry.ActionCode.CREATE)
def submit_referral(
    *,
    participation: Participation,
    by: User,
    child: NewChild,
    questions: Sequence[str],
    sentence: str,
    giver: str,
    urgency: str = Referral.Urgency.REGULAR,
    known: Client | None = None,
) -> Referral:
    """Send a child to the practitioner; `known` is the file it turned out to have.

    An empty `giver` says that nobody was asked yet: consent never blocks a referral
    (R19). Raises Refused: 18 or older, no or unknown reason, "something else" without
    words, a practice that takes no part or pauses today, a file of another practice,
    or a referral of this child still undecided.
    """
    _check(participation, child, questions, sentence)
    if known is None:
        client = enter_client(participation=participation, by=by, child=child)
    else:
        client = _complete(known, participation, by, child)
    if Referral.objects.filter(client=client).undecided().exists():
        raise Refused(
            _("There is already a referral of this child that is not decided.")
        )
    if giver:
        note_consent(client=client, by=by, giver=giver)
    now = clock.now()
    referral = Referral.objects.create(
        **wall_keys(client),
        sent_by=by,
        received_at=now,
        questions=list(questions),
        primary_question=questions[0],
        sentence=sentence,
        urgency=urgency,
        target_on=target_date(participation, urgency, clock.today()),
        changed_at=now,
    )
    note_event(referral, ReferralEvent.Kind.RECEIVED, by)
    return referral


def _complete(
    known: Client, participation: Participation, by: User, child: NewChild
) -> Client:
    place = (participation.programme_id, participation.practice_id)
    if (known.programme_id, known.practice_id) != place:
        raise Refused(_("This file belongs to another practice."))
    # Two windows could each see no open referral: the child's row makes them queue.
    Client.objects.select_for_update().get(pk=known.pk)
    client: Client = supplement_client(client=known, by=by, child=child)
    return client


def _check(
    participation: Participation,
    child: NewChild,
    questions: Sequence[str],
    sentence: str,
) -> None:
    today = clock.today()
    closed = why_closed(participation, today)
    if closed:
        raise Refused(closed)
    if child.birth_date > today:
        raise Refused(_("This birth date lies in the future."))
    if too_old(child.birth_date, today):
        raise Refused(
            _(
                "This person is 18 or older. The youth practitioner helps until 18; "
                "your practice nurse mental health or the local team can help."
            )
        )
    if not questions or any(code not in lists.LABELS for code in questions):
        raise Refused(_("Choose at least one reason from the list."))
    if lists.OTHER in questions and not sentence.strip():
        raise Refused(_("You chose something else: say in one sentence what it is."))


def hold_referral(referral_id: int) -> None:
    """Let acts about one referral queue here; each locks its row before all else."""
    held = Referral.objects.select_for_update(of=("self",), no_key=True)
    held.filter(pk=referral_id).first()


def note_event(
    referral: Referral,
    kind: str,
    by: User,
    *,
    owner: str = "",
    concerns_at: datetime | None = None,
    words: str = "",
) -> None:
    """Add a line to the timeline that the practice sees; nothing ever leaves it."""
    now = clock.now()
    ReferralEvent.objects.create(
        programme_id=referral.programme_id,
        holder_id=referral.holder_id,
        practice_id=referral.practice_id,
        client_id=referral.client_id,
        referral=referral,
        kind=kind,
        at=now,
        by=by,
        owner=owner,
        concerns_at=concerns_at,
        words=words[:400],
    )
    Referral.objects.filter(pk=referral.pk).update(changed_at=now)
    referral.changed_at = now


def tell_practice(referral: Referral, kind: str = "referral_changed") -> None:
    """Send a neutral mail to whoever sent the referral."""
    link = reverse("referral", kwargs={"uuid": referral.uuid})
    post(kind, client=referral.client, user=referral.sent_by, link=link)


def tell_practitioners(referral: Referral, practitioners: Sequence[int]) -> None:
    """Send a neutral mail to those who can judge this referral."""
    for user in User.objects.filter(pk__in=practitioners, is_active=True):
        post(
            "referral_received",
            client=referral.client,
            user=user,
            link=reverse("today"),
        )


def _decide(referral: Referral, by: User, status: str, **changes: object) -> None:
    """Move an undecided referral to `status`; of two who try, one wins."""
    now = clock.now()
    won = (
        Referral.objects.undecided()
        .filter(pk=referral.pk)
        .update(status=status, decided_at=now, decided_by=by, changed_at=now, **changes)
    )
    referral.refresh_from_db()
    if not won:
        who = referral.decided_by.name if referral.decided_by else ""
        raise Refused(
            _("This referral was already decided by %(who)s: %(status)s.")
            % {"who": who, "status": referral.get_status_display()}
        )


@action(Permission.REFERRAL_TRIAGE)
def accept_referral(*, referral: Referral, by: User) -> Referral:
    """Accept: help will be given. Raises Refused when already decided."""
    _decide(referral, by, Referral.Status.ACCEPTED)
    note_event(referral, ReferralEvent.Kind.ACCEPTED, by, owner=by.name)
    return referral


@action(Permission.REFERRAL_TRIAGE)
def call_first(*, referral: Referral, by: User) -> Referral:
    """Call the family before deciding. Raises Refused when already decided."""
    changed = Referral.objects.filter(
        pk=referral.pk, status=Referral.Status.RECEIVED
    ).update(status=Referral.Status.CALL_FIRST, changed_at=clock.now())
    if not changed:
        referral.refresh_from_db()
        raise Refused(
            _("This referral is no longer new: %(status)s.")
            % {"status": referral.get_status_display()}
        )
    referral.refresh_from_db()
    note_event(referral, ReferralEvent.Kind.CALL_FIRST, by, owner=by.name)
    return referral


@action(Permission.REFERRAL_TRIAGE)
def decline_referral(*, referral: Referral, by: User, reason: str) -> Referral:
    """Return it to the practice with a reason. Raises Refused: no reason, decided."""
    if not reason.strip():
        raise Refused(_("Say why this does not fit; the practice reads it."))
    _decide(referral, by, Referral.Status.DECLINED, decline_reason=reason.strip()[:400])
    note_event(
        referral, ReferralEvent.Kind.DECLINED, by, owner=by.name, words=reason.strip()
    )
    end_care_relations(referral.client, CareRelation.Reason.TRIAGE)
    tell_practice(referral)
    return referral


@action(Permission.REFERRAL_WITHDRAW)
def withdraw_referral(*, referral: Referral, by: User, reason: str = "") -> Referral:
    """Take an undecided referral back. Raises Refused when already decided."""
    _decide(
        referral, by, Referral.Status.WITHDRAWN, decline_reason=reason.strip()[:400]
    )
    note_event(referral, ReferralEvent.Kind.WITHDRAWN, by, words=reason.strip())
    end_care_relations(referral.client, CareRelation.Reason.TRIAGE)
    return referral


def readers_in_practice(practice_id: int, programme_id: int) -> list[User]:
    """Return the GPs and assistants with an active membership of a practice."""
    return list(
        User.objects.filter(
            memberships__in=Membership.objects.active().filter(
                organisation=practice_id,
                programme=programme_id,
                role__in=(Role.GP, Role.PRACTICE_ASSISTANT),
            )
        ).distinct()
    )
