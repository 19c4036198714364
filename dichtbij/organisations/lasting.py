"""How long does a session last? Idle and absolute limits, enforced here (A7)."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse

from dichtbij.organisations.noting import note
from dichtbij.shared import clock


def family_is_over(request: HttpRequest) -> bool:
    """Tell whether a family's session has lasted longer than it may (A7)."""
    started = request.session.get("started", clock.now().timestamp())
    return bool(clock.now().timestamp() - started > settings.FAMILY_HOURS * 3600)


class SessionLimits:
    """Ends a session that was idle or lasted too long; typed text is in a draft."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Sign out first when a limit has passed, then note the moment."""
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            self._limit(request)
        return self.get_response(request)

    def _limit(self, request: HttpRequest) -> None:
        session, now = request.session, int(clock.now().timestamp())
        started, last = session.get("started", now), session.get("last", now)
        if (
            now - last > settings.IDLE_MINUTES * 60
            or now - started > settings.ABSOLUTE_HOURS * 3600
        ):
            if request.user.is_authenticated:
                note("session_ended", request, request.user)
            logout(request)
            return
        if "started" not in session:
            session["started"] = now
        # Once a minute is enough, and saves a write on every request.
        if now - last >= 60 or "last" not in session:
            session["last"] = now
