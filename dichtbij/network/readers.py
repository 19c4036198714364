"""Who of the family may get a letter, and what of the facts may that reader know?

The consent engine decides who (families.facts.ask); here is left out what belongs to
someone else: talks that were about another home, goals of another parent, an
appointment for one home, and all that was said in confidence (LR-14, B6).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Q

from dichtbij.care.caseload import GoalProgress
from dichtbij.care.models import Contact
from dichtbij.clients.ages import age_on
from dichtbij.clients.models import Channel, Client
from dichtbij.families import consent
from dichtbij.families.consent import Answer, Party, may_share
from dichtbij.families.facts import ask, facts_of
from dichtbij.families.models import FamilyMember, Objection
from dichtbij.families.standing import present
from dichtbij.network.facts import Facts, day_of
from dichtbij.network.others import Others, Someone, others_than
from dichtbij.shared import clock

PARENTS = (Channel.Owner.PARENT_1, Channel.Owner.PARENT_2)
YOUNG = Channel.Owner.YOUNG_PERSON
# Places of which one person at a time has each: "other" may be several people.
PLACES = (*PARENTS, YOUNG)
LETTER, READ = "letter", "read"


@dataclass(frozen=True)
class Reader:
    """One of the family to whom a letter can go; `told` says why (not)."""

    slot: str
    name: str
    tie: str
    told: Answer

    @property
    def young(self) -> bool:
        """Tell whether it is the young person."""
        return self.slot == YOUNG

    @property
    def may(self) -> bool:
        """Tell whether a letter may go there today."""
        return self.told.allowed


def party_of(slot: str) -> Party:
    """Return the party that the consent engine knows this place as."""
    return Party("young_person" if slot == YOUNG else "parent", member=slot)


def readers_of(client: Client) -> list[Reader]:
    """Return those of the family who have a place here, in a fixed order.

    The facts are read once, whatever the family.
    """
    known = facts_of(client)
    return [
        Reader(
            slot=member.slot,
            name=member.name,
            tie=str(member.get_tie_display()),
            told=_may_get(known, member.slot),
        )
        for member in _members(client)
        if member.slot in PLACES
    ]


def may_get(client: Client, slot: str) -> Answer:
    """Return whether a letter may go to this place: to send it and to read it (R18)."""
    return _may_get(facts_of(client), slot)


def _may_get(known: consent.Facts, slot: str) -> Answer:
    now, party = clock.now(), party_of(slot)
    letter = may_share(known, LETTER, party, now)
    return may_share(known, READ, party, now) if letter.allowed else letter


def to_gp(client: Client) -> Answer:
    """Return whether the GP who referred may get a letter today (LR-32)."""
    return ask(client, LETTER, Party("gp"))


def objections_of(client: Client) -> list[str]:
    """Return in their own words why a young person objects to a letter to the GP."""
    rows = Objection.objects.filter(
        Q(ends_on=None) | Q(ends_on__gte=clock.today()),
        client=client,
        starts_on__lte=clock.today(),
    )
    return [row.words for row in rows.order_by("starts_on", "id") if row.words]


def facts_for(facts: Facts, slot: str) -> Facts:
    """Return the facts that this reader may know."""
    client = facts.child
    elsewhere = _elsewhere(client, slot)
    known = [one for one in facts.contacts if _may_know(one, slot, elsewhere)]
    left_out = {day_of(one) for one in facts.contacts if one not in known}
    goals = [
        _without(goal, left_out)
        for goal in facts.goals
        if _may_read(goal.goal.owner, slot, elsewhere)
    ]
    planned = facts.planned
    if planned is not None and planned.only_for not in ("", slot):
        planned = None
    return replace(facts, contacts=known, goals=goals, planned=planned)


def _may_know(contact: Contact, slot: str, elsewhere: set[str]) -> bool:
    if contact.not_for_parents:
        return False
    there = set(contact.attendance)
    if slot == YOUNG:
        return "child" in there
    return slot in there or not there & elsewhere


def _may_read(owner: str, slot: str, elsewhere: set[str]) -> bool:
    """Tell whether a goal is the reader's to read: the child's, or one's own."""
    if owner in ("child", YOUNG, slot):
        return True
    return owner == "parent" and slot in PARENTS and not elsewhere


def _without(progress: GoalProgress, days: set[date]) -> GoalProgress:
    """Return the goal without the scores of talks that the reader may not know of."""
    return replace(
        progress, scores=tuple(one for one in progress.scores if one.on not in days)
    )


def _elsewhere(client: Client, slot: str) -> set[str]:
    """Return the parents of another home than the reader's, or of an unknown one."""
    homes = {member.slot: member.home for member in _members(client)}
    others = {str(parent) for parent in PARENTS if parent != slot}
    return {one for one in others if homes.get(one) != homes.get(slot, 0)}


def others_of(client: Client, slot: str) -> Others:
    """Return what is known of everyone of the family but this reader."""
    ways: dict[str, list[str]] = {}
    for channel in client.channels.all():
        ways.setdefault(channel.owner, []).append(channel.value)
    members = list(_members(client))
    reader = next((one for one in members if one.slot == slot), None)
    rest = [_someone(one, ways) for one in members if one.slot != slot]
    known = {one.slot for one in members}
    rest += [
        Someone(ways=tuple(found))
        for owner, found in ways.items()
        if owner != slot and owner not in known
    ]
    mine = _someone(reader, ways) if reader else Someone(ways=tuple(ways.get(slot, ())))
    return others_than(mine, Someone(name=client.name), rest)


def _someone(member: FamilyMember, ways: dict[str, list[str]]) -> Someone:
    found = tuple(ways.get(member.slot, ()))
    return Someone(name=member.name, address=member.address, ways=found)


def _members(client: Client) -> Iterable[FamilyMember]:
    return FamilyMember.objects.filter(present(), client=client).order_by("slot", "id")


def member_in(client: Client, slot: str) -> FamilyMember | None:
    """Return who has this place today, or None."""
    found: FamilyMember | None = (
        FamilyMember.objects.filter(present(), client=client, slot=slot)
        .order_by("id")
        .first()
    )
    return found


def years_of(client: Client) -> int:
    """Return the child's age today."""
    return age_on(client.birth_date, clock.today())


def mail_of(client: Client, slot: str) -> Channel | None:
    """Return the reader's own mail address, if it may be used (R18)."""
    found: Channel | None = (
        client.channels.filter(owner=slot, kind=Channel.Kind.EMAIL, silent=False)
        .order_by("id")
        .first()
    )
    return found
