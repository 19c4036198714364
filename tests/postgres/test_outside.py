"""Is a server of somebody else prepared, or its administrator told how?"""

import os

import pytest

from dichtbij import postgres
from tests.postgres.conftest import connect


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
