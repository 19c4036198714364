"""Does our own server start, come back, keep its roles apart, and end?"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psycopg
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dichtbij import postgres
from dichtbij.postgres import address, programs

CHECKOUT = Path(__file__).parent.parent
ROLES = ("dichtbij_owner", "dichtbij_app", "dichtbij_stats", "dichtbij_backup")

only_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root needs a detour")


@pytest.fixture(scope="module")
def shared_folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("server")
    yield folder
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DICHTBIJ_DATA", str(folder))
        postgres.leave()


@pytest.fixture
def server(shared_folder, monkeypatch):
    """A running server to keep, apart from the one of the other tests."""
    monkeypatch.setenv("DICHTBIJ_DATA", str(shared_folder))
    postgres.ensure_running()
    return shared_folder / "postgres"


@pytest.fixture
def empty_folder(tmp_path, monkeypatch):
    """A data folder without a server."""
    monkeypatch.setenv("DICHTBIJ_DATA", str(tmp_path))
    yield tmp_path
    postgres.leave()


@pytest.fixture
def open_folder():
    """A folder that everybody may enter, unlike those of pytest."""
    folder = Path(tempfile.mkdtemp(dir="/var/tmp"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def connect(role, database=None):
    host = str(postgres.socket_folder())
    database = database or ("postgres" if role == "postgres" else "dichtbij")
    return psycopg.connect(host=host, user=role, dbname=database, autocommit=True)


def pid_in(server):
    return int((server / "postmaster.pid").read_text().split()[0])


def test_starting_twice_is_one_server(server):
    first = pid_in(server)

    postgres.ensure_running()

    assert pid_in(server) == first
    assert postgres.is_running()


def test_a_killed_server_comes_back_with_all_that_was_committed(server):
    with connect("dichtbij_owner") as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS kept (n int)")
        connection.execute("INSERT INTO kept SELECT generate_series(1, 1000)")
    killed = pid_in(server)
    os.kill(killed, signal.SIGKILL)

    postgres.ensure_running()

    assert pid_in(server) != killed
    with connect("dichtbij_owner") as connection:
        assert connection.execute("SELECT count(*) FROM kept").fetchone() == (1000,)
        connection.execute("DROP TABLE kept")


def test_a_pid_file_that_names_another_program_is_no_obstacle(empty_folder):
    postgres.ensure_running()
    server = empty_folder / "postgres"
    left_behind = (server / "postmaster.pid").read_text().splitlines()
    postgres.stop()
    left_behind[0] = str(os.getpid())
    (server / "postmaster.pid").write_text("\n".join(left_behind) + "\n")

    postgres.ensure_running()

    assert postgres.is_running()
    assert pid_in(server) != os.getpid()


def test_the_last_to_leave_stops_the_server(empty_folder):
    postgres.ensure_running()
    script = (
        "from dichtbij import postgres; postgres.ensure_running(); print('in');"
        "input(); postgres.leave()"
    )
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    other = subprocess.Popen([sys.executable, "-c", script], cwd=CHECKOUT, **pipes)
    assert other.stdout.readline() == "in\n"

    postgres.leave()
    still_there = postgres.is_running()
    other.communicate("\n")

    assert still_there
    assert not postgres.is_running()


def test_a_killed_user_of_the_server_keeps_no_share(empty_folder):
    postgres.ensure_running()
    script = "from dichtbij import postgres; postgres.ensure_running(); print('in')"
    forever = f"{script}; import time; time.sleep(600)"
    command = [sys.executable, "-u", "-c", forever]
    with subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE) as other:
        other.stdout.readline()
        other.kill()

    postgres.leave()

    assert not postgres.is_running()


def test_the_server_stops_within_its_time_while_somebody_is_connected(empty_folder):
    postgres.ensure_running()
    connection = connect("dichtbij_app")

    began = time.monotonic()
    postgres.leave()

    assert time.monotonic() - began < 5
    assert not postgres.is_running()
    assert not postgres.socket_folder().exists()
    connection.close()


def test_a_server_to_keep_is_refused_to_tests(server):
    with pytest.raises(postgres.Unavailable, match="not for tests"):
        postgres.ensure_running(test=True)


def test_a_data_folder_of_another_version_is_explained(server, monkeypatch):
    postgres.stop()
    monkeypatch.setattr("dichtbij.postgres.server.major", lambda: 99)

    with pytest.raises(postgres.Unavailable, match="PGBIN"):
        postgres.ensure_running()


def test_the_roles_can_do_what_the_table_of_roles_says(server):
    with connect("dichtbij_app") as connection:
        found = connection.execute(
            "SELECT rolname, rolcanlogin, rolsuper, rolcreaterole, rolcreatedb,"
            " rolbypassrls FROM pg_roles WHERE rolname = ANY (%s)",
            [list(ROLES)],
        ).fetchall()

    assert {row[0]: row[1:] for row in found} == {
        "dichtbij_owner": (True, False, False, True, False),
        "dichtbij_app": (True, False, False, False, False),
        "dichtbij_stats": (True, False, False, False, False),
        "dichtbij_backup": (True, False, False, False, True),
    }


@pytest.mark.parametrize("role", ["dichtbij_app", "dichtbij_stats", "dichtbij_backup"])
def test_only_the_owner_makes_tables(server, role):
    with connect(role) as connection, pytest.raises(psycopg.Error):
        connection.execute("CREATE TABLE mine (n int)")


@pytest.fixture
def owners_table(server):
    """A table of the owner in a database made as tests make theirs."""
    with connect("dichtbij_owner") as connection:
        connection.execute("CREATE DATABASE fresh")
    with connect("dichtbij_owner", "fresh") as connection:
        connection.execute("CREATE TABLE thing (id serial, name text)")
    yield "fresh"
    with connect("dichtbij_owner") as connection:
        connection.execute("DROP DATABASE fresh WITH (FORCE)")


def test_the_app_role_writes_rows_but_may_not_empty_or_change_tables(owners_table):
    with connect("dichtbij_app", owners_table) as connection:
        connection.execute("INSERT INTO thing (name) VALUES ('Özlem')")
        connection.execute("UPDATE thing SET name = 'Émile'")
        connection.execute("DELETE FROM thing")

        for refused in ("TRUNCATE thing", "ALTER TABLE thing ADD x int"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(refused)


def test_the_stats_role_reads_nothing_until_it_is_published(owners_table):
    with (
        connect("dichtbij_stats", owners_table) as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        connection.execute("SELECT * FROM thing")


def test_the_backup_role_reads_and_does_not_write(owners_table):
    with connect("dichtbij_backup", owners_table) as connection:
        connection.execute("SELECT * FROM thing")

        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("INSERT INTO thing (name) VALUES ('x')")


def test_letters_and_extensions_are_there_in_a_new_database(owners_table):
    asked = "SELECT extname FROM pg_extension"
    with connect("dichtbij_app", owners_table) as connection:
        names = {name for (name,) in connection.execute(asked)}
        lowered = connection.execute("SELECT lower('ÖÇÉ'), unaccent('Özdemir')")

        assert names >= {"btree_gist", "citext", "pg_trgm", "unaccent"}
        assert lowered.fetchone() == ("öçé", "Ozdemir")


def test_the_app_role_may_serve(server):
    with connect("dichtbij_app") as connection:
        assert postgres.refuse_wrong_role(connection) is None


@pytest.mark.parametrize(
    ("role", "reason"),
    [
        ("dichtbij_owner", "owns tables"),
        ("dichtbij_backup", "BYPASSRLS"),
        ("postgres", "superuser"),
        ("dichtbij_stats", "is not dichtbij_app"),
    ],
)
def test_no_other_role_may_serve(server, role, reason):
    with connect(role) as connection:
        assert reason in postgres.refuse_wrong_role(connection)


def test_a_role_that_can_become_the_owner_may_not_serve(server):
    with connect("postgres") as connection:
        connection.execute("CREATE ROLE climber LOGIN IN ROLE dichtbij_owner")
        try:
            with connect("climber") as climber:
                assert "owns tables" in postgres.refuse_wrong_role(climber)
        finally:
            connection.execute("DROP ROLE climber")


def test_a_server_that_forgets_may_not_serve(server):
    with connect("dichtbij_app") as connection:
        before = postgres.refuse_forgetful_server(connection)

        connection.execute("SET synchronous_commit = off")

        assert before is None
        assert "synchronous_commit" in postgres.refuse_forgetful_server(connection)


def test_the_server_of_the_tests_forgets_and_says_that_it_is_for_tests():
    with connect("dichtbij_app") as connection:
        assert connection.execute("SHOW fsync").fetchone() == ("off",)
        assert connection.execute("SHOW dichtbij.cluster").fetchone() == ("test",)
        assert postgres.refuse_forgetful_server(connection) is None


def test_what_somebody_typed_does_not_reach_the_log_of_the_server(owners_table, server):
    with connect("dichtbij_owner", owners_table) as connection:
        connection.execute("CREATE UNIQUE INDEX ON thing (name)")
        insert = "INSERT INTO thing (name) VALUES ('Fictieve Fleur')"
        connection.execute(insert)
        with pytest.raises(psycopg.errors.UniqueViolation, match="Fleur"):
            connection.execute(insert)

    log = (server / "server.log").read_text()

    assert "duplicate key" in log
    assert "Fleur" not in log


@only_root
def test_root_without_user_namespaces_runs_it_as_nobody(open_folder, monkeypatch):
    monkeypatch.setenv("DICHTBIJ_DATA", str(open_folder / "data"))
    monkeypatch.setattr(programs, "SHELTER", open_folder / "shelter")
    with without_unshare(monkeypatch):
        postgres.ensure_running()
        server = open_folder / "data" / "postgres"

        runs_as = Path(f"/proc/{pid_in(server)}").stat().st_uid
        postgres.leave()

    assert runs_as == programs.pwd.getpwnam("nobody").pw_uid
    assert not server.is_symlink()


@only_root
def test_nobody_works_elsewhere_when_the_data_folder_is_closed(
    empty_folder, open_folder, monkeypatch
):
    monkeypatch.setattr(programs, "SHELTER", open_folder / "shelter")
    with without_unshare(monkeypatch):
        for _ in range(2):  # the second time it finds its own data back
            postgres.ensure_running()
            connect("dichtbij_app").close()
            postgres.leave()

    server = empty_folder / "postgres"
    assert server.is_symlink()
    assert server.resolve().is_relative_to(open_folder / "shelter")


class without_unshare:
    """The choice of how to run the server, made again as if unshare were forbidden."""

    def __init__(self, monkeypatch):
        monkeypatch.setattr(programs, "UNSHARE", ("false",))

    def __enter__(self):
        programs.way.cache_clear()

    def __exit__(self, *_):
        programs.way.cache_clear()


nameable = st.characters(exclude_characters="\0/", exclude_categories=["Cs"])


@given(st.text(nameable, max_size=300))
def test_the_path_of_the_socket_always_fits(name):
    sockets = postgres.socket_folder(Path("/home") / name)

    assert len(os.fsencode(sockets / ".s.PGSQL.5432")) <= programs.SOCKET_PATH_BYTES


def test_a_socket_folder_of_somebody_else_is_refused(empty_folder):
    sockets = postgres.socket_folder()
    sockets.symlink_to(empty_folder)
    try:
        with pytest.raises(postgres.Unavailable, match="somebody else"):
            postgres.ensure_running()
    finally:
        sockets.unlink()


def test_an_outside_database_is_taken_from_its_addresses(monkeypatch):
    monkeypatch.setenv(
        "DATABASE_URL", "postgresql://web:s%40fe@db.example:5433/zorg?sslmode=require"
    )

    found = postgres.databases()

    assert set(found) == {"default"}  # a web process needs no way to the owner
    default = found["default"]
    assert (default["USER"], default["PASSWORD"]) == ("web", "s@fe")
    assert (default["HOST"], default["PORT"]) == ("db.example", "5433")
    assert default["NAME"] == "zorg"
    assert default["OPTIONS"]["sslmode"] == "require"
    assert default["CONN_MAX_AGE"] == 60


def test_the_address_starts_nothing(empty_folder):
    assert set(postgres.databases()) == set(address.OUTSIDE)
    assert list(empty_folder.iterdir()) == []


@pytest.fixture
def outside(empty_folder, monkeypatch):
    """Our own server, spoken to as if an organisation had it; its owner is weak."""
    postgres.ensure_running()
    host = str(postgres.socket_folder())
    with connect("postgres") as connection:
        connection.execute("DROP DATABASE dichtbij")
        for role in ("dichtbij_app", "dichtbij_stats", "dichtbij_backup"):
            forget(connection, role)
        connection.execute("CREATE ROLE weak LOGIN")
        connection.execute("CREATE DATABASE zorg OWNER weak TEMPLATE template0")
    addresses = {
        "DATABASE_URL": "dichtbij_app:geheim",
        "DATABASE_STATS_URL": "dichtbij_stats:stil",
        "DATABASE_OWNER_URL": "weak",
    }
    with monkeypatch.context() as patch:
        for name, who in addresses.items():
            patch.setenv(name, f"postgresql://{who}@/zorg?host={host}")
        yield patch


def forget(connection, role):
    with connect("postgres", "template1") as template:
        template.execute(f"DROP OWNED BY {role}")
    connection.execute(f"DROP OWNED BY {role}")
    connection.execute(f"DROP ROLE {role}")


def test_sql_that_the_owner_may_not_run_is_handed_over_without_secrets(outside):
    refused = postgres.prepare_outside()

    assert any('CREATE ROLE "dichtbij_app"' in statement for statement in refused)
    assert not any("geheim" in statement for statement in refused)


def test_once_the_administrator_ran_it_nothing_is_left_to_do(outside):
    with connect("postgres", "zorg") as administrator:
        for statement in postgres.prepare_outside():
            administrator.execute(statement)

    assert postgres.prepare_outside() == []
    with connect("weak", "zorg") as owner, connect("dichtbij_app", "zorg") as app:
        owner.execute("CREATE TABLE thing (id serial)")
        app.execute("INSERT INTO thing DEFAULT VALUES")


def test_an_owner_who_may_makes_the_roles_and_their_passwords(outside):
    strong = os.environ["DATABASE_OWNER_URL"].replace("weak@", "postgres@")
    outside.setenv("DATABASE_OWNER_URL", strong)

    refused = postgres.prepare_outside()

    assert refused == []
    asked = "SELECT rolname, rolpassword FROM pg_authid WHERE rolpassword IS NOT NULL"
    with connect("postgres", "zorg") as connection:
        found = dict(connection.execute(asked).fetchall())
    assert set(found) == {"dichtbij_app", "dichtbij_stats"}
    assert all(secret.startswith("SCRAM-SHA-256$") for secret in found.values())


def test_another_role_than_the_walls_name_is_refused(outside):
    web = os.environ["DATABASE_URL"].replace("dichtbij_app:", "web:")
    outside.setenv("DATABASE_URL", web)

    with pytest.raises(postgres.Unavailable, match="sign in as dichtbij_app"):
        postgres.prepare_outside()


def test_without_the_owner_nothing_is_prepared(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://web@/zorg")

    with pytest.raises(postgres.Unavailable, match="DATABASE_OWNER_URL"):
        postgres.prepare_outside()


@pytest.mark.parametrize("lock", sorted(CHECKOUT.glob("*.lock")), ids=lambda p: p.name)
def test_a_lock_pins_hashes_and_names_no_address(lock):
    text = lock.read_text()

    assert "--hash=sha256:" in text
    assert "://" not in text
