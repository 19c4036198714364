"""How does a message leave? At least once, by its own key, parked after eight tries."""

from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import EmailMessage
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from dichtbij.audit.doors import standing_at
from dichtbij.outbox import texting
from dichtbij.outbox.models import Message
from dichtbij.outbox.words import compose, short_text
from dichtbij.shared import clock
from dichtbij.shared.walls import Standing

TRIES = 8


@app.task(
    name="dichtbij.outbox.jobs.send_message",
    queue="outbox",
    retry=RetryStrategy(max_attempts=TRIES, exponential_wait=4),
)
def send_message(
    *, message_id: int, programme_id: int | None, practice_id: int | None
) -> None:
    """Send one message; doing it twice sends once."""
    place = Standing(
        user_id=get_user_model().objects.system().pk,
        role="system",
        programme_id=programme_id,
        practices=(practice_id,) if practice_id else (),
    )
    try:
        with standing_at(place):
            _send(Message.objects.select_for_update().get(pk=message_id))
    except OSError:
        with standing_at(place):
            _count_try(message_id)
        raise


def _send(message: Message) -> None:
    if message.state != Message.State.WAITING:
        return
    to = _address(message)
    if not to:
        message.state, message.link = Message.State.WITHHELD, ""
        message.save(update_fields=["state", "link"])
        return
    if message.medium == Message.Medium.TEXT:
        texting.send(to, short_text(message.kind, message.link), str(message.uuid))
    else:
        _mail(message, to)
    message.state, message.sent_at = Message.State.SENT, clock.now()
    message.link = ""
    message.save(update_fields=["state", "sent_at", "link"])


def _mail(message: Message, to: str) -> None:
    link = f"{settings.ADDRESS}{message.link}" if message.link else settings.ADDRESS
    subject, body = compose(message.kind, link=link)
    # The same Message-ID on every try lets a mailbox drop the second copy.
    headers = {"Message-ID": f"<{message.uuid}@dichtbij>"}
    EmailMessage(subject, body, to=[to], headers=headers).send()


def _address(message: Message) -> str:
    """Return where it goes now: a silent channel or an ended user gets nothing."""
    if message.user is not None:
        return message.user.email if message.user.is_active else ""
    if message.participant is not None:
        return _guest_address(message.participant, message.medium)
    channel = message.channel
    if channel is None or channel.silent or channel.kind != _kind_for(message):
        return ""
    # Since it was written the young person may have asked to be helped without (R18).
    if channel.client.without_parents and channel.owner != "young_person":
        return ""
    return str(channel.value)


def _guest_address(guest: Any, medium: str) -> str:
    """Return where a guest is reached; uninvited meanwhile: it stays here."""
    if guest.ended_at is not None:
        return ""
    if medium != Message.Medium.TEXT:
        return str(guest.email)
    return str(guest.telephone) if texting.available() else ""


def _kind_for(message: Message) -> str:
    """Return which kind of channel carries it; none, where no text can be sent."""
    if message.medium != Message.Medium.TEXT:
        return "email"
    return "telephone" if texting.available() else ""


def _count_try(message_id: int) -> None:
    message = Message.objects.select_for_update().get(pk=message_id)
    message.tries += 1
    if message.tries >= TRIES:
        # The link of an invitation lets someone in: it does not outlive the tries.
        message.state, message.link = Message.State.PARKED, ""
    message.save(update_fields=["tries", "state", "link"])
