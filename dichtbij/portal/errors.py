"""What does a person read when a page cannot be given?"""

import sys

from django.conf import settings
from django.db import DatabaseError, InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import get_template

from dichtbij.organisations.returning import rescued

GONE = (DatabaseError, InterfaceError)


def _page(name: str, status: int) -> HttpResponse:
    """Render without context: an error page may not ask the database anything."""
    page = get_template(f"shared/pages/errors/{name}.html")
    return HttpResponse(page.render({"demo": settings.DEMO}), status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 400: more than a form may hold, or not what a browser sends."""
    return _page("400", 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 403: the role may not do this at all."""
    return _page("403", 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 404: not there, or not for you; the two look the same."""
    return _page("404", 404)


def csrf(request: HttpRequest, reason: str = "") -> HttpResponseBase:
    """Answer 403 for a form without its token, unless its typist can send it anew."""
    return rescued(request) or _page("csrf", 403)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer 503 when the database cannot be reached, 500 otherwise."""
    fault = sys.exc_info()[1]
    if isinstance(fault, GONE) and _connection_lost(fault):
        return _page("503", 503)
    return _page("500", 500)


def _connection_lost(fault: BaseException) -> bool:
    """Tell a lost or refused connection from a fault in a query."""
    cause = fault.__cause__ or fault
    state = getattr(cause, "sqlstate", None)
    if state is None:
        return isinstance(fault, OperationalError | InterfaceError)
    return str(state)[:2] in ("08", "53", "57")
