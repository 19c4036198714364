"""Which words do templates about hours and money use?"""

from datetime import date

from django import template

from dichtbij.finance.models import HourKind
from dichtbij.finance.words import euro_words, hours_words, month_words

register = template.Library()


@register.filter
def hours(minutes: int) -> str:
    """Return minutes as hours and minutes, as 12:05."""
    return hours_words(minutes)


@register.filter
def euros(cents: int) -> str:
    """Return cents as an amount in euros."""
    return euro_words(cents)


@register.filter
def month(month_on: date) -> str:
    """Return a month in words."""
    return month_words(month_on)


@register.filter
def kind(code: str) -> str:
    """Return what an hour was given to, in words."""
    return str(HourKind(code).label)
