"""What happens to a warm hand-over: agreed, done, or not gone on with?

To freely accessible help: with consent, without a signature (R21). Each one names by
which channel it goes, and nobody claims that it arrived (R23).
"""

from datetime import timedelta

from django.utils.translation import gettext as _

from dichtbij.audit.doors import action
from dichtbij.audit.models import Entry
from dichtbij.care.actions import add_task
from dichtbij.care.models import Task, Trajectory
from dichtbij.clients.models import wall_keys
from dichtbij.organisations.models import User
from dichtbij.partners.agenda import may_hand_over
from dichtbij.partners.calling import involved
from dichtbij.partners.models import Handover, Partner
from dichtbij.shared import clock
from dichtbij.shared.errors import Refused
from dichtbij.shared.permissions import Permission

HANDED_WITHIN_DAYS = 14  # [design] a hand-over that is agreed takes place in two weeks


By = Handover.By


@action(Permission.CONSULTATION_WRITE, code=Entry.ActionCode.CREATE)
def agree_handover(
    *,
    trajectory: Trajectory,
    by: User,
    partner: Partner,
    owner: User,
    words: str,
    channel: str,
) -> Handover:
    """Agree that `owner` hands the family over to a partner; that is a task.

    Raises Refused: a closed trajectory, help that the GP must sign for, no consent,
    an owner who is not involved, or no channel.
    """
    if trajectory.closed_on is not None:
        raise Refused(_("This help is closed. A new referral opens it again."))
    _check_partner(trajectory, partner)
    if owner not in involved(trajectory.client):
        raise Refused(_("The owner of a task must be involved with this child."))
    if channel not in By.values:
        raise Refused(_("Say how the hand-over goes."))
    handover = Handover.objects.create(
        **wall_keys(trajectory.client),
        trajectory=trajectory,
        partner=partner,
        owner=owner,
        words=words.strip(),
        channel=channel,
        agreed_on=clock.today(),
    )
    due = clock.today() + timedelta(days=HANDED_WITHIN_DAYS)
    add_task(
        trajectory.referral, owner, Task.Kind.HANDOVER, due_on=due, words=partner.name
    )
    return handover


def _check_partner(trajectory: Trajectory, partner: Partner) -> None:
    if partner.programme_id != trajectory.programme_id or partner.ended_on is not None:
        raise Refused(_("This partner is no longer in the directory."))
    if not partner.open_to_all:
        raise Refused(_("For this help the GP signs. Advise a referral instead."))
    _check_consent(trajectory, partner)


def _check_consent(trajectory: Trajectory, partner: Partner) -> None:
    if not may_hand_over(trajectory.client, partner):
        raise Refused(
            _(
                "The family did not agree to tell %(partner)s about the plan. Ask for "
                "consent first."
            )
            % {"partner": partner.name}
        )


@action(Permission.CONSULTATION_WRITE)
def handover_done(*, handover: Handover, by: User, channel: str = "") -> Handover:
    """Note that it took place, and by which road. Raises Refused without consent now.

    Twice is once.
    """
    channel = channel or handover.channel
    if channel not in By.values:
        raise Refused(_("Say how the hand-over goes."))
    _check_consent(handover.trajectory, handover.partner)
    _settle(
        handover, status=Handover.Status.DONE, channel=channel, done_on=clock.today()
    )
    return handover


@action(Permission.CONSULTATION_WRITE)
def handover_ended(*, handover: Handover, by: User, words: str) -> Handover:
    """Note why it does not go on. Raises Refused without a reason. Twice is once."""
    if not words.strip():
        raise Refused(_("Say why the hand-over does not go on."))
    told = "\n".join(part for part in (handover.words, words.strip()) if part)
    _settle(handover, status=Handover.Status.ENDED, words=told)
    return handover


def _settle(handover: Handover, **changes: object) -> None:
    agreed = Handover.objects.filter(pk=handover.pk, status=Handover.Status.AGREED)
    won = agreed.update(**changes)
    handover.refresh_from_db()
    if not won and handover.status != changes["status"]:
        raise Refused(_("This hand-over was settled already."))
    Task.objects.filter(
        referral=handover.trajectory.referral_id,
        kind=Task.Kind.HANDOVER,
        words=handover.partner.name,
        done_at=None,
    ).update(done_at=clock.now())
