"""Pages under construction: the owner of this file replaces it."""

from django.http import HttpRequest, HttpResponse

from dichtbij.audit.doors import open_to_strangers, screen
from dichtbij.shared.permissions import Permission


@open_to_strangers("signing in comes before standing anywhere")
def sign_in(request: HttpRequest) -> HttpResponse:
    return HttpResponse("sign in")


@screen(Permission.MEMBERSHIP_MANAGE)
def memberships(request: HttpRequest) -> HttpResponse:
    return HttpResponse("memberships")
