"""Can this installation send a text message, and how? By an adapter, or not at all.

Without DICHTBIJ_TEXT_BACKEND nothing is sent and every page says so (R24). An adapter
is a function that takes number, text and a key that stays the same on every try.
"""

from collections.abc import Callable

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.module_loading import import_string

Send = Callable[[str, str, str], None]


def available() -> bool:
    """Tell whether text messages can be sent here."""
    return bool(settings.TEXT_BACKEND)


def send(number: str, text: str, key: str) -> None:
    """Send one text message. Raises OSError when it must be tried again."""
    adapter: Send = import_string(settings.TEXT_BACKEND)
    adapter(number, text, key)


def is_mobile(number: str) -> bool:
    """Tell whether a text message can go to this Dutch number."""
    digits = "".join(sign for sign in number if sign.isdigit())
    return digits.startswith(("06", "316", "00316")) and len(digits) >= 10


def in_mailbox(number: str, text: str, key: str) -> None:
    """Put it in the mailbox of the demo, beside the mails: the demo's adapter."""
    digits = "".join(sign for sign in number if sign.isdigit())
    headers = {"Message-ID": f"<{key}@dichtbij>"}
    EmailMessage("SMS", text, to=[f"{digits}@sms.example"], headers=headers).send()
