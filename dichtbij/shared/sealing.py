"""How is a value closed so that only its own row can open it again?

AES-256-GCM with associated data: a sealed value that is moved to another row, field
or programme no longer opens. Source: security.md G1, G2 and decision 8.
"""

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32  # AES-256. Source: security.md G1
NONCE_BYTES = 12  # 96 bits. Source: security.md G1
VERSION = 1


class SealBroken(ValueError):
    """The value was not sealed with this key for this place, or was changed since."""


def derive_key(secret: bytes, purpose: str) -> bytes:
    """Return the 32-byte key for one purpose, by HKDF-SHA256.

    Raises ValueError when the secret is shorter than 32 bytes.
    """
    if len(secret) < KEY_BYTES:
        raise ValueError(f"the secret has fewer than {KEY_BYTES} bytes")
    stretch = HKDF(hashes.SHA256(), KEY_BYTES, salt=None, info=purpose.encode())
    return stretch.derive(secret)


def seal(content: bytes, key: bytes, *, associated: str) -> bytes:
    """Return version byte, nonce and ciphertext with tag: 29 bytes over the content."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    place = _place(VERSION, associated)
    return bytes([VERSION]) + nonce + AESGCM(key).encrypt(nonce, content, place)


def unseal(sealed: bytes, key: bytes, *, associated: str) -> bytes:
    """Return the content. Raises SealBroken when key, place or bytes differ."""
    if not sealed or sealed[0] != VERSION:
        raise SealBroken("sealed in an unknown version")
    nonce, closed = sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
    try:
        return AESGCM(key).decrypt(nonce, closed, _place(VERSION, associated))
    except (InvalidTag, ValueError) as broken:
        raise SealBroken("sealed for another place or changed since") from broken


def _place(version: int, associated: str) -> bytes:
    """The version is part of the place: an old seal cannot pose as a new one."""
    return bytes([version]) + associated.encode()
