"""How is a password kept? argon2id, strong enough and quick enough to sign in with."""

from typing import Any

from django.contrib.auth.hashers import Argon2PasswordHasher
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

LONGEST = 128


class Argon2(Argon2PasswordHasher):
    """argon2id with t=2, m=19 MiB, p=1. Source: security.md A4 (70 ms measured)."""

    time_cost = 2
    memory_cost = 19_456
    parallelism = 1


class NotTooLong:
    """Refuses more than 128 characters: hashing those costs us, not an attacker."""

    def validate(self, password: str, user: Any = None) -> None:
        """Raise ValidationError when the password is too long."""
        if len(password) > LONGEST:
            raise ValidationError(
                _("This password is longer than %(most)d characters."),
                code="password_too_long",
                params={"most": LONGEST},
            )

    def get_help_text(self) -> str:
        """Say nothing: nobody types this many by accident."""
        return ""


# What people here choose first, and add a year to.
OBVIOUS = frozenset({
    "wachtwoord", "welkom", "geheim", "dichtbij", "huisarts", "praktijk", "jeugd",
    "pohjeugd", "kampen", "haarlem", "zandvoort", "ijsselmuiden", "lente", "voorjaar",
    "zomer", "herfst", "najaar", "winter", "januari", "februari", "maart", "april",
    "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december",
})  # fmt: skip
FEW_SIGNS = 5


class NotObvious:
    """Refuses one Dutch word with a number behind it, and a few signs repeated."""

    def validate(self, password: str, user: Any = None) -> None:
        """Raise ValidationError when it is among the first to be tried."""
        word = "".join(sign for sign in password.lower() if sign.isalpha())
        if word in OBVIOUS or len(set(password)) < FEW_SIGNS:
            raise ValidationError(
                _("This password is easy to guess. Choose a few words together."),
                code="password_obvious",
            )

    def get_help_text(self) -> str:
        """Say nothing: the other rules say what is wanted."""
        return ""
