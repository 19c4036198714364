"""Do real calendar programs read the feed? vdirsyncer fetches it, khal reads it."""

import os
import subprocess
import sys
from datetime import UTC, date, datetime, time, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from uuid import UUID

import pytest

from dichtbij.rosters.feed import Busy, Weekly, feed_of
from dichtbij.scheduling.planner import PracticeDayRule

PROGRAMS = Path(sys.executable).parent
SYNCER = """
[general]
status_path = "{here}/status/"
[pair feed]
a = "local"
b = "remote"
collections = null
conflict_resolution = "b wins"
partial_sync = "revert"
[storage local]
type = "filesystem"
path = "{here}/feed/"
fileext = ".ics"
[storage remote]
type = "http"
url = "{url}"
"""
KHAL = """
[calendars]
[[feed]]
path = {here}/feed/
readonly = True
[locale]
local_timezone = Europe/Amsterdam
default_timezone = Europe/Amsterdam
timeformat = %H:%M
dateformat = %d-%m
longdateformat = %d-%m-%Y
datetimeformat = %d-%m %H:%M
longdatetimeformat = %d-%m-%Y %H:%M
[sqlite]
path = {here}/khal.db
"""


def at(day, hour):
    """Return a moment in UTC."""
    return datetime(2027, 3, day, hour, tzinfo=UTC)


def busy(number, starts, **changes):
    told = {"sequence": 0, "cancelled": False} | changes
    return Busy(UUID(int=number), starts, starts + timedelta(hours=1), at(1, 0), **told)


class Served:
    """The answer of the feed over http, and what it says can be changed."""

    content = b""

    def __init__(self):
        served = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(200)
                self.send_header("Content-Type", "text/calendar; charset=utf-8")
                self.send_header("Content-Length", str(len(served.content)))
                self.end_headers()
                self.wfile.write(served.content)

            def log_message(self, *told):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_port}/agenda/geheim.ics"

    def say(self, *times, lost=()):
        rule = PracticeDayRule(1, 2, 3, 1, time(9), time(12), date(2027, 3, 2))
        weekly = Weekly(UUID(int=99), rule, date(2027, 6, 30), lost)
        self.content = feed_of(
            [weekly], times, day_word="Praktijkdag", busy_word="Bezet"
        )


@pytest.fixture
def served():
    made = Served()
    yield made
    made.server.shutdown()
    made.server.server_close()


@pytest.fixture
def programs(tmp_path, served):
    """Return how a person's calendar looks after it fetched the feed."""
    (tmp_path / "feed").mkdir()
    (tmp_path / "syncer").write_text(SYNCER.format(here=tmp_path, url=served.url))
    (tmp_path / "khal").write_text(KHAL.format(here=tmp_path))

    def run(name, *told):
        done = subprocess.run(
            [PROGRAMS / name, "-c", tmp_path / told[0], *told[1:]],
            capture_output=True,
            text=True,
            timeout=120,
            env={**os.environ, "HOME": str(tmp_path), "LC_ALL": "C.UTF-8"},
            input="y\n",
        )
        assert done.returncode == 0, done.stderr + done.stdout
        return done.stdout

    def read(first, days):
        if not (tmp_path / "status").exists():
            run("vdirsyncer", "syncer", "discover", "feed")
        run("vdirsyncer", "syncer", "sync", "feed")
        lines = run(
            "khal", "khal", "list", "--format", "{start-end-time-style} {title}",
            "--day-format", "{date-long}", first, f"{days}d",
        )  # fmt: skip
        return [line.strip() for line in lines.splitlines() if line.strip()]

    return read


def test_days_and_times_stand_at_their_local_hour_before_and_after_the_change(
    served, programs
):
    served.say(busy(1, at(23, 9)), busy(2, at(30, 9)))

    before, after = programs("23-03-2027", 1), programs("30-03-2027", 1)

    assert before == ["23-03-2027", "09:00-12:00 Praktijkdag", "10:00-11:00 Bezet"]
    assert after == ["30-03-2027", "09:00-12:00 Praktijkdag", "11:00-12:00 Bezet"]


def test_a_day_that_is_lost_is_not_there(served, programs):
    served.say(lost=[date(2027, 3, 23)])

    assert programs("23-03-2027", 1) in ([], ["No events"])


def test_what_is_moved_is_moved_and_what_is_cancelled_is_said_so(served, programs):
    served.say(busy(1, at(24, 9)), busy(2, at(25, 9)))
    first = programs("24-03-2027", 3)

    served.say(busy(1, at(26, 13), sequence=1), busy(2, at(25, 9), cancelled=True))
    later = programs("24-03-2027", 3)

    assert first == [
        "24-03-2027",
        "10:00-11:00 Bezet",
        "25-03-2027",
        "10:00-11:00 Bezet",
    ]
    assert "24-03-2027" not in later
    assert later[-2:] == ["26-03-2027", "14:00-15:00 Bezet"]
