"""Which words may the family's templates use beside the common ones?"""

from django import template
from django.conf import settings

from dichtbij.portal.family.speaking import Speech, is_draft, offered

register = template.Library()


@register.simple_tag
def leave_address() -> str:
    """Return where one goes who must leave this site at once: a page about weather."""
    return str(settings.LEAVE_TO)


@register.simple_tag
def draft_language() -> bool:
    """Tell whether the words of this page still wait for a translator."""
    return is_draft()


@register.simple_tag(takes_context=True)
def languages(context: template.Context) -> list[Speech]:
    """Return the languages on offer on this page."""
    request = context.get("request")
    return offered(request) if request is not None else []
