"""How does the demo serve: which processes, and do all of them end with it?

Each runs in a session of its own, so a Ctrl-C in the terminal reaches the demo alone
and it can stop them in order; whatever a process started ends with its group.
"""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

Process = subprocess.Popen[bytes]
WORKERS = "2"
READY_SECONDS = 60
STOP_SECONDS = 5  # after which a process is not asked any more
LOOK_AGAIN = 0.1


class Ended(Exception):
    """A part of the demo ended by itself, or never answered."""


def is_free(port: int) -> bool:
    """Tell whether we can listen on this port of 127.0.0.1."""
    with socket.socket() as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind(("127.0.0.1", port))
        except (OSError, OverflowError):
            return False
    return True


@contextlib.contextmanager
def serving(port: int, checkout: Path) -> Iterator[Sequence[Process]]:
    """Start web server and worker; stop both when the block ends.

    The worker starts when the first page can be seen: they would only delay each
    other. Raises Ended when the server does not answer.
    """
    web = [
        "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1",
        "--port", str(port), "--workers", WORKERS, "--blocking-threads", "1",
        "--no-ws", "--log-level", "warning", "dichtbij.wsgi:application",
    ]  # fmt: skip
    worker = ["manage.py", "demo_worker"]
    started: list[Process] = []
    try:
        started.append(_start(web, port, checkout))
        _wait_until_ready(port, started)
        started.append(_start(worker, port, checkout))
        yield started
    finally:
        stop(started)


def _start(arguments: list[str], port: int, checkout: Path) -> Process:
    environment = {
        **os.environ,
        "DICHTBIJ_MODE": "demo",
        "DICHTBIJ_ADDRESS": address(port),
        "DJANGO_SETTINGS_MODULE": "dichtbij.settings",
    }
    return subprocess.Popen(  # noqa: S603  our own programs
        [sys.executable, *arguments],
        cwd=checkout,
        env=environment,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
    )


def address(port: int) -> str:
    """Return where the demo is."""
    return f"http://127.0.0.1:{port}"


def _wait_until_ready(port: int, started: Sequence[Process]) -> None:
    for _ in range(int(READY_SECONDS / LOOK_AGAIN)):
        _refuse_ended(started)
        if _is_ready(port):
            return
        time.sleep(LOOK_AGAIN)
    raise Ended(f"The server did not answer within {READY_SECONDS} s.")


def _is_ready(port: int) -> bool:
    try:
        with urlopen(f"{address(port)}/gezond/", timeout=5) as answer:  # noqa: S310
            return bool(json.load(answer)["status"] == "ok")
    except (URLError, OSError, ValueError, KeyError):
        return False


def wait_until_one_ends(started: Sequence[Process]) -> None:
    """Wait for as long as all goes well. Raises Ended when a part ends by itself."""
    while True:
        _refuse_ended(started)
        time.sleep(LOOK_AGAIN)


def _refuse_ended(started: Sequence[Process]) -> None:
    """Raise Ended when a part is no more."""
    if any(process.poll() is not None for process in started):
        raise Ended("A part of the demo ended by itself; see the lines above.")


def stop(started: Sequence[Process]) -> None:
    """Ask all at once to stop, wait a little, and end what is left of each group."""
    for process in started:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
    for process in started:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=STOP_SECONDS)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
