"""How is Dichtbij served in production? By granian, after every safety check."""

import os
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from dichtbij.management.refusals import refusals
from dichtbij.organisations.waiver import record_waiver

STOP_SECONDS = "8"  # for requests under way; then a worker is killed


class Command(BaseCommand):
    """Refuse unsafe settings, else become the web server."""

    help = "Serve over HTTP behind a proxy that does TLS."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take where to listen; the rest comes from the environment."""
        parser.add_argument("--host", default=os.environ.get("DICHTBIJ_HOST"))
        parser.add_argument(
            "--port", type=int, default=int(os.environ.get("DICHTBIJ_PORT", "8000"))
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Check, note on whose word it serves, and hand over to granian."""
        reasons = refusals()
        if reasons:
            raise CommandError("\n".join(reasons))
        record_waiver()
        host = options["host"] or "127.0.0.1"
        os.execv(sys.executable, server(host, options["port"]))  # noqa: S606


def server(host: str, port: int) -> list[str]:
    """Return the command line of the server: workers, one blocking thread each."""
    workers = os.environ.get("DICHTBIJ_WORKERS") or str(os.cpu_count() or 1)
    return [
        sys.executable, "-m", "granian",
        "--interface", "wsgi",
        "--host", host,
        "--port", str(port),
        "--workers", workers,
        "--blocking-threads", "1",
        "--no-ws",
        "--log-level", "warning",
        # A worker that is still starting misses the signal to stop.
        "--workers-kill-timeout", STOP_SECONDS,
        "dichtbij.wsgi:application",
    ]  # fmt: skip
