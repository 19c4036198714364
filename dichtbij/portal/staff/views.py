"""Pages under construction: the owner of this file replaces it."""

from django.http import HttpRequest, HttpResponse

from dichtbij.audit.doors import screen
from dichtbij.shared.permissions import Permission


@screen(Permission.TODAY_READ)
def today(request: HttpRequest) -> HttpResponse:
    return HttpResponse("today")


@screen(Permission.FILE_SEARCH)
def children(request: HttpRequest) -> HttpResponse:
    return HttpResponse("children")


@screen(Permission.FILE_READ)
def child(request: HttpRequest, uuid: object) -> HttpResponse:
    return HttpResponse("child")


@screen(Permission.WAITING_LIST_READ)
def waiting_list(request: HttpRequest) -> HttpResponse:
    return HttpResponse("waiting_list")


@screen(Permission.DAY_READ)
def agenda(request: HttpRequest) -> HttpResponse:
    return HttpResponse("agenda")


@screen(Permission.BALANCE_READ)
def waiting_times(request: HttpRequest) -> HttpResponse:
    return HttpResponse("waiting_times")


@screen(Permission.BALANCE_READ)
def occupancy(request: HttpRequest) -> HttpResponse:
    return HttpResponse("occupancy")
