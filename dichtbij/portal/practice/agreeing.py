"""Who may have agreed to a referral at this age, and who must have (domain.md 4.1)?"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from dichtbij.clients import ages
from dichtbij.families.models import Consent
from dichtbij.shared import clock

Choice = tuple[str, Any]

NOBODY = "nobody"
PARENTS = (Consent.Giver.PARENTS.value, _("the parent or parents with authority"))
YOUNG = (Consent.Giver.YOUNG_PERSON.value, _("the young person"))
BOTH = (Consent.Giver.BOTH.value, _("the parents and the young person"))
NOT_YET = (NOBODY, _("nobody was asked yet"))
ALL = (PARENTS, YOUNG, BOTH, NOT_YET)

CHILD = (ages.Agreement.PARENTS,)
TEENAGER = (ages.Agreement.PARENTS, ages.Agreement.YOUNG_PERSON)
ADOLESCENT = (ages.Agreement.YOUNG_PERSON,)
# From 16 the parents are not asked by default (LR-04).
OFFERED: Mapping[tuple[str, ...], tuple[Choice, ...]] = {
    CHILD: (PARENTS, NOT_YET),
    TEENAGER: (BOTH, PARENTS, YOUNG, NOT_YET),
    ADOLESCENT: (YOUNG, NOT_YET),
}
MUST: Mapping[tuple[str, ...], Any] = {
    CHILD: _("Under 12 each parent with authority must agree, also after a divorce."),
    TEENAGER: _(
        "From 12 to 15 each parent with authority and the young person must agree."
    ),
    ADOLESCENT: _("From 16 the young person alone decides; the parents need not know."),
}
AT_ANY_AGE = _(
    "Under 12 each parent with authority must agree, from 12 to 15 the young person "
    "too, from 16 the young person alone."
)
REFER_ANYWAY = _("Not complete yet? Refer anyway: the practitioner will ask.")


def offered(born: date | None) -> tuple[Choice, ...]:
    """Return the answers for someone born then; all of them while that is unknown."""
    return OFFERED[_who(born)] if born else ALL


def hint(born: date | None) -> str:
    """Return who must agree at that age, and that it never blocks a referral (R19)."""
    must = MUST[_who(born)] if born else AT_ANY_AGE
    return f"{must} {REFER_ANYWAY}"


def _who(born: date) -> tuple[str, ...]:
    return ages.who_must_agree(born, clock.today())
