"""The second factor: enrolled, each code good once, lost ones replaced (A1, A3)."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp

from dichtbij.audit.models import Entry
from dichtbij.organisations import factors
from dichtbij.organisations.models import RecoveryCode
from dichtbij.shared import clock
from tests.organisations.conftest import (
    code_now,
    come_in,
    give_password,
    stranger,
)

# The middle of a period of 30 s, so that a step never falls in a test.
MOMENT = datetime(2026, 3, 10, 9, 0, 15, tzinfo=UTC)


@pytest.fixture(autouse=True)
def standing_still():
    with time_machine.travel(MOMENT, tick=False):
        yield


def enrol(client) -> str:
    """Enrol an app in this session and return its secret."""
    page = client.get("/account/app/")
    secret = page.context["secret"].replace(" ", "")
    counter = list(totp.yield_hotp_counters_from_time())[1]
    code = totp.format_hotp_value(totp.hotp_value(secret, counter))
    answer = client.post("/account/app/", {"code": code})
    assert answer.headers["Location"] == "/account/herstelcodes/"
    return secret


def test_enrolling_an_app_opens_everything_and_leads_to_recovery_codes(
    client, anna, with_password
):
    with_password(anna)
    give_password(client, anna)

    enrol(client)
    page = client.post("/account/herstelcodes/")

    assert len(page.context["codes"]) == 10
    assert client.get("/vandaag/").status_code == 200
    added = Entry.objects.get(event_type="second_factor_added")
    assert (added.user_id, added.programme_id) == (anna.pk, None)


def test_the_drawing_and_the_key_are_on_the_page_without_script(
    client, anna, with_password
):
    with_password(anna)
    give_password(client, anna)

    page = client.get("/account/app/").content.decode()

    assert '<path d="M' in page
    assert "Key:" in page


def test_the_secret_of_an_app_is_sealed_in_the_table(client, anna, with_password):
    with_password(anna)
    give_password(client, anna)

    secret = enrol(client)

    kept = Authenticator.objects.get(user=anna)
    assert secret not in str(kept.data)
    assert factors.FactorAdapter().decrypt(kept.data["secret"]) == secret


def test_a_code_is_good_once(client, anna, with_app):
    with_app(anna)
    come_in(client, anna)
    browser = stranger()
    give_password(browser, anna)

    answer = browser.post("/inloggen/code/", {"code": code_now(anna)})

    assert answer.status_code == 200
    assert "not right, or was used before" in answer.content.decode()


def test_a_used_code_stays_used_while_it_would_still_be_taken(client, anna, with_app):
    with_app(anna)
    used = code_now(anna)
    come_in(client, anna)
    browser = stranger()
    with time_machine.travel(MOMENT + timedelta(seconds=31), tick=False):
        give_password(browser, anna)
        answer = browser.post("/inloggen/code/", {"code": used})

    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("steps", "taken"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)]
)
def test_a_code_is_taken_one_step_early_or_late(anna, with_app, steps, taken):
    with_app(anna)

    assert bool(factors.spend_code(anna, code_now(anna, steps))) is taken


def test_the_code_that_enrolled_the_app_does_not_sign_in(client, anna, with_password):
    with_password(anna)
    give_password(client, anna)
    anna.secret = enrol(client)
    browser = stranger()
    give_password(browser, anna)

    assert browser.post("/inloggen/code/", {"code": code_now(anna)}).status_code == 200


def test_recovery_codes_are_hashes_of_120_bits_and_good_once(client, anna, with_app):
    with_app(anna)
    codes = factors.make_recovery_codes(anna)
    kept = list(RecoveryCode.objects.filter(user=anna))

    give_password(client, anna)
    first = client.post("/inloggen/code/", {"code": codes[0].lower()})
    browser = stranger()
    give_password(browser, anna)
    second = browser.post("/inloggen/code/", {"code": codes[0]})

    plain = codes[0].replace("-", "")
    assert len(plain) == 24
    assert set("".join(codes)) <= set(factors.SIGNS) | {"-"}
    assert all(len(bytes(row.code_hash)) == 32 for row in kept)
    assert first.headers["Location"] == "/"
    assert second.status_code == 200
    assert factors.codes_left(anna) == 9
    assert Entry.objects.filter(event_type="recovery_code_used").count() == 1


def test_a_recovery_code_of_someone_else_opens_nothing(anna, carla, with_app):
    codes = factors.make_recovery_codes(with_app(carla))

    assert factors.spend_code(with_app(anna), codes[0]) == ""
    assert factors.spend_code(carla, codes[0]) == "recovery_codes"


def test_signs_that_look_alike_are_read_alike(anna):
    code = factors.make_recovery_codes(anna)[0]

    assert factors.spend_recovery_code(anna, code.replace("0", "O").replace("1", "l"))


def test_new_recovery_codes_replace_the_old(anna):
    old = factors.make_recovery_codes(anna)

    factors.make_recovery_codes(anna)

    assert not factors.spend_recovery_code(anna, old[0])


def test_five_wrong_codes_make_the_second_step_wait(client, anna, with_app):
    with_app(anna)
    give_password(client, anna)
    for _try in range(5):
        client.post("/inloggen/code/", {"code": "000000"})

    page = client.post("/inloggen/code/", {"code": code_now(anna)})

    assert "Too many attempts" in page.content.decode()
    events = Entry.objects.values_list("event_type", flat=True)
    assert list(events).count("second_factor_failed") == 5
    assert "second_factor_refused" in events


def test_enrolling_ends_every_other_session(client, anna, with_password):
    with_password(anna)
    other = stranger()
    for browser in (client, other):
        give_password(browser, anna)

    enrol(client)

    assert other.get("/account/").headers["Location"].startswith("/inloggen/")
    assert client.get("/account/").status_code == 200


def test_taking_the_app_away_asks_for_a_new_factor_at_once(client, anna, with_app):
    with_app(anna)
    come_in(client, anna)

    client.post("/account/app/weg/")

    assert client.get("/vandaag/").headers["Location"] == "/account/"
    assert not Authenticator.objects.filter(user=anna).exists()
    assert Entry.objects.filter(event_type="second_factor_removed").exists()


def test_after_five_minutes_one_shows_again_who_one_is(client, anna, with_app):
    with_app(anna)
    come_in(client, anna)
    later = MOMENT + timedelta(minutes=6)
    with time_machine.travel(later, tick=False), clock.at(later):
        asked = client.post("/account/herstelcodes/")
        before = client.session.session_key
        client.post(asked.headers["Location"], {"code": code_now(anna)})
        after = client.post("/account/herstelcodes/")

    assert asked.headers["Location"].startswith("/account/opnieuw/code/")
    assert after.status_code == 200
    assert client.session.session_key != before


def test_a_session_of_one_factor_whose_owner_has_two_is_challenged(
    client, anna, with_app
):
    client.force_login(with_app(anna))

    answer = client.get("/vandaag/")

    assert answer.headers["Location"].startswith("/account/opnieuw/code/")
    client.post("/account/opnieuw/code/", {"code": code_now(anna)})
    assert client.get("/vandaag/").status_code == 200


def test_changing_the_password_ends_the_other_sessions(client, anna, with_app):
    with_app(anna)
    other = stranger()
    come_in(client, anna)
    with time_machine.travel(MOMENT + timedelta(seconds=60), tick=False):
        come_in(other, anna)
        told = {
            "oldpassword": "vier gewone woorden samen",
            "password1": "vijf andere woorden bij elkaar",
            "password2": "vijf andere woorden bij elkaar",
        }
        client.post("/account/wachtwoord/", told)

    assert client.get("/vandaag/").status_code == 200
    assert other.get("/vandaag/").headers["Location"].startswith("/inloggen/")
    assert Entry.objects.filter(event_type="password_changed").count() == 1


@pytest.mark.parametrize(
    "weak",
    [
        "kort",
        "wachtwoord12",
        "password1234",
        "Welkom-2026!",
        "abababababab",
        "x1y2z" * 26,
    ],
)
def test_a_weak_or_endless_password_is_refused(client, anna, with_app, weak):
    with_app(anna)
    come_in(client, anna)
    told = {
        "oldpassword": "vier gewone woorden samen",
        "password1": weak,
        "password2": weak,
    }

    page = client.post("/account/wachtwoord/", told)

    assert page.status_code == 200
    assert page.context["form"].errors["password1"]


def test_one_signs_out_everywhere_else(client, anna, with_app):
    with_app(anna)
    other = stranger()
    come_in(client, anna)
    with time_machine.travel(MOMENT + timedelta(seconds=60), tick=False):
        come_in(other, anna)

    client.post("/account/overal-uit/")

    assert client.get("/vandaag/").status_code == 200
    assert other.get("/vandaag/").headers["Location"].startswith("/inloggen/")


def test_the_second_factor_is_kept_strong(settings):
    from dichtbij.organisations.passwords import Argon2

    assert settings.PASSWORD_HASHERS  # replaced for speed in these tests
    assert (Argon2.time_cost, Argon2.memory_cost, Argon2.parallelism) == (2, 19456, 1)
    assert settings.MFA_WEBAUTHN_USER_VERIFICATION == "required"
    assert settings.MFA_TOTP_TOLERANCE == 1
