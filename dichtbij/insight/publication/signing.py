"""Which installation made a release? Its signature says so.

A hash alone can be reckoned again by whoever may write in the database. The key is no
part of the database: it is derived from the secret of the installation (Ed25519, RFC
8032). What is signed holds the hash of everything that was frozen, and the hash of what
people see of it: so a reader of the open data can check the file in hand.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from django.conf import settings

from dichtbij.shared import sealing

PURPOSE = "dichtbij/insight/releases"
ALGORITHM = "Ed25519"
Shown = Iterable[tuple[str, str, str, str]]


def public_key() -> str:
    """Return the key by which anyone checks releases made here: 32 bytes, in hex."""
    return _private().public_key().public_bytes_raw().hex()


def known_keys() -> set[str]:
    """Return the keys that count: that of now, and those that were used before."""
    return {public_key(), *settings.RELEASE_KEYS}


def signature(uuid: str, sha256: str, shown: Shown) -> dict[str, str]:
    """Return the signature of a release, with all one needs to check it but the key."""
    told = signed_text(uuid, sha256, digest(shown))
    return {
        "algorithm": ALGORITHM,
        "key": public_key(),
        "shown_sha256": digest(shown),
        "value": _private().sign(told).hex(),
    }


def holds(uuid: str, sha256: str, told: Mapping[str, Any]) -> bool:
    """Tell whether a known key signed this release."""
    if told.get("key") not in known_keys():
        return False
    key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(told["key"]))
    try:
        value = bytes.fromhex(told["value"])
        key.verify(value, signed_text(uuid, sha256, told["shown_sha256"]))
    except (InvalidSignature, KeyError, ValueError):
        return False
    return True


def digest(shown: Shown) -> str:
    """Return SHA-256 of cells as people see them: table, row, column, value, sorted."""
    told = json.dumps(sorted(map(list, shown)), separators=(",", ":"))
    return hashlib.sha256(told.encode()).hexdigest()


def signed_text(uuid: str, sha256: str, shown_sha256: str) -> bytes:
    """Return the bytes that are signed: four lines."""
    return f"dichtbij release 1\n{uuid}\n{sha256}\n{shown_sha256}\n".encode()


def _private() -> Ed25519PrivateKey:
    seed = sealing.derive_key(settings.SECRET_KEY.encode(), PURPOSE)
    return Ed25519PrivateKey.from_private_bytes(seed)
