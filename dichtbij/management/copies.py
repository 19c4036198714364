"""What is one backup on disk, and when is it whole?

A folder of its own, named after its moment: the archive and a manifest that tells what
must be in it. It gets its name last, so that half a copy never looks like a whole one.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC
from pathlib import Path
from typing import IO, Any

from django.core.management.base import CommandError
from django.db import connections
from django.db.migrations.loader import MigrationLoader

from dichtbij.audit import log
from dichtbij.audit.doors import standing_at
from dichtbij.audit.models import Entry
from dichtbij.organisations.models import User
from dichtbij.postgres import contents
from dichtbij.shared import clock
from dichtbij.shared.walls import Standing

ARCHIVE, MANIFEST = "database.dump", "manifest.json"
PREFIX, UNFINISHED = "dichtbij-", ".part"
WITHOUT_KEY = (
    "DICHTBIJ_SECRET_KEY is not in a backup: without it BSNs and drafts stay sealed. "
    "Keep it apart and safe."
)


@contextmanager
def new_copy(place: Path) -> Iterator[tuple[Path, Path]]:
    """Give a folder to fill and the name that it gets when the block ends well.

    Raises CommandError when the place cannot be written to.
    """
    folder = place / f"{PREFIX}{clock.now().astimezone(UTC):%Y%m%dT%H%M%SZ}"
    unfinished = folder.with_name(f".{folder.name}{UNFINISHED}")
    try:
        place.mkdir(mode=0o700, exist_ok=True)
        if folder.exists():
            raise CommandError(f"{folder} is there already.")
        unfinished.mkdir(mode=0o700)
    except OSError as error:
        raise CommandError(f"{place} cannot be written to: {error.strerror}.") from None
    try:
        yield unfinished, folder
        _keep(unfinished)
        unfinished.rename(folder)
        _keep(place)
    except OSError as error:
        raise CommandError(f"The backup failed: {error.strerror}.") from error
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


@contextmanager
def private_file(path: Path) -> Iterator[IO[bytes]]:
    """Write a new file that only we may read; it is on the disk when the block ends."""
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with open(number, "wb") as file:
        yield file
        file.flush()
        os.fsync(number)


def _keep(folder: Path) -> None:
    """Put the names in a folder on the disk."""
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def checksum(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_manifest(folder: Path, told: dict[str, Any]) -> None:
    """Write what the archive holds beside it."""
    text = json.dumps(told, indent=1, sort_keys=True)
    with private_file(folder / MANIFEST) as file:
        file.write(text.encode() + b"\n")


def find(place: Path) -> Path:
    """Return this backup, or the newest of those in this folder."""
    if (place / MANIFEST).is_file():
        return place
    found = sorted(path.parent for path in place.glob(f"{PREFIX}*/{MANIFEST}"))
    if not found:
        raise CommandError(f"There is no whole backup in {place}.")
    return found[-1]


def read(folder: Path) -> dict[str, Any]:
    """Return the manifest of a backup whose archive is what was written.

    Raises CommandError when either was damaged.
    """
    try:
        told: dict[str, Any] = json.loads((folder / MANIFEST).read_bytes())
        expected, found = told["sha256"], checksum(folder / ARCHIVE)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CommandError(f"{folder} cannot be read: {error}") from error
    if found != expected:
        raise CommandError(
            f"{folder} is damaged: its archive is not what was written (SHA-256)."
        )
    return told


def known_migrations() -> dict[str, str]:
    """Return the last migration of each app in this version of the code."""
    loader = MigrationLoader(None)
    return dict(sorted(loader.graph.leaf_nodes()))


def refuse_other_place(connection: contents.Connection) -> None:
    """Raise CommandError when the copied database is not the one that is served."""
    if contents.place(connection) != contents.place(connections["default"]):
        raise CommandError(
            "DATABASE_BACKUP_URL leads to another database than DATABASE_URL."
        )


def note(event: str, folder: Path) -> None:
    """Write in the log of the installation that everything was copied (F3)."""
    system = Standing(user_id=User.objects.system().pk, role="system")
    with standing_at(system):
        log.record(
            event,
            Entry.ActionCode.EXECUTE,
            object_type="Backup",
            object_id=folder.name[:40],
        )
