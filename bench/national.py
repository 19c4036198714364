"""What does the page cost on which the whole country's figures are added up?

Ten years of releases of 345 programmes, as many as there are municipalities; fourteen
million contacts stand behind them. Those themselves are not written here: no reader of
such a page can reach them, so the page cannot become slower by them. One process, the
whole stack of a request, on a database of its own.
"""

import os
import sys
import time
from datetime import date
from typing import Any

from bench.apart import made_ready, run_apart
from bench.figures import figure, quantile, say

PROGRAMMES, QUARTERS, CONTACTS = 345, 40, 14_000_000
REQUESTS = int(os.environ.get("BENCH_REQUESTS", "60"))
GOAL_MS = 100
# Per release about 250 trajectories of four contacts: together 14 million.
FILL = (
    f"""INSERT INTO stat_release (id, uuid, programme_id, starts_on, ends_on, withheld,
        manifest, sha256, previous, made_at)
       SELECT g * {QUARTERS} + q, gen_random_uuid(), g,
        date '2015-01-01' + q * interval '3 months',
        date '2015-01-01' + (q + 1) * interval '3 months' - interval '1 day', false,
        '{{}}', md5((g * {QUARTERS} + q)::text),
        CASE q WHEN 0 THEN '' ELSE md5((g * {QUARTERS} + q - 1)::text) END, now()
       FROM generate_series(1, {PROGRAMMES}) g, generate_series(0, {QUARTERS - 1}) q""",
)


def run() -> None:
    """Measure in a process of its own, on a fresh database."""
    say(f"Preparing ten years of releases of {PROGRAMMES} programmes ...")
    run_apart("national")


def main() -> int:
    """Make the tables and the releases, and measure the page."""
    with made_ready():
        _fill()
        _measure()
    return 0


def _fill() -> None:
    """Write the releases with every cell of the full list of tables."""
    import psycopg

    from dichtbij import postgres
    from dichtbij.programmes.models import Programme

    Programme.objects.bulk_create(
        Programme(
            pk=number,
            slug=f"p{number}",
            name=f"Programma {number}",
            starts_on=date(2015, 1, 1),
            public_page=True,
        )
        for number in range(1, PROGRAMMES + 1)
    )
    with psycopg.connect(
        host=str(postgres.socket_folder()),
        port=5432,
        user="postgres",
        dbname=os.environ["DICHTBIJ_DATABASE"],
        autocommit=True,
    ) as database:
        for statement in FILL:
            database.execute(statement.encode())
        database.execute(
            "CREATE TEMPORARY TABLE shape (code text, r text, c text, n int)"
        )
        with database.cursor() as cursor:
            cursor.executemany("INSERT INTO shape VALUES (%s, %s, %s, %s)", _shape())
        database.execute(
            'INSERT INTO stat_cell (release_id, "table", "row", "column", count) '
            "SELECT id, code, r, c, n FROM stat_release, shape"
        )
        database.execute("VACUUM ANALYZE")


def _shape() -> list[tuple[str, str, str, int]]:
    """Return the cells of one release, additive in every margin."""
    from dichtbij.insight.publication.tables import FULL

    return [
        (table.code, row, column, 5 * len(table.under((row, column))))
        for table in FULL.tables
        for row, column in (*table.cells(), *table.margins())
    ]


def _measure() -> None:
    from django.test import Client

    from dichtbij.insight.models import ReleaseCell

    browser = Client(headers={"host": "127.0.0.1"})
    cells = ReleaseCell.objects.using("stats").count()
    browser.get("/gezond/")  # the addresses are read once
    begun = time.perf_counter(), _processor()
    answer = browser.get("/openbaar/")
    first = time.perf_counter() - begun[0], _processor() - begun[1]
    assert answer.content.count(b"<tr>") == 1 + QUARTERS // 4
    times = _asked(browser)
    name = f"national summary, {CONTACTS:,} contacts behind {cells:,} cells"
    for what, share in (("median", 0.5), ("p95", 0.95)):
        value = quantile(times, share)
        figure(
            f"{name}: page, {what}", value, "ms", n=len(times),
            versus=f"goal {GOAL_MS} ms", ratio=value / GOAL_MS,
        )  # fmt: skip
    for value, unit in zip(first, ("ms", "ms of CPU"), strict=True):
        figure(f"{name}: first page after a release", value * 1000, unit, n=1)
    started = _processor()
    _asked(browser)
    spent = (_processor() - started) * 1000 / REQUESTS
    figure(
        f"{name}: page", spent, "ms of CPU", n=REQUESTS,
        versus=f"goal {GOAL_MS} ms", ratio=spent / GOAL_MS,
    )  # fmt: skip


def _asked(browser: Any) -> list[float]:
    times = []
    for _ in range(REQUESTS):
        start = time.perf_counter()
        answer = browser.get("/openbaar/")
        times.append((time.perf_counter() - start) * 1000)
        assert answer.status_code == 200
    return times


def _processor() -> float:
    """Return seconds of this process and of its two servers in PostgreSQL."""
    import psutil
    from django.db import connections

    total = sum(os.times()[:2])
    for alias in ("default", "stats"):
        with connections[alias].cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            spent = psutil.Process(cursor.fetchone()[0]).cpu_times()
        total += spent.user + spent.system
    return float(total)


if __name__ == "__main__":
    sys.exit(main())
