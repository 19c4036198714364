"""When did this session begin, and when did its owner last show who they are? (A7, A9)

Giving someone a role, and changing how one signs in, asks for a factor of at most five
minutes old. A persona of the demo has none to show: its session stays fresh.
"""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from allauth.account import app_settings
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from dichtbij.organisations import returning
from dichtbij.organisations.factors import challenge
from dichtbij.organisations.request import Request
from dichtbij.shared import clock

View = TypeVar("View", bound=Callable[..., HttpResponse])


def begin_session(request: HttpRequest) -> None:
    """Note that the session begins now, with its owner shown."""
    request.session["started"] = int(clock.now().timestamp())
    show(request)


def show(request: HttpRequest) -> None:
    """Note that the owner of the session showed who they are, just now."""
    request.session["shown"] = int(clock.now().timestamp())


def is_fresh(request: HttpRequest) -> bool:
    """Tell whether the owner showed who they are in the last five minutes."""
    if settings.DEMO and getattr(request.user, "persona", None):
        return True
    age = clock.now().timestamp() - request.session.get("shown", 0)
    return bool(age <= app_settings.REAUTHENTICATION_TIMEOUT)


def step_up(view: View) -> View:
    """Ask for a fresh factor before a form of this screen acts; its text is kept."""

    @wraps(view)
    def door(request: Request, *args: object, **kwargs: object) -> HttpResponse:
        if request.method != "POST" or is_fresh(request):
            return view(request, *args, **kwargs)
        kept = returning.keep(request)
        if kept:
            request.session[returning.SESSION_KEY] = kept
        after = reverse("go_on") if kept else request.path
        asked = reverse(challenge(request.user))
        return redirect(f"{asked}?{urlencode({'next': after})}")

    door.step_up = True  # type: ignore[attr-defined]
    return door  # type: ignore[return-value]
