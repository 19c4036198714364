"""Is everything that was acknowledged still there after the disk was full? (R40)"""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest

from dichtbij import postgres
from tests.fresh.visitor import Visitor

CHECKOUT = Path(__file__).parent.parent
ENOUGH, MORE = "160m", "640m"
NEARLY_NOTHING = 250_000  # bytes left for the pages to work with
REFERRALS_AT_MOST = 200
TOWN = """
from datetime import date
from dichtbij.audit.doors import standing_at
from dichtbij.demo.founding import found
from dichtbij.demo.places import haarlem, kampen
from dichtbij.demo.town import Plan
from dichtbij.organisations.models import User
from dichtbij.shared.walls import Standing

today = date.today()
plans = [Plan(place(), today, (today,), weeks=2) for place in (kampen, haarlem)]
with standing_at(Standing(user_id=User.objects.system().pk, role="system")):
    found(plans)
"""
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


@pytest.fixture
def web(small_disk, monkeypatch):
    """The pages of a small town on the small disk; yields their address."""
    monkeypatch.setenv("DICHTBIJ_MODE", "demo")
    monkeypatch.delenv("DICHTBIJ_TEST_DATABASE", raising=False)
    postgres.ensure_running()
    manage("migrate", "--database", "owner", "-v", "0")
    manage("shell", "--no-imports", "-c", TOWN)
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = str(door.getsockname()[1])
    server = [sys.executable, "-m", "granian", "--interface", "wsgi", "--port", port]
    server += ["--blocking-threads", "1", "--no-ws", "--log-level", "warning"]
    process = subprocess.Popen([*server, "dichtbij.wsgi:application"], cwd=CHECKOUT)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=20)


def manage(*arguments):
    command = [sys.executable, "manage.py", *arguments]
    done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_referral_that_a_page_acknowledged_is_there_after_a_full_disk(
    web, small_disk
):
    assistant = signed_in(web)
    early = [refer(assistant) for _ in range(3)]
    ballast = fill(small_disk)

    late, refused = refer_until_refused(assistant, in_a_row=5)
    crash(small_disk / "data" / "postgres")
    ballast.unlink()
    postgres.ensure_running()

    assert refused <= {500, 503}
    with connect("postgres") as connection:
        asked = "SELECT uuid::text FROM dichtbij_referral"
        assert {*early, *late} <= {uuid for (uuid,) in connection.execute(asked)}
    manage("verify_audit")
    assert refer(signed_in(web))  # the same server goes on without a new start


def signed_in(address):
    """Return the assistant of a practice, once the pages answer."""
    until = time.monotonic() + 30
    while True:
        try:
            assistant = Visitor(address)
            assistant.sign_in("assistent-kampen")
        except (OSError, LookupError):
            assert time.monotonic() < until
            time.sleep(0.2)
        else:
            return assistant


def fill(disk):
    """Write a file that leaves nearly nothing; return it."""
    ballast = disk / "ballast"
    with ballast.open("wb") as file:
        while (free := shutil.disk_usage(disk).free) > NEARLY_NOTHING:
            file.write(b"\0" * min(1_000_000, free - NEARLY_NOTHING))
            file.flush()
    return ballast


def refer(assistant):
    """Refer a child; return the uuid in the address that says it was received."""
    assistant.refer(f"Proef{time.monotonic_ns()}")
    return re.search(r"/aanmeldingen/([0-9a-f-]{36})/", assistant.here)[1]


def refer_until_refused(assistant, *, in_a_row):
    """Return what was acknowledged, and the status codes of the refusals."""
    acknowledged, refused, lately = [], set(), 0
    while lately < in_a_row:
        assert len(acknowledged) < REFERRALS_AT_MOST, "the disk does not get full"
        try:
            acknowledged.append(refer(assistant))
            lately = 0
        except LookupError as refusal:
            refused.add(int(re.search(r": (\d{3})", str(refusal))[1]))
            lately += 1
    return acknowledged, refused
