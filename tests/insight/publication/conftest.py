"""Who leads the programme whose figures are published?"""

import pytest

from dichtbij.shared.permissions import Role
from tests.conftest import member


@pytest.fixture
def leader(town):
    return member(town, "pim", Role.PROJECT_LEADER, town.municipality)
