"""Five languages on link pages: switched on per programme, and marked as drafts."""

import pytest
from django.core.management import CommandError, call_command

from dichtbij.management.commands import words
from dichtbij.management.commands.words import catalogues
from dichtbij.portal.family import speaking
from tests.portal.family.conftest import browser

CONCEPT = {"tr": "Taslak", "ar": "مسودة", "pl": "Wersja robocza"}
TITLE = {
    "tr": "Kodunuzu yaz",
    "ar": "اكتب رمزك",
    "pl": "Wpisz swój kod",
    "en": "Type your code",
}


@pytest.fixture
def all_on(town):
    town.programme.family_languages = ["tr", "ar", "pl"]
    town.programme.save(update_fields=["family_languages"])


def speaks(code):
    device = browser()
    device.cookies["django_language"] = code
    return device


@pytest.mark.parametrize("code", ["tr", "ar", "pl"])
def test_a_link_page_speaks_it_and_says_that_it_is_a_draft(all_on, give, code):
    given, device = give(), speaks(code)

    page = device.get(given.path)
    place = device.post(given.path, {"code": given.code}).headers["Location"]
    appointment = device.get(place).content.decode()

    text = page.content.decode()
    assert TITLE[code] in text
    assert CONCEPT[code] in text
    assert CONCEPT[code] in appointment
    assert f'lang="{code}"' in text
    assert page.headers["Content-Language"] == code
    assert ('dir="rtl"' in text) == (code == "ar")


def test_once_a_translator_signed_it_off_the_mark_is_gone(all_on, give, monkeypatch):
    monkeypatch.setitem(speaking.SIGNED_OFF, "tr", "A. Vertaler, 1 maart 2026")

    text = speaks("tr").get(give().path).content.decode()

    assert TITLE["tr"] in text
    assert CONCEPT["tr"] not in text


@pytest.mark.parametrize("code", ["tr", "ar", "pl"])
def test_where_the_programme_did_not_switch_it_on_it_is_dutch(give, code):
    page = speaks(code).get(give().path)

    assert TITLE[code] not in page.content.decode()
    assert page.headers["Content-Language"] == "nl"
    assert f'value="{code}"' not in page.content.decode()


def test_a_link_page_offers_the_languages_of_its_programme_on_the_first_screen(
    all_on, give
):
    text = speaks("en").get(give().path).content.decode()

    for code in ("nl", "en", "tr", "ar", "pl"):
        assert f'name="language" value="{code}"' in text


def test_the_choice_is_kept_by_a_button_without_a_script(all_on, give):
    given, device = give(), browser()

    device.post("/taal/", {"language": "pl", "next": given.path})

    assert TITLE["pl"] in device.get(given.path).content.decode()


def test_pages_with_login_and_of_staff_stay_dutch_or_english(
    all_on, as_parent, sign_in, anna
):
    device, _user = as_parent()
    device.cookies["django_language"] = "tr"

    assert device.get("/mijn/plan/").headers["Content-Language"] == "nl"
    assert sign_in(anna).get("/vandaag/").headers["Content-Language"] == "nl"


@pytest.mark.parametrize("one", catalogues()[1:], ids=lambda c: c.code)
def test_a_small_catalogue_holds_every_text_of_the_link_pages_and_no_other(one):
    assert words._collected(one, []) == one.path.read_text()
    assert words._count(one.path) == 0


def test_the_check_of_the_words_covers_them(capsys, monkeypatch):
    monkeypatch.setattr(words, "catalogues", lambda: catalogues()[1:])

    call_command("words", "--check")

    assert "Every text has Arabic." in capsys.readouterr().out


def test_a_text_without_turkish_fails_the_check(monkeypatch, tmp_path):
    turkish = catalogues()[1]
    lame = turkish.path.read_text().replace('msgstr "Geliyorum"', 'msgstr ""')
    copy = tmp_path / "django.po"
    copy.write_text(lame)
    monkeypatch.setattr(words.Catalogue, "path", copy)
    monkeypatch.setattr(words, "catalogues", lambda: [turkish])

    with pytest.raises(CommandError, match="1 texts have no Turkish"):
        call_command("words", "--check")
