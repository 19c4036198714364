"""How does a family get a link with which it answers an offer (R24)?"""

from django.utils.translation import gettext as _

from dichtbij.audit.doors import action
from dichtbij.audit.models import Entry
from dichtbij.families.giving import check_reachable, role_of
from dichtbij.families.models import FamilyMember
from dichtbij.organisations.links import Given, Purpose, give_link
from dichtbij.organisations.models import User
from dichtbij.shared import calendar, clock
from dichtbij.shared.errors import Refused
from dichtbij.shared.permissions import Permission
from dichtbij.waiting.ended import ended_words
from dichtbij.waiting.models import Offer


@action(Permission.LINK_GIVE, code=Entry.ActionCode.CREATE)
def give_offer_link(*, offer: Offer, by: User, member: FamilyMember) -> Given:
    """Make a link and a code with which one person answers an offer.

    Raises Refused when the offer no longer stands, or is not for this person.
    """
    check_reachable(member)
    if member.client_id != offer.client_id:
        raise Refused(_("This person does not belong to the family."))
    if not offer.stands():
        raise Refused(ended_words(offer))
    until = calendar.local(offer.expires_at).date() - clock.today()
    return give_link(
        Purpose.OFFER,
        offer.client,
        offer.uuid,
        member.uuid,
        role_of(member),
        by,
        until.days + 1,
    )
