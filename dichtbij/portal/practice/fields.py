"""How is one answer of a practice read, and in which words is a wrong one returned?"""

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from dichtbij.clients.actions import too_old
from dichtbij.clients.bsn import BsnError, normalise
from dichtbij.clients.models import Channel
from dichtbij.referrals.birth_date import BirthDateError, read_birth_date
from dichtbij.shared import clock

BIRTH_DATE = {
    "format": _("Write the birth date as day, month and year, such as 01-06-2015."),
    "impossible": _("This date does not exist: %(typed)s. Check day and month."),
    "future": _("This birth date lies in the future. Check the year."),
}
# What does exist from 18 (issue 2: bad input).
ADULT = _(
    "This person is 18 or older. The youth practitioner helps until the 18th birthday. "
    "What does exist: the practice nurse mental health of your own practice, the local "
    "team of the municipality, and referral to mental health care for adults."
)
BSN = {
    "digits": _("A BSN consists of digits only."),
    "length": _("A BSN has nine digits."),
    "reserved": _("This BSN is not given to anyone. Leave it empty if it is unknown."),
    "eleven_test": _(
        "This is not a valid BSN: its digits fail the 11-test. Look at it again."
    ),
}
REACH = _("Write a telephone number, such as 06-00000000, or an e-mail address.")
TELEPHONE = re.compile(r"\+?[\d\s().\-/]{8,30}")
DIGITS_OF_A_NUMBER = range(8, 16)
POSTCODE = re.compile(r"([1-9]\d{3})\s?([a-z]{2})", re.IGNORECASE)


def short(**attributes: Any) -> forms.TextInput:
    """Return a short text field that the browser does not fill in by itself."""
    return forms.TextInput({"class": "short", "autocomplete": "off", **attributes})


class BirthDateField(forms.CharField):
    """Reads a birth date as people write it; only of someone under 18."""

    def clean(self, value: Any) -> date:
        """Return the date. Raises ValidationError."""
        text = super().clean(value)
        try:
            born = read_birth_date(text, clock.today())
        except BirthDateError as wrong:
            words = BIRTH_DATE[wrong.code]
            raise ValidationError(words, params={"typed": text}) from None
        if too_old(born, clock.today()):
            raise ValidationError(ADULT)
        return born


class BsnField(forms.CharField):
    """Reads a citizen service number; no message repeats it (LR-42)."""

    def clean(self, value: Any) -> str:
        """Return nine digits, or nothing. Raises ValidationError."""
        text = super().clean(value)
        if not text:
            return ""
        try:
            return normalise(text)
        except BsnError as wrong:
            raise ValidationError(BSN[wrong.code]) from None


class ReachField(forms.CharField):
    """Reads a telephone number or an e-mail address."""

    def clean(self, value: Any) -> tuple[str, str]:
        """Return kind of channel and value; two empty texts when nothing was typed."""
        text = super().clean(value)
        if not text:
            return "", ""
        if "@" in text:
            try:
                validate_email(text)
            except ValidationError:
                raise ValidationError(REACH) from None
            return Channel.Kind.EMAIL, text
        digits = sum(sign.isdigit() for sign in text)
        if not TELEPHONE.fullmatch(text) or digits not in DIGITS_OF_A_NUMBER:
            raise ValidationError(REACH)
        return Channel.Kind.TELEPHONE, text


class PostcodeField(forms.CharField):
    """Reads a Dutch postcode."""

    def clean(self, value: Any) -> str:
        """Return it as "8261 AA", or nothing. Raises ValidationError."""
        text = super().clean(value)
        match = POSTCODE.fullmatch(text)
        if text and match is None:
            raise ValidationError(
                _("A postcode has four digits and two letters, such as 8261 AA.")
            )
        return f"{match[1]} {match[2].upper()}" if match else ""


class UnblockingField(forms.ChoiceField):
    """Asks for an answer, and takes none as well: consent never blocks (R19)."""

    def validate(self, value: Any) -> None:
        """Refuse only an answer that does not exist. Raises ValidationError."""
        if value:
            super().validate(value)
