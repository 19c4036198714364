"""Who may see what of this child now, why, and until when: one line per person?

The table of "Wie mag nu wat zien en waarom". Every line is an answer of the engine or
a care relation; nothing is kept.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from dichtbij.clients.models import Client
from dichtbij.families.answers import Answer, Party
from dichtbij.families.consent import OUTSIDE, READ, SHARE, may_share
from dichtbij.families.facts import facts_of, names_of
from dichtbij.families.known import Facts
from dichtbij.families.models import FamilyMember
from dichtbij.families.standing import YOUNG_PERSON, elsewhere, party_of
from dichtbij.families.topics import Topic
from dichtbij.families.words import PARTY, who_words, words_for, words_of
from dichtbij.shared import clock

LABELS = dict(Topic.choices)


@dataclass(frozen=True)
class Line:
    """One person or party: what it may see now, why, until when, who must agree."""

    who: str
    allowed: bool
    what: str
    why: list[str]
    until: date | None
    missing: list[str]


@dataclass(frozen=True)
class Eyes:
    """Who reads: which names they may meet, and for a parent the own slot.

    A parent reads nothing about what somebody else said (LR-14).
    """

    names: dict[str, str]
    slot: str = ""
    without_parents: bool = False


def rows_for(client: Client, reader: FamilyMember | None = None) -> list[Line]:
    """Return who may see what: who helps, the family, the practice, and outsiders.

    For a `reader` of the family the other home has no names (LR-14). The number of
    queries is the same for every child.
    """
    at, facts, names = clock.now(), facts_of(client), names_of(client)
    alone = client.without_parents
    eyes = Eyes(names, "", alone) if reader is None else _eyes_of(reader, names)
    return [
        *_helpers(client),
        *(_relative(facts, one, eyes, at) for one in _family(client)),
        _practice(client, facts, at),
        *(_party(facts, *one, eyes, at) for one in _parties(client)),
    ]


def _helpers(client: Client) -> Iterator[Line]:
    """Yield who is directly involved, and the team lead who answers for the work."""
    today = clock.today()
    running = client.care_relations.active(today).select_related("practitioner")
    last = {row.practitioner_id: row for row in running.order_by("starts_on", "id")}
    for relation in last.values():
        reason = _("%(why)s, a care relation since %(day)s (LR-31)") % {
            "why": capfirst(str(relation.get_reason_display())),
            "day": date_format(relation.starts_on, "j F Y"),
        }
        name, whole = relation.practitioner.name, _("the whole file")
        yield Line(name, True, whole, [reason], relation.ends_on, [])
    yield Line(
        _("Team lead of %(name)s") % {"name": client.holder.name},
        True,
        _("the whole file"),
        [_("Answers for the work of the own colleagues (LR-30)")],
        None,
        [],
    )


def _eyes_of(reader: FamilyMember, names: dict[str, str]) -> Eyes:
    """Return the names that this reader may meet, and "you" for the own place."""
    young = reader.slot == YOUNG_PERSON
    hidden = [] if young else elsewhere(reader)
    known = {slot: name for slot, name in names.items() if slot not in hidden}
    return Eyes(known | {reader.slot: _("You")}, "" if young else reader.slot)


def _family(client: Client) -> list[FamilyMember]:
    return list(client.familymember_set.filter(ended_on=None).order_by("id"))


def _relative(facts: Facts, member: FamilyMember, eyes: Eyes, at: datetime) -> Line:
    """Return what someone of the family reads on their own page."""
    answer = may_share(facts, READ, party_of(member), at)
    place = str(member.get_slot_display())
    name = member.name if member.slot == "other" else eyes.names.get(member.slot, "")
    who = f"{name} ({place})" if name else str(capfirst(place))
    what = _("the file, without what is sealed or about another home")
    return _line(who, answer, what, eyes)


def _practice(client: Client, facts: Facts, at: datetime) -> Line:
    answer = may_share(facts, "letter", Party("gp"), at)
    who = _("GP of %(name)s") % {"name": client.practice.name}
    return _line(who, answer, _("letters with what is needed"), Eyes({}))


Named = tuple[str, str, str]


def _parties(client: Client) -> list[Named]:
    """Return every kind of outsider, and each partner somebody spoke about."""
    spoken = (
        client.consents.filter(purpose=SHARE)
        .exclude(partner=None)
        .values_list("party", "partner__uuid", "partner__name")
        .order_by("partner__name")
        .distinct()
    )
    named = [(kind, str(uuid), name) for kind, uuid, name in spoken]
    kinds = {kind for kind, _uuid, _name in named}
    general = [
        (kind, "", str(capfirst(str(PARTY[kind]))))
        for kind in (*OUTSIDE, "certified_institution", "municipality")
        if kind not in kinds and kind != "other"
    ]
    return named + general


def _party(
    facts: Facts,
    kind: str,
    partner: str,
    name: str,
    eyes: Eyes,
    at: datetime,
) -> Line:
    party = Party(kind, partner=partner)
    answer = may_share(facts, SHARE, party, at)
    topics = [t for t in LABELS if may_share(facts, SHARE, party, at, t).allowed]
    what = ", ".join(str(LABELS[topic]) for topic in topics)
    return _line(name, answer, what, eyes)


def _line(who: str, answer: Answer, what: Any, eyes: Eyes) -> Line:
    missing = answer.missing
    if eyes.slot:
        why = words_for(answer, eyes.slot, eyes.names)
        missing = tuple(one for one in missing if one == eyes.slot)
    else:
        why = words_of(answer, eyes.names)
    if eyes.without_parents:  # then nobody asks a parent anything (R18)
        missing = tuple(one for one in missing if one == YOUNG_PERSON)
    return Line(
        who=who,
        allowed=answer.allowed,
        what=str(what) if answer.allowed else _("nothing"),
        why=why,
        until=answer.until,
        missing=[who_words(one, eyes.names) for one in missing],
    )
