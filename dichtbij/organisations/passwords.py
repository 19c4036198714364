"""How is a password kept? argon2id, strong enough and quick enough to sign in with."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class Argon2(Argon2PasswordHasher):
    """argon2id with t=2, m=19 MiB, p=1. Source: security.md A4 (70 ms measured)."""

    time_cost = 2
    memory_cost = 19_456
    parallelism = 1
