"""How is everything copied out? As one folder that is whole, or not at all."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from dichtbij.management.copies import (
    ARCHIVE,
    WITHOUT_KEY,
    checksum,
    new_copy,
    note,
    private_file,
    refuse_other_place,
    write_manifest,
)
from dichtbij.postgres import Unavailable, contents, copying
from dichtbij.shared import clock


class Command(BaseCommand):
    """Copy all tables at one moment, as the role that reads all and writes none."""

    help = "Copy the database to a new folder in DIR; prints where it is."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take where to."""
        parser.add_argument("place", metavar="DIR", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        """Copy, and say where it is and how large."""
        try:
            address = copying.backup_address()
            refuse_empty(address)
            with new_copy(options["place"].absolute()) as (unfinished, folder):
                note("backup", folder)  # first, so that the copy tells of itself
                copy(address, unfinished)
        except Unavailable as refusal:
            raise CommandError(str(refusal)) from refusal
        size = (folder / ARCHIVE).stat().st_size
        self.stdout.write(f"{folder}: {size / 1_000_000:.1f} MB")
        self.stdout.write(WITHOUT_KEY)


def refuse_empty(address: str) -> None:
    """Raise CommandError when there is nothing to copy, or something else."""
    with contents.one_moment(address) as connection:
        refuse_other_place(connection)
        if "dichtbij_chain" not in contents.tables(connection):
            raise CommandError("There are no tables yet: nothing to copy.")


def copy(address: str, folder: Path) -> None:
    """Write archive and manifest, both of the same moment."""
    with contents.one_moment(address) as connection:
        with private_file(folder / ARCHIVE) as archive:
            copying.dump(connection, address, archive)
        write_manifest(
            folder,
            {
                "version": settings.VERSION,
                "made_at": clock.now().isoformat(),
                "postgresql": contents.server_major(connection),
                "archive": ARCHIVE,
                "sha256": checksum(folder / ARCHIVE),
                **contents.alike(connection),
            },
        )
