"""How do tests meet a running Dichtbij? A server of its own, on a town of its own.

The town is made once per state of the code that makes it and then copied, so that each
user of a live server may change whatever it wants. Everything stays on 127.0.0.1.
"""

import fcntl
import hashlib
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any, TextIO

import httpx
import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo

from dichtbij import postgres

CHECKOUT = Path(__file__).resolve().parent.parent
# A Tuesday, 10:00 in Amsterdam: a working day that has begun and has free times left.
NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
STARTS_WITHIN = 90  # seconds, on a very busy machine
ENDS_WITHIN = 15
# What does not decide what stands in the database.
ELSEWHERE = ("portal", "management", "locale")
NOT_ROWS = ("views.py", "urls.py", "forms.py", "settings.py")
_number = count(1)


@dataclass
class Live:
    """A running server on a free port, of one process unless it is told otherwise."""

    database: str
    port: int
    log: Path
    now: datetime = NOW
    threads: int = 1
    workers: int = 1
    process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    @property
    def base(self) -> str:
        """Return the address without a slash at its end."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Serve, and wait until it answers."""
        granian = shutil.which("granian", path=str(Path(sys.executable).parent))
        assert granian, "granian is not installed beside this Python"
        told = self.now + (_moment() - _began)
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [
                    granian, "--interface", "wsgi", "--host", "127.0.0.1",
                    "--port", str(self.port), "--workers", str(self.workers),
                    "--blocking-threads", str(self.threads), "--log-level", "error",
                    "tests.live_app:application",
                ],
                cwd=CHECKOUT,
                env=environment(self.database) | {"DICHTBIJ_LIVE_NOW": str(told)},
                stdout=log,
                stderr=log,
                start_new_session=True,
            )  # fmt: skip
        self._wait()

    def _wait(self) -> None:
        assert self.process is not None
        until = time.monotonic() + STARTS_WITHIN
        while time.monotonic() < until:
            if self.process.poll() is not None:
                break
            try:
                if httpx.get(f"{self.base}/gezond/", timeout=5).status_code == 200:
                    return
            except httpx.TransportError:
                time.sleep(0.1)
        raise AssertionError(f"the server did not start:\n{self.log.read_text()}")

    def end(self) -> None:
        """Ask it to stop; what does not hear is killed."""
        if self.process is None:
            return
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(ENDS_WITHIN)
        except subprocess.TimeoutExpired:
            self.crash()
        self.process = None

    def crash(self) -> None:
        """End web processes as a power cut would."""
        assert self.process is not None
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.process = None

    def send_mail(self) -> None:
        """Let the demo's worker do what waits, such as mail, and stop it again."""
        worker = subprocess.Popen(
            [sys.executable, "manage.py", "demo_worker"],
            cwd=CHECKOUT,
            env=environment(self.database) | {"DICHTBIJ_ADDRESS": self.base},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        waiting = (
            "SELECT count(*) FROM procrastinate_jobs WHERE status IN ('todo', 'doing') "
            "AND (scheduled_at IS NULL OR scheduled_at <= now())"
        )
        until = time.monotonic() + STARTS_WITHIN
        while self.sql(waiting)[0][0] and time.monotonic() < until:
            assert worker.poll() is None, "the worker ended by itself"
            time.sleep(0.2)
        worker.send_signal(signal.SIGTERM)
        worker.wait(ENDS_WITHIN)

    def faults(self) -> list[str]:
        """Return what the server complained about so far."""
        told = self.log.read_text(errors="replace").splitlines()
        return [
            line for line in told if re.search(r" ERROR | CRITICAL |panicked", line)
        ]

    def sql(self, query: str, values: Any = None) -> list[tuple[Any, ...]]:
        """Ask the database as superuser: walls do not hide anything from the judge."""
        with superuser(self.database) as connection:
            cursor = connection.execute(query.encode(), values)
            return cursor.fetchall() if cursor.description else []

    def sign_in(self, persona: str) -> httpx.Client:
        """Return a browser of the simplest kind that became this persona."""
        return visitor(self.base, persona)


def visitor(base: str, persona: str) -> httpx.Client:
    """Return a browser of the simplest kind: a persona's, or of who is none."""
    browser = httpx.Client(base_url=base, timeout=60)
    page = browser.get("/inloggen/").text
    address = f"/demo/als/{persona}/"
    if address in page:
        answer = browser.post(
            address,
            data={"csrfmiddlewaretoken": token_of(page)},
            headers={"Referer": f"{base}/inloggen/"},
        )
        assert answer.status_code == 302, (persona, answer.status_code)
    return browser


def cookies_of(browser: httpx.Client) -> list[dict[str, str]]:
    """Return its cookies, for a real browser."""
    return [
        {"name": one.name, "value": str(one.value), "url": str(browser.base_url)}
        for one in browser.cookies.jar
    ]


_began = datetime.now(UTC)


def _moment() -> datetime:
    return datetime.now(UTC)


def token_of(page: str) -> str:
    """Return the token of the first form on a page."""
    found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    assert found, "no form with a token on this page"
    return found[1]


@contextmanager
def serving(
    *, now: datetime = NOW, threads: int = 1, workers: int = 1, database: str = ""
) -> Iterator[Live]:
    """Serve a fresh copy of the town (or a given database) until the block ends.

    Each of `workers` processes has `threads`: races need two, a walk would only wait
    until both have started and read every template.
    """
    mine = not database
    database = database or copy_town()
    log = Path(os.environ["DICHTBIJ_DATA"]) / f"{database}.log"
    log.write_bytes(b"")
    live = Live(database, free_port(), log, now, threads, workers)
    try:
        live.start()
        yield live
    finally:
        live.end()
        log.unlink(missing_ok=True)
        if mine:
            drop(database)


def environment(database: str) -> dict[str, str]:
    """Return how a process is told to use one database of the test server."""
    assert "DICHTBIJ_DATA" in os.environ, "not inside a test run"
    kept = {k: v for k, v in os.environ.items() if k not in postgres.OUTSIDE.values()}
    return {
        **kept,
        "DICHTBIJ_DATABASE": database,
        "DICHTBIJ_MODE": "demo",
        "DJANGO_SETTINGS_MODULE": "dichtbij.settings",
        "PYTHONPATH": str(CHECKOUT),
    }


def superuser(database: str = "postgres") -> psycopg.Connection[tuple[Any, ...]]:
    """Connect as the one whom no wall stops; only the judge does that."""
    return psycopg.connect(
        host=str(postgres.socket_folder()),
        user="postgres",
        dbname=database,
        autocommit=True,
    )


def address_of(database: str) -> str:
    """Return where a database is, as the one whom no wall stops."""
    host = str(postgres.socket_folder())
    return make_conninfo(host=host, user="postgres", dbname=database)


def copy_town() -> str:
    """Return the name of a database with the town in it, made for us alone."""
    name = f"live_{os.getpid()}_{next(_number)}"
    with _alone():
        _copy(_town(), name)
    return name


def copy_of(database: str) -> str:
    """Return the name of a copy; nobody may be connected to the original."""
    name = f"live_{os.getpid()}_{next(_number)}"
    with _alone():
        _copy(database, name)
    return name


def drop(database: str) -> None:
    """Throw a database away, whoever still looks at it."""
    with superuser() as connection:
        _drop(connection, database)


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


@contextmanager
def _alone() -> Iterator[TextIO]:
    """Let one run at a time make or copy a town."""
    with (Path(os.environ["DICHTBIJ_DATA"]) / "live.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield lock


def _town() -> str:
    """Return the database to copy from; make it when the code that makes it changed."""
    name = f"live_town_{_fingerprint()}"
    with superuser() as connection:
        query = "SELECT datname FROM pg_database WHERE datname LIKE 'live\\_%'"
        found = {row[0] for row in connection.execute(query.encode())}
        for old in found - {name}:
            if old.startswith("live_town_") or not _is_alive(old):
                _drop(connection, old)
    if name in found:
        return name
    making = f"live_making_{os.getpid()}"
    try:
        python("manage.py", "migrate", "--database", "owner", "-v", "0", on=making)
        python("-m", "tests.live_town", on=making)
        with superuser() as connection:
            rename = sql.SQL("ALTER DATABASE {} RENAME TO {}")
            connection.execute(
                rename.format(sql.Identifier(making), sql.Identifier(name))
            )
    finally:
        drop(making)
    return name


def _fingerprint() -> str:
    package = CHECKOUT / "dichtbij"
    files = [
        path
        for pattern in ("*.py", "*.toml", "*.csv")
        for path in package.rglob(pattern)
        if path.relative_to(package).parts[0] not in ELSEWHERE
        and path.name not in NOT_ROWS
    ]
    told = hashlib.sha256()
    for path in sorted([*files, CHECKOUT / "tests" / "live_town.py"]):
        told.update(path.name.encode() + path.read_bytes())
    return told.hexdigest()[:16]


def _is_alive(database: str) -> bool:
    """Tell whether the run that made this copy still goes on."""
    pid = re.search(r"\d+", database)
    return pid is not None and Path(f"/proc/{pid[0]}").exists()


def python(*arguments: str, on: str) -> None:
    """Run Python in the checkout, on one database of the test server."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=CHECKOUT,
        env=environment(on),
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, f"{arguments}:\n{done.stdout}\n{done.stderr}"


def _copy(source: str, target: str) -> None:
    with superuser() as connection:
        statement = sql.SQL("CREATE DATABASE {} TEMPLATE {} OWNER dichtbij_owner")
        connection.execute(
            statement.format(sql.Identifier(target), sql.Identifier(source))
        )


def _drop(connection: psycopg.Connection[Any], database: str) -> None:
    statement = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
    connection.execute(statement.format(sql.Identifier(database)))
