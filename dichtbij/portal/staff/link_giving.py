"""To whom of a family can which link be given now, and how did it leave?"""

from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from dichtbij.clients.models import Client
from dichtbij.families.giving import Handed, send_link
from dichtbij.families.models import FamilyMember
from dichtbij.families.standing import YOUNG_PERSON, present
from dichtbij.organisations.links import Given
from dichtbij.organisations.models import Membership, User
from dichtbij.questionnaires.actions import give_way_in
from dichtbij.questionnaires.models import Inquiry
from dichtbij.scheduling.by_family import give_appointment_link
from dichtbij.scheduling.models import Appointment
from dichtbij.shared import calendar, clock
from dichtbij.waiting.by_family import give_offer_link
from dichtbij.waiting.models import Offer as TimeOffer

Subject = Appointment | Inquiry | TimeOffer


@dataclass(frozen=True)
class Offer:
    """One person and one thing: what a link can be given for."""

    key: str
    label: str
    member: FamilyMember
    subject: Any

    def make(self, by: User) -> Given:
        """Make the link by the act of its subject."""
        if isinstance(self.subject, Appointment):
            given: Given = give_appointment_link(
                appointment=self.subject, by=by, member=self.member
            )
            return given
        if isinstance(self.subject, TimeOffer):
            to_answer: Given = give_offer_link(
                offer=self.subject, by=by, member=self.member
            )
            return to_answer
        way_in: Given = give_way_in(inquiry=self.subject, by=by)
        return way_in


@dataclass(frozen=True)
class WayIn:
    """Someone of the family and the account that is open or invited."""

    member: FamilyMember
    account: Membership | None


def ways_in_of(client: Client) -> list[WayIn]:
    """Return everyone who may come in, with the account: two queries."""
    members = [m for m in _members(client) if _may_reach(m, client)]
    mine = Membership.objects.filter(
        client=client, user__in=[m.user_id for m in members if m.user_id]
    ).exclude(state=Membership.State.ENDED)
    accounts = {one.user_id: one for one in mine}
    return [WayIn(m, accounts.get(m.user_id or 0)) for m in members]


def offers_for(client: Client) -> list[Offer]:
    """Return what can be given to whom: constant per person."""
    members = [m for m in _members(client) if _may_reach(m, client)]
    return [
        Offer(f"{subject.uuid}/{member.uuid}", _label(member, subject), member, subject)
        for member in members
        for subject in _subjects(client, member)
    ]


def _members(client: Client) -> list[FamilyMember]:
    rows = FamilyMember.objects.filter(present(), client=client)
    return list(rows.select_related("client").order_by("id"))


def _may_reach(member: FamilyMember, client: Client) -> bool:
    return member.slot == YOUNG_PERSON or not client.without_parents


def _subjects(client: Client, member: FamilyMember) -> list[Subject]:
    offers = TimeOffer.objects.standing_now().filter(client=client)
    return [
        *offers.select_related("client"),
        *_appointments(client, member),
        *_inquiries(client, member),
    ]


def _appointments(client: Client, member: FamilyMember) -> list[Appointment]:
    rows = Appointment.objects.filter(
        client=client,
        status=Appointment.Status.BOOKED,
        starts_at__gt=clock.now(),
        only_for__in=("", member.slot),
    )
    return list(rows.select_related("client").order_by("starts_at")[:5])


def _inquiries(client: Client, member: FamilyMember) -> list[Inquiry]:
    rows = Inquiry.objects.filter(
        client=client,
        member=member,
        answered_at=None,
        expires_on__gte=clock.today(),
    )
    return list(rows.select_related("member__client").order_by("about_on", "id")[:5])


def _label(member: FamilyMember, subject: Subject) -> str:
    if isinstance(subject, TimeOffer):
        at = date_format(calendar.local(subject.starts_at), "D j F H:i")
        what = _("answer about the time on %(when)s") % {"when": at}
        return _("%(name)s: %(what)s") % {"name": member.name, "what": what}
    if isinstance(subject, Appointment):
        at = date_format(calendar.local(subject.starts_at), "D j F H:i")
        what = _("appointment on %(when)s") % {"when": at}
    else:
        what = str(subject.get_kind_display())
    return _("%(name)s: %(what)s") % {"name": member.name, "what": what}


def hand(offer: Offer, by: User, *, by_text: bool) -> Handed:
    """Make the link and let it leave."""
    handed: Handed = send_link(
        member=offer.member, by=by, given=offer.make(by), by_text=by_text
    )
    return handed
