"""Is this code the second factor of this user, and was it not used before? (A3)

A code of the app is good once, one step early or late; a recovery code is good once.
"""

import base64
import hashlib
import secrets

from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.conf import settings
from django.contrib.auth import update_session_auth_hash
from django.db import transaction
from django.db.models import F
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext_lazy as _

from dichtbij.organisations.models import RecoveryCode, User
from dichtbij.shared import clock, sealing

# 24 signs of 32 (no I, L, O, U): 120 bits, so a plain hash keeps them. Source: A3.
SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SIGNS_PER_CODE, CODES = 24, 10
SEEN_AS = str.maketrans({"I": "1", "L": "1", "O": "0"})
PURPOSE = "dichtbij/organisations/factors"


class FactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """What allauth asks about second factors, in our words and sealed."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("This code is not right, or was used before."),
    }

    def encrypt(self, text: str) -> str:
        """Seal the secret of an app: a copy of the table opens nothing."""
        key = sealing.derive_key(settings.SECRET_KEY.encode(), PURPOSE)
        sealed = sealing.seal(text.encode(), key, associated=PURPOSE)
        return base64.b64encode(sealed).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Open the secret of an app."""
        key = sealing.derive_key(settings.SECRET_KEY.encode(), PURPOSE)
        sealed = base64.b64decode(encrypted_text)
        return sealing.unseal(sealed, key, associated=PURPOSE).decode()

    def generate_authenticator_name(self, user: User, type: str) -> str:
        """Return what a new passkey is called until its owner says otherwise."""
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return str(_("Passkey %(number)s") % {"number": number})


def spend_code(user: User, code: str) -> str:
    """Use up a code of `user`; return the kind of factor it was, or "": refused."""
    if spend_app_code(user, code):
        return str(Authenticator.Type.TOTP)
    if spend_recovery_code(user, code):
        return str(Authenticator.Type.RECOVERY_CODES)
    return ""


@transaction.atomic
def spend_app_code(user: User, code: str) -> bool:
    """Tell whether the app shows this code now and it is later than the last one."""
    found = (
        Authenticator.objects.select_for_update()
        .filter(user=user, type=Authenticator.Type.TOTP)
        .first()
    )
    if found is None:
        return False
    secret = FactorAdapter().decrypt(found.data["secret"])
    counter = _counter_of(secret, code)
    # allauth forgets a used code after one period, but takes it for three (ADR 0010).
    if counter is None or counter <= found.data.get("last_counter", -1):
        return False
    found.data["last_counter"] = counter
    found.last_used_at = clock.now()
    found.save(update_fields=["data", "last_used_at"])
    return True


def _counter_of(secret: str, code: str) -> int | None:
    given = normalize_user_code(code)
    for counter in totp.yield_hotp_counters_from_time():
        shown = totp.format_hotp_value(totp.hotp_value(secret, counter))
        if constant_time_compare(given, shown):
            return int(counter)
    return None


def spend_recovery_code(user: User, code: str) -> bool:
    """Tell whether this is an unused recovery code, and use it up."""
    mine = RecoveryCode.objects.filter(
        user=user, code_hash=_hash(code), used_at__isnull=True
    )
    return bool(mine.update(used_at=clock.now()))


def _hash(code: str) -> bytes:
    plain = "".join(sign for sign in code.upper() if sign.isalnum())
    return hashlib.sha256(plain.translate(SEEN_AS).encode()).digest()


@transaction.atomic
def make_recovery_codes(user: User) -> list[str]:
    """Return ten new codes, to be shown once; the old ones stop working."""
    codes = [
        "".join(secrets.choice(SIGNS) for _sign in range(SIGNS_PER_CODE))
        for _code in range(CODES)
    ]
    RecoveryCode.objects.filter(user=user).delete()
    RecoveryCode.objects.bulk_create(
        RecoveryCode(user=user, code_hash=_hash(code)) for code in codes
    )
    return ["-".join(code[i : i + 4] for i in range(0, len(code), 4)) for code in codes]


def codes_left(user: User) -> int:
    """Return how many recovery codes are unused."""
    return RecoveryCode.objects.filter(user=user, used_at__isnull=True).count()


def has_factor(user: User) -> bool:
    """Tell whether an app or a passkey is enrolled."""
    kinds = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
    return bool(Authenticator.objects.filter(user=user, type__in=kinds).exists())


def challenge(user: User) -> str:
    """Return the route where `user` shows the second factor that is enrolled."""
    app = Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP)
    return "mfa_reauthenticate" if app.exists() else "mfa_reauthenticate_webauthn"


def mark_of(passkey: Authenticator) -> str:
    """Return what stands for a passkey in an address of its owner (R7)."""
    whole = salted_hmac(PURPOSE, str(passkey.pk), algorithm="sha256")
    return whole.hexdigest()[:16]


def forget_factors(user: User) -> None:
    """Take every second factor of `user` away; the next sign-in enrols anew."""
    Authenticator.objects.filter(user=user).delete()
    RecoveryCode.objects.filter(user=user).delete()


def end_sessions(user: User) -> None:
    """End every session of `user`, on its next request (A8)."""
    User.objects.filter(pk=user.pk).update(session_round=F("session_round") + 1)
    user.refresh_from_db(fields=["session_round"])


def end_other_sessions(request: HttpRequest, user: User) -> None:
    """End every session of `user` but this one, which gets a new number (A6, A8)."""
    end_sessions(user)
    update_session_auth_hash(request, user)
