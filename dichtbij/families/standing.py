"""Who of a family is here now, signed in or by a link?"""

from django.db.models import Q

from dichtbij.clients.models import Channel
from dichtbij.families.answers import Party
from dichtbij.families.facts import ask, key_of
from dichtbij.families.models import FamilyMember
from dichtbij.shared import clock
from dichtbij.shared.permissions import FAMILY, Role
from dichtbij.shared.walls import Standing, standing

YOUNG_PERSON = Channel.Owner.YOUNG_PERSON
PARENTS = (Channel.Owner.PARENT_1, Channel.Owner.PARENT_2)


def present() -> Q:
    """Return which family members still belong to the child."""
    return Q(ended_on=None) | Q(ended_on__gt=clock.today())


def member_at(where: Standing | None) -> FamilyMember | None:
    """Return the family member who stands at `where`, or None: nobody, or no longer.

    Helped without parents: a parent stands nowhere (R18).
    """
    if where is None or where.role not in FAMILY:
        return None
    who = (
        Q(pk=where.member_id)
        if where.member_id is not None
        else Q(user=where.user_id, user__system=False)
    )
    member: FamilyMember | None = (
        FamilyMember.objects.filter(who, present(), client__in=where.clients)
        .select_related("client", "user")
        .first()
    )
    return member if member is not None and may_stand(member, where.role) else None


def may_stand(member: FamilyMember, role: str) -> bool:
    """Tell whether this member may come as `role`: each in the own entry only."""
    if member.slot == YOUNG_PERSON:
        return role == Role.YOUNG_PERSON
    return role == Role.PARENT and not member.client.without_parents


def party_of(member: FamilyMember) -> Party:
    """Return this member as the consent engine knows a party."""
    if member.slot == YOUNG_PERSON:
        return Party("young_person")
    key = key_of(member.pk) if member.slot == Channel.Owner.OTHER else member.slot
    return Party("parent", member=key)


def may_read(member: FamilyMember, topic: str = "") -> bool:
    """Tell whether this member may read the file now: the engine alone decides."""
    return ask(member.client, "read", party_of(member), topic).allowed


def elsewhere(member: FamilyMember) -> list[str]:
    """Return the parents who live in another home than this one, or nobody knows where.

    What was talked over with them alone is not for this parent (LR-14).
    """
    parents = [slot for slot in PARENTS if slot != member.slot]
    homes = dict(
        FamilyMember.objects.filter(
            present(), client=member.client_id, slot__in=parents
        ).values_list("slot", "home")
    )
    return [slot for slot in parents if homes.get(slot) != member.home]


def member_here() -> FamilyMember | None:
    """Return the family member of this request, or None."""
    return member_at(standing())
