"""When does our own server start, and when does it stop?

Each process that uses it holds a share, a lock that the system takes back from a killed
process; the last to leave stops the server.
"""

import fcntl
import hashlib
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from dichtbij.postgres.address import (
    Unavailable,
    data_folder,
    embedded_names,
    is_embedded,
    socket_folder,
)
from dichtbij.postgres.programs import (
    give_to_server,
    locale_choices,
    major,
    make_socket_folder,
    programs,
    run,
    server_folder,
)
from dichtbij.postgres.roles import connect_sql, fill, privilege_sql, role_sql

SUPERUSER = "postgres"
START_TRIES = 15
EVERY_CLUSTER = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "100",
    "shared_buffers": "128MB",
    "jit": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
    # A statement or a detail line holds what somebody typed about a child.
    "log_min_messages": "warning",
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
}
DURABLE = {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on"}
FORGETFUL = dict.fromkeys(DURABLE, "off")

_held: dict[Path, int] = {}  # this process's share in each server, by data folder


def ensure_running(*, test: bool = False) -> None:
    """Start the embedded server unless it runs, and take a share in it.

    With `test` it forgets on a power cut what a test never needs again; a server that
    was made for keeping is then refused. Raises Unavailable.
    """
    if not is_embedded():
        return
    folder = data_folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with _locked(folder):
        _hold(folder)
        if not _answers(folder):
            _start(folder, test=test)
        elif test and not _is_for_tests(folder):
            raise Unavailable(f"{folder} holds a database to keep: not for tests.")
        _prepare(folder)


def is_running() -> bool:
    """Tell whether the embedded server answers."""
    return _answers(data_folder())


def leave() -> None:
    """Give up this process's share; the last to leave stops the server."""
    folder = data_folder()
    share = _held.pop(folder, None)
    if share is None:
        return
    with _locked(folder):
        try:
            fcntl.flock(share, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return
        finally:
            os.close(share)
        _stop(folder)


def stop() -> None:
    """Stop the embedded server, whoever else uses it."""
    folder = data_folder()
    if folder.is_dir():
        with _locked(folder):
            _stop(folder)


def recreate() -> None:
    """Throw the embedded database away and make an empty one."""
    folder, names = data_folder(), embedded_names()
    with _locked(folder), _superuser(folder) as connection:
        drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
        connection.execute(drop.format(sql.Identifier(names.database)))
        _prepare(folder)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    with (folder / "postgres.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _hold(folder: Path) -> None:
    if folder not in _held:
        share = os.open(folder / "postgres.share", os.O_RDWR | os.O_CREAT, 0o600)
        fcntl.flock(share, fcntl.LOCK_SH)
        _held[folder] = share


def _superuser(
    folder: Path, database: str = "postgres"
) -> psycopg.Connection[tuple[Any, ...]]:
    return psycopg.connect(
        host=str(socket_folder(folder)),
        port=5432,
        user=SUPERUSER,
        dbname=database,
        connect_timeout=5,
        autocommit=True,
    )


def _answers(folder: Path) -> bool:
    # Not os.kill(pid, 0) nor pg_ctl status: both take a zombie for a living server.
    try:
        _superuser(folder).close()
    except psycopg.OperationalError:
        return False
    return True


def _prepare(folder: Path) -> None:
    """Make roles, extensions and database where they are not there yet."""
    names = embedded_names()
    wanted = [*role_sql(names), *privilege_sql(names)]
    version = f"dichtbij {hashlib.sha256(repr(wanted).encode()).hexdigest()[:12]}"
    with _superuser(folder) as connection:
        asked = (
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database"
            " WHERE datname = 'template1' UNION ALL"
            " SELECT datname FROM pg_database WHERE datname = %s"
        )
        found = {row[0] for row in connection.execute(asked, [names.database])}
        if version not in found:
            # Test databases are copies of template1 and so have it all too.
            old = ["template1", *({names.database} & found)]
            for database in old:
                _run_in(folder, database, wanted)
            comment = sql.SQL("COMMENT ON DATABASE template1 IS {}")
            connection.execute(comment.format(sql.Literal(version)))
        if names.database not in found:
            create = "CREATE DATABASE {database} OWNER {owner}"
            connection.execute(fill(create, names).encode())
            _run_in(folder, names.database, [connect_sql(names)])


def _run_in(folder: Path, database: str, statements: list[str]) -> None:
    with _superuser(folder, database) as connection:
        for statement in statements:
            connection.execute(statement.encode())


def _start(folder: Path, *, test: bool) -> None:
    server = server_folder(folder)
    if not (server / "PG_VERSION").exists():
        _create(server, test=test)
    elif test and not _is_for_tests(folder):
        raise Unavailable(f"{folder} holds a database to keep: not for tests.")
    _refuse_other_version(server)
    sockets = make_socket_folder(folder)
    settings = {**EVERY_CLUSTER, "unix_socket_directories": str(sockets)}
    settings |= FORGETFUL if _is_for_tests(folder) else DURABLE
    settings["dichtbij.cluster"] = "test" if _is_for_tests(folder) else "keep"
    lines = [f"{key} = '{value}'\n" for key, value in settings.items()]
    (server / "dichtbij.conf").write_text("".join(lines))
    log = server / "server.log"
    for _ in range(START_TRIES):
        done = run("pg_ctl", "-D", server, "-l", log, "-w", "-t", "60", "start")
        if done.returncode == 0 or _answers(folder):
            return
        if not _is_worked_in(server):
            # Not earlier: a second server must not write beside the first one's last.
            (server / "postmaster.pid").unlink(missing_ok=True)
        time.sleep(1)
    raise Unavailable(f"The database does not start; its last words: {_tail(log)}")


def _stop(folder: Path) -> None:
    server = server_folder(folder)
    if not (server / "postmaster.pid").exists() or not _is_worked_in(server):
        return
    # Together below the ten seconds that stopping may take; nothing is lost by either.
    for manner, seconds in (("fast", "5"), ("immediate", "2")):
        done = run("pg_ctl", "-D", server, "-m", manner, "-w", "-t", seconds, "stop")
        if done.returncode == 0 or not _answers(folder):
            break
    with suppress(OSError):  # not empty: somebody else's, or a server that hangs on
        socket_folder(folder).rmdir()


def _create(server: Path, *, test: bool) -> None:
    """Make a new cluster beside its place and move it there when it is whole."""
    new = server.with_name(server.name + ".new")
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(mode=0o700)
    give_to_server(new)
    choices = ["-U", SUPERUSER, "-A", "trust", "-E", "UTF8", "--data-checksums"]
    if test:
        choices.append("--no-sync")
    done = run("initdb", "-D", new, *choices, *locale_choices())
    if done.returncode:
        raise Unavailable(f"The database could not be made: {done.stderr.strip()}")
    (new / "dichtbij.conf").touch()
    with (new / "postgresql.conf").open("a") as main:
        main.write("include 'dichtbij.conf'\n")
    if test:
        (new / "for-tests").touch()
    new.rename(server)


def _is_for_tests(folder: Path) -> bool:
    return (server_folder(folder) / "for-tests").exists()


def _refuse_other_version(server: Path) -> None:
    made_by = (server / "PG_VERSION").read_text().strip()
    if made_by != str(major()):
        raise Unavailable(
            f"{server} was made by PostgreSQL {made_by}, but {programs()} is "
            f"{major()}: point PGBIN at the older one or remove the folder."
        )


def _is_worked_in(server: Path) -> bool:
    """Tell whether a living process works in the server's folder, as far as we can see.

    The number in postmaster.pid says less: it may be a zombie's, or another program's.
    """
    if not Path("/proc/self/cwd").exists():  # macOS: init buries its zombies at once
        return True
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if (process / "cwd").readlink() == server:
                return True
        except OSError:  # gone, a zombie, or not ours
            continue
    return False


def _tail(log: Path) -> str:
    return " / ".join(log.read_text(errors="replace").splitlines()[-3:])
