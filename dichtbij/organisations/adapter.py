"""What does signing in allow here? No open sign-up; people come by invitation."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """The account rules of an installation."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Return False: people come in by invitation only."""
        return False
