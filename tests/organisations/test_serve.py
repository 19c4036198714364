"""`./run serve` and `./run worker` start on safe settings only, and say why not."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from dichtbij import postgres
from dichtbij.audit.models import Entry
from dichtbij.management import refusals
from dichtbij.management.commands import serve
from dichtbij.organisations import waiver


@pytest.fixture
def safe(db, settings, monkeypatch):
    """All that serving needs, on the database of the tests."""
    settings.ADDRESS = "https://dichtbij.example"
    settings.ALLOWED_HOSTS = ["dichtbij.example"]
    settings.PLAIN_HTTP = False
    settings.DEMO = False
    settings.SECRET_KEY = "x" * 50
    monkeypatch.setenv(waiver.BY, "P. Privacy")
    monkeypatch.setenv(waiver.ON, "2026-03-01")
    monkeypatch.setattr(postgres, "is_embedded", lambda: False)
    started: list[list[str]] = []
    monkeypatch.setattr(serve.os, "execv", lambda _program, line: started.append(line))
    return started


def refused(command: str = "serve") -> str:
    with pytest.raises(CommandError) as refusal:
        call_command(command)
    return str(refusal.value)


def test_it_becomes_granian_with_workers_and_one_thread_each(safe, monkeypatch):
    monkeypatch.setenv("DICHTBIJ_WORKERS", "3")

    call_command("serve", "--port", "8123")

    (line,) = safe
    text = " ".join(line[1:])
    assert text.startswith("-m granian --interface wsgi --host 127.0.0.1 --port 8123")
    assert "--workers 3 --blocking-threads 1" in text
    assert line[-1] == "dichtbij.wsgi:application"


def test_on_whose_word_it_serves_is_written_in_the_log_once(safe):
    call_command("serve")
    call_command("serve")

    line = Entry.objects.get(event_type=waiver.EVENT)
    assert (line.user_name, line.object_id) == ("P. Privacy", "2026-03-01")
    assert line.programme_id is None
    assert len(safe) == 2


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("DEMO", True, "the demo sign-in must not be served"),
        ("DEBUG", True, "DEBUG is on"),
        ("PLAIN_HTTP", True, "unencrypted"),
        ("SECRET_KEY", "short", "shorter than 40"),
        ("ADDRESS", "http://dichtbij.example", "DICHTBIJ_ADDRESS must begin"),
        ("ALLOWED_HOSTS", ["testserver"], "DICHTBIJ_HOSTS"),
    ],
)
@pytest.mark.parametrize("command", ["serve", "worker"])
def test_an_unsafe_setting_is_refused_in_one_sentence(
    safe, settings, name, value, sentence, command
):
    setattr(settings, name, value)

    said = refused(command)

    assert sentence in said
    assert len(said.splitlines()) == 1
    assert safe == []


def test_the_embedded_database_is_refused(safe, monkeypatch):
    monkeypatch.setattr(postgres, "is_embedded", lambda: True)

    assert "DATABASE_URL is not set" in refused()


@pytest.mark.parametrize(
    ("by", "on", "sentence"),
    [
        ("", "2026-03-01", "privacy officer's dated waiver"),
        ("P. Privacy", "", "privacy officer's dated waiver"),
        ("P. Privacy", "vorige week", "privacy officer's dated waiver"),
        ("P. Privacy", "2026-03-11", "lies in the future"),
        ("P. Privacy", "2025-03-01", "over a year old"),
    ],
)
def test_without_a_dated_waiver_nothing_is_served(safe, monkeypatch, by, on, sentence):
    monkeypatch.setenv(waiver.BY, by)
    monkeypatch.setenv(waiver.ON, on)

    assert sentence in refused()
    assert not Entry.objects.filter(event_type=waiver.EVENT).exists()


@pytest.mark.parametrize("what", ["refuse_wrong_role", "refuse_forgetful_server"])
def test_an_unsafe_database_is_refused(safe, monkeypatch, what):
    monkeypatch.setattr(postgres, what, lambda _connection: "Not like this.")

    assert refused() == "Not like this."


def test_a_database_that_does_not_answer_is_one_sentence(safe, monkeypatch):
    def away(_connection):
        raise OperationalError("connection refused")

    monkeypatch.setattr(postgres, "refuse_wrong_role", away)

    assert refused() == "The database does not answer: connection refused"


def test_tables_of_an_older_version_are_refused(safe, monkeypatch):
    monkeypatch.setattr(
        refusals.MigrationExecutor, "migration_plan", lambda *_args: ["something"]
    )

    assert "run ./run migrate first" in refused()


def test_the_demo_route_is_not_there_outside_the_demo(client, db):
    assert client.post("/demo/als/poh-kampen/").status_code == 404
    assert client.get("/demo/postbus/").status_code == 404


# --- the first administrator ----------------------------------------------------------


def test_the_first_administrator_comes_in_by_a_printed_link(client, db, settings):
    settings.ADDRESS = "https://dichtbij.example"
    said = StringIO()

    call_command("invite_admin", "beheer@gemeente.example", "Bea Beheer", stdout=said)

    address = said.getvalue().split()[-1]
    assert address.startswith("https://dichtbij.example/uitnodiging/")
    chosen = dict.fromkeys(("password1", "password2"), "vijf woorden bij elkaar zo")
    answer = client.post(address.removeprefix("https://dichtbij.example"), chosen)
    assert answer.headers["Location"] == "/"
    line = Entry.objects.get(event_type="invite_first_administrator")
    assert "beheer@" not in str(vars(line))


def test_a_second_invitation_of_the_same_is_refused(db):
    call_command("invite_admin", "beheer@gemeente.example", "Bea", stdout=StringIO())

    with pytest.raises(CommandError, match="already has this role"):
        call_command("invite_admin", "beheer@gemeente.example", "Bea")


def test_an_address_that_is_none_is_refused(db):
    with pytest.raises(CommandError, match="not an e-mail address"):
        call_command("invite_admin", "beheer", "Bea")
