"""How do minutes, money and a month read?"""

from datetime import date

from django.utils.formats import date_format
from django.utils.formats import number_format as localised


def hours_words(minutes: int) -> str:
    """Return hours and minutes, as 12:05; less than none with a minus."""
    hours, rest = divmod(abs(minutes), 60)
    return f"{'−' if minutes < 0 else ''}{hours}:{rest:02d}"  # noqa: RUF001


def euro_words(cents: int) -> str:
    """Return an amount in euros with cents, as € 1.234,50 in Dutch."""
    whole, rest = divmod(abs(cents), 100)
    point = localised(0.5, decimal_pos=1)[1]
    sign = "−" if cents < 0 else ""  # noqa: RUF001
    return f"{sign}€ {localised(whole, force_grouping=True)}{point}{rest:02d}"


def month_words(month_on: date) -> str:
    """Return a month as words, as January 2026."""
    return date_format(month_on, "F Y")
