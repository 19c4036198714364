"""Meetings to join, and the ways in of a guest."""

from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.conf import settings
from django.test import Client

from dichtbij.organisations.models import Membership, Organisation, User
from dichtbij.partners.consulting import invite
from dichtbij.shared import clock
from dichtbij.shared.permissions import Role
from tests.partners.conftest import make_meeting as make_meeting
from tests.partners.conftest import make_partner as make_partner
from tests.partners.conftest import make_trajectory as make_trajectory


@pytest.fixture
def come_in(town, stand_as):
    """Invite a participant and come in by link and code; return the guest's browser."""

    def enter(participant):
        stand_as(town.anna)
        given = invite(participant=participant, by=town.anna)
        browser = Client(headers={"x-forwarded-proto": "https"})
        browser.cookies["django_language"] = "en"
        answer = browser.post(given.path, {"code": given.code, "once": str(uuid4())})
        assert answer.status_code == 302, answer.content.decode()
        return browser

    return enter


@pytest.fixture
def as_partner(town, client, sign_in):
    """Sign in with a partner's own membership for one child."""

    def enter(child, email="ine@school.example"):
        client.cookies.pop(settings.SESSION_COOKIE_NAME, None)
        user = User.objects.get(email=email)
        user.membership, _made = Membership.objects.get_or_create(
            user=user,
            organisation=_school(),
            programme=town.programme,
            client=child,
            role=Role.PARTNER,
            defaults={"state": "active", "since": clock.now()},
        )
        return sign_in(user)

    return enter


def _school():
    found, _made = Organisation.objects.get_or_create(
        kind=Organisation.Kind.PARTNER, name="De Verzonnen School"
    )
    return found


def canaries() -> SimpleNamespace:
    """Return minutes that only some may read."""
    return SimpleNamespace(school="KANARIESCHOOL", plan="KANARIEPLAN")
