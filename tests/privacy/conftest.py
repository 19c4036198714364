"""A colleague of anna's employer, a privacy officer, and a child in anna's care."""

import pytest

from dichtbij.care.actions import take_on_referral
from dichtbij.privacy.glass import break_glass
from dichtbij.shared.permissions import Role
from tests.conftest import member


@pytest.fixture
def colleague(town):
    """Make jana: practitioner of Noord too, in care of nobody."""
    return member(town, "jana", Role.PRACTITIONER, town.employer_noord)


@pytest.fixture
def officer(town):
    """Return petra: the privacy officer of Noord's employer."""
    return town.petra


@pytest.fixture
def other_officer(town):
    """Make pia: the privacy officer of Zuid's employer."""
    return member(town, "pia", Role.PRIVACY_OFFICER, town.employer_zuid)


@pytest.fixture
def make_trajectory(town, make_referral, stand_as):
    """Refer a child from Noord and let anna take it on; stand as anna after."""

    def make(**changes):
        referral = make_referral(**changes)
        stand_as(town.anna)
        return take_on_referral(referral=referral, by=town.anna)

    return make


@pytest.fixture
def make_access(make_trajectory, colleague, officer, stand_as):
    """Let jana break the glass of a child in anna's care; stand as jana after."""

    def make(client=None, **changes):
        client = client or make_trajectory().client
        stand_as(colleague)
        told = {"why": "danger", "words": "Verzonnen: crisisdienst belt."} | changes
        return break_glass(client=client, by=colleague, **told)

    return make
