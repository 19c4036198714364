"""How long do 50,000 earlier trajectories take, from a file until they are counted?"""

import os
import subprocess
import sys
import time
from datetime import date, timedelta
from pathlib import Path

from bench.figures import figure, say

ROWS = int(os.environ.get("BENCH_ROWS", "50000"))
LIMIT_SECONDS = 60  # Source: issue 4, item 6
CHECKOUT = Path(__file__).resolve().parent.parent


def run() -> None:
    """Measure in a process and on a database server of its own."""
    environment = {
        **os.environ,
        "DICHTBIJ_DATA": str(CHECKOUT / ".data" / "bench"),
        "DICHTBIJ_TEST_DATABASE": "bench_import",
        "DJANGO_SETTINGS_MODULE": "dichtbij.settings",
    }
    subprocess.run(
        [sys.executable, "-m", "bench.import"],
        cwd=CHECKOUT,
        env=environment,
        check=True,
    )


def measure() -> None:
    """Lay each file ready, look at it and bring it in; then drop the database."""
    from dichtbij import postgres

    postgres.ensure_running(test=True)
    import django

    django.setup()
    from django.db import connections
    from django.test.utils import setup_databases, teardown_databases

    made = setup_databases(verbosity=0, interactive=False, aliases={"owner"})
    try:
        for name, content in _files():
            _measure(name, content)
    finally:
        for alias in ("default", "stats"):
            connections[alias].close()
        teardown_databases(made, verbosity=0)
        postgres.leave()


def _files() -> list[tuple[str, bytes]]:
    from tests.interop import files

    say(f"Writing {ROWS} invented trajectories.")
    headers, _example = files.example("trajecten")
    rows = [_row(number) for number in range(ROWS)]
    return [
        ("csv", files.csv(headers, *rows)),
        ("xlsx", files.xlsx(headers, *rows)),
    ]


def _row(number: int) -> list[str]:
    from tests.interop import files

    day = date(2023, 1, 2) + timedelta(days=number % 700)
    changes = {
        "source_key": f"{number:06}",
        "practice": "Praktijk Noord",
        "referred_on": day.isoformat(),
        "first_contact_on": (day + timedelta(days=2)).isoformat(),
        "first_consult_on": (day + timedelta(days=9)).isoformat(),
        "closed_on": (day + timedelta(days=90)).isoformat(),
    }
    # Every tenth row is wrong, as in life.
    return files.example("trajecten", **changes, sex="x" if number % 10 == 9 else "1")[
        1
    ]


def _measure(name: str, content: bytes) -> None:
    from django.db import transaction

    from dichtbij.audit.doors import standing_at
    from dichtbij.interop.actions import bring_in, lay_ready
    from dichtbij.interop.preview import preview_of
    from tests.conftest import make_town

    with transaction.atomic():
        town = make_town()
        with standing_at(town.bram.membership.place()):
            start = time.perf_counter()
            cpu = time.process_time()
            run = lay_ready(
                programme=town.programme,
                by=town.bram,
                kind="trajecten",
                file_name=f"bench.{name}",
                content=content,
            )
            laid = time.perf_counter()
            preview_of(run)
            seen = time.perf_counter()
            bring_in(run=run, by=town.bram)
            done = time.perf_counter()
            cpu = time.process_time() - cpu
        transaction.set_rollback(True)
    figure(f"import {name} upload", laid - start, "s", n=ROWS)
    figure(f"import {name} look", seen - laid, "s", n=ROWS)
    figure(f"import {name} own CPU", cpu, "s", n=ROWS)
    figure(
        f"import {name} whole",
        done - start,
        "s",
        n=ROWS,
        versus="60 s",
        ratio=(done - start) / LIMIT_SECONDS,
    )


if __name__ == "__main__":
    measure()
