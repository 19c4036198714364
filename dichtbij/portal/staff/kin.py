"""What is shown of a child's family: who, with which authority, and who agreed?"""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from dichtbij.audit.doors import may
from dichtbij.care.birthdays import announced
from dichtbij.clients.models import Client
from dichtbij.drafts.keeping import draft_of
from dichtbij.families.answers import Party
from dichtbij.families.consent import may_share
from dichtbij.families.facts import facts_of, key_of, names_of, words_of
from dichtbij.families.known import Facts
from dichtbij.families.models import Consent, FamilyMember, LegalAuthority
from dichtbij.families.topics import Topic
from dichtbij.families.words import PARTY, authority_warning, who_words
from dichtbij.organisations.models import User
from dichtbij.portal.staff.family_form import HOMES, NOTES, FamilyForm
from dichtbij.shared import clock
from dichtbij.shared.permissions import Permission

LONGEST = 200  # [design] words of one family on one page


@dataclass(frozen=True)
class Kin:
    """Someone of the family, with the facts about their authority."""

    member: FamilyMember
    held: str
    facts: list[LegalAuthority]
    decides: bool
    home: Any


@dataclass(frozen=True)
class Said:
    """One consent or refusal in words."""

    consent: Consent
    who: str
    with_whom: str
    about: str
    counts: bool


def kin_block(client: Client) -> dict[str, Any]:
    """Return what the overview of a child shows of its family."""
    facts, names = facts_of(client), names_of(client)
    at = [client.uuid]
    help_ = may_share(facts, "help", Party(""), clock.now())
    return {
        "kin": _kin(client, facts),
        "help_allowed": help_.allowed,
        "help_missing": [who_words(who, names) for who in help_.missing],
        "help_why": words_of(help_, names),
        "help_until": help_.until,
        "birthday": announced(client),
        # Once authority is known each person's own word counts, on the family page.
        "consent_url": reverse("family" if facts.authorities else "agree", args=at),
        "reads_family": may(Permission.FAMILY_READ, client),
    }


def family_page(client: Client) -> dict[str, Any]:
    """Return everything on record about a family, newest last."""
    said = list(
        client.consents.select_related("member", "partner", "noted_by").order_by("id")
    )
    return kin_block(client) | {
        "client": client,
        "said": [_said(row) for row in said[-LONGEST:]],
        "measures": _all(client.courtmeasure_set),
        "judgements": _all(client.capacityjudgement_set),
        "grounds": _all(client.helpground_set),
        "presumptions": _all(client.emergencypresumption_set),
        "objections": _all(client.objection_set),
        "delays": _all(client.sightdelay_set),
        "ended": list(client.familymember_set.exclude(ended_on=None).order_by("id")),
        "warning": authority_warning(client.birth_date),
        "homes": HOMES,
        "languages": FamilyMember.Language.choices,
        "may_note": may(Permission.FAMILY_WRITE, client),
        "today": clock.today(),
    }


def small_forms(
    client: Client, user: User, refused: FamilyForm | None = None
) -> dict[str, FamilyForm]:
    """Return each small form, with what was typed in it before and not yet sent.

    One that was refused comes back as it was filled in.
    """
    found: dict[str, FamilyForm] = {}
    for name, form in NOTES.items():
        key = draft_key(client, name)
        typed = _typed(draft_of(user, key) or {})
        found[name] = (
            refused
            if isinstance(refused, form)
            else form(client=client, auto_id=f"{name}_%s", initial=typed)
        )
        found[name].draft = key
    return found


def draft_key(client: Client, name: str) -> str:
    """Return under which key a form of this family waits."""
    return f"family_{name}/{client.uuid}"


def _typed(draft: dict[str, list[str]]) -> dict[str, Any]:
    return {
        name: values if name == "topics" else values[0]
        for name, values in draft.items()
        if values
    }


def _all(rows: Any) -> list[Any]:
    return list(rows.select_related("noted_by").order_by("id"))


def _kin(client: Client, facts: Facts) -> list[Kin]:
    today = clock.today()
    noted: dict[int, list[LegalAuthority]] = {}
    for row in client.legalauthority_set.select_related("noted_by").order_by("id"):
        noted.setdefault(row.member_id, []).append(row)
    deciding = facts.with_authority(today)
    return [
        Kin(
            member=member,
            held=_held(facts, member),
            facts=noted.get(member.pk, []),
            decides=key_of(member.pk) in deciding,
            home=dict(HOMES)[member.home],
        )
        for member in client.familymember_set.filter(ended_on=None).order_by("id")
    ]


def _held(facts: Facts, member: FamilyMember) -> str:
    """Return in words which authority someone has now; "" for the young person."""
    kind = facts.authority(key_of(member.pk), clock.today())
    return str(dict(LegalAuthority.Kind.choices).get(kind, ""))


def _said(row: Consent) -> Said:
    labels = dict(Topic.choices)
    party = row.partner.name if row.partner else str(PARTY.get(row.party, ""))
    return Said(
        consent=row,
        who=row.member.name if row.member else str(row.get_giver_display()),
        with_whom=party or (who_words(row.party, {}) if row.party else ""),
        about=", ".join(str(labels.get(topic, topic)) for topic in row.topics),
        counts=row.withdrawn_on is None
        and (row.until_on is None or row.until_on >= clock.today()),
    )
