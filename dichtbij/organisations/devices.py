"""Has this browser signed in to this account before? Then strangers cannot lock it out.

A browser that signed in once keeps a sealed cookie for that account. Wrong passwords
from elsewhere are counted per account and per address; from this browser they are
counted on their own, so an attacker's tries never shut out the owner (ADR 0011).
"""

import secrets

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare, salted_hmac

DAYS = 180
SALT = "dichtbij.organisations.devices"


def name() -> str:
    """Return what the cookie is called here."""
    return "device" if settings.PLAIN_HTTP else "__Host-device"


def _account(email: str) -> str:
    return salted_hmac(SALT, email.lower(), algorithm="sha256").hexdigest()


def device_of(request: HttpRequest, email: str) -> str:
    """Return the device's own number when it signed in to this account, or ""."""
    try:
        kept = signing.loads(
            request.COOKIES.get(name(), ""), salt=SALT, max_age=DAYS * 86_400
        )
    except signing.BadSignature:
        return ""
    if not constant_time_compare(kept.get("account", ""), _account(email)):
        return ""
    return str(kept["device"])


def remember(request: HttpRequest, response: HttpResponse, email: str) -> None:
    """Let this browser be known for this account."""
    device = device_of(request, email) or secrets.token_hex(16)
    response.set_cookie(
        name(),
        signing.dumps({"account": _account(email), "device": device}, salt=SALT),
        max_age=DAYS * 86_400,
        secure=not settings.PLAIN_HTTP,
        httponly=True,
        samesite="Lax",
    )
