"""The demo sign-in: a button per persona, in the demo and nowhere else (R14)."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from importlib import import_module, reload

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import (
    NoReverseMatch,
    clear_url_caches,
    get_urlconf,
    reverse,
    set_urlconf,
)

from dichtbij import urls
from dichtbij.audit.models import Entry
from dichtbij.demo.sign_in import PERSONAS
from dichtbij.programmes.models import Milestone
from dichtbij.shared import clock, typist
from dichtbij.shared.permissions import Role
from tests.conftest import NOW, member

KEYS = {
    "gerda": "huisarts-kampen",
    "henk": "assistent-kampen",
    "anna": "poh-kampen",
    "bram": "teamleider-kampen",
    "dirk": "gemeente-kampen",
    "ella": "beheer",
}


@pytest.fixture
def demo(settings) -> Iterator[None]:
    """Read the addresses anew as `./run demo` does."""
    settings.DEMO = settings.PLAIN_HTTP = True
    settings.SECURE_SSL_REDIRECT = False
    reload(urls)
    clear_url_caches()
    yield
    settings.DEMO = False
    reload(urls)
    clear_url_caches()


@pytest.fixture
def cast(demo, town):
    """Give the cast the keys of personas; and a visitor's browser, by http."""
    for name, key in KEYS.items():
        person = getattr(town, name)
        person.persona = key
        person.save()
    Milestone.objects.create(
        programme=town.programme, kind="interim_1", due_on=date(2026, 6, 2)
    )
    cache.clear()
    return town


@pytest.fixture
def visitor() -> Client:
    browser = Client()
    browser.cookies["django_language"] = "en"
    browser.handler.enforce_csrf_checks = True
    return browser


def token(page: str) -> str:
    return re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page).group(1)


def become(visitor, persona: str, **more):
    page = visitor.get("/inloggen/").content.decode()
    told = {"csrfmiddlewaretoken": token(page), **more}
    return visitor.post(f"/demo/als/{persona}/", told)


def test_each_persona_with_a_working_page_has_a_form_with_a_token(cast, visitor):
    page = visitor.get("/inloggen/").content.decode()

    forms = re.findall(
        r'<form[^>]*action="/demo/als/([a-z-]+)/">\s*(.*?)</form>', page, re.S
    )
    assert [key for key, _inside in forms] == [
        k for k in PERSONAS if k in KEYS.values()
    ]
    assert all("csrfmiddlewaretoken" in inside for _key, inside in forms)
    assert all("<button" in inside for _key, inside in forms)
    assert "projectleider" not in page


def test_the_page_tells_what_it_is_and_what_the_programme_is(cast, visitor):
    page = visitor.get("/inloggen/").content.decode()

    assert "Teststad" in page
    assert "Praktijk Noord, Praktijk Zuid" in page
    assert "Werkgever Noord, Werkgever Zuid" in page
    assert "First interim evaluation" in page
    assert "practitioner" in page


@pytest.mark.parametrize(
    ("persona", "lands"),
    [
        ("huisarts-kampen", "/aanmeldingen/"),
        ("assistent-kampen", "/aanmelden/"),
        ("poh-kampen", "/vandaag/"),
        ("gemeente-kampen", "/stand-van-zaken/"),
        ("beheer", "/beheer/"),
    ],
)
def test_a_button_leads_to_the_work_of_that_person(
    cast, published, visitor, persona, lands
):
    answer = become(visitor, persona)

    assert answer.headers["Location"] == "/"
    assert visitor.get("/").headers["Location"] == lands
    assert visitor.get(lands).status_code == 200


def test_a_persona_moves_over_to_another(cast, visitor):
    become(visitor, "poh-kampen")
    before = visitor.session.session_key

    become(visitor, "beheer")

    assert visitor.get("/beheer/").status_code == 200
    assert visitor.get("/vandaag/").status_code == 403
    assert visitor.session.session_key != before


def test_coming_in_is_a_line_in_the_log(cast, visitor):
    become(visitor, "poh-kampen")

    line = Entry.objects.get(event_type="signed_in")
    assert (line.user_id, line.programme_id) == (cast.anna.pk, None)


def test_a_get_without_or_with_another_token_signs_nobody_in(cast, visitor):
    assert visitor.get("/demo/als/poh-kampen/").status_code == 405
    assert visitor.post("/demo/als/poh-kampen/").status_code == 403
    assert visitor.get("/vandaag/").status_code == 302


def test_nobody_but_a_persona_can_be_become(cast, visitor):
    cast.carla.persona = "iemand"
    cast.carla.save()

    for key in ("iemand", "onbekend"):
        assert become(visitor, key).status_code == 404


def test_wanted_pages_are_kept_for_those_who_may_open_them(cast, visitor):
    page = visitor.get("/inloggen/?next=/wachtlijst/").content.decode()

    assert 'name="next" value="/wachtlijst/"' in page
    poh = become(visitor, "poh-kampen", next="/wachtlijst/")
    officer = become(visitor, "gemeente-kampen", next="/wachtlijst/")
    elsewhere = become(visitor, "poh-kampen", next="https://kwaad.example/")
    assert poh.headers["Location"] == "/wachtlijst/"
    assert officer.headers["Location"] == "/"
    assert elsewhere.headers["Location"] == "/"


def test_after_an_expired_login_the_text_waits_for_its_own_persona(cast, visitor):
    become(visitor, "huisarts-kampen")
    page = visitor.get("/aanmelden/").content.decode()
    told = {
        "csrfmiddlewaretoken": token(page),
        "by": typist.mark(cast.gerda.pk),
        "sentence": "Slaapt slecht sinds mei.",
    }
    with clock.at(NOW + timedelta(minutes=20)):
        page = visitor.post("/aanmelden/", told).content.decode()
        forms = re.findall(r'<form[^>]*action="/demo/als/[^>]*>.*?</form>', page, re.S)
        (mine,) = [form for form in forms if 'name="kept"' in form]
        kept = re.search(r'name="kept" value="([^"]+)"', mine).group(1)
        other = become(visitor, "assistent-kampen", kept=kept)
        answer = become(visitor, "huisarts-kampen", kept=kept)
        back = visitor.get("/inloggen/verder/").content.decode()

    assert "/demo/als/huisarts-kampen/" in mine
    assert other.headers["Location"] == "/"
    assert answer.headers["Location"] == "/inloggen/verder/"
    assert "Slaapt slecht sinds mei." in back


def test_one_who_was_invited_signs_in_with_a_password_here_too(cast, visitor):
    page = visitor.get("/inloggen/?account").content.decode()

    assert 'name="password"' in page


def test_outside_the_demo_none_of_it_is_there(settings, town, client):
    assert get_urlconf() is None
    set_urlconf(None)
    cast = town.anna
    cast.persona = "poh-kampen"
    cast.save()

    assert import_module("dichtbij.urls") is urls
    with pytest.raises(NoReverseMatch):
        reverse("become", args=["poh-kampen"])
    assert client.post("/demo/als/poh-kampen/").status_code == 404
    assert "/demo/als/" not in client.get("/inloggen/").content.decode()


def test_the_page_costs_the_same_for_few_and_many_practices(cast, visitor):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as few:
        visitor.get("/inloggen/")
    for number in range(20):
        member(cast, f"x{number}", Role.GP, cast.practice_noord)
    with CaptureQueriesContext(connection) as many:
        visitor.get("/inloggen/")

    assert len(many) == len(few)


def test_text_of_someone_without_a_button_goes_through_the_password_form(cast, visitor):
    told = {"by": typist.mark(cast.carla.pk), "sentence": "Slaapt slecht sinds mei."}
    page = visitor.get("/inloggen/").content.decode()
    told["csrfmiddlewaretoken"] = token(page)

    page = visitor.post("/aanmelden/", told).content.decode()

    assert 'name="password"' in page
    assert 'name="kept"' in page
