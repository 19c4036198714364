"""What kind of file is this really, by its first bytes?"""

LARGEST_SCAN_BYTES = 5 * 1024 * 1024
# The name of a file and what the browser says prove nothing.
BEGINNINGS = {
    b"%PDF-": "application/pdf",
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
}
ENDINGS = {"application/pdf": "pdf", "image/png": "png", "image/jpeg": "jpg"}


def type_of(content: bytes) -> str:
    """Return the media type of a PDF, PNG or JPEG by its bytes, or "": another file."""
    for beginning, kind in BEGINNINGS.items():
        if content.startswith(beginning):
            return kind
    return ""
