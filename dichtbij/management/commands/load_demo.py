"""How does an empty database get a demo town without a server?"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from dichtbij.demo.loading import OtherTown, load_town
from dichtbij.demo.looking_back import look_back


class Command(BaseCommand):
    """Write a town, large or small, into the database that the tables are in."""

    help = "Write the demo town, or a small one, into an empty database."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Know how large and how long."""
        parser.add_argument(
            "--scale", type=float, default=1.0, help="share of Haarlem's practices"
        )
        parser.add_argument(
            "--weeks", type=int, help="weeks of history; default two and a half years"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Write it."""
        try:
            look_back(load_town(scale=options["scale"], weeks=options["weeks"]))
        except OtherTown as other:
            raise CommandError(str(other)) from None
