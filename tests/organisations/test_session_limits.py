"""How long a session lasts, and what ends it on the next request (A7, A8)."""

from datetime import timedelta

import pytest

from dichtbij.organisations.factors import end_sessions
from dichtbij.organisations.models import Membership
from dichtbij.shared import clock
from tests.conftest import NOW
from tests.organisations.conftest import come_in


def minutes_later(count: float):
    return clock.at(NOW + timedelta(minutes=count))


def test_fifteen_idle_minutes_are_too_long(client, anna, with_app):
    come_in(client, with_app(anna))

    assert client.get("/vandaag/").status_code == 200
    with minutes_later(14):
        assert client.get("/vandaag/").status_code == 200
    with minutes_later(30):
        answer = client.get("/vandaag/")
    assert answer.headers["Location"] == "/inloggen/?next=/vandaag/"


def test_ten_hours_are_too_long_however_busy_one_is(client, anna, with_app):
    come_in(client, with_app(anna))

    for minute in range(10, 601, 10):
        with minutes_later(minute):
            assert client.get("/vandaag/").status_code == 200, minute
    with minutes_later(601):
        assert client.get("/vandaag/").status_code == 302


def test_a_cookie_that_was_kept_opens_nothing_after_the_limit(client, anna, with_app):
    come_in(client, with_app(anna))
    client.get("/vandaag/")
    kept = dict(client.cookies.items())

    with minutes_later(16):
        client.get("/vandaag/")
        client.cookies.update(kept)
        assert client.get("/vandaag/").status_code == 302


@pytest.mark.parametrize(
    "state", [Membership.State.SUSPENDED, Membership.State.ENDED, "invited"]
)
def test_a_membership_that_stops_closes_a_live_session(client, anna, with_app, state):
    come_in(client, with_app(anna))
    assert client.get("/vandaag/").status_code == 200

    Membership.objects.filter(user=anna).update(state=state)

    answer = client.get("/vandaag/")
    assert answer.status_code == 403
    assert "No access now" in answer.content.decode()


def test_an_account_that_is_switched_off_closes_a_live_session(client, anna, with_app):
    come_in(client, with_app(anna))

    anna.is_active = False
    anna.save()

    assert client.get("/vandaag/").status_code == 302


def test_ending_the_sessions_closes_all_of_them(client, anna, with_app):
    come_in(client, with_app(anna))

    end_sessions(anna)

    assert client.get("/vandaag/").status_code == 302


def test_the_cookie_is_locked_up(client, anna, with_app):
    answer = come_in(client, with_app(anna))

    cookie = answer.cookies["__Host-dichtbij"]
    assert cookie["secure"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["path"] == "/"
    assert not cookie["domain"]
    assert cookie["max-age"] == ""
    assert len(cookie.value) >= 32
