"""May this advice be laid before the GP, and may its letter go to the destination?

The one engine of `families` answers; here only stands whom it is asked about.
"""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from dichtbij.clients.models import Client
from dichtbij.families.consent import LETTER, SHARE, Party, may_share
from dichtbij.families.facts import facts_of, words_of
from dichtbij.families.topics import Topic
from dichtbij.network.models import OnwardReferral
from dichtbij.network.onward_words import DESTINATIONS
from dichtbij.partners.models import Partner
from dichtbij.shared import clock
from dichtbij.shared.errors import Refused

# What a referral letter is about; a consent to practical matters only is not enough.
LETTER_TOPIC = Topic.WELLBEING


@dataclass(frozen=True)
class Barrier:
    """Why it may not go to someone now, in sentences, and what to do about it."""

    title: str
    sentences: list[str]
    # What the family is asked then, as the page of the family takes it; "": nothing.
    asking: str = ""

    def __str__(self) -> str:
        """Return it as one text."""
        return " ".join([self.title, *self.sentences])


def barriers(
    client: Client, destination: str, partner: Partner | None
) -> list[Barrier]:
    """Return what stands in the way of the GP and of the destination; empty: nothing.

    From 16 the young person may object to a letter to the GP (LR-32); the destination
    needs a consent of its own (LR-33).
    """
    found: list[Barrier] = []
    facts, now = facts_of(client), clock.now()
    gp = may_share(facts, LETTER, Party("gp"), now)
    if not gp.allowed:
        title = _("This may not go to the GP.")
        found.append(Barrier(title, words_of(gp)))
    to = party_of(destination, partner)
    asked = may_share(facts, SHARE, to, now, LETTER_TOPIC)
    if not asked.allowed:
        title = _("Consent is missing to share this with the destination.")
        found.append(Barrier(title, words_of(asked), _asking(to)))
    return found


def party_of(destination: str, partner: Partner | None) -> Party:
    """Return whom the family has to agree to."""
    kind = partner.kind if partner is not None else DESTINATIONS[destination].party
    return Party(kind, partner=str(partner.uuid) if partner is not None else "")


def check_may_go(onward: OnwardReferral) -> None:
    """Raise Refused, with the sentences, when something stands in the way."""
    found = barriers(onward.client, onward.destination, onward.partner)
    if found:
        raise Refused(" ".join(str(one) for one in found))


def _asking(to: Party) -> str:
    told = {"party": to.kind, "partner": to.partner, "topics": LETTER_TOPIC.value}
    return urlencode({name: value for name, value in told.items() if value})
