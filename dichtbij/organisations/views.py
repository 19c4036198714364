"""The pages of coming in: an invitation, where one stands, who may come in."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from allauth.core.internal import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from dichtbij.audit.doors import open_list, open_record, screen
from dichtbij.organisations import actions, invitations, returning
from dichtbij.organisations.forms import AcceptForm, InviteForm, SearchForm
from dichtbij.organisations.freshness import step_up
from dichtbij.organisations.models import Membership, own_memberships
from dichtbij.organisations.noting import note
from dichtbij.organisations.request import Request
from dichtbij.organisations.second_factor import at_the_door
from dichtbij.shared import typist
from dichtbij.shared.forms import ActionForm
from dichtbij.shared.permissions import Permission

PAGES = "organisations/pages"
ROWS = 25
ACTS: dict[str, Any] = {
    "confirm": actions.confirm_membership,
    "renew": actions.renew_invitation,
    "suspend": actions.suspend_membership,
    "resume": actions.resume_membership,
    "end": actions.end_membership,
    "reset": actions.reset_sign_in,
    "sign_out": actions.end_sessions_of,
}


def _invitation(request: HttpRequest, token: str) -> HttpResponse:
    if not ratelimit.consume(
        request, app="allauth.account", action="invitation", limit_get=True
    ):
        refused: HttpResponse = ratelimit.respond_429(request)
        return refused
    found = invitations.invitation_of(token)
    if found is None:
        return render(request, f"{PAGES}/no_invitation.html", status=404)
    user = found.membership.user
    if user.has_usable_password():
        return _accept_signed_in(request, found)
    form = AcceptForm(request.POST or None, user=user)
    if request.method == "POST" and form.is_valid():
        return _come_in(request, found, form.cleaned_data["password1"])
    return render(request, f"{PAGES}/invitation.html", _told(found) | {"form": form})


def _told(found: Any) -> dict[str, Any]:
    return {"membership": found.membership, "user_name": found.membership.user.name}


def _accept_signed_in(request: HttpRequest, found: Any) -> HttpResponse:
    """Someone who has an account here shows who they are, then accepts."""
    mine = request.user.pk == found.membership.user_id
    if mine and request.method == "POST":
        invitations.accept(found, request)
        return redirect("home")
    sign_in = f"{reverse('sign_in')}?{urlencode({'next': request.path})}"
    told = {"sign_in": "" if mine else sign_in, "form": None}
    return render(request, f"{PAGES}/invitation.html", _told(found) | told)


def _come_in(request: HttpRequest, found: Any, password: str) -> HttpResponse:
    """Accept with a new password and sign in; the second factor comes next."""
    if not invitations.accept(found, request, password):
        return render(request, f"{PAGES}/no_invitation.html", status=404)
    if request.user.is_authenticated:
        get_adapter().logout(request)
    user = found.membership.user
    record_authentication(request, user, "password")
    answer: HttpResponse = perform_login(request, Login(user=user))
    return answer


invitation = at_the_door(_invitation)


@screen(Permission.HOME)
def go_on(request: Request) -> HttpResponse:
    token = str(request.session.get(returning.SESSION_KEY, ""))
    kept = returning.opened(token, request.user) if token else None
    if kept is None:
        request.session.pop(returning.SESSION_KEY, None)
        return redirect("home")
    told = {"kept": kept, "by": typist.mark(request.user.pk)}
    return render(request, f"{PAGES}/go_on.html", told)


@screen(Permission.HOME)
def choose_membership(request: Request) -> HttpResponse:
    mine = own_memberships(request.user)
    chosen = [m for m in mine if str(m.uuid) == request.POST.get("membership")]
    if request.method == "POST" and chosen:
        request.session["membership"] = str(chosen[0].uuid)
        note("chose_membership", request, request.user)
        return redirect("home")
    return render(request, f"{PAGES}/choose_membership.html", {"memberships": mine})


@screen(Permission.MEMBERSHIP_MANAGE)
def memberships(request: Request) -> HttpResponse:
    form = SearchForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    after = request.GET.get("after", "")
    rows = open_list(
        request.user,
        Membership.objects.matching(**asked).following(after).for_list(),
        Permission.MEMBERSHIP_MANAGE,
        limit=ROWS + 1,
    )
    more = ""
    if len(rows) > ROWS:
        more = "?" + urlencode({**asked, "after": rows[ROWS - 1].uuid})
    told = {"rows": rows[:ROWS], "next_url": more, "form": form}
    return render(request, f"{PAGES}/memberships.html", told)


@screen(Permission.MEMBERSHIP_MANAGE)
@step_up
def invite(request: Request) -> HttpResponse:
    form = InviteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        place = form.cleaned_data["organisation"]
        if form.perform(actions.invite_person, organisation=place, by=request.user):
            return redirect("membership", form.result.uuid)
    return render(request, f"{PAGES}/invite.html", {"form": form})


@screen(Permission.MEMBERSHIP_MANAGE)
@step_up
def membership(request: Request, uuid: object) -> HttpResponse:
    found = open_record(
        request.user,
        Membership.objects.for_list(),
        uuid,
        Permission.MEMBERSHIP_MANAGE,
    )
    form = ActionForm(request.POST or None)
    act = ACTS.get(str(request.POST.get("act")))
    if act and form.perform(act, membership=found, by=request.user):
        return redirect("membership", found.uuid)
    told = {
        "membership": found,
        "form": form,
        "own": found.user_id == request.user.pk,
        "accepted": invitations.was_accepted(found),
        "may_confirm": not invitations.is_complete(found)
        and found.invited_by_id != request.user.pk,
        "waits_for_second": not invitations.is_complete(found),
    }
    return render(request, f"{PAGES}/membership.html", told)
