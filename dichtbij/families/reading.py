"""What may the family itself read: the young person, each parent, each home?"""

from datetime import date, datetime

from dichtbij.clients import ages
from dichtbij.families.answers import Because, Party, Verdict, no, yes
from dichtbij.families.known import (
    AUTHORITY,
    GIVEN,
    GUARDIAN,
    HELP,
    YOUNG,
    Facts,
    Member,
)
from dichtbij.families.saying import Decider, Question, ground_on, how_stands
from dichtbij.shared.calendar import local

HOME = "home"


def may_read(facts: Facts, party: Party, at: datetime, topic: str) -> Verdict:
    """Return whether someone of the family may read the file (LR-24)."""
    if any(one.stands(at) for one in facts.delays):
        return no(Because("R25", "delayed"))
    on = local(at).date()
    if party.kind == YOUNG:
        return _young_person(facts, on)
    member = facts.member(party.member, on)
    if facts.without_parents:
        return no(Because("R18", "helped_without_parents"))
    if member is None or member.slot == YOUNG:
        return no(Because("LR-30", "unknown_person"))
    if topic == HOME and homes_apart(facts, on):
        return no(Because("LR-14", "two_homes"))
    return _parent(facts, member, on, topic)


def _young_person(facts: Facts, on: date) -> Verdict:
    if facts.age(on) < ages.YOUNG_PERSON_AGREES_FROM:
        return no(Because("LR-24", "too_young"))
    if not facts.weighs(on):
        return no(Because("LR-05", "cannot_weigh"))
    return yes(Because("LR-24", "reads_own_file"))


def _parent(facts: Facts, member: Member, on: date, topic: str) -> Verdict:
    """Until 16 whoever has authority; from then on whom the young person lets."""
    if facts.age(on) >= ages.PARENTS_AGREE_UNTIL and facts.weighs(on):
        return _let_in(facts, member, on, topic)
    held = facts.authority(member.key, on)
    if held == "none":
        return no(Because("LR-13", "without_authority"))
    if held not in (AUTHORITY, GUARDIAN):
        return no(Because("LR-11", "authority_unknown", {"who": member.slot}))
    if ground_on(facts, on) and not _agreed(facts, member, on):
        return no(Because("LR-03", "goes_on_without", {"who": member.slot}))
    fact = facts.authority_of(member.key, on)
    told = Because("LR-11", "told_not_proved", {"who": member.slot})
    unproved = (told,) if fact is not None and not fact.proved else ()
    return yes(Because("LR-24", "parent_reads", {"who": member.slot}), *unproved)


def _agreed(facts: Facts, member: Member, on: date) -> bool:
    decider = Decider(member.slot, member.key)
    return how_stands(facts, decider, Question(HELP), on).side == GIVEN


def _let_in(facts: Facts, member: Member, on: date, topic: str) -> Verdict:
    """Return whether the young person, at 16 or older, lets this parent read."""
    party = Party("parent", member.slot if member.slot != "other" else member.key)
    topics = (topic,) if topic else topics_named(facts)
    since = facts.turns(ages.PARENTS_AGREE_UNTIL)
    for one in topics:
        stand = how_stands(facts, Decider(YOUNG), Question("share", party, one), on)
        # What was said before the birthday was not said by who decides alone.
        said = stand.because.params.get("day", "")
        if stand.side == GIVEN and said >= since.isoformat():
            return yes(Because("LR-24", "young_person_lets", {"day": said}))
    return no(Because("LR-24", "young_person_must_agree"), missing=(YOUNG,))


def topics_named(facts: Facts) -> tuple[str, ...]:
    """Return every topic somebody named, in a fixed order."""
    return tuple(sorted({topic for word in facts.words for topic in word.topics}))


def homes_apart(facts: Facts, on: date) -> bool:
    """Tell whether the parents live in more than one home."""
    homes = {
        one.home
        for one in facts.members
        if one.runs(on) and one.slot in ("parent_1", "parent_2")
    }
    return len(homes) > 1


def may_see_home(facts: Facts, party: Party, home: int, on: date) -> bool:
    """Tell whether someone may meet the address and messages of a home (LR-14).

    A parent meets the own home alone; the young person both.
    """
    if party.kind == YOUNG:
        return True
    member = facts.member(party.member, on)
    return member is not None and member.home == home
