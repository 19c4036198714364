"""What makes the ordinary rule not count: capacity, grounds, emergency, objection?"""

from datetime import date, datetime

from django.utils.translation import gettext as _

from dichtbij.audit.doors import action
from dichtbij.audit.models import Entry
from dichtbij.clients import ages
from dichtbij.clients.models import Client
from dichtbij.families.authority import check_term, end
from dichtbij.families.facts import facts_of
from dichtbij.families.known import NOTED_WITHIN
from dichtbij.families.models import (
    CapacityJudgement,
    EmergencyPresumption,
    HelpGround,
    Objection,
)
from dichtbij.families.saying import a_parent_refused
from dichtbij.organisations.models import User
from dichtbij.shared import clock
from dichtbij.shared.errors import Refused
from dichtbij.shared.permissions import Permission


@action(Permission.FAMILY_WRITE, code=Entry.ActionCode.CREATE)
def note_capacity(
    *,
    client: Client,
    by: User,
    reason: str,
    starts_on: date | None = None,
    ends_on: date | None = None,
) -> CapacityJudgement:
    """Note that a young person cannot weigh interests for now (LR-05).

    Raises Refused: under 12, no reason, an end before the start.
    """
    day = starts_on or clock.today()
    if client.age(day) < ages.YOUNG_PERSON_AGREES_FROM:
        raise Refused(_("Under 12 who has authority decides; no judgement is needed."))
    check_term(day, ends_on)
    return CapacityJudgement.objects.create(
        client=client,
        reason=_words(reason),
        starts_on=day,
        ends_on=ends_on,
        noted_by=by,
        noted_at=clock.now(),
    )


@action(Permission.FAMILY_WRITE)
def end_capacity(
    *, judgement: CapacityJudgement, by: User, ends_on: date | None = None
) -> CapacityJudgement:
    """Note the last day of a judgement. Raises Refused as `end` does."""
    return end(judgement, ends_on)


@action(Permission.FAMILY_WRITE, code=Entry.ActionCode.CREATE)
def note_ground(
    *,
    client: Client,
    by: User,
    kind: str,
    words: str,
    starts_on: date | None = None,
    ends_on: date | None = None,
) -> HelpGround:
    """Note why help goes on although a parent does not agree (LR-03).

    Raises Refused: not 12 to 15, no reason, or "keeps wanting it" without a refusal.
    """
    day = starts_on or clock.today()
    if kind not in HelpGround.Kind.values:
        raise Refused(_("Choose a ground."))
    young, old = ages.YOUNG_PERSON_AGREES_FROM, ages.PARENTS_AGREE_UNTIL
    if not young <= client.age(day) < old:
        raise Refused(_("A ground counts from 12 to 15 only."))
    check_term(day, ends_on)
    facts = facts_of(client)
    if kind == HelpGround.Kind.KEEPS_WANTING and not a_parent_refused(facts, day):
        raise Refused(_("First note which parent refused."))
    return HelpGround.objects.create(
        client=client,
        kind=kind,
        words=_words(words),
        starts_on=day,
        ends_on=ends_on,
        noted_by=by,
        noted_at=clock.now(),
    )


@action(Permission.FAMILY_WRITE)
def end_ground(
    *, ground: HelpGround, by: User, ends_on: date | None = None
) -> HelpGround:
    """Note the last day of a ground. Raises Refused as `end` does."""
    return end(ground, ends_on)


@action(Permission.FAMILY_WRITE, code=Entry.ActionCode.CREATE)
def note_presumption(
    *, client: Client, by: User, happened_at: datetime, words: str
) -> EmergencyPresumption:
    """Note that there was no time to ask; within 24 hours, or it is too late (LR-10).

    Raises Refused: in the future, more than 24 hours ago, or no reason.
    """
    if happened_at > clock.now():
        raise Refused(_("This moment lies in the future."))
    if clock.now() - happened_at > NOTED_WITHIN:
        raise Refused(_("This is more than 24 hours ago. Ask for consent now."))
    return EmergencyPresumption.objects.create(
        client=client,
        happened_at=happened_at,
        words=_words(words),
        noted_by=by,
        noted_at=clock.now(),
    )


@action(Permission.FAMILY_WRITE, code=Entry.ActionCode.CREATE)
def note_objection(*, client: Client, by: User, words: str = "") -> Objection:
    """Note that a young person of 16 or older objects to letters to the GP (LR-32).

    Raises Refused: under 16, or noted before.
    """
    today = clock.today()
    if client.age(today) < ages.PARENTS_AGREE_UNTIL:
        raise Refused(_("From 16 a young person may object to a letter to the GP."))
    if any(one.runs(today) for one in facts_of(client).objections):
        raise Refused(_("An objection was already noted."))
    return Objection.objects.create(
        client=client,
        words=words.strip()[:400],
        starts_on=today,
        noted_by=by,
        noted_at=clock.now(),
    )


@action(Permission.FAMILY_WRITE)
def end_objection(
    *, objection: Objection, by: User, ends_on: date | None = None
) -> Objection:
    """Note the last day of an objection. Raises Refused as `end` does."""
    return end(objection, ends_on)


def _words(text: str) -> str:
    if not text.strip():
        raise Refused(_("Write why."))
    return text.strip()
