"""Whose form was this? A mark in every form, so that text goes back to its typist only.

Nobody else can guess it, it tells nothing about the person, and it outlives a session.
"""

from django.utils.crypto import constant_time_compare, salted_hmac

FIELD = "by"


def mark(user_id: int) -> str:
    """Return the mark of a user in this installation: 32 hexadecimal digits."""
    whole = salted_hmac("dichtbij.shared.typist", str(user_id), algorithm="sha256")
    return whole.hexdigest()[:32]


def is_of(given: str, user_id: int) -> bool:
    """Tell whether the form was made for this user."""
    return constant_time_compare(given, mark(user_id))
