"""Where does this request stand? The middleware that raises both walls around it."""

import uuid
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import Resolver404, ResolverMatch, resolve

from dichtbij.audit import log
from dichtbij.audit.doors import standing_at
from dichtbij.audit.models import Entry
from dichtbij.families.standing import member_at
from dichtbij.organisations import links
from dichtbij.organisations.lasting import family_is_over
from dichtbij.organisations.models import Membership, PersonalLink
from dichtbij.portal import by_link, errors
from dichtbij.portal.family.speaking import speak_for
from dichtbij.shared.permissions import FAMILY
from dichtbij.shared.walls import Standing

DENIED = (403, 404)
Answer = Callable[[HttpRequest], HttpResponse]


class Wall:
    """Opens the transaction of a request and stands at its one active membership.

    Or at the one child of a personal link, on the pages that name its purpose.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer inside the walls; a look that was denied leaves only its log line."""
        request.link = None  # type: ignore[attr-defined]
        match = match_of(request)
        if match is None:
            return self.get_response(request)
        by_a_link = links.is_link_screen(match.func)
        if not by_a_link and not getattr(match.func, "login_required", True):
            return self.get_response(request)
        if request.user.is_authenticated:
            return self._signed_in(request, match)
        link = links.running(request)
        if link is not None:
            return self._by_link(request, match, link)
        if by_a_link:
            return _no_way_in(request)
        return self.get_response(request)

    def _signed_in(self, request: HttpRequest, match: ResolverMatch) -> HttpResponse:
        membership = active_membership(request)
        if membership is None:
            return render(request, "portal/pages/no_place.html", status=403)
        place = membership.place(**_whence(request))
        if membership.role in FAMILY:
            if family_is_over(request):
                logout(request)
                return redirect("sign_in")
            place = _as_member(place)
        request.membership = membership  # type: ignore[attr-defined]
        if links.is_link_screen(match.func):
            speak_for(request, membership.programme)
        return self._answer(request, match, place, self.get_response)

    def _by_link(
        self, request: HttpRequest, match: ResolverMatch, link: PersonalLink
    ) -> HttpResponse:
        place = by_link.place_of(link, **_whence(request))
        with standing_at(place):
            holder = by_link.holder_of(link)
        if holder is None:
            links.refuse(request, link)
            return _no_longer(request)
        request.user = holder.person()
        request.link = link  # type: ignore[attr-defined]
        speak_for(request, link.programme)
        place = replace(place, user_id=request.user.pk, member_id=holder.member_id)
        answer = self.get_response if links.opens(link, match) else _forbidden
        return self._answer(request, match, place, answer)

    def _answer(
        self,
        request: HttpRequest,
        match: ResolverMatch,
        place: Standing,
        answer: Answer,
    ) -> HttpResponse:
        with standing_at(place):
            response = answer(request)
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


def _whence(request: HttpRequest) -> dict[str, Any]:
    return {
        "network_point": request.META.get("REMOTE_ADDR", "")[:60],
        "trace_id": uuid.uuid4().hex,
    }


def _as_member(place: Standing) -> Standing:
    """Return the place with who of the family stands there; nobody: no member."""
    with standing_at(place):
        member = member_at(place)
    return replace(place, member_id=member.pk if member is not None else None)


def _no_way_in(request: HttpRequest) -> HttpResponse:
    """Say how one comes in: by the link again, or by signing in."""
    told = {"state": links.State.ENDED, "again": True}
    return render(request, "portal/pages/link_closed.html", told, status=403)


def _no_longer(request: HttpRequest) -> HttpResponse:
    """Say that who came by a link that was good may come in no more."""
    told = {"state": links.State.ENDED}
    return render(request, "portal/pages/link_closed.html", told, status=403)


def _forbidden(request: HttpRequest) -> HttpResponse:
    return errors.forbidden(request, PermissionError())


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
