"""Pages under construction: the owner of this file replaces it."""

from django.http import HttpRequest, HttpResponse

from dichtbij.audit.doors import screen
from dichtbij.shared.permissions import Permission


@screen(Permission.REFERRAL_SUBMIT)
def submit(request: HttpRequest) -> HttpResponse:
    return HttpResponse("submit")


@screen(Permission.REFERRAL_SUBMIT)
def recognise(request: HttpRequest) -> HttpResponse:
    return HttpResponse("recognise")


@screen(Permission.REFERRAL_SUBMIT)
def referrals(request: HttpRequest) -> HttpResponse:
    return HttpResponse("referrals")


@screen(Permission.REFERRAL_READ)
def referral(request: HttpRequest, uuid: object) -> HttpResponse:
    return HttpResponse("referral")


@screen(Permission.APPOINTMENT_BOOK)
def plan_first(request: HttpRequest, uuid: object) -> HttpResponse:
    return HttpResponse("plan_first")
