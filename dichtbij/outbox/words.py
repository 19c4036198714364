"""What may a mail say? Fixed, neutral texts: no name, no care word, no time and place.

Source: security.md K1; rulings.md R18, R23.
"""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Words:
    """Subject and body of one kind of mail; `%(link)s` is the only thing filled in."""

    subject: Any
    body: Any


_GREETING = _("Hello,")
_SIGNATURE = _("This message was sent by Dichtbij. You cannot reply to it.")

WORDS: dict[str, Words] = {
    "referral_received": Words(
        _("New message in Dichtbij"),
        _("There is a new request for you. Sign in to read it: %(link)s"),
    ),
    "referral_changed": Words(
        _("Something changed in Dichtbij"),
        _("One of your requests has changed. Sign in to read it: %(link)s"),
    ),
    "letter_released": Words(
        _("New letter in Dichtbij"),
        _("A letter is ready for your practice. Sign in to read it: %(link)s"),
    ),
    "letter_family": Words(
        _("Something is ready for you"),
        _("Something new is ready for you. Sign in to read it: %(link)s"),
    ),
    "to_sign": Words(
        _("Something waits for you in Dichtbij"),
        _("There is something for you to sign. Sign in to read it: %(link)s"),
    ),
    "glass_broken": Words(
        _("New message in Dichtbij"),
        _(
            "There is something for you to look at within five working days. "
            "Sign in to read it: %(link)s"
        ),
    ),
    "file_asked": Words(
        _("New message in Dichtbij"),
        _("There is a new question for you. Sign in to read it: %(link)s"),
    ),
    "term_near": Words(
        _("A term is near in Dichtbij"),
        _("Something waits for you and its term is near. Sign in: %(link)s"),
    ),
    "decision_asked": Words(
        _("A question for your practice in Dichtbij"),
        _("Your practice is asked what it prefers. Sign in to read it: %(link)s"),
    ),
    "reflection_asked": Words(
        _("A question for your organisation in Dichtbij"),
        _("Your organisation is asked to look back. Sign in to answer: %(link)s"),
    ),
    "reflection_reminder": Words(
        _("A question still waits for your organisation"),
        _("Your organisation was asked to look back. Sign in to answer: %(link)s"),
    ),
    "digest": Words(
        _("Your week in Dichtbij"),
        _("Something changed in your list this week. Sign in to read it: %(link)s"),
    ),
    "appointment_family": Words(
        _("Your appointment"),
        _(
            "Your appointment has been written down. You received the day and time "
            "from your practice. Can you not come? Please call your practice."
        ),
    ),
    "appointment_changed_family": Words(
        _("Your appointment has changed"),
        _("Your appointment has changed. Please call your practice for the details."),
    ),
    "consultation_invited": Words(
        _("Invitation in Dichtbij"),
        _(
            "You have been invited. Open this link: %(link)s You also need a code. "
            "You receive it in another way, not by mail."
        ),
    ),
    "consultation_changed": Words(
        _("Something changed in Dichtbij"),
        _(
            "Something changed in an invitation to you. Open the link you received "
            "before, or call whoever invited you."
        ),
    ),
    "consultation_receipt": Words(
        _("New message in Dichtbij"),
        _("There is something new for you to read. Sign in to read it: %(link)s"),
    ),
    "personal_link": Words(
        _("There is something for you"),
        _(
            "There is something for you to look at: %(link)s You need the code that "
            "you received in another way."
        ),
    ),
    "questions_family": Words(
        _("A few questions for you"),
        _("There are a few questions for you. Sign in to answer them: %(link)s"),
    ),
    "offer_family": Words(
        _("A question about a day and time"),
        _(
            "Your practice has a question about a day and time. Answer soon: sign in "
            "or call your practice. %(link)s"
        ),
    ),
    "choice_noted": Words(
        _("Your choice has been noted"),
        _("You changed something in Dichtbij. It works at once. Sign in: %(link)s"),
    ),
    "link_code": Words("", _("Your code: %(link)s. Give it to nobody else.")),
    "invitation": Words(
        _("Your access to Dichtbij"),
        _(
            "You have been invited to Dichtbij. Choose your password within seven "
            "days: %(link)s"
        ),
    ),
}


def short_text(kind: str, code: str) -> str:
    """Return a text message: one sentence, no greeting. Raises KeyError as compose."""
    return str(WORDS[kind].body).replace("%(link)s", code)


def compose(kind: str, *, link: str) -> tuple[str, str]:
    """Return subject and body of a mail. Raises KeyError for an unknown kind."""
    words = WORDS[kind]
    body = str(words.body).replace("%(link)s", link)
    return str(words.subject), f"{_GREETING}\n\n{body}\n\n{_SIGNATURE}\n"
