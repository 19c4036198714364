"""Which families of the town does a visitor meet in full, and who signs in for them?

The town's two and a half years are imagined; what stands here happens at its end, on
the day it is made, by the very acts of the screens. One family carries the walk of a
practitioner, a GP, a school, two separated parents and a young person of thirteen or
more; a few others hold what waits for somebody.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.contrib.auth.hashers import make_password
from django.utils import translation

from dichtbij.audit.doors import standing_at
from dichtbij.care.models import Trajectory
from dichtbij.clients import ages
from dichtbij.clients.actions import Details, NewChannel, complete_client
from dichtbij.clients.models import Channel, Client
from dichtbij.demo.founding import Cast, email
from dichtbij.families.actions import note_consent_of
from dichtbij.families.authority import note_authority, note_member
from dichtbij.families.models import FamilyMember, LegalAuthority
from dichtbij.organisations.models import Membership, Organisation, User
from dichtbij.scheduling.models import Appointment
from dichtbij.shared import clock
from dichtbij.shared.permissions import Role

PRACTITIONER = "poh-kampen"
PARENT, YOUNG_PERSON, PARTNER = "ouder", "jongere", "partner-school"
OTHERS = 5  # families of whom each holds one thing that waits for somebody
SHARED_WITH_SCHOOL = ("wellbeing", "school", "plan")
Slot, Tie = Channel.Owner, FamilyMember.Tie


@dataclass
class Households:
    """The families that were filled in: the one of the walk, and the caseload."""

    by: User
    trajectory: Trajectory
    members: dict[str, FamilyMember] = field(default_factory=dict)
    others: list[Trajectory] = field(default_factory=list)

    @property
    def client(self) -> Client:
        """Return the child of the walk."""
        return self.trajectory.client


def move_in(cast: Cast) -> Households | None:
    """Fill in the families of one practitioner; None where nobody fits."""
    by = cast.users[PRACTITIONER]
    with standing_at(cast.places[PRACTITIONER]), translation.override("nl"):
        caseload = _caseload(by)
        chosen = next((one for one in caseload if _fits(one)), None)
        if chosen is None or len(caseload) <= OTHERS:
            return None
        homes = Households(by, chosen)
        homes.others = [one for one in caseload if one.pk != chosen.pk]
        _two_homes(homes)
        for trajectory in homes.others[:12]:
            _one_home(trajectory, by)
        _accounts(homes)
    return homes


def _caseload(by: User) -> list[Trajectory]:
    rows = Trajectory.objects.open().filter(practitioner=by)
    return list(rows.select_related("client", "referral").order_by("pk"))


def _fits(trajectory: Trajectory) -> bool:
    """Tell whether this is a young person of 13-14 with a talk to come.

    Not close to a birthday that changes rights, so that the walk stays the same.
    """
    client = trajectory.client
    ahead = client.age(clock.today() + timedelta(days=120))
    coming = Appointment.objects.filter(
        client=client, status=Appointment.Status.BOOKED, starts_at__gt=clock.now()
    )
    return (
        not client.without_parents
        and client.age() >= 13
        and ahead <= 15
        and trajectory.contacts.exists()
        and coming.exists()
    )


def _two_homes(homes: Households) -> None:
    """Note a young person and two parents who live apart, each with an own address."""
    client, by = homes.client, homes.by
    family = client.family_name
    taken = set(client.channels.values_list("owner", "kind"))
    new = [
        NewChannel(slot, "email", f"{key}@gezin.example")
        for slot, key in (
            (Slot.PARENT_1, PARENT),
            (Slot.PARENT_2, "andere-ouder"),
            (Slot.YOUNG_PERSON, YOUNG_PERSON),
        )
        if (slot, "email") not in taken
    ]
    new += [
        NewChannel(Slot.PARENT_2, "telephone", "06-00009002"),
        NewChannel(Slot.YOUNG_PERSON, "telephone", "06-00009003"),
    ]
    complete_client(client=client, by=by, details=Details(channels=tuple(new)))
    told = (
        (Slot.YOUNG_PERSON, Tie.SELF, client.name, 1, ""),
        (Slot.PARENT_1, Tie.PARENT, f"Mara {family}", 1, "Verzonnenlaan 1, Kampen"),
        (Slot.PARENT_2, Tie.PARENT, f"Tibo {family}", 2, "Bedachte Kade 2, Zwolle"),
    )
    for slot, tie, name, home, address in told:
        homes.members[slot] = note_member(
            client=client, by=by, slot=slot, tie=tie, name=name, home=home,
            address=address,
        )  # fmt: skip
    for slot in (Slot.PARENT_1, Slot.PARENT_2):
        _authority(client, by, homes.members[slot], LegalAuthority.Source.REGISTER)
    for member in homes.members.values():
        note_consent_of(client=client, by=by, member=member)


def _one_home(trajectory: Trajectory, by: User) -> None:
    """Note one or two parents in one home; the third family waits for a second word."""
    client = trajectory.client
    first = note_member(
        client=client, by=by, slot=Slot.PARENT_1, tie=Tie.PARENT,
        name=f"Ouder {client.family_name}",
    )  # fmt: skip
    _authority(client, by, first, LegalAuthority.Source.SELF_DECLARED)
    if client.age() >= ages.YOUNG_PERSON_AGREES_FROM:
        note_member(
            client=client, by=by, slot=Slot.YOUNG_PERSON, tie=Tie.SELF,
            name=client.name,
        )  # fmt: skip
    for member in speakers(client):
        note_consent_of(client=client, by=by, member=member)


def speakers(client: Client) -> list[FamilyMember]:
    """Return those of a family whose word is asked at today's age."""
    must = ages.who_must_agree(client.birth_date, clock.today())
    slots = {Slot.YOUNG_PERSON} if ages.Agreement.YOUNG_PERSON in must else set()
    if ages.Agreement.PARENTS in must and not client.without_parents:
        slots |= {Slot.PARENT_1, Slot.PARENT_2}
    return list(client.familymember_set.filter(slot__in=slots).order_by("id"))


def _authority(client: Client, by: User, member: FamilyMember, source: str) -> None:
    note_authority(
        client=client, by=by, member=member, source=source, source_on=_last_week(),
        kind=LegalAuthority.Kind.AUTHORITY,
    )  # fmt: skip


def _last_week() -> date:
    return clock.today() - timedelta(days=7)


def _accounts(homes: Households) -> None:
    """Give the parent and the young person the accounts that a visitor signs in with.

    An invitation would wait for somebody to choose a password: in the demo nobody does.
    """
    for key, slot, role in (
        (PARENT, Slot.PARENT_1, Role.PARENT),
        (YOUNG_PERSON, Slot.YOUNG_PERSON, Role.YOUNG_PERSON),
    ):
        member = homes.members[slot]
        member.user = outsider(key, member.name, role, homes.client)
        member.save(update_fields=["user"])


def outsider(
    key: str,
    name: str,
    role: str,
    client: Client,
    organisation: Organisation | None = None,
) -> User:
    """Write the account of someone who stands at one child, and return the user."""
    user = User.objects.create(
        email=email(key), name=name, persona=key, password=make_password(None)
    )
    Membership.objects.create(
        user=user,
        organisation=organisation or client.holder,
        programme=client.programme,
        client=client,
        role=role,
        state=Membership.State.ACTIVE,
        since=clock.now(),
    )
    return user
