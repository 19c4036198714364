"""Which words may templates use beside Django's own?"""

import uuid

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def once() -> SafeString:
    """Return the hidden key that makes a double click one effect."""
    return format_html('<input type="hidden" name="once" value="{}">', uuid.uuid4())


@register.filter
def age_on(client: object, day: object) -> int:
    """Return the age of a client on a day."""
    return client.age(day)  # type: ignore[attr-defined,no-any-return]
