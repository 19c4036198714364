"""Where is the text of someone whose login had expired? Back after signing in.

A form that arrives without a session is sealed and travels through the sign-in page
as a hidden field, never in a cookie or an address; it opens for its typist only
(ADR 0012).
"""

import base64
import json
from copy import copy
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import resolve, reverse

from dichtbij.organisations.models import User
from dichtbij.shared import clock, sealing, typist

LIMIT_BYTES = 300_000
LASTS = timedelta(hours=24)
FIELD = "kept"
SESSION_KEY = "kept"
RETURNED = "returned"
# The paste box is kept nowhere (R5).
NEVER = ("csrfmiddlewaretoken", typist.FIELD, RETURNED, "pasted", "recognise")
PURPOSE = "dichtbij/organisations/returning"


@dataclass(frozen=True)
class Kept:
    """A form that was sent in vain: to which address, with which fields."""

    path: str
    fields: list[tuple[str, str]]

    def texts(self) -> list[tuple[str, str]]:
        """Return the fields somebody typed words in."""
        return [(name, text) for name, text in self.fields if _is_typed(text)]

    def others(self) -> list[tuple[str, str]]:
        """Return the fields that were chosen, or hidden."""
        return [(name, text) for name, text in self.fields if not _is_typed(text)]


def _is_typed(text: str) -> bool:
    return len(text.split()) > 1


def _key() -> bytes:
    return sealing.derive_key(settings.SECRET_KEY.encode(), PURPOSE)


def keep(request: HttpRequest) -> str:
    """Seal the posted form for its typist, or return "": nothing to keep."""
    by = str(request.POST.get(typist.FIELD, ""))
    fields = [
        (name, str(value))
        for name, values in request.POST.lists()
        for value in values
        if name not in NEVER and "password" not in name
    ]
    told = {
        "path": request.get_full_path(),
        "fields": fields,
        "at": clock.now().timestamp(),
    }
    content = json.dumps(told).encode()
    if not by or len(content) > LIMIT_BYTES:
        return ""
    sealed = sealing.seal(content, _key(), associated=f"kept/{by}")
    return base64.urlsafe_b64encode(sealed).decode()


def opened(token: str, user: User) -> Kept | None:
    """Return what `user` sent, or None: it was another's, or a day ago."""
    try:
        sealed = base64.urlsafe_b64decode(token)
        place = f"kept/{typist.mark(user.pk)}"
        told = json.loads(sealing.unseal(sealed, _key(), associated=place))
    except ValueError:
        return None
    if clock.now().timestamp() - told["at"] > LASTS.total_seconds():
        return None
    return Kept(told["path"], [(name, text) for name, text in told["fields"]])


def carry(request: HttpRequest) -> None:
    """Put what the sign-in page carried in the session that now begins."""
    token = str(request.POST.get(FIELD, ""))
    if token:
        request.session[SESSION_KEY] = token


def sign_in_page(request: HttpRequest, kept: str) -> HttpResponseBase:
    """Answer a posted form with the sign-in page that carries it."""
    page = reverse("sign_in")
    asked = copy(request)
    asked.method = "GET"
    asked.path = asked.path_info = page
    asked.kept = kept  # type: ignore[attr-defined]
    answer: HttpResponseBase = resolve(page).func(asked)
    return answer


def rescued(request: HttpRequest) -> HttpResponseBase | None:
    """Answer a form whose token had expired without losing its text, or None.

    Its mark shows that the form was made here for its typist, so nothing is forged:
    who is signed in again sends it anew, who is not signs in first.
    """
    kept = keep(request)
    if not kept:
        return None
    if not request.user.is_authenticated:
        return sign_in_page(request, kept)
    if opened(kept, request.user) is None:
        return None
    request.session[SESSION_KEY] = kept
    return redirect("go_on")


class AskSignIn(LoginRequiredMiddleware):
    """Leads strangers to the sign-in page without losing what they sent."""

    def handle_no_permission(  # type: ignore[override]
        self, request: HttpRequest, view_func: Any
    ) -> HttpResponseBase:
        """Carry a posted form along; a script gets the plain redirect."""
        scripted = request.headers.get("X-Requested-With") or request.headers.get(
            "HX-Request"
        )
        kept = keep(request) if request.method == "POST" and not scripted else ""
        if not kept:
            return super().handle_no_permission(request, view_func)
        return sign_in_page(request, kept)


class Returned:
    """Forgets the kept form once its typist has sent it again, or chose not to."""

    def __init__(self, get_response: Any) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and keep nothing any longer when it comes back."""
        if (
            request.method == "POST"
            and request.user.is_authenticated
            and SESSION_KEY in request.session
            and RETURNED in request.POST
        ):
            del request.session[SESSION_KEY]
        response: HttpResponse = self.get_response(request)
        return response
