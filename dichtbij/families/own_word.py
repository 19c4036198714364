"""What did this very person agree to, and what ends if it is taken back?"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from dichtbij.families.models import Consent, FamilyMember
from dichtbij.families.topics import Topic
from dichtbij.families.words import PARTY
from dichtbij.shared import clock

EFFECTS: dict[str, Any] = {
    Consent.Purpose.HELP: _(
        "The treatment stops until someone has talked with you. Talking is always "
        "possible."
    ),
    Consent.Purpose.SHARE: _(
        "From now on nothing is shared with them any more. What they already know, we "
        "cannot take back."
    ),
    Consent.Purpose.CHANNEL: _("We no longer reach you in this way."),
    Consent.Purpose.RESEARCH: _("Your data are no longer used for research."),
}


@dataclass(frozen=True)
class OwnWord:
    """One consent in the words of the person who gave it."""

    consent: Consent
    with_whom: str
    about: list[str]

    @property
    def effect(self) -> Any:
        """Return what happens when it is taken back."""
        return EFFECTS[self.consent.purpose]


def own_words(member: FamilyMember) -> list[OwnWord]:
    """Return what this person agreed to and can take back, newest first."""
    rows = _own(member).select_related("partner").order_by("-given_on", "-id")
    return [_told(row) for row in rows]


def own_word(member: FamilyMember, uuid: UUID) -> OwnWord | None:
    """Return one of them, or None: not there, not one's own, or taken back."""
    row = _own(member).select_related("partner").filter(uuid=uuid).first()
    return _told(row) if row is not None else None


def _own(member: FamilyMember) -> Any:
    return Consent.objects.filter(
        Q(until_on=None) | Q(until_on__gte=clock.today()),
        member=member,
        decision=Consent.Decision.GIVEN,
        withdrawn_on=None,
    )


def _told(row: Consent) -> OwnWord:
    party = row.partner.name if row.partner else str(PARTY.get(row.party, ""))
    labels = dict(Topic.choices)
    return OwnWord(row, party, [str(labels.get(t, t)) for t in row.topics])
