"""Which languages does a family page speak, and is its text signed off?

Dutch and English everywhere. Turkish, Arabic and Polish are drafts for the pages that
open by a link: a programme switches each on, and until a translator signed one off the
page says that it is a draft.
"""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import translation

# Language -> by whom and on which day the texts were judged; nobody did yet.
SIGNED_OFF: dict[str, str] = {}
OWN_NAMES = {
    "nl": "Nederlands",
    "en": "English",
    "tr": "Türkçe",
    "ar": "العربية",
    "pl": "Polski",
}


@dataclass(frozen=True)
class Speech:
    """One language on offer, called as its speakers call it."""

    code: str
    name: str
    is_current: bool


def spoken_in(programme: Any) -> list[str]:
    """Return the languages of a programme's link pages; without one the usual two."""
    more = list(programme.family_languages) if programme is not None else []
    return [
        *dict(settings.LANGUAGES),
        *(code for code in settings.FAMILY_LANGUAGES if code in more),
    ]


def speak_for(request: HttpRequest, programme: Any) -> None:
    """Remember what is on offer here; fall back where the language is not."""
    request.speaks = spoken_in(programme)  # type: ignore[attr-defined]
    if translation.get_language() not in spoken_in(programme):
        translation.activate(settings.LANGUAGE_CODE)
        request.LANGUAGE_CODE = settings.LANGUAGE_CODE


def offered(request: HttpRequest) -> list[Speech]:
    """Return the languages to choose from on this page."""
    now = translation.get_language()
    codes = getattr(request, "speaks", None) or list(dict(settings.LANGUAGES))
    return [Speech(code, OWN_NAMES[code], code == now) for code in codes]


def is_draft() -> bool:
    """Tell whether the language of this page was not signed off by a translator."""
    now = translation.get_language() or settings.LANGUAGE_CODE
    return now in settings.FAMILY_LANGUAGES and now not in SIGNED_OFF
