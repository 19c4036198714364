"""How do 64 people book the same few times at once, and was anything booked twice?

The clients speak HTTP over connections of their own to a running server; the judge asks
the database as superuser, whom no wall stops.
"""

import asyncio
import json
import random
import re
import string
import subprocess
import sys
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from dichtbij.shared.calendar import at_local
from tests import awaiting, live
from tests.attack.contest import FIRST, LAST

CLIENTS = 64
CONSULT, STEP = timedelta(minutes=45), timedelta(minutes=15)
THREE = ("practitioner", "room", "client")
TOKEN = "".join(random.Random(1).choices(string.ascii_letters, k=32))
DONE, REFUSED = 302, 200


@dataclass(frozen=True)
class Contest:
    """What the clients need to know of a prepared database."""

    practice: int
    practitioners: list[int]
    rooms: list[int]
    days: list[str]
    referrals: list[str]
    sessions: list[str]
    colleague: str

    def times(self) -> list[str]:
        """Return every time that can be asked for, as a form carries it."""
        found = []
        for day in self.days:
            starts = at_local(date.fromisoformat(day), FIRST)
            end = at_local(date.fromisoformat(day), LAST)
            while starts + CONSULT <= end:
                for who in self.practitioners:
                    for room in self.rooms:
                        found.append(key_of(starts, who, room))
                starts += STEP
        return found


def key_of(starts: datetime, practitioner: int, room: int) -> str:
    """Return a time as a form carries it."""
    begin = int(starts.timestamp())
    return f"{begin}-{begin + int(CONSULT.total_seconds())}-{practitioner}-{room}"


# Two share two rooms here, which weekly days cannot: only appointments shall judge.
ONE_DAY_PER = (
    "ALTER TABLE dichtbij_practiceday DROP CONSTRAINT practice_day_one_per_{who}"
)


def prepare() -> tuple[str, Contest]:
    """Return a database with a contest in it; copies of it are cheap."""
    database = live.copy_town()
    with live.superuser(database) as owner:
        for who in ("practitioner", "room"):
            owner.execute(ONE_DAY_PER.format(who=who).encode())
    done = subprocess.run(
        [sys.executable, "-m", "tests.attack.contest", str(CLIENTS)],
        cwd=live.CHECKOUT,
        env=live.environment(database),
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return database, Contest(**json.loads(done.stdout))


@dataclass
class Outcome:
    """What the clients were told."""

    booked: list[tuple[str, str]] = field(default_factory=list)  # referral, time
    refused: list[tuple[str, str, str]] = field(default_factory=list)  # and words
    moved: int = 0
    cancelled: int = 0
    statuses: Counter[int] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)

    @property
    def tries(self) -> int:
        """Return how many times anything was tried."""
        return sum(self.statuses.values())


class Hammer:
    """64 clients that ask until a number of tries is spent."""

    def __init__(self, server: live.Live, contest: Contest, seed: int) -> None:
        self.server, self.contest = server, contest
        self.times = contest.times()
        self.referrals = contest.referrals
        self.random = random.Random(seed)
        self.outcome = Outcome()
        self.planned: list[str] = []
        self.left = 0

    def book(self, tries: int) -> Outcome:
        """Let everybody book, and nothing else."""
        awaiting.run(self._all(tries, self._book))
        return self.outcome

    def book_move_and_cancel(self, tries: int) -> Outcome:
        """Let everybody book, move and cancel, all mixed."""
        awaiting.run(self._all(tries, self._anything))
        return self.outcome

    async def _all(self, tries: int, what: Any) -> None:
        self.left = tries
        watching = asyncio.create_task(self._watch())
        await asyncio.gather(
            *(self._client(session, what) for session in self.contest.sessions)
        )
        watching.cancel()
        with suppress(asyncio.CancelledError):
            await watching

    async def _client(self, session: str, what: Any) -> None:
        async with Wire(self.server.port, session) as wire:
            while self.left > 0:
                self.left -= 1
                await what(wire)

    async def _watch(self) -> None:
        """Look now and then what is planned: that can be moved and cancelled."""
        while True:
            rows = await asyncio.to_thread(self.server.sql, PLANNED, [THOSE])
            self.planned = [str(one) for (one,) in rows]
            await asyncio.sleep(0.5)

    async def _anything(self, wire: "Wire") -> None:
        drawn = self.random.random()
        if drawn < 0.5 or not self.planned:
            await self._book(wire)
        elif drawn < 0.8:
            address = f"/afspraken/{self.random.choice(self.planned)}/verplaatsen/"
            told = {"slot": self._time(), "tell_family": "no"}
            status = await self._post(wire, address, told)
            self.outcome.moved += status == DONE
        else:
            address = f"/afspraken/{self.random.choice(self.planned)}/afzeggen/"
            told = {"tell_family": "no"}
            status = await self._post(wire, address, told)
            self.outcome.cancelled += status == DONE

    async def _book(self, wire: "Wire") -> None:
        referral, wanted = self.random.choice(self.referrals), self._time()
        address = f"/aanmeldingen/{referral}/plannen/"
        status = await self._post(wire, address, {"slot": wanted})
        if status == DONE:
            self.outcome.booked.append((referral, wanted))
        elif status == REFUSED:
            self.outcome.refused.append((referral, wanted, refusal_on(wire.page)))

    async def _post(self, wire: "Wire", address: str, told: dict[str, str]) -> int:
        began = time.perf_counter()
        status = await wire.post(address, told)
        self.outcome.seconds.append(time.perf_counter() - began)
        self.outcome.statuses[status] += 1
        return status

    def _time(self) -> str:
        return self.random.choice(self.times)


class Wire:
    """One kept connection of one signed-in client: as little work as HTTP/1.1 takes.

    64 full clients would take the machine away from the server that they test.
    """

    def __init__(self, port: int, session: str) -> None:
        self.port, self.page = port, ""
        self.head = (
            f"Host: 127.0.0.1:{port}\r\nCookie: dichtbij={session}; csrf={TOKEN}\r\n"
            "Content-Type: application/x-www-form-urlencoded\r\n"
        )

    async def __aenter__(self) -> "Wire":
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)
        return self

    async def __aexit__(self, *_: object) -> None:
        self.writer.close()
        await self.writer.wait_closed()

    async def post(self, address: str, told: dict[str, str]) -> int:
        """Send a form; return the status and keep the page."""
        body = urlencode({"csrfmiddlewaretoken": TOKEN, **told})
        self.writer.write(
            f"POST {address} HTTP/1.1\r\n{self.head}Content-Length: {len(body)}\r\n\r\n"
            f"{body}".encode()
        )
        head = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        length = re.search(r"content-length: (\d+)", head)
        assert length, head
        self.page = (await self.reader.readexactly(int(length[1]))).decode()
        return int(head.split(" ", 2)[1])


def refusal_on(page: str) -> str:
    """Return the words of the summary above a form that was not saved."""
    found = re.search(r'id="errors".*?<p>(.*?)</p>', page, re.S)
    return found[1].strip() if found else ""


# --- the judge ------------------------------------------------------------------------

THOSE = "Hamerkind%"
OURS = (
    "dichtbij_appointment a JOIN dichtbij_client c ON c.id = a.client_id "
    "AND c.family_name LIKE %s"
)
PLANNED = f"SELECT a.uuid FROM {OURS} WHERE a.status = 'booked'"
OVERLAPS = """
SELECT count(*) FROM dichtbij_appointment a JOIN dichtbij_appointment b
  ON a.id < b.id AND a.{who}_id = b.{who}_id
  AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at
WHERE a.status IN ('booked', 'held', 'no_show')
  AND b.status IN ('booked', 'held', 'no_show')
"""


def overlaps(server: live.Live) -> dict[str, int]:
    """Return how many pairs of appointments overlap, per practitioner, room, client."""
    return {who: server.sql(OVERLAPS.format(who=who))[0][0] for who in THREE}


def rows(server: live.Live) -> list[tuple[str, str, str, int]]:
    """Return every appointment of the contest: referral, time, status, moves."""
    found = server.sql(
        "SELECT r.uuid, a.starts_at, a.practitioner_id, a.room_id, a.status, a.moves "
        f"FROM {OURS} JOIN dichtbij_referral r ON r.id = a.referral_id",
        [THOSE],
    )
    return [
        (str(referral), key_of(starts, who, room), status, moves)
        for referral, starts, who, room, status, moves in found
    ]


class Diary:
    """Everything that takes a time now: what may stand in the way of another."""

    def __init__(self, server: live.Live) -> None:
        self.taken = server.sql(
            "SELECT extract(epoch FROM starts_at), extract(epoch FROM ends_at), "
            "practitioner_id, room_id, client_id FROM dichtbij_appointment "
            "WHERE status IN ('booked', 'held', 'no_show')"
        )
        told = "SELECT uuid, client_id FROM dichtbij_referral"
        self.child = {str(referral): child for referral, child in server.sql(told)}

    def blockers(self, referral: str, wanted: str) -> set[str]:
        """Return what stands in the way of a time: practitioner, room or client."""
        begin, end, who, room = (int(part) for part in wanted.split("-"))
        asked = (who, room, self.child[referral])
        return {
            name
            for starts, ends, *holds in self.taken
            if starts < end and ends > begin
            for name, ours, theirs in zip(THREE, asked, holds, strict=True)
            if ours == theirs
        }
