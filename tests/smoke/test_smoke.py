"""Does the main road work at all? The small part that a newcomer's machine runs."""

from django.db import connection

from dichtbij import postgres
from dichtbij.referrals.models import Referral


def test_the_installation_says_that_it_is_ready(client, db):
    answer = client.get("/gezond/", secure=True)

    assert answer.status_code == 200
    assert answer.json()["status"] == "ok"


def test_a_stranger_is_asked_to_sign_in(client, db):
    answer = client.get("/aanmeldingen/", secure=True)

    assert answer.status_code == 302
    assert answer["Location"].startswith("/inloggen/")


def test_a_family_is_referred_and_has_a_first_conversation(town, make_appointment):
    appointment = make_appointment()

    assert Referral.objects.visible_to(town.gerda).count() == 1
    assert appointment.starts_at is not None


def test_the_database_is_asked_as_the_role_that_owns_nothing(db):
    assert postgres.refuse_wrong_role(connection) is None
