"""Who still has to complete the consent, and what is held back from the family?"""

from datetime import date

from django.utils.translation import gettext as _

from dichtbij.audit.doors import action
from dichtbij.audit.models import Entry
from dichtbij.care.actions import NEXT_STEP_DAYS, add_task
from dichtbij.care.caseload import last_trajectory_of, open_trajectory_of
from dichtbij.care.models import Task
from dichtbij.clients.models import Client
from dichtbij.families.actions import lacking_consent
from dichtbij.families.models import SightDelay
from dichtbij.organisations.models import User
from dichtbij.shared import calendar, clock
from dichtbij.shared.errors import Refused
from dichtbij.shared.permissions import Permission


def keep_consent_task(client: Client) -> None:
    """Keep one open task while consent to help is incomplete, and none once it is.

    For whoever changed a fact about the family: twice is once. A task with words asks
    for something else, such as sharing with a partner.
    """
    open_ = Task.objects.filter(
        client=client, kind=Task.Kind.CONSENT, words="", done_at=None
    )
    if not lacking_consent(client):
        open_.update(done_at=clock.now())
        return
    trajectory = open_trajectory_of(client)
    if trajectory is not None and not open_.exists():
        due = calendar.add_working_days(clock.today(), NEXT_STEP_DAYS)
        add_task(
            trajectory.referral,
            trajectory.practitioner,
            Task.Kind.CONSENT,
            due_on=due,
        )


@action(Permission.SIGHT_DELAY, code=Entry.ActionCode.CREATE)
def delay_sight(
    *, client: Client, by: User, reason: str, review_on: date
) -> SightDelay:
    """Hold back what the family sees, until someone ends it; a task asks to (R25).

    Raises Refused: no reason, a day of review in the past, held back already, or no
    help that somebody could look after.
    """
    if not reason.strip():
        raise Refused(_("Write why."))
    if review_on <= clock.today():
        raise Refused(_("Choose a day after today on which you look again."))
    if SightDelay.objects.filter(client=client, ended_at=None).exists():
        raise Refused(_("It is held back already."))
    trajectory = last_trajectory_of(client)
    if trajectory is None:
        raise Refused(_("First take the referral on."))
    add_task(trajectory.referral, by, Task.Kind.REVIEW, due_on=review_on)
    return SightDelay.objects.create(
        client=client,
        reason=reason.strip(),
        starts_at=clock.now(),
        review_on=review_on,
        noted_by=by,
    )


@action(Permission.SIGHT_DELAY)
def end_delay(*, delay: SightDelay, by: User) -> SightDelay:
    """Let the family see again. Raises Refused when it was ended before."""
    if not SightDelay.objects.filter(pk=delay.pk, ended_at=None).update(
        ended_at=clock.now()
    ):
        raise Refused(_("This was already ended."))
    Task.objects.filter(
        client=delay.client_id,
        kind=Task.Kind.REVIEW,
        words="",
        due_on=delay.review_on,
        done_at=None,
    ).update(done_at=clock.now())
    delay.refresh_from_db()
    return delay
