"""What must a privacy officer look at, and is it in time?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from dichtbij.audit.doors import open_list, open_record, screen
from dichtbij.organisations.request import Request
from dichtbij.portal.privacy.forms import ReviewForm
from dichtbij.privacy.glass import review_emergency as look_back
from dichtbij.privacy.looks import looks_during
from dichtbij.privacy.models import EmergencyReview, FileRequest
from dichtbij.shared import clock
from dichtbij.shared.permissions import Permission

PAGE = 25


@screen(Permission.ACCESS_LOG_READ)
def access(request: Request) -> HttpResponse:
    """Show what waits: emergency access to look back at, and requests of families."""
    reviews = open_list(
        request.user,
        EmergencyReview.objects.filter(reviewed_at=None)
        .select_related("access__user", "client")
        .order_by("due_on", "id"),
        Permission.EMERGENCY_REVIEW,
        limit=PAGE,
    )
    done = open_list(
        request.user,
        EmergencyReview.objects.filter(reviewed_at__isnull=False)
        .select_related("access__user", "client", "reviewed_by")
        .order_by("-reviewed_at", "-id"),
        Permission.EMERGENCY_REVIEW,
        limit=PAGE,
    )
    requests = open_list(
        request.user,
        FileRequest.objects.waiting()
        .select_related("client", "member")
        .defer("pdf", "words"),
        Permission.REQUEST_READ,
        limit=PAGE,
    )
    today = clock.today()
    late = [one for one in reviews if one.due_on < today]
    late_requests = [one for one in requests if one.due_on < today]
    told = {
        "reviews": reviews,
        "done": done,
        "requests": requests,
        "today": today,
        "late": len(late) + len(late_requests),
    }
    return render(request, "portal/privacy/pages/access.html", told)


@screen(Permission.EMERGENCY_REVIEW)
def review_emergency(request: Request, uuid: UUID) -> HttpResponse:
    """Look back at one time the glass was broken."""
    review = open_record(
        request.user,
        EmergencyReview.objects.select_related(
            "access__user", "client", "practice", "reviewed_by"
        ),
        uuid,
        Permission.EMERGENCY_REVIEW,
    )
    form = ReviewForm(request.POST or None)
    if request.POST and form.perform(look_back, review=review, by=request.user):
        messages.success(request, _("You looked back at this access."))
        return redirect("access")
    told = {
        "review": review,
        "form": form,
        "late": review.due_on < clock.today(),
        "looks": looks_during(review.access),
    }
    return render(request, "portal/privacy/pages/review_emergency.html", told)
