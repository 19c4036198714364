from datetime import timedelta

import pytest

from dichtbij.shared import clock
from dichtbij.staffing.actions import note_registration
from tests.staffing.registering import registration_of

SKJ, BIG = "900000001", "99000000001"


@pytest.fixture
def make_registration(town, stand_as):
    """Let bram note a registration of anna that ends in so many days; stand there."""

    def make(days=400, who=None, by=None, **changes):
        by = stand_as(by or town.bram)
        told = {"register": "skj", "number": SKJ} | changes
        return note_registration(
            registration=registration_of(who or town.anna, by),
            by=by,
            valid_until=clock.today() + timedelta(days=days),
            **told,
        )

    return make
