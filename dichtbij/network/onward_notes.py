"""Which row is it about, who hears of it, and why does something not happen?

What the acts of advising, signing and following share; nothing here asks permission.
"""

from datetime import date, datetime, time

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from dichtbij.care.actions import add_task
from dichtbij.care.models import Task
from dichtbij.clients.models import wall_keys
from dichtbij.network.models import OnwardEvent, OnwardReferral
from dichtbij.network.onward_paper import reference_of
from dichtbij.network.onward_words import Happened, Road
from dichtbij.network.paper import in_its_language
from dichtbij.organisations.models import Membership, User
from dichtbij.outbox.models import Message
from dichtbij.outbox.post import post
from dichtbij.referrals.actions import note_event
from dichtbij.referrals.models import ReferralEvent
from dichtbij.shared import calendar, clock
from dichtbij.shared.permissions import Role

TO_SIGN = "to_sign"
Status = OnwardReferral.Status
OPEN = (Status.DRAFT, Status.ADVISED, Status.RETURNED)
BESIDE = (
    "client", "practice", "holder", "programme", "partner", "advised_by", "trajectory",
    "trajectory__referral", "trajectory__practitioner",
)  # fmt: skip


def lock(onward: OnwardReferral) -> OnwardReferral:
    """Return the row as it is now; until the end nobody else changes it."""
    found: OnwardReferral = (
        OnwardReferral.objects.select_for_update(of=("self",))
        .select_related(*BESIDE)
        .get(pk=onward.pk)
    )
    return found


def same(onward: OnwardReferral, found: OnwardReferral) -> OnwardReferral:
    """Let the row that the caller holds say what the locked one says."""
    for column in OnwardReferral._meta.concrete_fields:
        setattr(onward, column.attname, getattr(found, column.attname))
    return onward


def note(
    onward: OnwardReferral,
    kind: str,
    by: User,
    *,
    channel: str = "",
    words: str = "",
    on: date | None = None,
) -> None:
    """Add what happened to the history, and a line to the timeline of the practice.

    That line names neither destination nor reason: more people read it.
    """
    OnwardEvent.objects.create(
        **wall_keys(onward.client),
        onward=onward,
        kind=kind,
        channel=channel,
        words=" ".join(words.split())[:400],
        on=on or clock.today(),
        by=by,
        at=clock.now(),
    )
    with in_its_language():
        label = str(Happened(kind).label)
        if channel:
            label = f"{label}: {Road(channel).label}"
    referral = onward.trajectory.referral
    note_event(referral, ReferralEvent.Kind.ONWARD, by, words=label)


def give_task(onward: OnwardReferral, kind: str, words: str, *, due_on: date) -> Task:
    """Give the practitioner of this help something to do; its words say about what."""
    owner = onward.trajectory.practitioner
    told = f"{words} ({reference_of(onward)})"
    return add_task(onward.trajectory.referral, owner, kind, due_on=due_on, words=told)


def settle(onward: OnwardReferral, kind: str) -> None:
    """Tick off what `give_task` gave of one kind about this very letter."""
    Task.objects.filter(
        referral=onward.trajectory.referral_id,
        kind=kind,
        done_at=None,
        words__endswith=f"({reference_of(onward)})",
    ).update(done_at=clock.now())


def tell_who_signs(onward: OnwardReferral) -> None:
    """Send the GPs of the practice a neutral mail, each at most one a day."""
    midnight = datetime.combine(clock.today(), time(0), clock.AMSTERDAM)
    gps = Membership.objects.active().filter(
        organisation=onward.practice_id, programme=onward.programme_id, role=Role.GP
    )
    told = Message.objects.filter(
        kind=TO_SIGN, programme=onward.programme_id, created_at__gte=midnight
    )
    for user in User.objects.filter(memberships__in=gps).distinct():
        if not told.filter(user=user).exists():
            post(
                TO_SIGN,
                user=user,
                programme_id=onward.programme_id,
                link=reverse("to_sign"),
            )


def why_not(onward: OnwardReferral) -> str:
    """Say truthfully what happened to advice that someone wanted to act upon.

    What waits to be signed and yet is not what was seen has changed meanwhile.
    """
    signature = getattr(onward, "signature", None)
    if signature is not None:
        told = {"name": signature.name, "when": moment(signature.signed_at)}
        return _("This referral was signed already, by %(name)s on %(when)s.") % told
    last = onward.events.select_related("by").last()
    told = {"name": last.by.name, "when": moment(last.at)} if last else {}
    if onward.status == Status.RETURNED:
        return _("This advice was sent back by %(name)s on %(when)s.") % told
    if onward.status == Status.ENDED:
        return _("This advice was withdrawn by %(name)s on %(when)s.") % told
    if onward.status == Status.ADVISED:
        return _(
            "The letter changed since you saw it: this is version %(version)s. Look "
            "at it again first."
        ) % {"version": onward.version}
    return _("This advice is being changed and does not lie before the GP now.")


def moment(at: datetime) -> str:
    """Return a moment in local time, in words."""
    return str(date_format(calendar.local(at), "j F Y H:i"))
