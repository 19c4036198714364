"""What was sent after the login had expired comes back, to its typist only (R16)."""

import re
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dichtbij.organisations import returning
from dichtbij.shared import clock, typist
from tests.conftest import NOW
from tests.organisations.conftest import PASSWORD, code_now, come_in, stranger

NOTE = "Slaapt slecht.\nMoeder belt morgen \U0001f642 <b>"


def kept_in(page: str) -> str:
    found = re.search(r'name="kept" value="([^"]+)"', page)
    return found.group(1) if found else ""


def come_in_directly(browser, user) -> None:
    browser.force_login(user)
    session = browser.session
    session["second_factor"] = True
    session.save()


@pytest.fixture
def expired(client, gerda, with_app):
    """gerda typed a note; a quarter of an hour later she sends it."""
    come_in(client, with_app(gerda))
    client.get("/aanmelden/")
    told = {
        "by": typist.mark(gerda.pk),
        "once": "3f6c1f0e-0000-4000-8000-000000000001",
        "sentence": NOTE,
        "pasted": "alles uit het HIS",
        "urgency": "normal",
    }
    with clock.at(NOW + timedelta(minutes=16)):
        yield client.post("/aanmelden/", told)


def sign_in_again(client, user, kept: str):
    told = {"login": user.email, "password": PASSWORD, "kept": kept}
    client.post("/inloggen/", told)
    return client.post("/inloggen/code/", {"code": code_now(user, 1)})


def test_the_sign_in_page_says_that_nothing_is_lost(expired):
    page = expired.content.decode()

    assert expired.status_code == 200
    assert "your text will be there" in page
    assert kept_in(page)
    assert "Slaapt slecht" not in page


def test_after_signing_in_the_text_is_there_and_goes_where_it_was_going(
    expired, client, gerda
):
    answer = sign_in_again(client, gerda, kept_in(expired.content.decode()))

    page = client.get(answer.headers["Location"])
    text = page.content.decode()
    assert answer.headers["Location"] == "/inloggen/verder/"
    assert 'action="/aanmelden/"' in text
    assert "Slaapt slecht.\nMoeder belt morgen \U0001f642 &lt;b&gt;" in text
    assert 'name="urgency" value="normal"' in text
    assert "alles uit het HIS" not in text
    assert page.context["kept"].texts() == [("sentence", NOTE)]


def test_sending_it_again_ends_the_keeping(expired, client, gerda):
    sign_in_again(client, gerda, kept_in(expired.content.decode()))
    client.get("/inloggen/verder/")

    client.post("/aanmelden/", {"returned": "1", "sentence": NOTE})

    assert client.get("/inloggen/verder/").headers["Location"] == "/"


def test_not_sending_it_ends_the_keeping_too(expired, client, gerda):
    sign_in_again(client, gerda, kept_in(expired.content.decode()))

    client.post("/inloggen/verder/", {"returned": "1"})

    assert client.get("/inloggen/verder/").headers["Location"] == "/"


def test_the_text_survives_a_wrong_password(expired, client, gerda):
    kept = kept_in(expired.content.decode())
    told = {"login": gerda.email, "password": "verkeerd", "kept": kept}

    page = client.post("/inloggen/", told)

    assert kept_in(page.content.decode()) == kept


def test_someone_else_at_the_same_computer_sees_nothing(
    expired, client, henk, with_app
):
    answer = sign_in_again(client, with_app(henk), kept_in(expired.content.decode()))

    page = client.get(answer.headers["Location"], follow=True)
    assert "Slaapt slecht" not in page.content.decode()


def test_it_is_kept_for_one_day(expired, client, gerda):
    kept = kept_in(expired.content.decode())

    with clock.at(NOW + timedelta(hours=25)):
        sign_in_again(client, gerda, kept)
        assert client.get("/inloggen/verder/").headers["Location"] == "/"


def test_nothing_typed_stands_in_a_cookie_or_an_address(expired, client, gerda):
    kept = kept_in(expired.content.decode())

    answer = sign_in_again(client, gerda, kept)

    cookies = " ".join(cookie.value for cookie in client.cookies.values())
    assert kept not in cookies + answer.headers["Location"]


def test_a_form_that_names_nobody_is_not_kept(client, db):
    answer = client.post("/aanmelden/", {"sentence": NOTE})

    assert answer.headers["Location"] == "/inloggen/?next=/aanmelden/"


def test_a_script_gets_the_plain_redirect(client, gerda):
    told = {"by": typist.mark(gerda.pk), "sentence": NOTE}

    answer = client.post("/aanmelden/", told, headers={"X-Requested-With": "fetch"})

    assert answer.status_code == 302


def test_a_password_is_never_kept(rf, gerda):
    told = {"by": typist.mark(gerda.pk), "password1": "geheim", "note": "een twee"}

    kept = returning.opened(returning.keep(rf.post("/x/", told)), gerda)

    assert kept.fields == [("note", "een twee")]


def test_a_hundred_kilobytes_are_kept_and_a_megabyte_is_not(rf, gerda):
    for size, length in ((100_000, 100_000), (400_000, 0)):
        told = {"by": typist.mark(gerda.pk), "note": "é" * (size // 6)}
        assert bool(returning.keep(rf.post("/x/", told))) is bool(length)


def test_a_token_that_was_rotated_meanwhile_costs_no_text(gerda, with_app):
    """gerda signed in again in another tab, then sends the form of the first."""
    with_app(gerda)
    browser = stranger()
    browser.handler.enforce_csrf_checks = True
    come_in_directly(browser, gerda)
    told = {"by": typist.mark(gerda.pk), "sentence": NOTE, "csrfmiddlewaretoken": "x"}

    answer = browser.post("/aanmelden/", told)

    assert answer.headers["Location"] == "/inloggen/verder/"
    assert "Slaapt slecht" in browser.get("/inloggen/verder/").content.decode()


def test_a_forged_form_of_another_gets_the_plain_refusal(gerda, henk, with_app):
    browser = stranger()
    browser.handler.enforce_csrf_checks = True
    come_in_directly(browser, with_app(gerda))
    told = {"by": typist.mark(henk.pk), "sentence": NOTE, "csrfmiddlewaretoken": "x"}

    assert browser.post("/aanmelden/", told).status_code == 403


def test_the_sign_in_form_itself_survives_the_new_token(expired, client, gerda):
    """The token is new at sign-in; the page that follows carries the new one."""
    browser = stranger()
    browser.handler.enforce_csrf_checks = True
    page = browser.get("/inloggen/").content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page).group(1)
    kept = kept_in(expired.content.decode())
    referer = {"Referer": "https://testserver:80/inloggen/"}
    told = {
        "login": gerda.email,
        "password": PASSWORD,
        "kept": kept,
        "csrfmiddlewaretoken": token,
    }
    browser.post("/inloggen/", told, headers=referer)
    page = browser.get("/inloggen/code/").content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page).group(1)
    told = {"code": code_now(gerda, 1), "csrfmiddlewaretoken": token}

    answer = browser.post("/inloggen/code/", told, headers=referer)

    assert answer.headers["Location"] == "/inloggen/verder/"
    page = browser.get("/inloggen/verder/").content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page).group(1)
    told = {"csrfmiddlewaretoken": token, "returned": "1", "sentence": NOTE}
    again = browser.post("/aanmelden/", told, headers=referer)
    assert again.status_code in (200, 302)


@given(text=st.text(max_size=200), name=st.text(min_size=1, max_size=20))
def test_any_text_comes_back_as_it_was_typed(text, name):
    kept = returning.Kept("/x/", [(name, text)])

    assert sorted(kept.texts() + kept.others()) == [(name, text)]
