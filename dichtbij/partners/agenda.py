"""About what may be talked, and with whom? The consent engine says it for each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from dichtbij.clients.models import Client
from dichtbij.families.consent import SHARE, Facts, Party, may_share
from dichtbij.families.facts import facts_of
from dichtbij.families.topics import Topic
from dichtbij.partners.models import Participant, Partner
from dichtbij.shared import clock
from dichtbij.shared.errors import Refused

# What a warm hand-over tells: nothing else of the file goes along.
HANDOVER_TOPIC = Topic.PLAN


@dataclass(frozen=True)
class Choice:
    """One topic, and the partners that the family did not agree to tell about it."""

    topic: str
    label: Any
    lacking: tuple[Partner, ...]

    @property
    def open(self) -> bool:
        """Tell whether every partner may be told about it."""
        return not self.lacking


def party_of(partner: Partner | None) -> Party:
    """Return the partner as the consent engine knows it; nobody may be told nothing."""
    if partner is None:
        return Party("other")
    return Party(partner.kind, partner=str(partner.uuid))


def choices(client: Client, partners: Sequence[Partner]) -> list[Choice]:
    """Return every topic with who may not be told about it, at this moment."""
    covered = _covered(facts_of(client), partners)
    return [
        Choice(
            topic.value,
            topic.label,
            tuple(p for p in partners if topic.value not in covered[p.pk]),
        )
        for topic in Topic
    ]


def topics_with(client: Client, partners: Iterable[Partner]) -> dict[int, set[str]]:
    """Return per partner the topics it may be told about, in a fixed number of queries.

    Keys are the database keys of the partners.
    """
    return _covered(facts_of(client), partners)


def _covered(facts: Facts, partners: Iterable[Partner]) -> dict[int, set[str]]:
    at = clock.now()
    return {
        partner.pk: {
            topic.value
            for topic in Topic
            if may_share(facts, SHARE, party_of(partner), at, topic.value).allowed
        }
        for partner in partners
    }


def open_topics(participant: Participant) -> set[str]:
    """Return the topics a participant may be told about at this moment (LR-08).

    What was agreed at the invitation counts only while the family still agrees.
    """
    if participant.partner is None or participant.ended_at is not None:
        return set()
    covered = topics_with(participant.client, [participant.partner])
    return covered[participant.partner.pk] & set(participant.topics)


def may_hand_over(client: Client, partner: Partner) -> bool:
    """Tell whether the family agreed to a hand-over to this partner."""
    return HANDOVER_TOPIC in topics_with(client, [partner])[partner.pk]


def require_consent(
    client: Client, partners: Sequence[Partner], topics: Iterable[str]
) -> None:
    """Raise Refused, saying about what and with whom, where consent is missing."""
    asked = set(topics)
    for choice in choices(client, partners):
        if choice.topic in asked and not choice.open:
            raise Refused(
                _(
                    "The family did not agree to talk about “%(topic)s” with "
                    "%(partner)s. Ask for consent first."
                )
                % {"topic": choice.label, "partner": choice.lacking[0].name}
            )
