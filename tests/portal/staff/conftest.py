"""The children of the tests of the record, and what the pages are asked."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dichtbij.clients.models import wall_keys
from dichtbij.scheduling.models import Appointment
from dichtbij.shared import clock
from tests.care.conftest import make_contact as make_contact
from tests.care.conftest import make_trajectory as make_trajectory
from tests.conftest import NOW


@pytest.fixture
def ask(client, sign_in):
    """Get or post a page as a member of the cast, just signed in; sent once."""

    def asked(user, page, data=None, **more):
        client.cookies.pop(settings.SESSION_COOKIE_NAME, None)
        browser = sign_in(user)
        if data is None:
            return browser.get(page, **more)
        return browser.post(page, {"once": str(uuid4())} | data, **more)

    return asked


@pytest.fixture
def count_queries(sign_in):
    """Return how many queries a page takes once someone is signed in."""

    def counted(user, page, data=None) -> int:
        browser = sign_in(user)
        browser.get(page)
        with CaptureQueriesContext(connection) as caught:
            answer = browser.get(page) if data is None else browser.post(page, data)
            assert answer.status_code == 200
        return len(caught)

    return counted


@pytest.fixture
def make_visit(town):
    """Put a family in anna's day, five minutes after the one before."""
    made = []

    def make(referral):
        starts = NOW + timedelta(minutes=30 + 5 * len(made))
        made.append(referral)
        return Appointment.objects.create(
            **wall_keys(referral.client),
            referral=referral,
            practitioner=town.anna,
            room=town.room_noord,
            starts_at=starts,
            ends_at=starts + timedelta(minutes=5),
            first=True,
            booked_at=clock.now(),
            booked_by=town.gerda,
        )

    return make


@pytest.fixture
def make_family(make_referral):
    """Refer one invented child after another, each with a name of its own."""
    made = []

    def make(**changes):
        made.append(None)
        name = {"given_name": f"Kind{len(made)}", "family_name": f"Testkind{len(made)}"}
        return make_referral(child=name | changes.pop("child", {}), **changes)

    return make
