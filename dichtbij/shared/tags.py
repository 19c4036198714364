"""Which words may templates use beside Django's own?"""

import uuid

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from dichtbij.shared import typist

register = template.Library()


@register.simple_tag(takes_context=True)
def once(context: template.Context) -> SafeString:
    """Return the hidden key that makes a double click one effect.

    `sheet` is the same key for autosave: a draft of a form that was sent is stale.
    `by` marks whose form it is: after an expired login the text goes back to them only.
    """
    field = '<input type="hidden" name="{}" value="{}">'
    key = uuid.uuid4()
    user = getattr(context.get("request"), "user", None)
    by = typist.mark(user.pk) if user is not None and user.pk else ""
    return format_html(
        f"{field}{field}{field}", "once", key, "sheet", key, typist.FIELD, by
    )


@register.filter
def age_on(client: object, day: object) -> int:
    """Return the age of a client on a day."""
    return client.age(day)  # type: ignore[attr-defined,no-any-return]
