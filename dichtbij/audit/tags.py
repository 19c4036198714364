"""May a template show this button? A courtesy; the doors decide again."""

from django import template

from dichtbij.audit.doors import may
from dichtbij.shared.permissions import Permission

register = template.Library()


@register.filter
def allowed(subject: object, permission: str) -> bool:
    """Tell whether to show a button for `permission` on `subject`."""
    return may(Permission(permission), subject)
