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
