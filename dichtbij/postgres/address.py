"""At which address is the database? Computed only, so that settings may ask."""

import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from psycopg.conninfo import conninfo_to_dict

CHECKOUT = Path(__file__).resolve().parents[2]
OUTSIDE = {
    "default": "DATABASE_URL",
    "owner": "DATABASE_OWNER_URL",
    "stats": "DATABASE_STATS_URL",
}


class Unavailable(RuntimeError):
    """There is no database to be had; the message says why in one sentence."""


@dataclass(frozen=True)
class Names:
    """What the database and its roles are called."""

    database: str = "dichtbij"
    owner: str = "dichtbij_owner"
    app: str = "dichtbij_app"
    stats: str = "dichtbij_stats"
    backup: str = "dichtbij_backup"


def data_folder() -> Path:
    """Return the folder of the embedded database and of files."""
    return (CHECKOUT / os.environ.get("DICHTBIJ_DATA", ".data")).resolve()


def is_embedded() -> bool:
    """Tell whether the database is ours to start."""
    return not os.environ.get("DATABASE_URL")


def socket_folder(data: Path | None = None) -> Path:
    """Return the folder of the socket: short, and the same in every process."""
    name = hashlib.sha256(os.fsencode(data or data_folder())).hexdigest()[:12]
    temporary = Path("/tmp")  # noqa: S108  TMPDIR differs between processes
    if not temporary.is_dir():
        temporary = Path(tempfile.gettempdir())
    return temporary / f"dichtbij-{name}"


def databases() -> dict[str, dict[str, Any]]:
    """Return Django's DATABASES: default is the app role, owner and stats the others.

    Outside servers get an alias only for the addresses that were given: a web process
    needs no way to the owner.
    """
    if is_embedded():
        names = embedded_names()
        who = {"default": names.app, "owner": names.owner, "stats": names.stats}
        place = {"HOST": str(socket_folder()), "PORT": "5432", "NAME": names.database}
        found = {alias: {**place, "USER": role} for alias, role in who.items()}
    else:
        urls = {alias: os.environ.get(key) for alias, key in OUTSIDE.items()}
        found = {alias: _from_url(url) for alias, url in urls.items() if url}
    return {alias: _with_habits(alias, database) for alias, database in found.items()}


def embedded_names() -> Names:
    """Return what the embedded database and its roles are called."""
    return Names(database=os.environ.get("DICHTBIJ_DATABASE", "dichtbij"))


def _from_url(url: str) -> dict[str, Any]:
    given: dict[str, Any] = dict(conninfo_to_dict(url))
    keys = {"dbname": "NAME", "user": "USER", "password": "PASSWORD"}
    keys |= {"host": "HOST", "port": "PORT"}
    known = {ours: str(given.pop(k)) for k, ours in keys.items() if k in given}
    return {**known, "OPTIONS": given}


def _with_habits(alias: str, database: dict[str, Any]) -> dict[str, Any]:
    # Only the owner may create the test database; the others look at the same one.
    test: dict[str, Any] = {"MIRROR": "owner"}
    if alias == "owner":
        test = {"NAME": os.environ.get("DICHTBIJ_TEST_DATABASE")}
    options = {"connect_timeout": 5, "application_name": f"dichtbij {alias}"}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        **database,
        "OPTIONS": {**options, **database.get("OPTIONS", {})},
        "TEST": test,
    }
