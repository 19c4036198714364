"""How is typed text kept unreadable until its writer comes back for it?"""

from dichtbij.shared import sealing

PURPOSE = "dichtbij/drafts/text"


def seal(text: str, secret: bytes, *, associated: str) -> bytes:
    """Return the sealed text; `associated` names the user and the form.

    Raises ValueError when the secret is shorter than 32 bytes.
    Source: security.md G1, G2; R5.
    """
    # A half emoji from a browser may not cost the writer the whole text.
    content = text.encode(errors="surrogatepass")
    key = sealing.derive_key(secret, PURPOSE)
    return sealing.seal(content, key, associated=associated)


def unseal(sealed: bytes, secret: bytes, *, associated: str) -> str:
    """Return the text. Raises SealBroken for another user, form or secret."""
    key = sealing.derive_key(secret, PURPOSE)
    content = sealing.unseal(sealed, key, associated=associated)
    return content.decode(errors="surrogatepass")
