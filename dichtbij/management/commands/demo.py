"""How does a newcomer see it work? One command: tables, the demo town, a server.

Ctrl-C or SIGTERM stops everything it started; manage.py then leaves the database.
"""

import signal
from contextlib import suppress
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from dichtbij import postgres
from dichtbij.demo import processes
from dichtbij.demo.loading import OtherTown, continue_town, history, load_town
from dichtbij.demo.looking_back import look_back
from dichtbij.shared import clock


class Command(BaseCommand):
    """Start the demo town and keep it up until told to stop."""

    help = "The demo town on http://127.0.0.1:8000, with fictional people only."
    requires_system_checks: list[str] = []
    _began = 0.0
    _said: tuple[str, int] | None = None

    def add_arguments(self, parser: CommandParser) -> None:
        """Know where to listen, and whether to begin anew."""
        parser.add_argument("--port", type=int, default=8000, help="default 8000")
        parser.add_argument(
            "--fresh",
            action="store_true",
            help="throw the town away, make it anew",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Prepare, serve, wait; being told to stop is a good end."""
        port = int(options["port"])
        self._began = clock.monotonic()
        self._refuse(port)
        with suppress(KeyboardInterrupt, SystemExit):
            try:
                self._prepare(fresh=options["fresh"])
                self._serve(port)
            except processes.Ended as ended:
                raise CommandError(str(ended)) from None
            finally:
                # Once is enough: what follows is the orderly end.
                signal.signal(signal.SIGINT, signal.SIG_IGN)
                signal.signal(signal.SIGTERM, signal.SIG_IGN)
        connections.close_all()
        self._say("Stopped.")

    def _refuse(self, port: int) -> None:
        if not settings.DEMO or not postgres.is_embedded():
            raise CommandError(
                "The demo runs on a database of its own only: unset DATABASE_URL."
            )
        if not processes.is_free(port):
            raise CommandError(
                f"Port {port} is taken. Choose another: ./run demo --port {port + 1}"
            )

    def _prepare(self, *, fresh: bool) -> None:
        if fresh:
            self._say("Throwing the old town away")
            connections.close_all()
            postgres.recreate()
        if _is_behind():
            self._say("Making tables")
            call_command("migrate", database="owner", verbosity=0)
        try:
            if history() is None:
                cast = load_town(progress=self._progress)
                self._say("Looking back on the pilot")
                look_back(cast)
                _learn_sizes()
            else:
                continue_town(progress=self._progress)
        except OtherTown as other:
            self._say(str(other))
        connections.close_all()

    def _serve(self, port: int) -> None:
        self._say("Starting the server")
        with processes.serving(port, settings.CHECKOUT) as started:
            self._say("Ready. The demo town is on\n")
            self.stdout.write(f"    {processes.address(port)}/\n\n")
            self.stdout.write("Ctrl-C stops it.\n")
            self.stdout.flush()
            try:
                processes.wait_until_one_ends(started)
            except (KeyboardInterrupt, SystemExit):
                self._say("Stopping")
                raise

    def _progress(self, what: str, done: int, total: int) -> None:
        """Say each tenth once: a terminal and a log both stay readable."""
        tenth = 10 * done // max(total, 1)
        if (what, tenth) != self._said:
            self._said = (what, tenth)
            share = f": {10 * tenth}%" if total > 1 else ""
            self._say(f"{what.capitalize()}{share}")

    def _say(self, words: str) -> None:
        self.stdout.write(f"[{clock.monotonic() - self._began:5.1f} s] {words}")
        self.stdout.flush()


def _is_behind() -> bool:
    """Tell whether a migration is missing; quicker than migrating to nothing."""
    executor = MigrationExecutor(connections["owner"])
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _learn_sizes() -> None:
    """Let PostgreSQL count the new rows, so that it plans well from the first page."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("ANALYZE")
