"""What does each main page cost with 200,000 children, beside 2,000?

Two web workers, real sign-in sessions, the log on, both walls up. CPU is user plus
system time of the server's processes and of PostgreSQL's, over the requests answered.
"""

import asyncio
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import psutil

from bench.figures import figure, quantile, say

SMALL, LARGE = 2_000, 200_000
CHECKOUT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable
REQUESTS = int(os.environ.get("BENCH_REQUESTS", "150"))
RATE_PER_SECOND, RATE_SECONDS = 20, 15
GOAL_RATIO, GOAL_P95_MS = 1.3, 300


@dataclass(frozen=True)
class Page:
    """One page as one person: k is 1 practitioner, 2 GP, 3 team lead."""

    name: str
    address: str
    who: int


PAGES = (
    Page("today", "/vandaag/", 1),
    Page("children", "/kinderen/", 1),
    Page("child", "/kinderen/{child}/", 1),
    Page("contacts", "/kinderen/{child}/consulten/", 1),
    Page("waiting list", "/wachtlijst/", 1),
    Page("agenda", "/agenda/", 1),
    Page("refer", "/aanmelden/", 2),
    Page("my referrals", "/aanmeldingen/", 2),
    Page("referral", "/aanmeldingen/{referral}/", 2),
    Page("waiting times", "/wachttijden/", 3),
    Page("occupancy", "/bezetting/", 3),
)


def run() -> None:
    """Measure every page at both sizes, one after the other in the same minutes."""
    small, large = Place(SMALL), Place(LARGE)
    for place in (small, large):
        place.prepare()
    with small.serving() as few, large.serving() as many:
        for page in PAGES:
            _compare(page, few, many)
        _steady_rate(many)


class Place:
    """One database of a size, and the server that shows it."""

    def __init__(self, children: int) -> None:
        self.children = children
        self.environment = {
            **os.environ,
            "DICHTBIJ_DATA": str(CHECKOUT / ".data" / "bench"),
            "DICHTBIJ_DATABASE": f"bench_{children}",
            "DICHTBIJ_PLAIN_HTTP": "1",
            "DJANGO_SETTINGS_MODULE": "dichtbij.settings",
            "PYTHONPATH": str(CHECKOUT),
        }

    def prepare(self) -> None:
        """Make the tables and the country, unless they are there."""
        say(f"Preparing {self.children:,} children ...")
        self._python("manage.py", "migrate", "--database", "owner", "--verbosity", "0")
        self._python("-m", "bench.prepare", str(self.children))

    def _python(self, *arguments: str) -> str:
        done = subprocess.run(
            [PYTHON, *arguments],
            cwd=CHECKOUT,
            env=self.environment,
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
        return done.stdout

    @contextmanager
    def serving(self) -> Iterator["Served"]:
        """Serve with two workers until the block ends."""
        port = _free_port()
        granian = shutil.which("granian", path=str(Path(PYTHON).parent)) or "granian"
        holder = subprocess.Popen(
            [PYTHON, "-m", "bench.prepare", "hold"],
            cwd=CHECKOUT,
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert holder.stdout is not None
        sessions = dict(pair.split("=", 1) for pair in holder.stdout.readline().split())
        server = subprocess.Popen(
            [
                granian, "--interface", "wsgi", "--host", "127.0.0.1", "--port",
                str(port), "--workers", "2", "--blocking-threads", "1",
                "--log-level", "error", "dichtbij.wsgi:application",
            ],
            cwd=CHECKOUT,
            env=self.environment,
        )  # fmt: skip
        try:
            served = Served(port, sessions, server.pid)
            served.wait()
            yield served
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(timeout=20)
            assert holder.stdin is not None
            holder.stdin.close()
            holder.wait(timeout=20)


class Served:
    """A running server with someone signed in for each role."""

    def __init__(self, port: int, sessions: dict[str, str], pid: int) -> None:
        self.base = f"http://127.0.0.1:{port}"
        self.sessions = sessions
        self.pid = pid
        self.postgres = int(sessions["postgres"])

    def wait(self) -> None:
        """Wait until it is ready."""
        for _ in range(100):
            try:
                if httpx.get(f"{self.base}/gezond/").status_code == 200:
                    return
            except httpx.TransportError:
                time.sleep(0.2)
        raise AssertionError("the server did not start")

    def address(self, page: Page) -> str:
        """Return the address of a page, with an object of this database."""
        return page.address.format(**self.sessions)

    def client(self, who: int) -> httpx.Client:
        """Return a browser that is signed in."""
        return httpx.Client(
            base_url=self.base, cookies={"dichtbij": self.sessions[f"session{who}"]}
        )

    def cpu_seconds(self) -> tuple[float, float]:
        """Return user plus system time so far: of the server, and of PostgreSQL."""
        return _tree(self.pid), _tree(self.postgres)


def _tree(pid: int) -> float:
    """Return the seconds of a process, of those below it, and of those that ended."""
    parent = psutil.Process(pid)
    own = parent.cpu_times()
    total = own.user + own.system + own.children_user + own.children_system
    for process in parent.children(recursive=True):
        try:
            times = process.cpu_times()
        except psutil.NoSuchProcess:
            continue
        total += times.user + times.system
    return float(total)


def _measure(served: Served, page: Page) -> tuple[list[float], float, float]:
    """Return milliseconds per request, and CPU ms per request of both."""
    times = []
    with served.client(page.who) as browser:
        for _ in range(5):
            answer = browser.get(served.address(page))
            assert answer.status_code == 200, (page, answer.status_code)
        web, database = served.cpu_seconds()
        for _ in range(REQUESTS):
            start = time.perf_counter()
            answer = browser.get(served.address(page))
            times.append((time.perf_counter() - start) * 1000)
            assert answer.status_code == 200, (page, answer.status_code)
        web_after, database_after = served.cpu_seconds()
    return (
        times,
        (web_after - web) * 1000 / REQUESTS,
        (database_after - database) * 1000 / REQUESTS,
    )


def _compare(page: Page, few: Served, many: Served) -> None:
    small, small_web, small_database = _measure(few, page)
    large, large_web, large_database = _measure(many, page)
    versus = f"{SMALL} children"
    for name, share in (("median", 0.5), ("p95", 0.95)):
        here, there = quantile(large, share), quantile(small, share)
        figure(
            f"{page.name} {name}", here, "ms", n=len(large), versus=versus,
            ratio=here / there,
        )  # fmt: skip
    small_cpu, large_cpu = small_web + small_database, large_web + large_database
    figure(
        f"{page.name} CPU", large_cpu, "ms", n=len(large), versus=versus,
        ratio=large_cpu / small_cpu if small_cpu else None,
    )  # fmt: skip
    figure(f"{page.name} CPU PostgreSQL", large_database, "ms", n=len(large))


def _steady_rate(served: Served) -> None:
    """Ask 20 pages a second in turn, whatever the answers take; report the tail."""
    times, failures = asyncio.run(_ask_steadily(served))
    assert not failures, failures
    for name, share in (("median", 0.5), ("p95", 0.95)):
        value = quantile(times, share)
        figure(
            f"all pages {name} at {RATE_PER_SECOND} requests a second",
            value,
            "ms",
            n=len(times),
            versus=f"goal {GOAL_P95_MS} ms",
            ratio=value / GOAL_P95_MS,
        )


async def _ask_steadily(served: Served) -> tuple[list[float], list[int]]:
    times: list[float] = []
    failures: list[int] = []

    async def ask(page: Page, browser: httpx.AsyncClient, due: float) -> None:
        answer = await browser.get(served.address(page))
        times.append((time.perf_counter() - due) * 1000)
        if answer.status_code != 200:
            failures.append(answer.status_code)

    browsers = {
        who: httpx.AsyncClient(
            base_url=served.base,
            cookies={"dichtbij": served.sessions[f"session{who}"]},
            timeout=60,
        )
        for who in (1, 2, 3)
    }
    start = time.perf_counter()
    async with asyncio.TaskGroup() as group:
        for number in range(RATE_PER_SECOND * RATE_SECONDS):
            due = start + number / RATE_PER_SECOND
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            page = PAGES[number % len(PAGES)]
            group.create_task(ask(page, browsers[page.who], due))
    for browser in browsers.values():
        await browser.aclose()
    return times, failures


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])
