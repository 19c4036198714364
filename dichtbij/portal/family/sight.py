"""Who may see what of this file now, and why: as the family reads it.

Every row is an answer of the consent engine, asked here and now; nothing is kept.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from dichtbij.families.answers import Answer, Party
from dichtbij.families.consent import may_share
from dichtbij.families.facts import facts_of, words_of
from dichtbij.families.known import Facts
from dichtbij.families.models import FamilyMember
from dichtbij.families.standing import YOUNG_PERSON, party_of, present
from dichtbij.families.topics import Topic
from dichtbij.families.words import PARTY
from dichtbij.portal.family.me import Me
from dichtbij.shared import clock

OUTSIDE = (
    "gp", "school", "cjg", "local_team", "youth_health", "basic_mh", "specialist_mh",
    "provider", "municipality",
)  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One party: what it may see now, why, and until when."""

    who: str
    what: str
    why: list[str]
    until: date | None
    allowed: bool


def rows_for(me: Me) -> list[Row]:
    """Return who may see what: the helper, the family, and each kind of outsider."""
    facts = facts_of(me.client)
    return [
        _helper(),
        *(_of_family(facts, one, me) for one in _members(me)),
        *(_outsider(facts, kind) for kind in OUTSIDE),
    ]


def _helper() -> Row:
    why = _("Whoever helps you writes and reads the file. Colleagues do not.")
    return Row(_("Your practitioner"), _("the whole file"), [why], None, True)


def _members(me: Me) -> Iterable[FamilyMember]:
    rows = FamilyMember.objects.filter(present(), client=me.client)
    return rows.select_related("client").order_by("slot", "id")


def _of_family(facts: Facts, member: FamilyMember, me: Me) -> Row:
    """Return the row of someone of the family; of the other home no name (LR-14)."""
    answer = may_share(facts, "read", party_of(member), clock.now())
    who = str(capfirst(member.get_slot_display()))
    if member.pk == me.member.pk:
        who = _("You")
    elif member.home == me.member.home or YOUNG_PERSON in (member.slot, me.member.slot):
        who = member.name
    what = _("plan, letters and log") if answer.allowed else _("nothing")
    return Row(who, what, words_of(answer), answer.until, answer.allowed)


def _outsider(facts: Facts, kind: str) -> Row:
    party, at = Party(kind), clock.now()
    topics = [t for t in Topic if may_share(facts, "share", party, at, t).allowed]
    answer: Answer = may_share(facts, "share", party, at, topics[0] if topics else "")
    return Row(
        str(capfirst(str(PARTY[kind]))),
        _what(kind, answer, topics),
        words_of(answer),
        answer.until,
        answer.allowed,
    )


def _what(kind: str, answer: Answer, topics: list[Any]) -> str:
    if not answer.allowed:
        return _("nothing")
    if kind == "gp" or len(topics) == len(Topic):
        return _("what is needed: letters about the help")
    return ", ".join(str(t.label) for t in topics)
