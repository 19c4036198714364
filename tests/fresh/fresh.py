#!/usr/bin/env python3
"""Does a newcomer get a working town from nothing but the checkout and Python?

Copies what git would hand over to an empty folder with an empty home and empty caches,
starts the demo, sends a family to the practitioner, stops it, starts it again, and runs
the smoke tests there. A step of `.ci/run`; standard library only.

    python3 tests/fresh/fresh.py [--keep]
"""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

sys.path.insert(0, str(Path(__file__).parent))
from visitor import Visitor

CHECKOUT = Path(__file__).resolve().parents[2]
INSTALL_SECONDS = 1200  # downloads are not ours to hurry
FIRST_PAGE_GOAL = 120
SECOND_START_GOAL = 5
STOP_SECONDS = 10
MARK = "DICHTBIJ_FRESH"
CONFIGURATION = {
    "PIP_CONFIG_FILE": ".config/pip/pip.conf",
    "UV_CONFIG_FILE": ".config/uv/uv.toml",
}


class Failed(Exception):
    """A newcomer would have stopped here."""


def tell(text: str) -> None:
    sys.stdout.write(f"-- {text}\n")
    sys.stdout.flush()


def copy_checkout(target: Path) -> None:
    """Copy what is committed or about to be, and nothing that was made here."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=CHECKOUT,
        check=True,
        capture_output=True,
    ).stdout
    for name in os.fsdecode(listed).split("\0"):
        source = CHECKOUT / name
        if name and source.is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target / name)


def bare_environment(root: Path) -> dict[str, str]:
    """Return the environment without our habits: only how to reach packages stays."""
    ours = ("DICHTBIJ_", "DATABASE_", "DJANGO_", "PG", "PYTHON", "VIRTUAL_ENV")
    kept = {k: v for k, v in os.environ.items() if not k.startswith(ours)}
    for variable, path in CONFIGURATION.items():
        if (Path.home() / path).exists():
            kept.setdefault(variable, str(Path.home() / path))
    if "PYTHON" in os.environ:
        kept["PYTHON"] = os.environ["PYTHON"]
    home = root / "home"
    home.mkdir()
    return {
        **kept,
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home / "cache"),
        "PIP_CACHE_DIR": str(home / "cache" / "pip"),
        "UV_CACHE_DIR": str(home / "cache" / "uv"),
        MARK: uuid.uuid4().hex,
    }


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


def wait_until(true: Callable[[], Any], seconds: float, what: str) -> Any:
    """Return what was waited for. Raises Failed after so many seconds."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        found = true()
        if found:
            return found
        time.sleep(0.1)
    raise Failed(f"{what}: not within {seconds} s")


class Demo:
    """The demo as a newcomer starts it; its own session stands for a terminal."""

    def __init__(self, home: Path, environment: dict[str, str]) -> None:
        self.home, self.environment = home, environment
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.began = time.monotonic()
        self.process = subprocess.Popen(
            ["./run", "demo", "--port", str(self.port)],
            cwd=home,
            env=environment,
            start_new_session=True,
        )

    def health(self) -> dict[str, Any] | None:
        if self.process.poll() is not None:
            raise Failed(f"./run demo ended by itself: {self.process.returncode}")
        try:
            with urlopen(f"{self.address}/gezond/", timeout=5) as answer:
                found: dict[str, Any] = json.load(answer)
        except (URLError, OSError, ValueError):
            return None
        return found

    def wait_for_packages(self) -> float:
        """Return the seconds that the installation took."""

        def installed() -> bool:
            if self.process.poll() is not None:
                raise Failed(f"./run demo ended by itself: {self.process.returncode}")
            return (self.home / ".venv" / "installed").exists()

        wait_until(installed, INSTALL_SECONDS, "packages are installed")
        return time.monotonic() - self.began

    def wait_for_page(self, seconds: float) -> None:
        health = wait_until(self.health, seconds, "/gezond/ answers")
        if health.get("status") != "ok" or not health.get("database"):
            raise Failed(f"/gezond/ says {health}")
        tell(f"/gezond/ says {health}")

    def end(self, number: signal.Signals, *, whole_group: bool) -> None:
        """Ask it to stop; everything that it started has to be gone in time."""
        asked = time.monotonic()
        if whole_group:
            os.killpg(self.process.pid, number)
        else:
            self.process.send_signal(number)
        wait_until(
            lambda: self.process.poll() is not None and not self.left_behind(),
            STOP_SECONDS,
            f"all is gone after {number.name} (left: {self.left_behind()})",
        )
        tell(f"{number.name}: all was gone after {time.monotonic() - asked:.1f} s")
        with socket.socket() as door:
            if door.connect_ex(("127.0.0.1", self.port)) == 0:
                raise Failed("somebody still listens on the port")

    def left_behind(self) -> list[int]:
        """Return the processes that carry our mark or work in our folder."""
        mark = f"{MARK}={self.environment[MARK]}".encode()
        found = []
        for process in Path("/proc").glob("[0-9]*"):
            try:
                works_here = (process / "cwd").readlink().is_relative_to(self.home)
                if works_here or mark in (process / "environ").read_bytes():
                    found.append(int(process.name))
            except OSError:  # gone meanwhile, or a zombie
                continue
        return found

    def kill(self) -> None:
        """Leave nothing behind on this machine, whatever went wrong."""
        for number in self.left_behind():
            try:
                os.kill(number, signal.SIGKILL)
            except ProcessLookupError:
                continue
        self.process.wait()


def refer_a_family(address: str) -> None:
    """Sign in as the assistant, send a family, and find it in the list."""
    assistant = Visitor(address)
    assistant.sign_in("assistent-kampen")
    surname = f"Proefstraat{uuid.uuid4().hex[:6]}"
    assistant.refer(surname)
    if surname not in assistant.get("/aanmeldingen/"):
        raise Failed("the referral is not in Mijn aanmeldingen")
    tell(f"family {surname} was referred and stands in Mijn aanmeldingen")


def first_start(home: Path, environment: dict[str, str]) -> None:
    demo = Demo(home, environment)
    try:
        tell(f"packages were installed after {demo.wait_for_packages():.1f} s")
        installed = time.monotonic()
        demo.wait_for_page(4 * FIRST_PAGE_GOAL)
        took = time.monotonic() - installed
        tell(f"first page {took:.1f} s after that (goal {FIRST_PAGE_GOAL} s)")
        refer_a_family(demo.address)
        demo.end(signal.SIGTERM, whole_group=False)
    finally:
        demo.kill()


def second_start(home: Path, environment: dict[str, str]) -> None:
    demo = Demo(home, environment)
    try:
        demo.wait_for_page(FIRST_PAGE_GOAL)
        took = time.monotonic() - demo.began
        tell(f"second start: {took:.1f} s (goal {SECOND_START_GOAL} s)")
        demo.end(signal.SIGINT, whole_group=True)  # as Ctrl-C in a terminal does
    finally:
        demo.kill()


def smoke(home: Path, environment: dict[str, str]) -> None:
    done = subprocess.run(
        ["./run", "test", "tests/smoke"], cwd=home, env=environment, check=False
    )
    if done.returncode:
        raise Failed(f"./run test tests/smoke ended with {done.returncode}")


def main(arguments: list[str]) -> int:
    root = Path(tempfile.mkdtemp(prefix="dichtbij-fresh-"))
    home = root / "dichtbij"
    home.mkdir()
    try:
        copy_checkout(home)
        environment = bare_environment(root)
        first_start(home, environment)
        second_start(home, environment)
        smoke(home, environment)
    except (Failed, LookupError) as failure:
        sys.stderr.write(f"NOT FRESH: {failure}\n")
        return 1
    finally:
        if "--keep" not in arguments:
            shutil.rmtree(root, ignore_errors=True)
    tell("a newcomer gets there")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
