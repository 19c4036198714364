"""A passkey in software: what a browser would answer, made with the same arithmetic."""

import base64
import hashlib
import json
import secrets
import struct
from dataclasses import dataclass, field

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2 import cbor
from fido2.cose import ES256

PRESENT, VERIFIED, ATTESTED = 0x01, 0x04, 0x40


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


@dataclass
class SoftPasskey:
    """One key pair for one site; `flags` says whether it checked its owner."""

    site: str = "testserver"
    flags: int = PRESENT | VERIFIED
    credential: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    key: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )
    owner: str = ""

    def _client(self, kind: str, challenge: str) -> bytes:
        told = {
            "type": kind,
            "challenge": challenge,
            "origin": f"https://{self.site}",
            "crossOrigin": False,
        }
        return json.dumps(told).encode()

    def _data(self, more: bytes = b"", flags: int = 0) -> bytes:
        site = hashlib.sha256(self.site.encode()).digest()
        return site + struct.pack(">BI", self.flags | flags, 1) + more

    def create(self, options: dict) -> str:
        """Answer to navigator.credentials.create."""
        public = options["publicKey"]
        self.owner = public["user"]["id"]
        key = cbor.encode(ES256.from_cryptography_key(self.key.public_key()))
        attested = bytes(16) + struct.pack(">H", 32) + self.credential + key
        data = self._data(attested, ATTESTED)
        whole = cbor.encode({"fmt": "none", "attStmt": {}, "authData": data})
        client = self._client("webauthn.create", public["challenge"])
        return self._answer(
            {"clientDataJSON": _text(client), "attestationObject": _text(whole)}
        )

    def get(self, options: dict) -> str:
        """Answer to navigator.credentials.get."""
        client = self._client("webauthn.get", options["publicKey"]["challenge"])
        data = self._data()
        signed = data + hashlib.sha256(client).digest()
        signature = self.key.sign(signed, ec.ECDSA(hashes.SHA256()))
        return self._answer(
            {
                "clientDataJSON": _text(client),
                "authenticatorData": _text(data),
                "signature": _text(signature),
                "userHandle": self.owner,
            }
        )

    def _answer(self, response: dict) -> str:
        told = {
            "id": _text(self.credential),
            "rawId": _text(self.credential),
            "type": "public-key",
            "response": response,
            "clientExtensionResults": {},
        }
        return json.dumps(told)
