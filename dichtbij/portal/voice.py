"""How does somebody look back who has a secret link and no account?

The page asks no name, says no care word in its title, and works once. Nobody stands
anywhere: what the link opens is one answer at one employer.
"""

from allauth.core.internal import ratelimit
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from dichtbij.audit.doors import open_to_strangers
from dichtbij.evaluation.voices import answer_request, open_request
from dichtbij.organisations.noting import REFUSED, note
from dichtbij.portal.programme.evaluation_form import LookBackForm
from dichtbij.shared.errors import Refused

WHY = "a secret link: asks three questions once, and shows nothing that was said"
PAGE = "portal/pages/voice.html"


def _page(request: HttpRequest, token: str) -> HttpResponse:
    if not ratelimit.consume(
        request, app="allauth.account", action="link", limit_get=True
    ):
        return render(request, PAGE, {"state": "too_many"}, status=429)
    if open_request(token) is None:
        note("open_voice", request, outcome=REFUSED)
        return render(request, PAGE, {"state": "closed"}, status=404)
    form = LookBackForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and _kept(token, form):
        return redirect("voice_thanks")
    return render(request, PAGE, {"state": "open", "form": form})


def _kept(token: str, form: LookBackForm) -> bool:
    """Keep the answer; what is refused is said on top of the form."""
    try:
        # Answered twice at the same moment: the second reads thanks as well.
        answer_request(token, form.answer())
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


# Outside any long transaction: a counted try outlives a page that fails.
voice = transaction.non_atomic_requests(open_to_strangers(WHY)(_page))


@open_to_strangers("it says thank you, and nothing else")
def voice_thanks(request: HttpRequest) -> HttpResponse:
    """Thank whoever answered."""
    return render(request, PAGE, {"state": "thanks"})


@open_to_strangers("a field for a code on paper; it leads to the secret link")
def voice_code(request: HttpRequest) -> HttpResponse:
    """Ask for the code on paper, and lead on to its page."""
    code = str(request.GET.get("code", "")).strip()[:60]
    if code and any(sign.isalnum() for sign in code):
        plain = "".join(sign for sign in code.lower() if sign.isalnum() or sign == "-")
        return redirect(reverse("voice", args=[plain]))
    return render(request, PAGE, {"state": "code"})
