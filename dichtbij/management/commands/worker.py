"""Who does the work nobody waits for? A worker; as many as you like."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from procrastinate.contrib.django import app

from dichtbij.management.refusals import refusals

TOGETHER = 4


class Command(BaseCommand):
    """Refuse unsafe settings, else take jobs from the database until told to stop."""

    help = "Send mail and do nightly work; run one or more beside ./run serve."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Check, then work; SIGTERM finishes what runs and stops."""
        reasons = refusals()
        if reasons:
            raise CommandError("\n".join(reasons))
        with app.replace_connector(app.connector.get_worker_connector()) as at_work:  # type: ignore[attr-defined]
            at_work.run_worker(concurrency=TOGETHER)
