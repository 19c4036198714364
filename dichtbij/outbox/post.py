"""How does another domain put a mail on its way? In the same transaction."""

from typing import Any

from procrastinate.contrib.django import app

from dichtbij.outbox.models import Message
from dichtbij.shared import clock
from dichtbij.shared.walls import standing


def post(
    kind: str,
    *,
    client: Any = None,
    channel: Any = None,
    user: Any = None,
    participant: Any = None,
    programme_id: int | None = None,
    link: str = "",
    medium: str = Message.Medium.MAIL,
) -> Message:
    """Write one message and defer its sending; both happen or neither.

    `kind` is a key of `outbox.words.WORDS`; the address is looked up when it leaves.
    `link` is what the text fills in, for a text message the code; erased when sent.
    """
    where = standing()
    message = Message.objects.create(
        kind=kind,
        programme_id=programme_id or (where.programme_id if where else None),
        client=client,
        channel=channel,
        user=user,
        participant=participant,
        link=link,
        medium=medium,
        created_at=clock.now(),
    )
    defer(message, practice_id=getattr(client, "practice_id", None))
    return message


def defer(message: Message, *, practice_id: int | None) -> None:
    """Ask a worker to send one message: its arguments are keys only."""
    app.configure_task("dichtbij.outbox.jobs.send_message", queue="outbox").defer(
        message_id=message.pk,
        programme_id=message.programme_id,
        practice_id=practice_id,
    )
