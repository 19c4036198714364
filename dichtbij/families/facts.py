"""Which facts are on record about a child's family, and what follows from them?"""

from datetime import datetime, timedelta
from typing import Any

from dichtbij.clients.models import Client
from dichtbij.families.answers import Answer, Party
from dichtbij.families.consent import may_share
from dichtbij.families.known import (
    Authority,
    Delay,
    Facts,
    Ground,
    Measure,
    Member,
    Period,
    Presumption,
    Word,
)
from dichtbij.families.models import FamilyMember, LegalAuthority
from dichtbij.families.words import words_of as words_of
from dichtbij.shared import clock


def ask(
    client: Client,
    purpose: str,
    party: Party,
    topic: str = "",
    at: datetime | None = None,
) -> Answer:
    """Return whether `party` may get it, now unless another moment is given."""
    return may_share(facts_of(client), purpose, party, at or clock.now(), topic)


def facts_of(client: Client) -> Facts:
    """Return all facts about a child's family: nine queries, whatever the family."""
    return Facts(
        birth_date=client.birth_date,
        without_parents=client.without_parents,
        members=tuple(_member(row) for row in client.familymember_set.order_by("id")),
        authorities=tuple(
            Authority(
                member=key_of(row.member_id),
                kind=row.kind,
                number=row.pk,
                proved=row.source != LegalAuthority.Source.SELF_DECLARED,
                **_term(row),
            )
            for row in client.legalauthority_set.order_by("starts_on", "id")
        ),
        words=_words(client),
        incapacities=tuple(
            Period(**_term(row)) for row in client.capacityjudgement_set.order_by("id")
        ),
        grounds=tuple(
            Ground(kind=row.kind, **_term(row))
            for row in client.helpground_set.order_by("id")
        ),
        measures=tuple(
            Measure(kind=row.kind, **_term(row))
            for row in client.courtmeasure_set.order_by("id")
        ),
        presumptions=tuple(
            Presumption(happened_at=row.happened_at, noted_at=row.noted_at)
            for row in client.emergencypresumption_set.order_by("id")
        ),
        objections=tuple(
            Period(**_term(row)) for row in client.objection_set.order_by("id")
        ),
        delays=tuple(
            Delay(starts_at=row.starts_at, ended_at=row.ended_at)
            for row in client.sightdelay_set.order_by("id")
        ),
    )


def key_of(member_id: int | None) -> str:
    """Return the key by which the engine knows a member."""
    return "" if member_id is None else str(member_id)


def names_of(client: Client) -> dict[str, str]:
    """Return who sits in which slot now, by name."""
    rows = client.familymember_set.filter(ended_on=None).exclude(slot="other")
    return dict(rows.values_list("slot", "name"))


def _member(row: FamilyMember) -> Member:
    """Return someone of the family; on the day it ended one belongs no more."""
    return Member(
        key=key_of(row.pk),
        slot=row.slot,
        tie=row.tie,
        home=row.home,
        starts_on=row.since,
        ends_on=row.ended_on and row.ended_on - timedelta(days=1),
    )


def _term(row: Any) -> dict[str, Any]:
    return {"starts_on": row.starts_on, "ends_on": row.ends_on}


def _words(client: Client) -> tuple[Word, ...]:
    """Return every consent and refusal; a partner by its public id."""
    rows = client.consents.order_by("id").values(
        "id", "purpose", "decision", "member", "giver", "party", "topics",
        "given_on", "until_on", "withdrawn_on", "partner__uuid",
    )  # fmt: skip
    return tuple(
        Word(
            number=row["id"],
            purpose=row["purpose"],
            decision=row["decision"],
            member=key_of(row["member"]),
            giver=row["giver"],
            party=row["party"],
            partner=str(row["partner__uuid"] or ""),
            topics=frozenset(row["topics"]),
            starts_on=row["given_on"],
            ends_on=row["until_on"],
            withdrawn_on=row["withdrawn_on"],
        )
        for row in rows
    )
