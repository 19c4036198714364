"""Where does this request stand? The middleware that raises both walls around it."""

import uuid
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import Resolver404, ResolverMatch, resolve

from dichtbij.audit import log
from dichtbij.audit.doors import standing_at
from dichtbij.audit.models import Entry
from dichtbij.organisations.models import Membership

DENIED = (403, 404)


class Wall:
    """Opens the transaction of a request and stands at its one active membership."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer inside the walls; a look that was denied leaves only its log line."""
        match = match_of(request)
        if match is None or not getattr(match.func, "login_required", True):
            return self.get_response(request)
        if not request.user.is_authenticated:
            return self.get_response(request)
        membership = active_membership(request)
        if membership is None:
            return render(request, "portal/pages/no_place.html", status=403)
        request.membership = membership  # type: ignore[attr-defined]
        return self._answer(request, match, membership)

    def _answer(
        self, request: HttpRequest, match: ResolverMatch, membership: Membership
    ) -> HttpResponse:
        place = membership.place(
            network_point=request.META.get("REMOTE_ADDR", "")[:60],
            trace_id=uuid.uuid4().hex,
        )
        with standing_at(place):
            response = self.get_response(request)
            if response.status_code >= 400:
                log.drop()
            if response.status_code in DENIED:
                log.record(
                    "denied",
                    Entry.ActionCode.EXECUTE,
                    by=request.user,
                    outcome=Entry.Outcome.DENIED,
                    object_type=str(match.url_name or "")[:40],
                    object_id=str(match.kwargs.get("uuid", ""))[:40],
                )
        return response


def match_of(request: HttpRequest) -> ResolverMatch | None:
    """Return the route of a request, or None: there is none."""
    try:
        return resolve(request.path_info)
    except Resolver404:
        return None


def active_membership(request: HttpRequest) -> Membership | None:
    """Return the membership that was chosen, or the first active one, or None."""
    mine = (
        Membership.objects.active()
        .filter(user=request.user.pk or 0)
        .select_related("organisation", "programme")
        .order_by("id")
    )
    found = list(mine)
    chosen = request.session.get("membership")
    request.can_switch = len(found) > 1  # type: ignore[attr-defined]
    return next(
        (m for m in found if str(m.uuid) == chosen), found[0] if found else None
    )
