"""What is a valid citizen service number, and how is it kept and found?

No function here puts the number in a message, so none can reach a log (LR-42).
"""

import hmac
import re
from dataclasses import dataclass, field

from stdnum.nl import bsn as standard

from dichtbij.shared import sealing

DIGITS = 9
# Unborn and unknown exist in the BiJ export only. Source: LR-41; S57.
RESERVED = frozenset({"000000000", "999999999"})
SEPARATORS = re.compile(r"[\s.\-\u2010-\u2015]+")


class BsnError(ValueError):
    """Not a number a child can have; `code` says why, for the form to put in words.

    Codes: "digits", "length", "reserved", "eleven_test".
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class BsnKeys:
    """The two keys of one programme; neither opens or finds anything of another."""

    programme_id: int
    encryption: bytes = field(repr=False)
    index: bytes = field(repr=False)


def normalise(text: str) -> str:
    """Return the nine digits: separators dropped, eight digits padded to nine.

    Raises BsnError. Source: LR-41 (11-test, reserved numbers).
    """
    digits = SEPARATORS.sub("", text)
    if not (digits.isascii() and digits.isdigit()):
        raise BsnError("digits")
    if len(digits) not in (DIGITS - 1, DIGITS):
        raise BsnError("length")
    number = digits.zfill(DIGITS)
    if number in RESERVED:
        raise BsnError("reserved")
    if not standard.is_valid(number):
        raise BsnError("eleven_test")
    return number


def keys_for(secret: bytes, programme_id: int) -> BsnKeys:
    """Return the keys of one programme.

    Raises ValueError when the secret is shorter than 32 bytes.
    Source: security.md G1 and decision 8.
    """
    purpose = f"dichtbij/bsn/programme/{programme_id}"
    return BsnKeys(
        programme_id=programme_id,
        encryption=sealing.derive_key(secret, f"{purpose}/encryption"),
        index=sealing.derive_key(secret, f"{purpose}/index"),
    )


def encrypt(bsn: str, keys: BsnKeys, *, associated: str) -> bytes:
    """Return 38 bytes: version, nonce, ciphertext, tag.

    `associated` names the row and field, such as "client/<uuid>/bsn"; the programme is
    added here. Raises BsnError. Source: security.md G1, G2; LR-42.
    """
    content = normalise(bsn).encode()
    place = _place(keys, associated)
    return sealing.seal(content, keys.encryption, associated=place)


def decrypt(sealed: bytes, keys: BsnKeys, *, associated: str) -> str:
    """Return the nine digits. Raises SealBroken for another row, field or programme."""
    place = _place(keys, associated)
    return sealing.unseal(sealed, keys.encryption, associated=place).decode()


def blind_index(bsn: str, keys: BsnKeys) -> bytes:
    """Return 32 bytes, equal for equal numbers within one programme.

    HMAC-SHA-256: without the key the 90.9 million numbers cannot be tried.
    Raises BsnError. Source: security.md G1 and decision 8; LR-42.
    """
    return hmac.digest(keys.index, normalise(bsn).encode(), "sha256")


def mask(bsn: str) -> str:
    """Return the number as a screen may show it: its last three digits.

    Source: security.md G3.
    """
    return f"•••••• {bsn[-3:]}"


def _place(keys: BsnKeys, associated: str) -> str:
    return f"{keys.programme_id}|{associated}"
