"""Who stands here by a link, without an account, and under which name is it logged?"""

import copy
from dataclasses import dataclass

from dichtbij.families.models import FamilyMember
from dichtbij.families.standing import may_stand, present
from dichtbij.organisations.models import PersonalLink, User
from dichtbij.partners.models import Participant
from dichtbij.shared.permissions import Role
from dichtbij.shared.walls import Standing


@dataclass(frozen=True)
class Holder:
    """The person a link was given to, still entitled to it."""

    name: str
    user: User | None
    member_id: int | None = None

    def person(self) -> User:
        """Return the user that acts, named as the log must tell it.

        Without an account it is one named user for all; the name in memory says who.
        It is a copy and never saved.
        """
        user = copy.copy(self.user) if self.user is not None else User.objects.by_link()
        user.name = f"{self.name} (via link)"
        return user


def place_of(link: PersonalLink, *, network_point: str, trace_id: str) -> Standing:
    """Return where a link stands: at one child, in one role, nowhere else."""
    return Standing(
        user_id=User.objects.by_link().pk,
        role=link.role,
        programme_id=link.programme_id,
        clients=(link.client_id,),
        network_point=network_point,
        trace_id=trace_id,
    )


def holder_of(link: PersonalLink) -> Holder | None:
    """Return whose link it is, or None: no longer of the family, or uninvited.

    Asks inside the place of the link.
    """
    if link.role == Role.PARTNER:
        guest = Participant.objects.filter(
            uuid=link.holder_of_link, client=link.client_id, ended_at=None
        )
        found = guest.select_related("user").first()
        return Holder(found.name, found.user) if found is not None else None
    member: FamilyMember | None = (
        FamilyMember.objects.filter(
            present(), uuid=link.holder_of_link, client=link.client_id
        )
        .select_related("user", "client")
        .first()
    )
    if member is None or not may_stand(member, link.role):
        return None
    return Holder(member.name, member.user, member.pk)
