"""People who sign in for real: with a password, and with an app that shows codes."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.core.cache import cache
from django.test import Client

from dichtbij.organisations.factors import FactorAdapter
from dichtbij.organisations.models import User

PASSWORD = "vier gewone woorden samen"  # nothing real opens with it


@pytest.fixture(autouse=True)
def nothing_counted(db):
    cache.clear()


@pytest.fixture(autouse=True)
def quick_passwords(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def with_password():
    def give(user: User) -> User:
        user.set_password(PASSWORD)
        user.save()
        return user

    return give


@pytest.fixture
def with_app(with_password):
    """Give a user a password and an app; `user.secret` is what the app knows."""

    def give(user: User) -> User:
        with_password(user)
        user.secret = totp.generate_totp_secret()
        Authenticator.objects.create(
            user=user,
            type=Authenticator.Type.TOTP,
            data={"secret": FactorAdapter().encrypt(user.secret)},
        )
        return user

    return give


def code_now(user: User, steps: int = 0) -> str:
    """Return what the app shows, so many steps from now."""
    *_earlier, now, _next = totp.yield_hotp_counters_from_time()
    return totp.format_hotp_value(totp.hotp_value(user.secret, now + steps))


def give_password(client: Client, user: User, password: str = PASSWORD, **more):
    told = {"login": user.email, "password": password, **more}
    return client.post("/inloggen/", told)


def come_in(client: Client, user: User, **more):
    """Sign in with password and code."""
    give_password(client, user, **more)
    return client.post("/inloggen/code/", {"code": code_now(user)})


def stranger() -> Client:
    """Return another browser, by https as in production; its person reads English."""
    browser = Client(headers={"X-Forwarded-Proto": "https"})
    browser.cookies["django_language"] = "en"
    return browser
