"""Which words may templates use beside Django's own?"""

import uuid

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def once() -> SafeString:
    """Return the hidden key that makes a double click one effect.

    `sheet` is the same key for autosave: a draft of a form that was sent is stale.
    """
    field = '<input type="hidden" name="{}" value="{}">'
    key = uuid.uuid4()
    return format_html(f"{field}{field}", "once", key, "sheet", key)


@register.filter
def age_on(client: object, day: object) -> int:
    """Return the age of a client on a day."""
    return client.age(day)  # type: ignore[attr-defined,no-any-return]
