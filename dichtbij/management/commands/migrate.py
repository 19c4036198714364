"""`./run migrate`: make the tables, or bring them up to date."""

from typing import Any

from django.core.management.base import CommandParser
from django.core.management.commands import migrate
from django.db import connections, transaction
from django.db.migrations.recorder import MigrationRecorder

from dichtbij.postgres.tables import lay_tables


class Command(migrate.Command):
    """Django's own, which begins an empty database with all tables at once."""

    def add_arguments(self, parser: CommandParser) -> None:
        """Take what Django takes, and a way to go through all of the past."""
        super().add_arguments(parser)
        parser.add_argument(
            "--step-by-step",
            action="store_true",
            help="Begin an empty database with the first migration.",
        )

    def handle(self, *arguments: Any, **options: Any) -> str | None:
        """Lay the tables where there are none, then apply what is newer."""
        alias = options["database"]
        whole = not (options["step_by_step"] or options["app_label"])
        if whole and not MigrationRecorder(connections[alias]).has_table():
            with transaction.atomic(using=alias):
                lay_tables(connections[alias])
        return super().handle(*arguments, **options)
