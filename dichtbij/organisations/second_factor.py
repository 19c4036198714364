"""Does this session have two factors? With one it gets the enrolment only (A1).

A session has two when it signed in with a password and a code, with a passkey that
checked its owner, or enrolled just now; the demo counts as two (rulings.md R14).
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.contrib.auth.views import redirect_to_login
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import Resolver404, resolve

from dichtbij.audit.doors import open_to_strangers
from dichtbij.organisations.factors import challenge, has_factor

View = TypeVar("View", bound=Callable[..., HttpResponseBase])
OWN = "one's own way of signing in: no child's data, and often before one has a place"


class SecondFactor:
    """Leads a session of one factor to the page where the second is made."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer when two factors were shown, or the page needs no more than one."""
        if (
            not request.user.is_authenticated
            or request.session.get("second_factor")
            or _is_first_step(request)
        ):
            return self.get_response(request)
        if has_factor(request.user):
            return redirect_to_login(request.get_full_path(), challenge(request.user))
        return redirect("account_security")


def _is_first_step(request: HttpRequest) -> bool:
    try:
        view = resolve(request.path_info).func
    except Resolver404:
        return True
    if hasattr(view, "link_purposes"):
        # By a link nobody is signed in; whoever is, shows two factors as anywhere.
        return False
    if hasattr(view, "one_factor"):
        return bool(view.one_factor)
    return not getattr(view, "login_required", True)


def own_page(view: Any, *, one_factor: bool = False) -> Any:
    """Make a page about one's own account: signed in, but standing nowhere.

    `one_factor`: it serves to get a second factor, so one is enough to open it. Each
    statement commits by itself, so that counted tries outlive a page that fails.
    """

    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        answer: HttpResponseBase = view(request, *args, **kwargs)
        return answer

    page.one_factor = one_factor  # type: ignore[attr-defined]
    return at_the_door(page)


def at_the_door(view: Any) -> Any:
    """Open a page of signing in to strangers, outside any long transaction."""
    return transaction.non_atomic_requests(open_to_strangers(OWN)(view))
