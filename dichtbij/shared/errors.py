"""Which failures does a person read, and in whose words?"""

from django.core.exceptions import PermissionDenied


class Refused(Exception):
    """An act that may not happen now; its text is shown to the user as it is."""


class Denied(PermissionDenied):
    """Someone tried what the matrix does not give them; answered 403 and logged."""


class Busy(Refused):
    """The chosen time was taken meanwhile; the screen offers the next free ones."""
