"""In which language does a page speak? Dutch, unless this person chose otherwise.

Not by the browser's own language: a practice's computer set to English would make a
Dutch assistant read English (architecture.md 5, `<html lang="nl">`).
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from django.utils import translation
from django.utils.translation import check_for_language

from dichtbij.organisations.links import is_link_screen


class Language:
    """Speaks the language of the cookie that the footer's choice sets."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer in the chosen language and say which it is."""
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        known = chosen in spoken_at(request) and check_for_language(chosen)
        language = chosen if known else settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
            spoken = request.LANGUAGE_CODE
        response.headers.setdefault("Content-Language", spoken)
        return response


def spoken_at(request: HttpRequest) -> list[str]:
    """Return the languages of this page: more where someone comes in by a link."""
    usual = list(dict(settings.LANGUAGES))
    try:
        view = resolve(request.path_info).func
    except Resolver404:
        return usual
    by_link = is_link_screen(view) or getattr(view, "many_languages", False)
    return [*usual, *settings.FAMILY_LANGUAGES] if by_link else usual
