"""What does a mail of Dichtbij say? In the demo every mail lands on one page."""

import email
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import default
from email.utils import parsedate_to_datetime
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dichtbij.audit.doors import open_to_strangers

MOST = 50
# What Django's file backend writes between two mails of one run.
BETWEEN = b"\n" + b"-" * 79 + b"\n"


@dataclass(frozen=True)
class Mail:
    """One mail as it left."""

    to: str
    subject: str
    body: str
    at: datetime | None


def mails(folder: Path) -> list[Mail]:
    """Return the newest mails first, at most fifty."""
    files = sorted(
        folder.glob("*.log"), key=lambda path: path.stat().st_mtime, reverse=True
    )
    found: list[Mail] = []
    for path in files:
        written = reversed(path.read_bytes().split(BETWEEN))
        found += [_read(text) for text in written if text.strip()]
        if len(found) >= MOST:
            break
    return found[:MOST]


def _read(text: bytes) -> Mail:
    message = email.message_from_bytes(text.lstrip(), policy=default)
    assert isinstance(message, EmailMessage)  # noqa: S101  the policy says so
    part = message.get_body(("plain",))
    return Mail(
        to=str(message["To"] or ""),
        subject=str(message["Subject"] or ""),
        body=str(part.get_content()).strip() if part else "",
        at=parsedate_to_datetime(message["Date"]) if message["Date"] else None,
    )


def page(request: HttpRequest) -> HttpResponse:
    """Show what was sent, and why it says so little."""
    told = {"mails": mails(Path(settings.EMAIL_FILE_PATH))}
    return render(request, "demo/pages/mailbox.html", told)


mailbox = open_to_strangers("the demo town: everybody in it is invented")(page)
