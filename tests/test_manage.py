"""Does a command start the database when it needs one, and leave nothing behind?"""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from dichtbij import postgres

CHECKOUT = Path(__file__).parent.parent
SAYS_SO_AND_WAITS = "import time; print('started', flush=True); time.sleep(600)"


@pytest.fixture
def own_data(tmp_path, monkeypatch):
    monkeypatch.setenv("DICHTBIJ_DATA", str(tmp_path))
    yield tmp_path
    postgres.stop()


def command(*arguments):
    return subprocess.Popen(
        [sys.executable, "manage.py", *arguments],
        cwd=CHECKOUT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)],
)
def test_an_interrupted_command_takes_its_server_along(own_data, number, code):
    process = command("shell", "--no-imports", "-c", SAYS_SO_AND_WAITS)
    assert process.stdout.readline() == "started\n"
    ran = postgres.is_running()

    os.killpg(process.pid, number)  # as a terminal does: to the whole group
    process.communicate(timeout=60)

    assert ran
    assert process.returncode == code
    assert not postgres.is_running()


def test_a_command_in_the_background_of_a_script_can_be_interrupted(own_data):
    ignores = signal.signal(signal.SIGINT, signal.SIG_IGN)  # as `command &` in sh does
    try:
        process = command("shell", "--no-imports", "-c", SAYS_SO_AND_WAITS)
    finally:
        signal.signal(signal.SIGINT, ignores)
    assert process.stdout.readline() == "started\n"

    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)

    assert process.returncode == 130
    assert not postgres.is_running()


def test_a_command_that_fails_takes_its_server_along(own_data):
    process = command("shell", "--no-imports", "-c", "raise ValueError('on purpose')")
    _, complaint = process.communicate(timeout=60)

    assert "on purpose" in complaint
    assert process.returncode == 1
    assert (own_data / "postgres" / "PG_VERSION").exists()
    assert not postgres.is_running()


def test_a_command_without_tables_starts_no_server(own_data):
    process = command("diffsettings")
    process.communicate(timeout=60)

    assert process.returncode == 0
    assert not (own_data / "postgres").exists()


def test_no_database_is_one_sentence_and_no_traceback(own_data, monkeypatch):
    monkeypatch.setenv("PGBIN", "/nowhere")

    process = command("showmigrations")
    _, complaint = process.communicate(timeout=60)

    assert process.returncode == 1
    assert complaint.startswith("No PostgreSQL in /nowhere")
    assert len(complaint.splitlines()) == 1
