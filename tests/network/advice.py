"""An advice that misses nothing, and a family that agreed to it, for the tests."""

from datetime import date
from types import SimpleNamespace

from dichtbij.families.models import Consent, FamilyMember, LegalAuthority
from dichtbij.network.completeness import ARGUMENTS
from dichtbij.network.onward import Advice, Wording
from dichtbij.partners.models import Partner, PartnerWait
from dichtbij.shared import clock
from tests.conftest import NOW

ARGUED = {
    "disorder": "Angststoornis (vermoeden)",
    **{code: f"Verzonnen toelichting {code}." for code in ARGUMENTS},
}
AGB = "01999901"
SPECIALIST = "Verzonnen Specialistisch"


def advice(**changes) -> Advice:
    told = {
        "destination": "s_ggz",
        "reason": "De angst neemt toe, ook na vijf gesprekken.",
        "arguments": ARGUED,
        "steps_tried": "Vijf gesprekken en een slaapschema.",
        "urgency": "shortened",
    }
    return Advice(**(told | changes))


def wording(**changes) -> Wording:
    told = {
        "reason": "Anders gezegd door de huisarts.",
        "arguments": ARGUED,
        "steps_tried": "Vijf gesprekken.",
        "urgency": "regular",
    }
    return Wording(**(told | changes))


def make_partner(town: SimpleNamespace, **changes) -> Partner:
    told = {
        "kind": "specialist_mh",
        "name": "Verzonnen Specialistisch",
        "town": "Zwolle",
    }
    return Partner.objects.create(programme=town.programme, **(told | changes))


def confirm(partner: Partner, by, days=42, on=date(2026, 3, 3)) -> PartnerWait:
    return PartnerWait.objects.create(
        partner=partner, days=days, confirmed_by="balie", confirmed_on=on,
        noted_by=by, noted_at=clock.now(),
    )  # fmt: skip


def family_agrees(client, by, *, party="specialist_mh", partner=None, **changes):
    """Note a mother with authority, and that she agrees to share with this party."""
    mother, made = FamilyMember.objects.get_or_create(
        client=client,
        slot="parent_1",
        ended_on=None,
        defaults={
            "tie": "10", "name": "Verzonnen Moeder", "noted_by": by,
            "since": date(2026, 1, 1),
        },
    )  # fmt: skip
    if made:
        LegalAuthority.objects.create(
            client=client, member=mother, kind="authority", source="register",
            source_on=date(2026, 1, 1), starts_on=date(2026, 1, 1),
            noted_by=by, noted_at=NOW,
        )  # fmt: skip
    told = {
        "purpose": "share", "party": party, "partner": partner,
        "topics": ["wellbeing"], "given_on": clock.today(), "noted_by": by,
    }  # fmt: skip
    return Consent.objects.create(client=client, member=mother, **(told | changes))
