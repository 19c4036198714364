"""Who stands at one child only: a parent, the young person, a guest, each with a side?

The other parent of each child has a canary of its own: whatever the matrix says, one
parent never meets the other's address or messages (LR-14).
"""

from types import SimpleNamespace
from typing import Any

from dichtbij.audit.doors import standing_at
from dichtbij.clients.actions import Details, NewChannel, complete_client
from dichtbij.clients.models import Client
from dichtbij.families.actions import note_consent_of
from dichtbij.families.authority import note_authority, note_member
from dichtbij.organisations.models import Membership, Organisation, User
from dichtbij.shared import clock

WHO = ("parent", "young", "guest")
ROLES = {"parent": "parent", "young": "young_person", "guest": "partner"}
NAMES = tuple(f"{who}_{side}" for side in ("noord", "zuid") for who in WHO)


def other_parent(side: str) -> str:
    """Return the mark of the parent in the other home of this side."""
    return f"ANDEREOUDER{side.upper()}"


def bring(town: SimpleNamespace, side: str, client: Client, by: User) -> dict[str, Any]:
    """Note the family of one child and give its outsiders an account; return members.

    On the town stand `parent_<side>`, `young_<side>` and `guest_<side>`.
    """
    mark = f"KANARIE{side.upper()}"
    with standing_at(by.membership.place()):
        other = f"{other_parent(side).lower()}@gezin.example"
        new = (
            NewChannel("parent_2", "email", other),
            NewChannel("young_person", "email", f"{mark.lower()}@jongere.example"),
        )
        complete_client(client=client, by=by, details=Details(channels=new))
        told = (
            ("young_person", "self", f"{mark} jong", 1),
            ("parent_1", "10", f"{mark} ouder", 1),
            ("parent_2", "10", f"{mark} twee", 2),
        )
        members = {
            slot: note_member(
                client=client,
                by=by,
                slot=slot,
                tie=tie,
                name=name,
                home=home,
                address=other_parent(side) if home == 2 else f"{mark} straat",
            )
            for slot, tie, name, home in told
        }
        for slot in ("parent_1", "parent_2"):
            note_authority(
                client=client,
                by=by,
                member=members[slot],
                kind="authority",
                source="register",
                source_on=clock.today(),
            )
        for one in members.values():
            note_consent_of(client=client, by=by, member=one)
        _accounts(town, side, client, members)
    return members


def _accounts(
    town: SimpleNamespace, side: str, client: Client, members: dict[str, Any]
) -> None:
    school = Organisation.objects.create(kind="partner", name=f"School {side}")
    for who in WHO:
        name = f"{who}_{side}"
        user = User.objects.create_user(f"{name}@teststad.example", name)
        user.membership = Membership.objects.create(
            user=user,
            organisation=school if who == "guest" else client.holder,
            programme=town.programme,
            client=client,
            role=ROLES[who],
            state=Membership.State.ACTIVE,
            since=clock.now(),
        )
        setattr(town, name, user)
    for slot, who in (("parent_1", "parent"), ("young_person", "young")):
        members[slot].user = getattr(town, f"{who}_{side}")
        members[slot].save(update_fields=["user"])
