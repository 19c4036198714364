"""Signing in: two factors, equal answers, and nothing secret in the log."""

import pytest
from django.core.cache import cache

from dichtbij.audit.models import Entry
from tests.organisations.conftest import (
    PASSWORD,
    code_now,
    come_in,
    give_password,
    stranger,
)


def test_the_page_asks_for_address_and_password(client, db):
    page = client.get("/inloggen/").content.decode()

    assert 'name="login"' in page
    assert 'name="password"' in page
    assert 'action="/demo/als' not in page


def test_a_password_and_a_code_open_the_first_page(client, anna, with_app):
    with_app(anna)

    first = give_password(client, anna)
    second = client.post("/inloggen/code/", {"code": code_now(anna)})

    assert first.headers["Location"] == "/inloggen/code/"
    assert second.headers["Location"] == "/"
    assert client.get("/").headers["Location"] == "/vandaag/"


def test_a_password_alone_opens_nothing(client, anna, with_app):
    with_app(anna)
    give_password(client, anna)

    assert client.get("/vandaag/").headers["Location"].startswith("/inloggen/")


def test_someone_without_a_factor_gets_the_enrolment_and_nothing_else(
    client, anna, with_password
):
    with_password(anna)
    give_password(client, anna)

    assert client.get("/vandaag/").headers["Location"] == "/account/"
    assert client.post("/aanmelden/").headers["Location"] == "/account/"
    assert client.get("/account/wachtwoord/").headers["Location"] == "/account/"
    assert client.get("/account/").status_code == 200
    assert client.get("/account/app/").status_code == 200


def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(
    client, anna, with_password
):
    with_password(anna)

    wrong = give_password(client, anna, "een ander lang wachtwoord")
    anna.email = "niemand@teststad.example"
    unknown = give_password(client, anna)

    plain = [_without_tokens(page.content.decode()) for page in (wrong, unknown)]
    assert wrong.status_code == unknown.status_code == 200
    assert plain[0].replace("anna@", "niemand@") == plain[1]
    assert "do not belong together" in plain[0]


def _without_tokens(page: str) -> str:
    lines = page.splitlines()
    return "\n".join(line for line in lines if "csrfmiddlewaretoken" not in line)


def test_known_and_unknown_addresses_cost_one_hash_each(
    client, anna, with_password, monkeypatch
):
    with_password(anna)
    hasher = "django.contrib.auth.hashers.MD5PasswordHasher"
    counted = []
    for what in ("encode", "verify"):
        _count(monkeypatch, f"{hasher}.{what}", counted)

    give_password(client, anna, "een ander lang wachtwoord")
    known, counted[:] = len([c for c in counted if c == "encode"]), []
    anna.email = "niemand@teststad.example"
    give_password(client, anna)

    assert known == len([c for c in counted if c == "encode"]) == 1


def _count(monkeypatch, path: str, counted: list) -> None:
    from django.utils.module_loading import import_string

    owner, _dot, name = path.rpartition(".")
    cls = import_string(owner)
    original = getattr(cls, name)

    def counting(self, *args, **kwargs):
        counted.append(name)
        return original(self, *args, **kwargs)

    monkeypatch.setattr(cls, name, counting)


def test_someone_switched_off_looks_like_a_wrong_password(client, anna, with_app):
    with_app(anna)
    anna.is_active = False
    anna.save()

    page = give_password(client, anna)

    assert page.status_code == 200
    assert "do not belong together" in page.content.decode()


def test_coming_in_going_out_and_failing_are_lines_without_secrets(
    client, anna, with_app
):
    with_app(anna)

    give_password(client, anna, "een ander lang wachtwoord")
    come_in(client, anna)
    client.post("/uitloggen/")
    give_password(stranger(), anna.__class__(email="niemand@teststad.example"))

    lines = list(Entry.objects.order_by("sequence"))
    told = [(line.event_type, line.user_id, line.outcome) for line in lines]
    assert told == [
        ("sign_in_failed", anna.pk, Entry.Outcome.REFUSED),
        ("signed_in", anna.pk, Entry.Outcome.SUCCESS),
        ("signed_out", anna.pk, Entry.Outcome.SUCCESS),
        ("sign_in_failed", None, Entry.Outcome.REFUSED),
    ]
    assert {line.programme_id for line in lines} == {None}
    everything = " ".join(str(vars(line)) for line in lines)
    for secret in (PASSWORD, "een ander", anna.email, "niemand", anna.secret):
        assert secret not in everything


def test_the_session_gets_a_new_number_at_sign_in(client, anna, with_app):
    with_app(anna)
    give_password(client, anna)
    before = client.session.session_key

    client.post("/inloggen/code/", {"code": code_now(anna)})

    assert client.session.session_key != before


def test_five_wrong_passwords_make_an_account_wait(client, anna, with_app):
    with_app(anna)
    for _try in range(5):
        give_password(client, anna, "een ander lang wachtwoord")

    page = give_password(client, anna)

    assert "Too many attempts" in page.content.decode()


def test_many_wrong_passwords_for_one_do_not_stop_another(
    client, anna, carla, with_app
):
    with_app(anna)
    with_app(carla)
    for _try in range(8):
        give_password(client, anna, "een ander lang wachtwoord")

    assert come_in(stranger(), carla).headers["Location"] == "/"


def test_an_attacker_cannot_shut_out_a_browser_that_signed_in_before(
    client, anna, with_app
):
    with_app(anna)
    come_in(client, anna)
    client.post("/uitloggen/")
    for _try in range(40):
        give_password(stranger(), anna, "een ander lang wachtwoord")

    assert give_password(client, anna).headers["Location"] == "/inloggen/code/"
    assert "Too many" in give_password(stranger(), anna).content.decode()


def test_a_known_browser_is_known_for_its_own_account_only(
    client, anna, carla, with_app
):
    with_app(anna)
    with_app(carla)
    come_in(client, anna)
    client.post("/uitloggen/")
    for _try in range(5):
        give_password(client, carla, "een ander lang wachtwoord")

    assert "Too many" in give_password(client, carla).content.decode()


def test_one_address_cannot_try_many_accounts(client, anna, with_app):
    with_app(anna)
    for number in range(30):
        told = {"login": f"x{number}@teststad.example", "password": "iets"}
        client.post("/inloggen/", told)

    assert "Too many" in give_password(client, anna).content.decode()


def test_counts_are_kept_without_addresses(client, anna, with_password):
    with_password(anna)
    give_password(client, anna, "een ander lang wachtwoord")

    from dichtbij.organisations.models import SharedValue

    kept = str(list(SharedValue.objects.values()))
    assert SharedValue.objects.exists()
    assert "anna" not in kept
    assert "127.0.0.1" not in kept


def test_after_signing_in_one_is_where_one_wanted_to_be(client, anna, with_app):
    with_app(anna)
    give_password(client, anna, next="/wachtlijst/")

    answer = client.post("/inloggen/code/", {"code": code_now(anna)})

    assert answer.headers["Location"] == "/wachtlijst/"


@pytest.mark.parametrize(
    "elsewhere",
    ["https://kwaad.example/", "//kwaad.example", r"/\kwaad.example", "javascript:1"],
)
def test_signing_in_never_leads_to_another_site(client, anna, with_app, elsewhere):
    with_app(anna)
    give_password(client, anna, next=elsewhere)

    answer = client.post("/inloggen/code/", {"code": code_now(anna)})

    assert answer.headers["Location"] == "/"


def test_the_cache_of_all_processes_adds_once(db):
    assert cache.add("code", 1, timeout=30)
    assert not cache.add("code", 2, timeout=30)
    assert cache.get("code") == 1
    assert cache.delete("code")
    assert cache.get("code", "away") == "away"
