"""What does a family ask that someone must answer? It becomes a task with an owner."""

from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from dichtbij.audit.doors import action
from dichtbij.audit.models import Entry
from dichtbij.care.actions import add_task
from dichtbij.care.caseload import last_trajectory_of
from dichtbij.care.models import Task
from dichtbij.clients.models import Channel, Client
from dichtbij.families.actions import take_back
from dichtbij.families.giving import own_channel
from dichtbij.families.models import Consent
from dichtbij.families.standing import member_here
from dichtbij.organisations.models import User
from dichtbij.outbox.post import post
from dichtbij.referrals.models import Referral
from dichtbij.scheduling.models import Appointment
from dichtbij.shared import calendar, clock
from dichtbij.shared.errors import Refused
from dichtbij.shared.permissions import Permission

TERM_DAYS = 2  # working days within which the family is called
OTHER_TIME = gettext_lazy(
    "The family cannot come at the planned time and asks for another."
)
TAKEN_BACK = gettext_lazy("A consent was taken back on the family's page.")
CHANGE = gettext_lazy("The family wants to change who may see what.")


@action(Permission.MINE_APPOINTMENT, code=Entry.ActionCode.CREATE)
def ask_other_time(*, appointment: Appointment, by: User) -> Task:
    """None of the times suits: the practitioner calls. Asking twice is asking once.

    Raises Refused when the appointment is not planned any more.
    """
    if appointment.status != Appointment.Status.BOOKED:
        raise Refused(_("This appointment is no longer planned. Call the practice."))
    return _give_task(
        appointment.referral, appointment.practitioner, Task.Kind.CALL, OTHER_TIME
    )


@action(Permission.MINE_CONSENT)
def withdraw_own_consent(*, client: Client, by: User, consent: Consent) -> Consent:
    """Take one's own consent back: it works at once (LR-08). The helper gets a task.

    Raises Refused for the word of somebody else, or when it was taken back before.
    """
    member = member_here()
    if member is None or consent.member_id != member.pk:
        raise Refused(_("This is not your consent."))
    take_back(consent)
    _tell_helper(client, TAKEN_BACK)
    mail = own_channel(member, Channel.Kind.EMAIL)
    if mail is not None:
        post("choice_noted", client=client, channel=mail, link="/mijn/")
    return consent


@action(Permission.MINE_CONSENT, code=Entry.ActionCode.CREATE)
def ask_change(*, client: Client, by: User) -> Task:
    """Ask to talk over who may see what. Asking twice is asking once.

    Raises Refused when nobody helps: then there is nobody to ask.
    """
    task = _tell_helper(client, CHANGE)
    if task is None:
        raise Refused(_("Nobody helps you now. Call the practice."))
    return task


def _tell_helper(client: Client, words: Any) -> Task | None:
    help_ = last_trajectory_of(client)
    if help_ is None:
        return None
    return _give_task(help_.referral, help_.practitioner, Task.Kind.CONSENT, words)


def _give_task(referral: Referral, owner: User, kind: str, words: Any) -> Task:
    """Give a task once, in the language of staff, whatever the family reads."""
    with override(settings.LANGUAGE_CODE):
        text = str(words)
    same = Task.objects.filter(
        referral=referral, owner=owner, kind=kind, words=text, done_at=None
    ).first()
    due_on = calendar.add_working_days(clock.today(), TERM_DAYS)
    return same or add_task(referral, owner, kind, due_on=due_on, words=text)
