"""A passkey: enrolled once, then two factors by itself, because it checks its owner."""

import json

import pytest
from allauth.mfa.models import Authenticator

from dichtbij.audit.models import Entry
from tests.organisations.conftest import give_password, stranger
from tests.organisations.soft_passkey import PRESENT, SoftPasskey


@pytest.fixture
def enrolled(client, anna, with_password):
    """anna with a passkey, signed in."""
    with_password(anna)
    give_password(client, anna)
    passkey = SoftPasskey()
    answer = enrol(client, passkey)
    assert answer.headers["Location"] == "/account/herstelcodes/"
    return passkey


def enrol(client, passkey: SoftPasskey, name: str = "laptop"):
    page = client.get("/account/passkey/")
    options = plain(page.context["js_data"]["creation_options"])
    told = {
        "name": name,
        "passwordless": "True",
        "credential": passkey.create(options),
    }
    return client.post("/account/passkey/", told)


def plain(options) -> dict:
    return json.loads(json.dumps(options, default=dict))


def come_in_by(browser, passkey: SoftPasskey):
    asked = browser.get("/inloggen/passkey/", headers={"Accept": "application/json"})
    told = {"credential": passkey.get(asked.json()["request_options"])}
    return browser.post("/inloggen/passkey/", told)


def test_a_passkey_signs_in_alone(enrolled, anna):
    browser = stranger()

    answer = come_in_by(browser, enrolled)

    assert answer.headers["Location"] == "/"
    assert browser.get("/vandaag/").status_code == 200
    assert Entry.objects.filter(event_type="signed_in", user_id=anna.pk).count() == 2


def test_a_passkey_that_does_not_check_its_owner_is_refused(enrolled):
    enrolled.flags = PRESENT

    answer = come_in_by(stranger(), enrolled)

    assert answer.headers["Location"] == "/inloggen/"


def test_a_passkey_without_a_check_of_its_owner_is_not_enrolled(
    client, anna, with_password
):
    with_password(anna)
    give_password(client, anna)

    page = enrol(client, SoftPasskey(flags=PRESENT))

    assert page.status_code == 200
    assert not Authenticator.objects.filter(user=anna).exists()


def test_a_passkey_of_another_site_is_refused(enrolled):
    enrolled.site = "kwaad.example"

    assert come_in_by(stranger(), enrolled).headers["Location"] == "/inloggen/"


def test_an_answer_is_good_for_one_challenge(enrolled):
    browser = stranger()
    asked = browser.get("/inloggen/passkey/", headers={"Accept": "application/json"})
    told = {"credential": enrolled.get(asked.json()["request_options"])}
    browser.get("/inloggen/passkey/", headers={"Accept": "application/json"})

    assert browser.post("/inloggen/passkey/", told).headers["Location"] == "/inloggen/"


def test_a_passkey_is_the_second_step_after_a_password(enrolled, anna):
    browser = stranger()
    give_password(browser, anna)
    page = browser.get("/inloggen/code/")
    options = plain(page.context["js_data"]["request_options"])

    answer = browser.post("/inloggen/code/", {"credential": enrolled.get(options)})

    assert answer.headers["Location"] == "/"
    assert browser.get("/vandaag/").status_code == 200


def test_someone_switched_off_does_not_come_in_by_passkey(enrolled, anna):
    anna.is_active = False
    anna.save()
    browser = stranger()

    answer = come_in_by(browser, enrolled)

    assert answer.headers["Location"] == "/inloggen/"
    assert browser.get("/vandaag/").status_code == 302


def test_a_passkey_is_taken_away_by_its_owner_only(enrolled, client, carla, with_app):
    from tests.organisations.conftest import come_in

    page = client.get("/account/").content.decode()
    address = page.split('href="/account/passkey/')[1].split('"')[0]
    address = f"/account/passkey/{address}"
    other = stranger()
    come_in(other, with_app(carla))

    theirs = other.post(address)
    mine = client.post(address)

    assert theirs.status_code == 404
    assert mine.headers["Location"] == "/account/"
    assert client.get("/vandaag/").headers["Location"] == "/account/"
    assert come_in_by(stranger(), enrolled).headers["Location"] == "/inloggen/"
