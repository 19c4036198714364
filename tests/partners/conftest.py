"""A directory of invented partners, and a child that anna helps."""

import pytest

from dichtbij.care.actions import take_on_referral
from dichtbij.partners.actions import PartnerFacts, add_partner


@pytest.fixture
def make_partner(town, stand_as):
    """Add a partner to the directory, by anna; stand as anna after."""

    def make(kind="school", name="De Verzonnen School", **changes):
        stand_as(town.anna)
        return add_partner(
            programme=town.programme,
            by=town.anna,
            facts=PartnerFacts(kind=kind, name=name, **changes),
        )

    return make


@pytest.fixture
def make_trajectory(town, make_referral, stand_as):
    """Refer a child from Noord and let anna take it on; stand as anna after."""

    def make(referral=None, **changes):
        referral = referral or make_referral(**changes)
        stand_as(town.anna)
        return take_on_referral(referral=referral, by=town.anna)

    return make
