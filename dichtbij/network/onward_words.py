"""Which words does an onward referral use: destinations, reasons, roads, events?"""

from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from dichtbij.care.models import CareLevel, Outcome
from dichtbij.network.completeness import Gap
from dichtbij.network.models import OnwardReferral
from dichtbij.partners.models import Partner

Echelon = OnwardReferral.Echelon


@dataclass(frozen=True)
class Destination:
    """A kind of help that needs a referral, and which partners give it.

    An empty echelon means that whoever advises has to choose one.
    """

    echelon: str
    party: str
    partners: tuple[str, ...]


_MH = (Partner.Kind.BASIC_MH, Partner.Kind.SPECIALIST_MH)
_YOUTH = (Partner.Kind.PROVIDER,)
_OTHER = (Partner.Kind.OTHER, Partner.Kind.PROVIDER)
# What is not here is reached without a signature, or is no referral at all (R21).
DESTINATIONS: dict[str, Destination] = {
    Outcome.BASIC_MH: Destination(Echelon.BASIC, "basic_mh", (Partner.Kind.BASIC_MH,)),
    Outcome.SPECIALIST_MH: Destination(
        Echelon.SPECIALIST, "specialist_mh", (Partner.Kind.SPECIALIST_MH,)
    ),
    Outcome.AMBULATORY: Destination(Echelon.OTHER, "provider", _YOUTH),
    Outcome.LVB: Destination(Echelon.OTHER, "provider", _YOUTH),
    Outcome.DYSLEXIA: Destination(Echelon.OTHER, "provider", _OTHER),
    Outcome.HOSPITAL: Destination(Echelon.OTHER, "other", _OTHER),
    Outcome.ADULT_MH: Destination("", "specialist_mh", _MH),
    Outcome.CRISIS: Destination(Echelon.SPECIALIST, "specialist_mh", (*_MH, *_OTHER)),
}
# Warm hand-over, with consent and without a signature: CJG, local team, school (R21).
FREELY_ACCESSIBLE = (
    Outcome.FREE, Outcome.LOCAL_TEAM, Outcome.YOUTH_HEALTH, Outcome.SCHOOL,
)  # fmt: skip
LEVEL_WHEN_STARTED = CareLevel.Level.SPECIALIST


def destination_choices() -> list[tuple[str, Any]]:
    """Return the kinds of help one can advise to refer to."""
    return [(code, Outcome(code).label) for code in DESTINATIONS]


class Urgency(models.TextChoices):
    """How soon. Source: domain.md 2.1 step 9 (S22)."""

    REGULAR = "regular", pgettext_lazy("onward", "regular")
    SHORTENED = "shortened", pgettext_lazy("onward", "shortened waiting time")
    URGENT = "urgent", pgettext_lazy("onward", "urgent")


class Road(models.TextChoices):
    """By which road a practice sent the signed letter: what it says itself (R23)."""

    SYSTEM = "system", _("the practice's own referral system")
    SECURE_MAIL = "secure_mail", _("the practice's own secure mail")
    POST = "post", _("post")
    FAMILY = "family", _("given to the family on paper")


class Happened(models.TextChoices):
    """What happens to an onward referral, in the order of its life."""

    ADVISED = "advised", _("Laid before the GP")
    EDITED = "edited", _("Text changed: a new version")
    RETURNED = "returned", _("Sent back by the GP")
    WITHDRAWN = "withdrawn", _("Advice withdrawn")
    SIGNED = "signed", _("Signed by the GP")
    SENT = "sent", _("Sent, as the practice noted")
    ACCEPTED = "accepted", _("Accepted by the destination")
    WAITING = "waiting", _("Waiting for the help")
    BRIDGING = "bridging", _("Bridging care begins")
    BRIDGED = "bridged", _("Bridging care ends")
    ASKED = "asked", _("Asked whether the help has started")
    STARTED = "started", _("The help has started")
    NOT_STARTED = "not_started", _("The help does not go on")


ARGUMENT_LABELS: dict[str, Any] = {
    "disorder": _("Suspected disorder"),
    "suspicion": _("Why this is suspected"),
    "severity": _("Severity"),
    "risk": _("Risk"),
    "complexity": _("Complexity"),
    "course": _("Course of the complaints"),
}
ARGUMENT_HINTS: dict[str, Any] = {
    "disorder": _("In a few words. A suspicion, not a diagnosis."),
    "suspicion": _("What do you see that points to it?"),
    "severity": _("How much does it hinder daily life, at home and at school?"),
    "risk": _("Danger for the child or others? Also write it when there is none."),
    "complexity": _("What else plays a part: family, school, body, other complaints?"),
    "course": _("Since when, and is it getting better or worse?"),
}

GAPS: dict[str, Any] = {
    "child": _("The child's name is missing."),
    "echelon": _("Say whether it is basic or specialist mental health care, or other."),
    "reason": _("Write why you advise this."),
    "disorder": _("Name the disorder that is suspected."),
    "suspicion": _("Write why this disorder is suspected."),
    "severity": _("Write how severe it is."),
    "risk": _("Write what the risk is, also when there is none."),
    "complexity": _("Write how complex it is."),
    "course": _("Write how long it has lasted and how it goes."),
    "date": _("The letter has no date."),
    "date_to_come": _("The letter bears a date that has not come yet."),
    "too_old": _(
        "The letter is older than %(months)s months. Change its text: it gets today's "
        "date."
    ),
    "referrer": _("The name of the GP who signs is missing."),
    "function": _("The function of who signs is missing."),
    "agb": _("Fill in your AGB code: eight digits."),
}


def sentence(gap: Gap) -> str:
    """Return what misses as a sentence in the active language."""
    return str(GAPS[gap.code]) % dict(gap.params)


def sentences(gaps: list[Gap]) -> str:
    """Return what misses as one text."""
    missing = " ".join(sentence(gap) for gap in gaps)
    return gettext("The letter is not complete yet.") + f" {missing}"
