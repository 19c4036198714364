"""Who sends the mail of the demo? A worker that `./run demo` starts."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from procrastinate.contrib.django import app

TOGETHER = 2


class Command(BaseCommand):
    """Take jobs from the demo's database until told to stop."""

    help = "The worker of ./run demo; elsewhere it is ./run worker."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Work; SIGTERM finishes what runs and stops."""
        if not settings.DEMO:
            raise CommandError("This worker is for the demo: use ./run worker.")
        with app.replace_connector(app.connector.get_worker_connector()) as at_work:  # type: ignore[attr-defined]
            at_work.run_worker(concurrency=TOGETHER)
