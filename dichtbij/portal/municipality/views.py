"""Pages under construction: the owner of this file replaces it."""

from django.http import HttpRequest, HttpResponse

from dichtbij.audit.doors import screen
from dichtbij.shared.permissions import Permission


@screen(Permission.PARTICIPATION_READ)
def participation(request: HttpRequest) -> HttpResponse:
    return HttpResponse("participation")


@screen(Permission.FIGURES_READ)
def figures(request: HttpRequest) -> HttpResponse:
    return HttpResponse("figures")
