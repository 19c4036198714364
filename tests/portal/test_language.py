import pytest
from django.test import Client


def page(language: str | None, **headers) -> str:
    browser = Client(headers={"x-forwarded-proto": "https", **headers})
    if language:
        browser.cookies["django_language"] = language
    return browser.get("/inloggen/").content.decode()


@pytest.mark.parametrize("language", [None, "xx", "de", "nl"])
def test_pages_speak_dutch_whatever_the_browser_prefers(db, language):
    assert '<html lang="nl"' in page(language, **{"accept-language": "en"})


def test_who_chose_english_reads_english(db):
    assert '<html lang="en"' in page("en")
