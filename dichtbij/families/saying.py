"""Whose word is needed for something, and what did each of them say last?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from dichtbij.clients import ages
from dichtbij.families.answers import Because, Party, Verdict, no, yes
from dichtbij.families.known import (
    BOTH,
    GIVEN,
    GUARDIAN,
    HELP,
    PARENT_TIES,
    PARENTS,
    REFUSED,
    YOUNG,
    Facts,
    Word,
)
from dichtbij.shared.calendar import local

# One per child in practice: a consent may name the kind without naming the partner.
ONE_PER_CHILD = frozenset(
    {
        "school", "cjg", "local_team", "youth_health", "safe_home",
        "certified_institution",
    }
)  # fmt: skip
# Who may be told in an emergency when nobody could be asked. [design, LR-10 is K]
CARE_IN_NEED = frozenset({"specialist_mh", "provider", "youth_health", "safe_home"})


NOBODY = Party("")


@dataclass(frozen=True)
class Question:
    """For what a word is needed."""

    purpose: str
    party: Party = NOBODY
    topic: str = ""


@dataclass(frozen=True)
class Decider:
    """One person, or a group nobody has named yet, whose word is needed."""

    who: str
    key: str = ""


@dataclass(frozen=True)
class Stand:
    """How a decider stands: given, refused, or neither; and in which words."""

    side: str
    because: Because


def deciders(facts: Facts, on: date) -> tuple[Because, tuple[Decider, ...]]:
    """Return by which rule who decides, the young person first.

    Source: LR-01, LR-02, LR-04, LR-05, LR-12.
    """
    age, young = facts.age(on), Decider(YOUNG)
    if age < ages.YOUNG_PERSON_AGREES_FROM:
        return Because("LR-01", "parents_decide"), _parents(facts, on)
    if not facts.weighs(on):
        return Because("LR-05", "cannot_weigh"), _parents(facts, on)
    if age < ages.PARENTS_AGREE_UNTIL:
        return Because("LR-02", "both_decide"), (young, *_parents(facts, on))
    return Because("LR-04", "young_person_decides"), (young,)


def _parents(facts: Facts, on: date) -> tuple[Decider, ...]:
    """Return everyone with authority; somebody not found out yet when there is none."""
    keys = facts.with_authority(on)
    found = tuple(Decider(_slot(facts, key, on), key) for key in keys)
    guarded = facts.under("guardianship", on) or facts.age(on) >= ages.ADULT_FROM
    if guarded and not any(facts.authority(key, on) == GUARDIAN for key in keys):
        return (*found, Decider(GUARDIAN))
    return found or (Decider(PARENTS),)


def _slot(facts: Facts, key: str, on: date) -> str:
    """Return what to call someone with authority: the slot, or the guardian."""
    member = facts.of(key)
    if member is None or member.slot == "other":
        return GUARDIAN
    return member.slot


def by_word(facts: Facts, question: Question, at: datetime) -> Verdict:
    """Return whether everyone whose word is needed gave it, or what stands instead."""
    on = local(at).date()
    rule, needed = deciders(facts, on)
    permits: list[Because] = []
    lacks: list[Because] = []
    missing: list[str] = []
    for decider in needed:
        stand = how_stands(facts, decider, question, on)
        instead = _instead(facts, decider, stand, question, at)
        if stand.side == GIVEN:
            permits.append(stand.because)
        elif instead is not None:
            permits.append(instead)
        else:
            lacks += [stand.because, *_no_ground(facts, decider, question, on)]
            missing.append(decider.who)
    if missing:
        return no(rule, *lacks, missing=tuple(missing))
    return yes(rule, *permits)


# --- one decider ----------------------------------------------------------------------


def how_stands(facts: Facts, decider: Decider, question: Question, on: date) -> Stand:
    """Return how a decider stands on a matter: the last word counts (LR-07, LR-08)."""
    who = {"who": decider.who}
    if decider.who == GUARDIAN and not decider.key:
        return Stand("", Because("LR-11", "guardian_unknown", who))
    unknown = decider.who == PARENTS
    if unknown and (facts.authorities or question.purpose != HELP):
        return Stand("", Because("LR-11", "authority_unknown", who))
    state, last = _told(_words(facts, decider, question), on)
    if state == GIVEN and last is not None:
        params = who | {"day": last.starts_on.isoformat()}
        rule, code = ("LR-11", "group_agreed") if unknown else ("LR-07", "agreed")
        return Stand(GIVEN, Because(rule, code, params))
    if state == REFUSED:
        return Stand(REFUSED, Because("LR-07", "refused", who))
    if state == "withdrawn":
        return Stand("", Because("LR-08", "withdrawn", who))
    rule = "LR-04" if decider.who == YOUNG else "LR-12"
    return Stand("", Because(rule, "not_asked", who))


def _words(facts: Facts, decider: Decider, question: Question) -> Iterator[Word]:
    """Yield what this decider said about this matter, in a capacity that counts."""
    for word in facts.words:
        if word.purpose == question.purpose and matches(word, question):
            if decider.who == YOUNG:
                said = _is_young(facts, word) and word.starts_on >= facts.turns(
                    ages.YOUNG_PERSON_AGREES_FROM
                )
            elif decider.who == PARENTS:
                said = _is_a_parents(facts, word)
            else:
                said = word.member == decider.key and _had_say(facts, word)
            if said:
                yield word


def _is_young(facts: Facts, word: Word) -> bool:
    if word.giver:
        return word.giver in (YOUNG, BOTH) and word.purpose == HELP
    member = facts.of(word.member)
    return member is not None and member.slot == YOUNG


def _is_a_parents(facts: Facts, word: Word) -> bool:
    """Tell whether it counts while nobody found out who has authority (LR-11).

    What was told at the referral counts; of one parent's word only a refusal does.
    """
    if word.giver:
        return word.giver in (PARENTS, BOTH)
    member = facts.of(word.member)
    return word.decision == REFUSED and member is not None and _is_parent(member.tie)


def _is_parent(tie: str) -> bool:
    return tie in PARENT_TIES


def _had_say(facts: Facts, word: Word) -> bool:
    """Tell whether the member had authority on the day of the word; a no counts."""
    if word.decision == REFUSED:
        return True
    return word.member in facts.with_authority(word.starts_on)


def matches(word: Word, question: Question) -> bool:
    """Tell whether a word is about this party and topic (LR-09, LR-33)."""
    if question.purpose in (HELP, "research", "channel"):
        return True
    return _about_party(word, question.party) and _about_topic(word, question.topic)


def _about_party(word: Word, party: Party) -> bool:
    if party.kind == "parent":
        return word.party in ("parent", party.member)
    if word.party != party.kind:
        return False
    if word.decision == REFUSED:
        return not word.partner or not party.partner or word.partner == party.partner
    general = not word.partner and party.kind in ONE_PER_CHILD
    return general or word.partner == party.partner


def _about_topic(word: Word, topic: str) -> bool:
    if word.decision == REFUSED:
        return not word.topics or topic in word.topics
    return topic in word.topics


def _told(words: Iterator[Word], on: date) -> tuple[str, Word | None]:
    """Return given, refused, withdrawn or "", and the word it rests on.

    A refusal or a withdrawal ends all that was given before it, for good: taking a
    refusal back is not yet an agreement.
    """
    live: list[Word] = []
    state, no_word = "", None
    for _day, _number, taken_back, word in sorted(_events(words, on), key=_order):
        if word.decision == GIVEN and not taken_back:
            live.append(word)
            state = ""
        elif word.decision == GIVEN:
            live, state = [], "withdrawn"
        elif not taken_back:
            live, state, no_word = [], REFUSED, word
        elif state == REFUSED:
            state = ""
    running = [word for word in live if word.runs(on)]
    if running:
        return GIVEN, running[-1]
    ended = state == REFUSED and no_word is not None and not no_word.runs(on)
    return ("" if ended else state), None


Event = tuple[date, int, bool, Word]


def _events(words: Iterator[Word], on: date) -> Iterator[Event]:
    for word in words:
        if word.starts_on <= on:
            yield word.starts_on, word.number, False, word
            if word.withdrawn_on is not None and word.withdrawn_on <= on:
                yield word.withdrawn_on, word.number, True, word


def _order(event: Event) -> tuple[date, int, bool]:
    return event[:3]


# --- what may stand in the place of a word --------------------------------------------


def _instead(
    facts: Facts, decider: Decider, stand: Stand, question: Question, at: datetime
) -> Because | None:
    """Return what permits without this decider's word: a ground, or no time to ask."""
    if question.purpose not in (HELP, "share"):
        return None
    on = local(at).date()
    ground = "" if decider.who == YOUNG else ground_on(facts, on)
    if ground:
        return Because("LR-03", f"ground_{ground}", {"who": decider.who})
    urgent = question.purpose == HELP or question.party.kind in CARE_IN_NEED
    presumed = any(one.stands(at) for one in facts.presumptions)
    if presumed and urgent and stand.side != REFUSED:
        return Because("LR-10", "presumed", {"who": decider.who})
    return None


def ground_on(facts: Facts, on: date) -> str:
    """Return the ground on which help from 12 to 15 goes on without a parent, or "".

    "The young person keeps wanting it" needs a parent's refusal on record (R27).
    Source: LR-03 [K].
    """
    grounds = _grounds(facts, on)
    if "disadvantage" in grounds:
        return "disadvantage"
    if "keeps_wanting" in grounds and a_parent_refused(facts, on):
        return "keeps_wanting"
    return ""


def _grounds(facts: Facts, on: date) -> set[str]:
    if facts.age(on) >= ages.PARENTS_AGREE_UNTIL or not facts.weighs(on):
        return set()
    return {one.kind for one in facts.grounds if one.runs(on)}


def a_parent_refused(facts: Facts, on: date) -> bool:
    """Tell whether a refusal of help by a parent with a say is on record."""
    return any(
        word.purpose == HELP and word.decision == REFUSED and word.runs(on)
        for word in facts.words
        if word.giver in (PARENTS, BOTH) or _of_parent(facts, word)
    )


def _of_parent(facts: Facts, word: Word) -> bool:
    """Tell whether it is the word of someone with authority, as far as is known."""
    member = facts.of(word.member)
    if facts.authorities or member is None:
        return word.member in facts.with_authority(word.starts_on)
    return _is_parent(member.tie)


def _no_ground(
    facts: Facts, decider: Decider, question: Question, on: date
) -> tuple[Because, ...]:
    """Say why a ground that was noted does not count."""
    if decider.who == YOUNG or question.purpose not in (HELP, "share"):
        return ()
    if "keeps_wanting" in _grounds(facts, on) and not ground_on(facts, on):
        return (Because("LR-03", "refusal_not_recorded"),)
    return ()
