"""Who leads the programme: lotte, employed by the employer of Noord."""

from datetime import date

import pytest

from dichtbij.organisations.models import Organisation
from dichtbij.programmes.models import ListedPractice, Programme
from dichtbij.shared.permissions import Role
from tests.conftest import member


@pytest.fixture
def lotte(town):
    return member(town, "lotte", Role.PROJECT_LEADER, town.employer_noord)


@pytest.fixture
def west(town):
    """A practice on the list that does not take part."""
    practice = Organisation.objects.create(
        kind="practice", name="Praktijk West", municipality=town.municipality_area
    )
    return ListedPractice.objects.create(
        programme=town.programme,
        practice=practice,
        source="Invented list",
        listed_on=date(2026, 1, 1),
    )


@pytest.fixture
def elsewhere(town):
    return Programme.objects.create(
        slug="elders",
        name="Elders",
        phase="pilot",
        starts_on=date(2025, 1, 1),
        school_region="zuid",
    )
