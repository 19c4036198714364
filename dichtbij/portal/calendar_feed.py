"""What does a calendar program read that comes with a secret address and no person?"""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.views.decorators.http import require_safe

from dichtbij.audit.doors import open_to_strangers
from dichtbij.organisations.noting import REFUSED, note
from dichtbij.rosters.feeding import open_feed


@open_to_strangers("a calendar program cannot sign in; only times stand in it")
@require_safe
def calendar_feed(request: HttpRequest, token: str) -> HttpResponse:
    """Answer the calendar, or that it did not change; unknown is 404 and a log line."""
    fed = open_feed(token)
    if fed is None:
        note("read_feed", request, outcome=REFUSED)
        raise Http404
    answer: HttpResponse
    if request.headers.get("If-None-Match") == fed.etag:
        answer = HttpResponseNotModified()
    else:
        answer = HttpResponse(fed.content, content_type="text/calendar; charset=utf-8")
    answer.headers["ETag"] = fed.etag
    return answer
