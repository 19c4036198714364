"""What is in the database, so that one can tell whether another is the same?"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg.conninfo import conninfo_to_dict

from dichtbij.postgres.address import Names, Unavailable

Connection = psycopg.Connection[tuple[Any, ...]]


@contextmanager
def one_moment(address: str) -> Iterator[Connection]:
    """Connect for reading all rows as they are at this one moment.

    A wall that would hide rows is an error here, never a smaller number.
    """
    habits = "-c row_security=off -c default_transaction_read_only=on"
    habits += " -c default_transaction_isolation=repeatable\\ read"
    try:
        connection = psycopg.connect(address, connect_timeout=5, options=habits)
    except psycopg.OperationalError as error:
        who = conninfo_to_dict(address).get("user")
        raise Unavailable(f"The database does not let {who} in: {error}") from error
    with connection:
        yield connection


def place(connection: Any) -> tuple[Any, ...]:
    """Tell which database this is, whoever asks. Takes Django's connections too."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_database(), system_identifier FROM pg_control_system()"
        )
        return tuple(cursor.fetchone())


def server_major(connection: Connection) -> int:
    """Return the major version of the server."""
    return connection.info.server_version // 10_000


def tables(connection: Connection) -> list[str]:
    """Return the names of all tables; a part of a partitioned one is not counted."""
    asked = (
        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace "
        "AND relkind IN ('r', 'p') AND NOT relispartition ORDER BY 1"
    )
    return [name for (name,) in connection.execute(asked)]


def count(connection: Connection, table: str) -> int:
    """Return how many rows a table has."""
    name = psycopg.sql.Identifier(table)
    query = psycopg.sql.SQL("SELECT count(*) FROM {}").format(name)
    return int(first(connection, query)[0])


def alike(connection: Connection) -> dict[str, Any]:
    """Return what makes two databases alike: tables, rows, chains and privileges."""
    return {
        "migrations": dict(
            connection.execute(
                "SELECT app, max(name) FROM django_migrations GROUP BY 1 ORDER BY 1"
            ).fetchall()
        ),
        "rows": {table: count(connection, table) for table in tables(connection)},
        "chains": {
            "installation" if programme is None else str(programme): [last, head]
            for programme, last, head in connection.execute(
                "SELECT programme_id, last_sequence, encode(head, 'hex') "
                "FROM dichtbij_chain ORDER BY 1"
            )
        },
        "privileges": dict(
            connection.execute(
                "SELECT c.relname || ' ' || r.rolname, "
                "string_agg(a.privilege_type, ' ' ORDER BY a.privilege_type) "
                "FROM pg_class c CROSS JOIN aclexplode(c.relacl) a "
                "JOIN pg_roles r ON r.oid = a.grantee "
                "WHERE c.relnamespace = 'public'::regnamespace "
                "AND r.rolname = ANY (%s) GROUP BY 1 ORDER BY 1",
                [[Names.app, Names.stats]],
            ).fetchall()
        ),
    }


def walls(connection: Connection) -> dict[str, tuple[bool, int]]:
    """Return of each table whether row-level security binds all, and its policies."""
    asked = (
        "SELECT c.relname, c.relrowsecurity AND c.relforcerowsecurity, "
        "(SELECT count(*) FROM pg_policy p WHERE p.polrelid = c.oid "
        "AND p.polqual IS NOT NULL AND p.polwithcheck IS NOT NULL) "
        "FROM pg_class c WHERE c.relkind IN ('r', 'p') "
        "AND c.relnamespace = 'public'::regnamespace"
    )
    return {name: (on, policies) for name, on, policies in connection.execute(asked)}


def first(connection: Connection, query: Any) -> tuple[Any, ...]:
    """Return the first row of a query that has one."""
    row = connection.execute(query).fetchone()
    assert row is not None, "a query without FROM or with an aggregate has a row"  # noqa: S101
    return row
