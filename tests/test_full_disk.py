"""Is everything that was acknowledged still there after the disk was full? (R40)"""

import os
import signal
import subprocess
from pathlib import Path

import psycopg
import pytest

from dichtbij import postgres

ENOUGH, MORE = "160m", "640m"
PAGE = "x" * 6000  # does not compress into nothing: each row takes its own page


def mount(*arguments):
    return subprocess.run(["mount", *arguments], capture_output=True, text=True)


@pytest.fixture
def small_disk(tmp_path, monkeypatch):
    """A durable server whose data folder is a disk of its own, and nearly full."""
    disk = tmp_path / "disk"
    disk.mkdir()
    made = mount("-t", "tmpfs", "-o", f"size={ENOUGH}", "dichtbij-test", str(disk))
    if made.returncode:
        pytest.skip(f"a small disk cannot be mounted here: {made.stderr.strip()}")
    monkeypatch.setenv("DICHTBIJ_DATA", str(disk / "data"))
    yield disk
    postgres.leave()
    subprocess.run(["umount", "--lazy", str(disk)], check=True)


def connect(role):
    host = str(postgres.socket_folder())
    return psycopg.connect(host=host, user=role, dbname="dichtbij", autocommit=True)


def write_until_refused(first, tries):
    """Insert numbered rows, one commit each.

    Return the numbers that were acknowledged and the reasons of the refusals.
    """
    acknowledged, refusals = [], []
    number = first
    while len(refusals) < tries:
        number += 1
        try:
            with connect("dichtbij_app") as connection:
                while True:
                    insert = "INSERT INTO note (id, text) VALUES (%s, %s)"
                    connection.execute(insert, [number, PAGE])
                    acknowledged.append(number)
                    number += 1
        except psycopg.Error as refusal:
            refusals.append(str(refusal))
    return acknowledged, refusals


def test_a_full_disk_loses_nothing_that_was_acknowledged(small_disk):
    postgres.ensure_running()
    with connect("dichtbij_owner") as connection:
        connection.execute("CREATE TABLE note (id bigint PRIMARY KEY, text text)")
        connection.execute("ALTER TABLE note ALTER text SET STORAGE plain")

    acknowledged, refusals = write_until_refused(first=0, tries=10)
    crash(small_disk / "data" / "postgres")
    acknowledged_later = give_room_and_start(small_disk, after=acknowledged[-1])

    assert len(acknowledged) > 1000
    assert any("No space left on device" in refusal for refusal in refusals)
    with connect("dichtbij_app") as connection:
        found = {n for (n,) in connection.execute("SELECT id FROM note")}
        whole = connection.execute(
            "SELECT count(*) FROM note WHERE text = %s", [PAGE]
        ).fetchone()
    assert set(acknowledged) | set(acknowledged_later) <= found
    assert whole == (len(found),)


def crash(server):
    """End the server as a power cut would, if the full disk has not done so."""
    pid_file = server / "postmaster.pid"
    if pid_file.exists():
        pid = int(pid_file.read_text().split()[0])
        if Path(f"/proc/{pid}").exists():
            os.kill(pid, signal.SIGKILL)


def give_room_and_start(disk, *, after):
    """Make room, start again and write one more; return its number."""
    assert mount("-o", f"remount,size={MORE}", str(disk)).returncode == 0
    postgres.ensure_running()
    number = after + 1_000_000
    with connect("dichtbij_app") as connection:
        connection.execute("INSERT INTO note VALUES (%s, %s)", [number, PAGE])
    return [number]
