"""Was this form sent before? Then its sender gets the same answer again (I3)."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from dichtbij.drafts.models import Submission
from dichtbij.shared import clock
from dichtbij.shared.walls import standing


class Once:
    """Makes a double click, a back button and a retry one effect with one answer."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer a first submission and remember where it led; repeat that later."""
        key = key_of(request)
        where = standing()
        if key is None or where is None:
            return self.get_response(request)
        made = Submission.objects.bulk_create(
            [Submission(user_id=where.user_id, key=key, at=clock.now())],
            ignore_conflicts=True,
        )
        mine = Submission.objects.filter(user=where.user_id, key=key)
        first = mine.filter(answer="").update(at=made[0].at)
        if not first:
            return redirect(mine.get().answer)
        response = self.get_response(request)
        if response.status_code in (301, 302, 303):
            mine.update(answer=response.headers["Location"][:300])
        else:
            mine.delete()
        return response


def key_of(request: HttpRequest) -> UUID | None:
    """Return the key of a submitted form, or None when it carries none."""
    if request.method != "POST" or "once" not in request.POST:
        return None
    try:
        return UUID(str(request.POST["once"]))
    except ValueError:
        return None
