"""As whom is the database asked, and what may each role do?"""

import os
from collections.abc import Mapping
from typing import Any

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict

from dichtbij.postgres.address import OUTSIDE, Names, Unavailable

EXTENSIONS = ("btree_gist", "citext", "pg_trgm", "unaccent")


def prepare_sql(names: Names) -> list[str]:
    """Return what an administrator runs once in the database; twice does no harm."""
    return [*role_sql(names), *privilege_sql(names), connect_sql(names)]


def fill(text: str, names: Names, **more: sql.Composable) -> str:
    """Return the statement with names quoted as names."""
    quoted = {key: sql.Identifier(value) for key, value in vars(names).items()}
    return sql.SQL(text).format(**quoted, **more).as_string(None)


def role_sql(names: Names) -> list[str]:
    """Return what makes the roles of a whole server."""
    plain = "LOGIN NOSUPERUSER NOCREATEROLE NOBYPASSRLS"
    attributes = {
        names.owner: f"{plain} CREATEDB",
        names.app: f"{plain} NOCREATEDB",
        names.stats: f"{plain} NOCREATEDB",
        names.backup: "LOGIN NOSUPERUSER NOCREATEROLE NOCREATEDB BYPASSRLS",
    }
    unless = (
        "DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = {literal})"
    )
    made = [
        fill(
            f"{unless} THEN CREATE ROLE {{role}} {can}; END IF; END $$",
            names,
            literal=sql.Literal(role),
            role=sql.Identifier(role),
        )
        for role, can in attributes.items()
    ]
    reads = (
        "DO $$ BEGIN IF NOT pg_has_role({literal}, 'pg_read_all_data', 'MEMBER')"
        " THEN GRANT pg_read_all_data TO {backup}; END IF; END $$"
    )
    return [*made, fill(reads, names, literal=sql.Literal(names.backup))]


def privilege_sql(names: Names) -> list[str]:
    """Return what one database needs before its first table."""
    by_default = "ALTER DEFAULT PRIVILEGES FOR ROLE {owner} GRANT"
    return [
        *(f'CREATE EXTENSION IF NOT EXISTS "{name}"' for name in EXTENSIONS),
        "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
        fill(
            f"{by_default} SELECT, INSERT, UPDATE, DELETE ON TABLES TO {{app}}", names
        ),
        fill(f"{by_default} USAGE, SELECT ON SEQUENCES TO {{app}}", names),
    ]


def connect_sql(names: Names) -> str:
    """Return what keeps strangers out of the database."""
    text = (
        "DO $$ BEGIN IF has_database_privilege('public', {literal}, 'CONNECT') THEN"
        " GRANT CONNECT ON DATABASE {database} TO {owner}, {app}, {stats}, {backup};"
        " REVOKE CONNECT, TEMPORARY ON DATABASE {database} FROM PUBLIC;"
        " END IF; END $$"
    )
    return fill(text, names, literal=sql.Literal(names.database))


def prepare_outside() -> list[str]:
    """Prepare the server of DATABASE_OWNER_URL; return the SQL that it refused.

    Raises Unavailable without that address, or with another role than the walls name.
    """
    url = os.environ.get("DATABASE_OWNER_URL")
    if not url:
        raise Unavailable("Set DATABASE_OWNER_URL: only the owner can migrate.")
    given = {alias: os.environ.get(key) for alias, key in OUTSIDE.items()}
    parts = {a: conninfo_to_dict(text) for a, text in given.items() if text}
    names = Names(
        database=str(parts["owner"].get("dbname", Names.database)),
        owner=str(parts["owner"].get("user", Names.owner)),
    )
    for alias, role in (("default", names.app), ("stats", names.stats)):
        if alias in parts and parts[alias].get("user") != role:
            raise Unavailable(f"{OUTSIDE[alias]} has to sign in as {role}.")
    try:
        with psycopg.connect(url, autocommit=True) as connection:
            before = _roles(connection)
            refused = [s for s in prepare_sql(names) if not _accepted(connection, s)]
            for part in parts.values():
                if part.get("user") not in before:
                    _give_password(connection, part)
    except psycopg.OperationalError as error:
        raise Unavailable(f"DATABASE_OWNER_URL does not answer: {error}") from error
    return refused


def _roles(connection: psycopg.Connection[Any]) -> set[str]:
    return {name for (name,) in connection.execute("SELECT rolname FROM pg_roles")}


def _accepted(connection: psycopg.Connection[Any], statement: str) -> bool:
    try:
        connection.execute(statement.encode())
    except psycopg.Error:
        return False
    return True


def _give_password(
    connection: psycopg.Connection[Any], part: Mapping[str, Any]
) -> None:
    """Set the password of a role that was just made, hashed: logs keep text."""
    user, password = str(part.get("user")), part.get("password")
    if password and user in _roles(connection):
        hashed = connection.pgconn.encrypt_password(
            str(password).encode(), user.encode(), b"scram-sha-256"
        )
        connection.execute(
            sql.SQL("ALTER ROLE {} PASSWORD {}").format(
                sql.Identifier(user), sql.Literal(hashed.decode())
            )
        )


def refuse_wrong_role(connection: Any) -> str | None:
    """Return why this role may not serve, in one sentence, or None when it may.

    Takes a Django or psycopg connection. Whoever can become a role counts as that role.
    """
    asked = """
        SELECT current_user, bool_or(rolsuper), bool_or(rolbypassrls),
          EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
            WHERE nspname !~ '^(pg_|information_schema)'
            AND pg_has_role(relowner, 'MEMBER'))
          OR (SELECT pg_has_role(datdba, 'MEMBER') FROM pg_database
            WHERE datname = current_database())
        FROM pg_roles WHERE pg_has_role(oid, 'MEMBER')
    """
    with connection.cursor() as cursor:
        cursor.execute(asked)
        role, superuser, bypasses, owns = cursor.fetchone()
    reasons = {"is a superuser": superuser, "passes the walls (BYPASSRLS)": bypasses}
    reasons |= {"owns tables": owns}
    reasons |= {f"is not {Names.app}, for whom they are built": role != Names.app}
    for reason, holds in reasons.items():
        if holds:
            return (
                f"The database role {role!r} {reason}: the process that serves must "
                "connect as the app role (DATABASE_URL), which owns nothing."
            )
    return None


def refuse_forgetful_server(connection: Any) -> str | None:
    """Return why this server may lose what it acknowledged, or None when it may not.

    Takes a Django or psycopg connection. The server of the tests is let through.
    Source: security.md I8.
    """
    asked = """
        SELECT name FROM pg_settings WHERE setting = 'off' AND name IN
          ('fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums')
          AND coalesce(current_setting('dichtbij.cluster', true), '') <> 'test'
        ORDER BY name
    """
    with connection.cursor() as cursor:
        cursor.execute(asked)
        off = [name for (name,) in cursor.fetchall()]
    if not off:
        return None
    return (
        f"The database server has {', '.join(off)} switched off and may lose what it "
        "acknowledged: switch on before serving."
    )
