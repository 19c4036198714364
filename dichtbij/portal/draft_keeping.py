"""Where does typed text wait until its form is sent? What autosave talks to (R5)."""

import re

from django.http import Http404, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dichtbij.audit.doors import screen
from dichtbij.drafts.keeping import SHEET, keep_draft, was_sent
from dichtbij.organisations.request import Request
from dichtbij.shared import calendar, clock, typist
from dichtbij.shared.permissions import Permission

FORM = re.compile(r"[a-z_]{1,40}(/[0-9a-f-]{36})?")
# Keys of the request itself, and the paste box: it is never stored (R5).
NEVER_KEPT = {"csrfmiddlewaretoken", "once", "pasted", typist.FIELD}


@require_POST
@screen(Permission.DRAFT_KEEP)
def keep(request: Request, form: str) -> HttpResponse:
    """Keep what stands in a form now; the answer says when, for "Saved 10:42"."""
    if not FORM.fullmatch(form):
        raise Http404
    at = calendar.local(clock.now()).strftime("%H:%M")
    if was_sent(request.user, str(request.POST.get(SHEET, ""))):
        # A late autosave must not bring back what has become a record.
        return JsonResponse({"saved_at": at})
    fields = {
        name: [str(value) for value in values]
        for name, values in request.POST.lists()
        if name not in NEVER_KEPT
    }
    if not keep_draft(request.user, form, fields):
        return JsonResponse({"error": _("This text is too long to keep.")}, status=413)
    return JsonResponse({"saved_at": at})
