"""What does every answer carry, whatever happened inside?"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

PERMISSIONS = (
    "camera=(), microphone=(), geolocation=(), payment=(), usb=(), "
    "browsing-topics=(), clipboard-write=(self)"
)
OPEN = "/openbaar/"


class Front:
    """Headers of security.md D1 on every response; nothing personal is cached."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, then add the headers."""
        response = self.get_response(request)
        response.headers["Permissions-Policy"] = PERMISSIONS
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        if request.path.startswith(OPEN):
            # The same for everyone: such a page says itself how long it may be kept.
            response.headers.setdefault("Cache-Control", "no-store")
        elif not request.path.startswith("/static/"):
            response.headers["Cache-Control"] = "no-store"
        return response
