"""How is the database copied out and back: by which program, and as whom?

Out as the backup role, which passes every wall and writes nothing; back as the owner,
who makes the tables anew. Nothing here knows a model: a copy must not need any.
"""

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from dichtbij.postgres.address import (
    Names,
    Unavailable,
    embedded_names,
    is_embedded,
    socket_folder,
)
from dichtbij.postgres.contents import Connection, count, first, server_major
from dichtbij.postgres.programs import programs
from dichtbij.postgres.roles import fill, privilege_sql

# What a prepared database has of its own: other owners, or another owner's name.
PREPARED = re.compile(
    r"\d+; \d+ \d+ (EXTENSION|SCHEMA|DEFAULT ACL|"
    r"(COMMENT|ACL) - (EXTENSION|SCHEMA|DATABASE)) "
)

# What the owner made and no extension did, tables before what they are made of.
DROPS = """
    SELECT format('DROP %s IF EXISTS %s CASCADE', kind, name) FROM (
      SELECT 1, 'TABLE', oid, oid::regclass::text, relowner, relnamespace
        FROM pg_class WHERE relkind IN ('r', 'p') AND NOT relispartition
      UNION ALL SELECT 2, 'SEQUENCE', oid, oid::regclass::text, relowner, relnamespace
        FROM pg_class WHERE relkind = 'S'
      UNION ALL SELECT
        3, 'ROUTINE', oid, oid::regprocedure::text, proowner, pronamespace
        FROM pg_proc
      UNION ALL SELECT 4, 'TYPE', t.oid, t.oid::regtype::text, typowner, typnamespace
        FROM pg_type t LEFT JOIN pg_class c ON c.oid = typrelid
        WHERE typtype IN ('e', 'd') OR relkind = 'c'
    ) AS made (turn, kind, oid, name, owner, namespace)
    WHERE owner = current_user::regrole AND namespace = 'public'::regnamespace
    AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = made.oid AND deptype = 'e')
    ORDER BY turn
"""


def backup_address() -> str:
    """Return as whom and where copies are made. Raises Unavailable without."""
    if is_embedded():
        return _through_socket(embedded_names().backup)
    url = os.environ.get("DATABASE_BACKUP_URL")
    if not url:
        raise Unavailable(
            "Set DATABASE_BACKUP_URL: only dichtbij_backup, which passes the walls "
            "and writes nothing, can copy all rows."
        )
    return url


def owner_address() -> str:
    """Return as whom and where copies are put back. Raises Unavailable without."""
    if is_embedded():
        return _through_socket(embedded_names().owner)
    url = os.environ.get("DATABASE_OWNER_URL")
    if not url:
        raise Unavailable("Set DATABASE_OWNER_URL: only the owner can make tables.")
    return url


def _through_socket(role: str) -> str:
    place = {"host": str(socket_folder()), "port": "5432"}
    return make_conninfo(**place, user=role, dbname=embedded_names().database)


def dump(connection: Connection, address: str, out: IO[bytes]) -> None:
    """Write all that `connection` sees at its moment to `out`, as pg_dump's archive.

    Raises Unavailable with pg_dump's own words when it stops half-way.
    """
    (snapshot,) = first(connection, "SELECT pg_export_snapshot()")
    program = tool("pg_dump", server_major(connection))
    arguments = ["--format=custom", f"--snapshot={snapshot}", "--no-password"]
    _carry_out(program, address, *arguments, out=out)


def load(address: str, archive: Path, *, at_least: int) -> None:
    """Put an archive back as the owner: all of it or, on any error, nothing."""
    program = tool("pg_restore", at_least)
    whole = subprocess.run(  # noqa: S603
        [program, "--list", archive], capture_output=True, text=True
    )
    if whole.returncode:
        raise Unavailable(f"pg_restore cannot read it: {whole.stderr.strip()}")
    wanted = [line for line in whole.stdout.splitlines() if not PREPARED.match(line)]
    arguments = ["--single-transaction", "--exit-on-error", "--no-owner"]
    with tempfile.NamedTemporaryFile("w", suffix=".list") as contents:
        contents.write("\n".join(wanted))
        contents.flush()
        arguments += ["--no-password", f"--use-list={contents.name}", str(archive)]
        with _no_default_privileges(address):
            _carry_out(program, address, *arguments)
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("ANALYZE")


def make_room(address: str, *, empty: tuple[str, ...]) -> None:
    """Drop the tables that the owner made, which nobody uses yet.

    Raises Unavailable, and drops nothing, when one of `empty` has a row after all.
    pg_restore --clean cannot do this: it stumbles over the parts of the log.
    """
    with psycopg.connect(address, options="-c row_security=off") as connection:
        for table in empty:
            name = psycopg.sql.Identifier(table)
            lock = psycopg.sql.SQL("LOCK TABLE {} IN ACCESS EXCLUSIVE MODE")
            connection.execute(lock.format(name))
            if count(connection, table):
                raise Unavailable(f"Somebody just wrote in {table}: nothing is done.")
        for (drop,) in connection.execute(DROPS).fetchall():
            connection.execute(drop.encode())


@contextmanager
def _no_default_privileges(address: str) -> Iterator[None]:
    """Let new tables give nothing away while they are put back.

    An archive tells what to grant beyond nothing. On top of our default privileges the
    app role would keep UPDATE and DELETE on the log, which no line takes away again.
    """
    names = Names(owner=str(conninfo_to_dict(address)["user"]))
    given = [s for s in privilege_sql(names) if s.startswith("ALTER DEFAULT")]
    taken = [
        fill(
            "ALTER DEFAULT PRIVILEGES FOR ROLE {owner} "
            f"REVOKE ALL ON {kind} FROM {{app}}",
            names,
        )
        for kind in ("TABLES", "SEQUENCES")
    ]
    _as_owner(address, taken)
    try:
        yield
    finally:
        _as_owner(address, given)


def _as_owner(address: str, statements: list[str]) -> None:
    with psycopg.connect(address) as connection:
        for statement in statements:
            connection.execute(statement.encode())


def tool(name: str, at_least: int) -> Path:
    """Find pg_dump or pg_restore: the oldest that is not older than `at_least`.

    A newer pg_restore speaks of settings that an older server does not know.
    """
    found = {_major(folder / name): folder / name for folder in reversed(_folders())}
    fit = sorted(major for major in found if major >= at_least)
    if not fit:
        raise Unavailable(
            f"No {name} of PostgreSQL {at_least} or newer was found. "
            f"Debian: sudo apt-get install postgresql-client-{at_least}"
        )
    return found[fit[0]]


def _folders() -> list[Path]:
    """Return where programs may be, the most trusted first."""
    found = []
    with suppress(Unavailable):  # a server elsewhere needs only the clients
        found.append(programs())
    found += sorted(Path("/usr/lib/postgresql").glob("[0-9]*/bin"))
    if on_path := shutil.which("pg_dump"):
        found.append(Path(on_path).parent)
    return found


def _major(program: Path) -> int:
    asked = [str(program), "--version"]
    try:
        said = subprocess.run(asked, capture_output=True, text=True).stdout  # noqa: S603
    except OSError:
        return 0
    number = re.search(r"(\d+)[.a-z]", said)
    return int(number[1]) if number else 0


def _carry_out(
    program: Path, address: str, *arguments: str, out: IO[bytes] | None = None
) -> None:
    """Run a client program; a password stays out of the list of processes."""
    parts: dict[str, Any] = dict(conninfo_to_dict(address))
    password = parts.pop("password", None)
    secret = {"PGPASSWORD": str(password)} if password else {}
    done = subprocess.run(  # noqa: S603
        [program, *arguments, f"--dbname={make_conninfo(**parts)}"],
        stdin=subprocess.DEVNULL,
        stdout=out or subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env={**os.environ, "LC_ALL": "C", **secret},
    )
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines() or [""]
        raise Unavailable(f"{program.name} stopped: {said[0]}")  # then: the statement
