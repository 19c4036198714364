"""How does someone come in by a personal link? By its code, five tries, then never."""

from allauth.core.internal import ratelimit
from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from dichtbij.audit.doors import open_to_strangers
from dichtbij.organisations import links
from dichtbij.organisations.links import State
from dichtbij.organisations.models import PersonalLink
from dichtbij.portal.family.speaking import speak_for
from dichtbij.portal.landing import LANDING

WHY = "a personal link: opens nothing without its code (R24)"
APP = "allauth.account"


class LinkCodeForm(forms.Form):
    """The code that came by another road than the link."""

    code = forms.CharField(
        label=_("Your code"),
        help_text=_("Six digits. You received them in another way than this link."),
        max_length=20,
        widget=forms.TextInput(
            attrs={
                "class": "code",
                "inputmode": "numeric",
                "autocomplete": "one-time-code",
            }
        ),
        error_messages={"required": _("Type the six digits.")},
    )


def _page(request: HttpRequest, token: str) -> HttpResponse:
    request.link = None  # type: ignore[attr-defined]
    if not _counted(request, "link"):
        return _closed(request, None, status=429)
    link = links.link_of(token)
    speak_for(request, link.programme if link is not None else None)
    mine = links.running(request)
    if link is not None and mine is not None and mine.pk == link.pk:
        return redirect(_landing(link))
    if link is None or links.state_of(link) != State.OPEN:
        links.refuse(request, link)
        return _closed(request, link)
    form = LinkCodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _ask(request, link, form)
    return _code_page(request, form)


def _ask(request: HttpRequest, link: PersonalLink, form: LinkCodeForm) -> HttpResponse:
    """Hear the code: right leads on; wrong asks again, until the link is dead."""
    if not _counted(request, "link_code"):
        links.refuse(request, link)
        return _closed(request, None, status=429)
    if links.try_code(link, form.cleaned_data["code"]):
        links.begin(request, link)
        return redirect(_landing(link))
    links.refuse(request, link)
    link.refresh_from_db()
    if links.state_of(link) != State.OPEN:
        return _closed(request, link)
    left = links.MOST_WRONG - link.wrong_codes
    wrong = _("This is not the code. You can still try %(count)d times.")
    form.add_error("code", wrong % {"count": left})
    return _code_page(request, form)


def _counted(request: HttpRequest, action: str) -> bool:
    """Count this try per address; False when there were too many."""
    usage = ratelimit.consume(request, app=APP, action=action, limit_get=True)
    return bool(usage)


def _landing(link: PersonalLink) -> str:
    return reverse(LANDING[link.purpose], kwargs={"uuid": link.subject})


def _code_page(request: HttpRequest, form: LinkCodeForm) -> HttpResponse:
    return render(request, "portal/pages/link_code.html", {"form": form})


def _closed(
    request: HttpRequest, link: PersonalLink | None, status: int = 404
) -> HttpResponse:
    """Say in one sentence why this link opens nothing, and what to do."""
    state = "too_many" if status == 429 else links.state_of(link)
    return render(
        request, "portal/pages/link_closed.html", {"state": state}, status=status
    )


# Outside any long transaction: a counted try outlives a page that fails.
personal_link = transaction.non_atomic_requests(open_to_strangers(WHY)(_page))
personal_link.many_languages = True  # type: ignore[attr-defined]
