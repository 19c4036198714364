"""How does a personal link reach someone of the family? By a road of their own (R18).

The link goes by mail to the member's own address. The code goes another way: spoken,
printed, or by text message where this installation can send one (R24).
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from dichtbij.audit.doors import action
from dichtbij.clients.models import Channel
from dichtbij.families.models import FamilyMember
from dichtbij.families.standing import YOUNG_PERSON
from dichtbij.organisations.links import Given
from dichtbij.organisations.models import User
from dichtbij.outbox import texting
from dichtbij.outbox.models import Message
from dichtbij.outbox.post import post
from dichtbij.shared import clock
from dichtbij.shared.errors import Refused
from dichtbij.shared.permissions import Permission, Role


@dataclass(frozen=True)
class Handed:
    """By which roads link and code left; what did not leave is told or printed."""

    given: Given
    mailed: bool
    texted: bool


@action(Permission.LINK_GIVE)
def send_link(
    *, member: FamilyMember, by: User, given: Given, by_text: bool = False
) -> Handed:
    """Mail the link to the member's own address, and send the code if asked for.

    Without an address nothing is mailed: the page shows a card to print. Raises
    Refused when the code should go by text message and cannot.
    """
    check_reachable(member)
    mail = own_channel(member, Channel.Kind.EMAIL)
    if mail is not None:
        post("personal_link", client=member.client, channel=mail, link=given.path)
    if by_text:
        post(
            "link_code",
            client=member.client,
            channel=_telephone(member),
            link=given.code,
            medium=Message.Medium.TEXT,
        )
    return Handed(given, mailed=mail is not None, texted=by_text)


def check_reachable(member: FamilyMember) -> None:
    """Raise Refused for someone who left, or a parent who must not know (R18)."""
    if member.ended_on is not None and member.ended_on <= clock.today():
        raise Refused(_("This person no longer belongs to the family."))
    if member.client.without_parents and member.slot != YOUNG_PERSON:
        raise Refused(_("Helped without parents: nothing may reach them."))


def own_channel(member: FamilyMember, kind: str) -> Channel | None:
    """Return this very person's address or number that may be used, or None."""
    return (
        member.client.channels.filter(owner=member.slot, kind=kind, silent=False)
        .order_by("id")
        .first()
    )


def _telephone(member: FamilyMember) -> Channel:
    if not texting.available():
        raise Refused(_("This installation cannot send text messages."))
    found = own_channel(member, Channel.Kind.TELEPHONE)
    if found is None or not texting.is_mobile(found.value):
        raise Refused(_("There is no mobile number of this person to use."))
    return found


def role_of(member: FamilyMember) -> Role:
    """Return as whom this member comes in."""
    return Role.YOUNG_PERSON if member.slot == YOUNG_PERSON else Role.PARENT
