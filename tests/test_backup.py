"""Does a backup hold everything, come back whole, and only where nothing stands?

Each database here is a real one on the server of the tests, with a committed town.
"""

import hashlib
import json
import os
import shutil
import stat
import subprocess
import sys
from itertools import count

import psycopg
import pytest
from django.core.management import CommandError
from psycopg import sql
from psycopg.conninfo import make_conninfo

from dichtbij import postgres
from dichtbij.management import copies
from dichtbij.management.commands import restore
from dichtbij.postgres import copying
from dichtbij.postgres.contents import count as count_rows
from dichtbij.postgres.contents import one_moment
from tests import live

WALLED = "dichtbij_client"
_number = count(1)


@pytest.fixture(scope="module")
def town():
    """The name of a database with a committed town."""
    name = live.copy_town()
    yield name
    live.drop(name)


@pytest.fixture(scope="module")
def backup_and_rows(town, tmp_path_factory):
    """A folder with one backup of the town, and the rows that were there then."""
    folder = tmp_path_factory.mktemp("backups")
    done = command(town, "backup", folder)
    assert done.returncode == 0, done.stderr
    assert f"{backup_in(folder)}: " in done.stdout
    assert "DICHTBIJ_SECRET_KEY is not in a backup" in done.stdout
    return folder, rows_of(town)


@pytest.fixture
def backups(backup_and_rows):
    return backup_and_rows[0]


@pytest.fixture
def backed_up(backup_and_rows):
    return backup_and_rows[1]


@pytest.fixture
def copy_of_backup(backups, tmp_path):
    """A backup to damage."""
    return shutil.copytree(backup_in(backups), tmp_path / "dichtbij-damaged")


@pytest.fixture
def target():
    """The name of a database without tables."""
    name = f"live_{os.getpid()}_target_{next(_number)}"
    yield name
    live.drop(name)


def backup_in(folder):
    (found,) = folder.iterdir()
    return found


def command(database, *arguments, **environment):
    return subprocess.run(
        [sys.executable, "-W", "ignore", "manage.py", *map(str, arguments)],
        cwd=live.CHECKOUT,
        env=live.environment(database) | environment,
        capture_output=True,
        text=True,
    )


def refusal(done):
    """Return the one sentence of a command that refused."""
    assert done.returncode == 1, done.stdout + done.stderr
    (sentence,) = done.stderr.splitlines()
    return sentence


def rows_of(database):
    """Return each row of each table as a hash: the judge's own way of looking."""
    with live.superuser(database) as connection:
        found = connection.execute(
            "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') "
            "AND relnamespace = 'public'::regnamespace AND NOT relispartition"
        ).fetchall()
        rows = {}
        for (table,) in found:
            asked = sql.SQL("SELECT md5(t::text) FROM {} t").format(
                sql.Identifier(table)
            )
            rows[table] = sorted(mark for (mark,) in connection.execute(asked))
    return rows


def address_of(role, database):
    host = str(postgres.socket_folder())
    return make_conninfo(host=host, user=role, dbname=database)


def by_address(database):
    """Return the addresses by which an outside server would be reached."""
    roles = {"": "app", "OWNER_": "owner", "BACKUP_": "backup"}
    return {
        f"DATABASE_{what}URL": f"postgresql://dichtbij_{role}@/{database}"
        f"?host={postgres.socket_folder()}"
        for what, role in roles.items()
    }


def assert_came_back(before, target):
    after = rows_of(target)
    # What was written since: a line in the log that says so, and where it ends.
    written = {t for t in before if before[t] != after[t]}
    assert before.keys() == after.keys()
    assert len(before[WALLED]) > 10
    assert written == {"dichtbij_entry", "dichtbij_chain"}
    lost = set(before["dichtbij_entry"]) - set(after["dichtbij_entry"])
    assert lost == set()
    assert len(after["dichtbij_entry"]) == len(before["dichtbij_entry"]) + 1


# --- out and back ---------------------------------------------------------------------


def test_all_rows_come_back_and_the_log_holds_and_tells_of_it(
    backed_up, backups, target
):
    done = command(target, "restore", backups)

    assert done.returncode == 0, done.stdout + done.stderr
    assert "all walls stand" in done.stdout
    assert_came_back(backed_up, target)
    assert command(target, "verify_audit").returncode == 0
    with live.superuser(target) as connection:
        told = connection.execute(
            "SELECT event_type, object_id FROM dichtbij_entry "
            "WHERE object_type = 'Backup' ORDER BY sequence"
        ).fetchall()
    name = backup_in(backups).name
    # Others of this file may have made a backup of the same town before.
    assert told[-2:] == [("backup", name), ("restore", name)]


def test_the_app_role_meets_walls_and_a_frozen_log_in_what_came_back(backups, target):
    command(target, "restore", backups)

    asked = (
        "SELECT (SELECT count(*) FROM dichtbij_client), "
        "has_table_privilege('dichtbij_entry', 'SELECT'), "
        "has_table_privilege('dichtbij_entry', 'UPDATE, DELETE, TRUNCATE'), "
        "has_table_privilege('dichtbij_entry_2026', 'UPDATE, DELETE, TRUNCATE'), "
        "has_table_privilege('dichtbij_contact', 'UPDATE')"
    )
    with live.superuser(target) as connection:
        connection.execute("SET ROLE dichtbij_app")
        assert connection.execute(asked).fetchone() == (0, True, False, False, True)
        assert postgres.refuse_wrong_role(connection) is None
    with live.superuser(target) as connection:
        connection.execute("SET ROLE dichtbij_owner")
        connection.execute("CREATE TABLE later (n int)")
        asked = "SELECT has_table_privilege('dichtbij_app', 'later', 'DELETE')"
        assert connection.execute(asked).fetchone() == (True,)


def test_a_database_elsewhere_is_copied_by_its_addresses(town, target, tmp_path):
    command(target, "showmigrations")  # makes the database, without tables

    out = command(town, "backup", tmp_path / "out", **by_address(town))
    before = rows_of(town)
    back = command(target, "restore", tmp_path / "out", **by_address(target))

    assert out.returncode == 0, out.stderr
    assert back.returncode == 0, back.stdout + back.stderr
    assert_came_back(before, target)


def test_tables_that_nobody_used_make_way(town, backups):
    unused = live.copy_of(town)
    with live.superuser(unused) as connection:
        connection.execute("TRUNCATE dichtbij_programme, dichtbij_organisation CASCADE")
        connection.execute("TRUNCATE dichtbij_entry")

    done = command(unused, "restore", backups)

    try:
        assert done.returncode == 0, done.stdout + done.stderr
        assert len(rows_of(unused)[WALLED]) > 10
    finally:
        live.drop(unused)


# --- what it takes --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("role", "words"),
    [("dichtbij_app", "permission denied"), ("dichtbij_owner", "row-level security")],
)
def test_no_other_role_could_have_made_it(town, tmp_path, role, words):
    address = address_of(role, town)

    with (tmp_path / "dump").open("wb") as out, one_moment(address) as connection:
        with pytest.raises(postgres.Unavailable, match=words):
            copying.dump(connection, address, out)
        with pytest.raises(psycopg.Error, match="row-level security"):
            count_rows(connection, WALLED)


def test_the_backup_role_changes_nothing(town):
    with (
        one_moment(address_of("dichtbij_backup", town)) as connection,
        pytest.raises(psycopg.Error, match="read-only transaction"),
    ):
        connection.execute("DELETE FROM dichtbij_client")


def test_without_an_address_for_the_backup_role_nothing_is_copied(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://dichtbij_app@/zorg")

    with pytest.raises(postgres.Unavailable, match="Set DATABASE_BACKUP_URL"):
        copying.backup_address()


def test_another_database_than_the_served_one_is_not_copied(town, tmp_path):
    addresses = by_address(town)
    elsewhere = by_address("postgres")["DATABASE_BACKUP_URL"]

    done = command(
        town, "backup", tmp_path, **addresses | {"DATABASE_BACKUP_URL": elsewhere}
    )

    assert "leads to another database" in refusal(done)
    assert list(tmp_path.iterdir()) == []


def test_a_program_that_is_too_old_is_named_with_its_package():
    with pytest.raises(postgres.Unavailable, match="postgresql-client-99"):
        copying.tool("pg_dump", 99)


# --- half a backup --------------------------------------------------------------------


def test_a_backup_is_private_and_tells_what_it_holds(backups):
    folder = backup_in(backups)
    told = json.loads((folder / "manifest.json").read_text())
    archive = folder / told["archive"]

    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(p.stat().st_mode) for p in folder.iterdir()} == {0o600}
    assert told["sha256"] == hashlib.sha256(archive.read_bytes()).hexdigest()
    assert told["rows"][WALLED] > 10
    assert told["migrations"] == copies.known_migrations()
    assert all(last > 0 and len(head) == 64 for last, head in told["chains"].values())


def test_a_place_that_cannot_be_written_to_is_one_sentence(town, tmp_path):
    (tmp_path / "file").touch()

    done = command(town, "backup", tmp_path / "file" / "backups")

    assert "cannot be written to" in refusal(done)


def test_a_copy_that_breaks_off_leaves_nothing_that_looks_whole(town, tmp_path):
    broken, out = tmp_path / "bin" / "pg_dump", tmp_path / "out"
    broken.parent.mkdir()
    broken.write_text(
        '#!/bin/sh\n[ "$1" = --version ] && echo "pg_dump (PostgreSQL) '
        f'{postgres.programs.major()}.0" && exit\necho half\n'
        "echo no space left >&2\nexit 1\n"
    )
    broken.chmod(0o755)

    done = command(town, "backup", out, PGBIN=str(broken.parent))

    assert "pg_dump stopped: no space left" in refusal(done)
    assert list(out.iterdir()) == []


# --- what is refused ------------------------------------------------------------------


def test_a_flipped_byte_is_refused_and_nothing_is_restored(copy_of_backup, target):
    archive = copy_of_backup / "database.dump"
    whole = bytearray(archive.read_bytes())
    whole[len(whole) // 2] ^= 1
    archive.write_bytes(whole)

    done = command(target, "restore", copy_of_backup)

    assert "is damaged" in refusal(done)
    assert rows_of(target) == {}


def test_a_database_in_use_is_refused_and_stays_as_it_was(town, backups):
    before = rows_of(town)

    done = command(town, "restore", backups)

    assert "not empty" in refusal(done)
    assert rows_of(town) == before


def test_tables_of_something_else_are_left_alone(backups, target):
    command(target, "showmigrations")
    with live.superuser(target) as connection:
        connection.execute("CREATE TABLE django_session (n int)")

    done = command(target, "restore", backups)

    assert "not of Dichtbij" in refusal(done)
    assert rows_of(target).keys() == {"django_session"}


def test_less_than_the_manifest_tells_is_no_success(copy_of_backup, target):
    manifest = copy_of_backup / "manifest.json"
    told = json.loads(manifest.read_text())
    told["rows"][WALLED] += 1
    told["chains"]["installation"][1] = "00" * 32
    manifest.write_text(json.dumps(told))

    done = command(target, "restore", copy_of_backup)

    assert "differs in the 2 points" in refusal(done)
    assert f"{WALLED}: number of rows was" in done.stdout
    assert "installation: head of the log was" in done.stdout


def test_a_faithful_copy_of_a_broken_town_is_no_success(town, target, tmp_path):
    broken = live.copy_of(town)
    with live.superuser(broken) as connection:
        connection.execute("ALTER TABLE dichtbij_client NO FORCE ROW LEVEL SECURITY")
        connection.execute("ALTER TABLE dichtbij_entry DISABLE TRIGGER USER")
        connection.execute(
            "UPDATE dichtbij_entry SET user_id = 0 "
            "WHERE programme_id IS NULL AND sequence = 1"
        )
    command(broken, "backup", tmp_path)
    live.drop(broken)

    done = command(target, "restore", tmp_path)

    assert "differs in the 2 points" in refusal(done)
    assert f"{WALLED}: its wall does not stand" in done.stdout
    assert "the log of the installation breaks at line 1" in done.stdout


def test_other_tables_than_this_version_knows_are_refused():
    told = {"version": "9.9", "migrations": {**copies.known_migrations(), "mfa": "x"}}

    with pytest.raises(CommandError, match=r"version 9\.9 .*mfa x"):
        restore.refuse_other_tables(told)


@pytest.mark.parametrize("found", [(False, 1), (True, 0), (True, 2), None])
def test_a_wall_that_does_not_stand_is_named(town, found):
    with one_moment(address_of("dichtbij_backup", town)) as connection:
        standing = restore.contents.walls(connection)

    fallen = restore.fallen_walls({**standing, WALLED: found})

    assert restore.fallen_walls(standing) == []
    assert fallen == [f"{WALLED}: its wall does not stand"]


def test_the_newest_whole_backup_is_taken(tmp_path):
    for name in ("dichtbij-20260310T090000Z", "dichtbij-20260311T090000Z"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "manifest.json").touch()
    (tmp_path / ".dichtbij-20260312T090000Z.part").mkdir()
    (tmp_path / ".dichtbij-20260312T090000Z.part" / "manifest.json").touch()

    assert copies.find(tmp_path).name == "dichtbij-20260311T090000Z"
    with pytest.raises(CommandError, match="no whole backup"):
        copies.find(tmp_path / "elsewhere")
