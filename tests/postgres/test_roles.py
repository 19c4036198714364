"""May each role do what the table of roles says, and no more?"""

import psycopg
import pytest

from dichtbij import postgres
from tests.postgres.conftest import connect

ROLES = ("dichtbij_owner", "dichtbij_app", "dichtbij_stats", "dichtbij_backup")


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
