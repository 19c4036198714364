"""A family whose parent decides, and what it agreed to share with whom."""

from datetime import timedelta

from dichtbij.families.models import Consent, FamilyMember, LegalAuthority
from dichtbij.shared import clock


def a_parent(client, by, slot="parent_1", *, authority="authority"):
    """Add a parent, found out long ago to have authority or not."""
    since = clock.today() - timedelta(days=400)
    member = FamilyMember.objects.create(
        client=client,
        slot=slot,
        tie="10",
        name=f"Ouder {slot}",
        noted_by=by,
        since=since,
    )
    LegalAuthority.objects.create(
        client=client,
        member=member,
        kind=authority,
        source="register",
        source_on=since,
        starts_on=since,
        noted_by=by,
        noted_at=clock.now(),
    )
    return member


def the_young_person(client, by):
    """Add the young person as a member with an entry of their own."""
    return FamilyMember.objects.create(
        client=client,
        slot="young_person",
        tie="self",
        name="Jongere",
        noted_by=by,
        since=clock.today() - timedelta(days=400),
    )


def agree(member, partner, topics, by):
    """Note that this member agrees to talk with a partner about topics."""
    return Consent.objects.create(
        client=member.client,
        member=member,
        purpose="share",
        party=partner.kind,
        partner=partner,
        topics=list(topics),
        given_on=clock.today() - timedelta(days=1),
        noted_by=by,
    )


def withdraw(consent):
    """Take a consent back, today."""
    Consent.objects.filter(pk=consent.pk).update(withdrawn_on=clock.today())
