"""Does our own server start once, come back, and end?"""

import os
import signal
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from dichtbij import postgres
from tests.postgres.conftest import connect, pid_in

CHECKOUT = Path(__file__).parents[2]


def test_starting_twice_is_one_server(server):
    first = pid_in(server)

    postgres.ensure_running()

    assert pid_in(server) == first
    assert postgres.is_running()


def test_a_killed_server_comes_back_with_all_that_was_committed(server):
    with connect("dichtbij_owner") as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS kept (n int)")
        connection.execute("INSERT INTO kept SELECT generate_series(1, 1000)")
    killed = pid_in(server)
    os.kill(killed, signal.SIGKILL)

    postgres.ensure_running()

    assert pid_in(server) != killed
    with connect("dichtbij_owner") as connection:
        assert connection.execute("SELECT count(*) FROM kept").fetchone() == (1000,)
        connection.execute("DROP TABLE kept")


def test_a_pid_file_that_names_another_program_is_no_obstacle(empty_folder):
    postgres.ensure_running()
    server = empty_folder / "postgres"
    left_behind = (server / "postmaster.pid").read_text().splitlines()
    postgres.stop()
    left_behind[0] = str(os.getpid())
    (server / "postmaster.pid").write_text("\n".join(left_behind) + "\n")

    postgres.ensure_running()

    assert postgres.is_running()
    assert pid_in(server) != os.getpid()


def test_the_last_to_leave_stops_the_server(empty_folder):
    postgres.ensure_running()
    script = (
        "from dichtbij import postgres; postgres.ensure_running(); print('in');"
        "input(); postgres.leave()"
    )
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    other = subprocess.Popen([sys.executable, "-c", script], cwd=CHECKOUT, **pipes)
    assert other.stdout.readline() == "in\n"

    postgres.leave()
    still_there = postgres.is_running()
    other.communicate("\n")

    assert still_there
    assert not postgres.is_running()


def test_a_killed_user_of_the_server_keeps_no_share(empty_folder):
    postgres.ensure_running()
    script = "from dichtbij import postgres; postgres.ensure_running(); print('in')"
    forever = f"{script}; import time; time.sleep(600)"
    command = [sys.executable, "-u", "-c", forever]
    with subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE) as other:
        other.stdout.readline()
        other.kill()

    postgres.leave()

    assert not postgres.is_running()


def test_the_server_stops_while_somebody_is_connected(empty_folder):
    postgres.ensure_running()
    connection = connect("dichtbij_app")

    postgres.leave()

    assert not postgres.is_running()
    assert not postgres.socket_folder().exists()
    connection.close()


def test_a_server_to_keep_is_refused_to_tests(server):
    with pytest.raises(postgres.Unavailable, match="not for tests"):
        postgres.ensure_running(test=True)


def test_a_data_folder_of_another_version_is_explained(server, monkeypatch):
    postgres.stop()
    monkeypatch.setattr("dichtbij.postgres.server.major", lambda: 99)

    with pytest.raises(postgres.Unavailable, match="PGBIN"):
        postgres.ensure_running()


def test_what_somebody_typed_does_not_reach_the_log_of_the_server(owners_table, server):
    with connect("dichtbij_owner", owners_table) as connection:
        connection.execute("CREATE UNIQUE INDEX ON thing (name)")
        insert = "INSERT INTO thing (name) VALUES ('Fictieve Fleur')"
        connection.execute(insert)
        with pytest.raises(psycopg.errors.UniqueViolation, match="Fleur"):
            connection.execute(insert)

    log = (server / "server.log").read_text()

    assert "duplicate key" in log
    assert "Fleur" not in log
