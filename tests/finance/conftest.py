"""What most tests about hours and money stand on."""

from datetime import date

import pytest

from tests.finance import agreed


@pytest.fixture
def agreement(town):
    return agreed.agree(town)


@pytest.fixture
def trajectory(town, stand_as, make_referral):
    """Help that anna took on in January; she stands there."""
    return agreed.take_on(stand_as, make_referral, town.anna, date(2026, 1, 6))
