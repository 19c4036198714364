"""May this be done or shared: on which fact, by which rule, until when?

One pure function answers for every screen, letter, consultation, page and export.
Nothing is allowed because nobody said no: each yes names the fact that permits it.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time

from dichtbij.clients import ages
from dichtbij.families.answers import Answer as Answer
from dichtbij.families.answers import Because as Because
from dichtbij.families.answers import Party as Party
from dichtbij.families.answers import Verdict, no, yes
from dichtbij.families.known import HELP
from dichtbij.families.known import Facts as Facts
from dichtbij.families.reading import may_read, topics_named
from dichtbij.families.reading import may_see_home as may_see_home
from dichtbij.families.saying import Question, by_word
from dichtbij.shared.calendar import AMSTERDAM, local

SHARE, READ, LETTER, RESEARCH, CHANNEL = (
    "share", "read", "letter", "research", "channel"
)  # fmt: skip
PURPOSES = (HELP, SHARE, READ, LETTER, RESEARCH, CHANNEL)
FAMILY = ("young_person", "parent")
OUTSIDE = (
    "school", "cjg", "local_team", "youth_health", "basic_mh", "specialist_mh",
    "provider", "safe_home", "other",
)  # fmt: skip
KINDS = ("gp", *OUTSIDE, "certified_institution", *FAMILY, "municipality", "researcher")


def may_share(
    facts: Facts, purpose: str, party: Party, on: datetime, topic: str = ""
) -> Answer:
    """Return whether `party` may get it at that aware moment, why, and until when.

    `until` is the first local day on which the answer may differ; None: never by
    itself. Raises ValueError for a moment without a zone.
    """
    if on.tzinfo is None:
        raise ValueError("a moment needs a zone")
    at = on.astimezone(UTC)
    found = _judge(facts, purpose, party, at, topic)
    until = _until(facts, purpose, party, at, topic, found)
    return Answer(found.allowed, found.because, until, found.missing)


def _judge(
    facts: Facts, purpose: str, party: Party, at: datetime, topic: str
) -> Verdict:
    if purpose == HELP:
        return by_word(facts, Question(HELP), at)
    if purpose not in PURPOSES or party.kind not in KINDS:
        return no(Because("LR-30", "unknown_purpose"))
    if party.kind == "municipality":
        return no(Because("LR-34", "municipality_never"))
    if purpose == RESEARCH or party.kind == "researcher":
        return _research(facts, purpose, party, at)
    if purpose == CHANNEL:
        return _channel(facts, party, at)
    if party.kind in FAMILY:
        return may_read(facts, party, at, topic)
    if purpose == READ:
        return no(Because("LR-30", "reads_never"))
    return _outside(facts, party, at, topic)


def _outside(facts: Facts, party: Party, at: datetime, topic: str) -> Verdict:
    """Return whether someone outside may be told (LR-30)."""
    on = local(at).date()
    if party.kind == "gp":
        return _gp(facts, on)
    if party.kind == "certified_institution":
        for kind in ("supervision", "guardianship"):
            if facts.under(kind, on):
                return yes(Because("LR-15", f"under_{kind}"))
    return _with_consent(facts, party, at, topic)


def _gp(facts: Facts, on: date) -> Verdict:
    """The GP who referred is involved; from 16 the young person may object (LR-32)."""
    objects = any(one.runs(on) for one in facts.objections)
    if objects and facts.age(on) >= ages.PARENTS_AGREE_UNTIL:
        return no(Because("LR-32", "objection"))
    return yes(Because("LR-32", "gp_involved"))


def _with_consent(facts: Facts, party: Party, at: datetime, topic: str) -> Verdict:
    """Return whether everyone agreed to this party and topic; "" asks for any topic."""
    topics = (topic,) if topic else ("", *topics_named(facts))
    answers = [by_word(facts, Question(SHARE, party, one), at) for one in topics]
    # Nobody agreed to the same subject: tell of the one that lacks fewest words.
    found = min(answers, key=lambda one: (not one.allowed, len(one.missing)))
    if found.allowed:
        return found
    rule = "LR-09" if party.kind in ("school", "cjg") else "LR-33"
    apart = Because(rule, "asked_apart", {"party": party.kind})
    return no(apart, *found.because, missing=found.missing)


def _research(facts: Facts, purpose: str, party: Party, at: datetime) -> Verdict:
    if purpose != RESEARCH or party.kind != "researcher":
        return no(Because("LR-30", "unknown_purpose"))
    return by_word(facts, Question(RESEARCH, party), at)


def _channel(facts: Facts, party: Party, at: datetime) -> Verdict:
    """Return whether someone of the family may be reached: by the own word (LR-07)."""
    on = local(at).date()
    if party.kind == "parent" and facts.without_parents:
        return no(Because("R18", "helped_without_parents"))
    named = "young_person" if party.kind == "young_person" else party.member
    member = facts.member(named, on) if party.kind in FAMILY else None
    if member is None:
        return no(Because("LR-30", "unknown_person"))
    words = [w for w in facts.words if w.purpose == CHANNEL and w.member == member.key]
    said = [w for w in words if w.starts_on <= on]
    last = max(said, key=lambda word: (word.starts_on, word.number), default=None)
    if last is None or last.decision != "given" or not last.runs(on):
        missing = (member.slot,)
        return no(Because("LR-07", "not_asked", {"who": member.slot}), missing=missing)
    params = {"who": member.slot, "day": last.starts_on.isoformat()}
    return yes(Because("LR-07", "agreed", params))


# --- until when? ----------------------------------------------------------------------


def _until(
    facts: Facts,
    purpose: str,
    party: Party,
    at: datetime,
    topic: str,
    found: Verdict,
) -> date | None:
    """Return the local day of the first later moment with another answer."""
    for moment in _later(facts, at):
        if _judge(facts, purpose, party, moment, topic) != found:
            return local(moment).date()
    return None


def _later(facts: Facts, at: datetime) -> Iterator[datetime]:
    """Yield, in order, every later moment on which something may change."""
    midnights = {datetime.combine(day, time(0), AMSTERDAM) for day in facts.edges()}
    yield from sorted(one for one in midnights | facts.moments() if one > at)
