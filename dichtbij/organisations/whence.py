"""From which address does a request come? Never from a proxy of ours."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse


class Whence:
    """Puts the visitor's address in REMOTE_ADDR, for the log and for limits.

    DICHTBIJ_PROXIES says how many proxies in front are ours; each adds one address at
    the right of X-Forwarded-For. What stands further left a visitor may have invented.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Set the address, then answer."""
        told = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
        proxies: int = settings.PROXIES
        if 0 < proxies <= len(told) and told[-proxies].strip():
            request.META["REMOTE_ADDR"] = told[-proxies].strip()
        return self.get_response(request)
