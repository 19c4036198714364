"""How does a backup come back: only where nothing is, and only when all of it holds?"""

from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connections

from dichtbij import postgres
from dichtbij.audit.log import first_break
from dichtbij.management.commands.verify_audit import chains
from dichtbij.management.copies import (
    ARCHIVE,
    WITHOUT_KEY,
    find,
    known_migrations,
    note,
    read,
    refuse_other_place,
)
from dichtbij.postgres import Unavailable, contents, copying
from dichtbij.shared.walls import Wall

# A row in one of these means that somebody works here.
SOMEBODYS = ("dichtbij_programme", "dichtbij_organisation", "dichtbij_entry")
ALIKE = {
    "migrations": "migration",
    "rows": "number of rows",
    "chains": "head of the log",
    "privileges": "privilege",
}


class Command(BaseCommand):
    """Put a backup into an empty database and judge what came back."""

    help = "Restore the newest backup in DIR, or DIR itself, into an empty database."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take where from."""
        parser.add_argument("place", metavar="DIR", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        """Restore and report; exit code 1 when anything differs."""
        try:
            folder = find(options["place"].absolute())
            told = read(folder)
            refuse_other_tables(told)
            self.restore(folder, told)
        except Unavailable as refusal:
            raise CommandError(str(refusal)) from refusal

    def restore(self, folder: Path, told: dict[str, Any]) -> None:
        """Fill the database, judge it, and note in its log that it came back."""
        owner, reader = copying.owner_address(), copying.backup_address()
        self.prepare()
        unused, major = look_around(reader, told)
        if unused:
            copying.make_room(owner, empty=SOMEBODYS)
        copying.load(owner, folder / ARCHIVE, at_least=major)
        connections.close_all()
        with contents.one_moment(reader) as connection:
            found = [
                *differences(told, contents.alike(connection)),
                *fallen_walls(contents.walls(connection)),
            ]
        found += broken_chains()
        note("restore", folder)
        for line in found:
            self.stdout.write(line)
        if found:
            raise CommandError(
                f"{folder} is back, but differs in the {len(found)} "
                "points above: do not serve it."
            )
        rows, log = sum(told["rows"].values()), len(told["chains"])
        self.stdout.write(
            f"{folder} is back: {rows} rows in {len(told['rows'])} tables as they "
            f"were, all walls stand, {log} chains of the log hold."
        )
        self.stdout.write(WITHOUT_KEY)

    def prepare(self) -> None:
        """Make roles and extensions elsewhere, as migrate does, or ask for them."""
        if postgres.is_embedded():
            return  # done when it started
        refused = postgres.prepare_outside()
        self.stdout.writelines(f"{statement};\n" for statement in refused)
        if refused:
            raise Unavailable("An administrator has to run the SQL above first.")


def refuse_other_tables(told: dict[str, Any]) -> None:
    """Raise CommandError unless this version has exactly the tables of the backup."""
    theirs, ours = told["migrations"], known_migrations()
    differing = sorted(
        app for app in theirs.keys() | ours if theirs.get(app) != ours.get(app)
    )
    if differing:
        raise CommandError(
            f"This backup was made by version {told['version']} with other tables "
            f"({', '.join(f'{app} {theirs.get(app)}' for app in differing)}): restore "
            "it with the version whose last migrations these are, then ./run migrate."
        )


def look_around(address: str, told: dict[str, Any]) -> tuple[bool, int]:
    """Return whether unused tables stand there, and the version of the server.

    Raises CommandError when anything stands there that somebody may miss.
    """
    with contents.one_moment(address) as connection:
        refuse_other_place(connection)
        major = contents.server_major(connection)
        if major < told["postgresql"]:
            raise CommandError(
                f"The backup comes from PostgreSQL {told['postgresql']}, this server "
                f"is {major}: restore it into that version or a newer one."
            )
        there = contents.tables(connection)
        if there and not set(SOMEBODYS) <= set(there):
            raise CommandError("The database holds tables that are not of Dichtbij.")
        for table in SOMEBODYS if there else ():
            if count := contents.count(connection, table):
                raise CommandError(
                    f"The database is not empty ({table} has {count} rows): a backup "
                    "is never put over what stands there. Name an empty database."
                )
    return bool(there), major


def differences(told: dict[str, Any], found: dict[str, Any]) -> list[str]:
    """Return one sentence for each thing that is not as the manifest tells."""
    said = []
    for part, what in ALIKE.items():
        before, now = told[part], found[part]
        said += [
            f"{key}: {what} was {before.get(key)} and is {now.get(key)}"
            for key in sorted(before.keys() | now.keys())
            if before.get(key) != now.get(key)
        ]
    return said


def fallen_walls(found: dict[str, tuple[bool, int]]) -> list[str]:
    """Return a sentence for each walled table without its wall."""
    walled = {
        model._meta.db_table
        for model in apps.get_app_config("dichtbij").get_models()
        for constraint in model._meta.constraints
        if type(constraint) is Wall
    }
    return [
        f"{table}: its wall does not stand"
        for table in sorted(walled)
        if found.get(table) != (True, 1)
    ]


def broken_chains() -> list[str]:
    """Return a sentence for each chain of the log that does not hold."""
    breaks = {programme: first_break(programme) for programme in chains()}
    return [
        f"the log of {programme or 'the installation'} breaks at line {line}"
        for programme, line in breaks.items()
        if line is not None
    ]
