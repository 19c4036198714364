"""Who of the family is here, and may this person read the file now?"""

from dataclasses import dataclass
from functools import cached_property

from dichtbij.clients.models import Client
from dichtbij.families.models import FamilyMember
from dichtbij.families.standing import YOUNG_PERSON, may_read, member_here
from dichtbij.organisations.request import Request


@dataclass
class Me:
    """The family member of this request."""

    member: FamilyMember

    @property
    def client(self) -> Client:
        """Return the child."""
        return self.member.client

    @property
    def is_young(self) -> bool:
        """Tell whether it is the young person."""
        return bool(self.member.slot == YOUNG_PERSON)

    @cached_property
    def reads(self) -> bool:
        """Tell whether the consent engine lets this person read the file now."""
        return may_read(self.member)


def me_here(request: Request) -> Me | None:
    """Return who is here, or None: no longer of this family."""
    member = member_here()
    return Me(member) if member is not None else None
