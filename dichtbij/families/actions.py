"""What happens to what a family agreed to: noted, taken back, accepted as a rule?"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from dichtbij.audit.doors import action
from dichtbij.audit.models import Entry
from dichtbij.clients import ages
from dichtbij.clients.models import Client
from dichtbij.families import consent as engine
from dichtbij.families.facts import ask, facts_of, key_of
from dichtbij.families.known import YOUNG
from dichtbij.families.models import Consent, FamilyMember, RuleAcceptance
from dichtbij.families.rules import version_of
from dichtbij.families.saying import ONE_PER_CHILD
from dichtbij.families.topics import Topic
from dichtbij.organisations.models import User
from dichtbij.programmes.models import Programme
from dichtbij.shared import clock
from dichtbij.shared.errors import Refused
from dichtbij.shared.permissions import Permission

# Sharing with these asks for a consent; a parent is named by the slot, from 16 on.
SHARED_WITH = (*engine.OUTSIDE, "certified_institution", "parent_1", "parent_2")
PARENT_SLOTS = ("parent_1", "parent_2")


@action(Permission.REFERRAL_SUBMIT, code=Entry.ActionCode.CREATE)
def note_consent(
    *,
    client: Client,
    by: User,
    giver: str,
    form: str = Consent.Form.ORAL,
) -> Consent:
    """Note who agreed to help today (LR-07). Raises Refused for an unknown giver."""
    if giver not in Consent.Giver.values:
        raise Refused(_("Say who agreed to the help."))
    return Consent.objects.create(
        client=client, giver=giver, form=form, given_on=clock.today(), noted_by=by
    )


@action(Permission.FAMILY_WRITE, code=Entry.ActionCode.CREATE)
def note_consent_of(
    *,
    client: Client,
    by: User,
    member: FamilyMember | None,
    purpose: str = Consent.Purpose.HELP,
    decision: str = Consent.Decision.GIVEN,
    party: str = "",
    partner: Any = None,
    topics: Iterable[str] = (),
    form: str = Consent.Form.ORAL,
    evidence: str = "",
    given_on: date | None = None,
    until: date | None = None,
) -> Consent:
    """Note one person's own word: agreed or refused, to what, until when (LR-07).

    Raises Refused: an unknown member, no authority, an end before the start, ...
    """
    told = Consent(
        client=client,
        purpose=purpose,
        decision=decision,
        party=party if purpose == Consent.Purpose.SHARE else "",
        partner=partner,
        topics=[topic for topic in Topic.values if topic in set(topics)],
        form=form,
        evidence=evidence.strip()[:200],
        given_on=given_on or clock.today(),
        until_on=until,
        noted_by=by,
    )
    _check_codes(told)
    _check_days(told)
    told.member = belonging(client, member)
    if told.purpose == Consent.Purpose.SHARE:
        _check_share(told)
    _check_capacity(client, told, told.member)
    told.save()
    return told


def belonging(client: Client, member: FamilyMember | None) -> FamilyMember:
    """Return the member when it is one of this family now. Raises Refused."""
    if member is None or member.client_id != client.pk or member.ended_on is not None:
        raise Refused(_("Choose someone of this family."))
    return member


def _check_codes(told: Consent) -> None:
    known = (
        told.purpose in Consent.Purpose.values
        and told.decision in Consent.Decision.values
        and told.form in Consent.Form.values
    )
    if not known:
        raise Refused(_("Say to what, and how it was said."))


def _check_days(told: Consent) -> None:
    if told.given_on > clock.today():
        raise Refused(_("This day lies in the future."))
    if told.until_on is not None and told.until_on < told.given_on:
        raise Refused(_("The end lies before the start."))


def _check_share(told: Consent) -> None:
    """Raise Refused unless it says with whom and, when agreed, about what (LR-09)."""
    if told.party not in SHARED_WITH:
        raise Refused(_("Choose with whom."))
    given = told.decision == Consent.Decision.GIVEN
    if given and not told.topics:
        raise Refused(_("Choose at least one subject."))
    if told.partner is not None and told.partner.kind != told.party:
        raise Refused(_("This partner is of another kind."))
    several = told.party not in ONE_PER_CHILD and told.party not in PARENT_SLOTS
    if given and several and told.partner is None:
        raise Refused(_("Choose which organisation."))


def _check_capacity(client: Client, told: Consent, member: FamilyMember) -> None:
    """Raise Refused for a consent of somebody who has none to give (LR-04, LR-11)."""
    if told.purpose == Consent.Purpose.CHANNEL or member.slot == YOUNG:
        return
    facts, on = facts_of(client), told.given_on
    if told.party in PARENT_SLOTS:
        raise Refused(_("Only the young person decides what a parent reads."))
    if facts.age(on) >= ages.PARENTS_AGREE_UNTIL and facts.weighs(on):
        raise Refused(_("From 16 the young person decides alone. Do not ask a parent."))
    held = facts.authority(key_of(member.pk), on)
    if told.decision == Consent.Decision.REFUSED and held != "none":
        return
    if held == "none":
        raise Refused(_("This parent has no authority, so no consent is needed."))
    if not held:
        raise Refused(_("First note who has authority, with the source and its date."))


@action(Permission.FAMILY_WRITE)
def withdraw_consent(*, client: Client, by: User, consent: Consent | None) -> Consent:
    """Take a consent back: it counts no more from this moment on (LR-08).

    Raises Refused when it is not this family's, or was taken back before.
    """
    if consent is None or consent.client_id != client.pk:
        raise Refused(_("Choose a consent of this family."))
    return take_back(consent)


def take_back(consent: Consent) -> Consent:
    """Let one consent count no more; for acts that a family does itself too."""
    taken = Consent.objects.filter(pk=consent.pk, withdrawn_on=None).update(
        withdrawn_on=clock.today()
    )
    if not taken:
        raise Refused(_("This consent was already taken back."))
    consent.refresh_from_db()
    return consent


def lacking_consent(client: Client) -> list[str]:
    """Return whose consent to help is still missing now, by kind; empty: nobody's.

    A ground on record, or an emergency of today, stands in the place of a consent.
    """
    return givers(ask(client, "help", engine.Party("")).missing)


def givers(missing: Iterable[str]) -> list[str]:
    """Return the kinds of givers among the slots, parents first."""
    kinds = {who if who == YOUNG else str(ages.Agreement.PARENTS) for who in missing}
    return [str(one) for one in ages.Agreement if one in kinds]


@action(Permission.RULE_ACCEPT, code=Entry.ActionCode.CREATE)
def accept_rule(
    *,
    programme: Programme,
    by: User,
    rule: str,
    version: int,
    accepted_by: str,
    accepted_on: date | None = None,
) -> RuleAcceptance:
    """Note on whose word this programme follows a rule that awaits a lawyer (R27).

    Raises Refused: an unknown version, nobody's word, a day in the future, or noted
    before.
    """
    day = accepted_on or clock.today()
    if version_of(rule, version) is None:
        raise Refused(_("This version of the rule does not exist."))
    if not accepted_by.strip():
        raise Refused(_("Write on whose word, with name and function."))
    if day > clock.today():
        raise Refused(_("This day lies in the future."))
    accepted, made = RuleAcceptance.objects.get_or_create(
        programme=programme,
        rule=rule,
        version=version,
        defaults={
            "accepted_by": accepted_by.strip()[:120],
            "accepted_on": day,
            "noted_by": by,
        },
    )
    if not made:
        raise Refused(_("This version was already accepted."))
    return accepted
