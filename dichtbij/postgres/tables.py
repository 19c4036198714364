"""Which tables does an empty database get at once, instead of step by step?

`tables.sql` is what all migrations together make, drawn by pg_dump. Django takes half a
second for each step of the past, since it imagines every table anew; the drawing takes
one second in all. Migrations that are newer than it are applied on top.
"""

import re
import subprocess
from pathlib import Path
from typing import Any

import psycopg

from dichtbij.postgres.address import Names, Unavailable
from dichtbij.postgres.contents import server_major
from dichtbij.postgres.copying import tool
from dichtbij.postgres.roles import fill, privilege_sql

DRAWING = Path(__file__).with_name("tables.sql")
# Django fills these itself after every migration, or we do at the end.
FILLED_LATER = (
    "django_migrations", "django_content_type", "auth_permission",
)  # fmt: skip
# Talk to psql, remarks, settings of a session, and what was prepared by another role.
LEFT_OUT = re.compile(
    r"^(\\.*|--.*|SET .*|SELECT pg_catalog\.set_config\(.*|"
    r"(CREATE SCHEMA|CREATE EXTENSION|ALTER DEFAULT PRIVILEGES|"
    r"(GRANT|REVOKE) [A-Z]+ ON SCHEMA)\b[^;]*;|"
    rf"SELECT pg_catalog\.setval\('public\.({'|'.join(FILLED_LATER)})_id_seq'.*)\n",
    re.M,
)
BEFORE = """\
-- What all migrations together make; drawn by `python -m tests.drawing`.
SET LOCAL check_function_bodies = false;
SELECT set_config('search_path', '', true);
"""


def lay_tables(connection: Any) -> None:
    """Make all tables of the drawing in an empty database, as its owner.

    Takes a cursor-giving connection inside a transaction: all of it or nothing.
    """
    given = [s for s in privilege_sql(Names()) if s.startswith("ALTER DEFAULT")]
    own = [re.sub(r" FOR ROLE \S+", "", s) for s in given]
    # A drawing tells what to grant beyond nothing (see copying).
    taken = [s.replace(" GRANT ", " REVOKE ").replace(" TO ", " FROM ") for s in own]
    with connection.cursor() as cursor:
        for statement in (*taken, DRAWING.read_text(), *own):
            cursor.execute(statement)


def draw_tables(address: str) -> str:
    """Return the drawing of a database that was migrated step by step.

    Raises Unavailable with pg_dump's own words when it cannot.
    """
    with psycopg.connect(address) as connection:
        program = tool("pg_dump", server_major(connection))
        applied = connection.execute(
            "SELECT app, name FROM django_migrations ORDER BY id"
        ).fetchall()
    wanted = ["--schema=public", "--no-owner", "--no-comments", "--inserts"]
    wanted += [f"--exclude-table-data={table}" for table in FILLED_LATER]
    done = subprocess.run(  # noqa: S603
        [program, *wanted, "--no-password", f"--dbname={address}"],
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise Unavailable(f"pg_dump stopped: {done.stderr.strip()}")
    text = re.sub(r"\n{2,}", "\n", LEFT_OUT.sub("", done.stdout)).lstrip()
    steps = "".join(
        fill(
            "INSERT INTO public.django_migrations (app, name, applied)"
            " VALUES ({label}, {step}, now());\n",
            Names(),
            label=psycopg.sql.Literal(app),
            step=psycopg.sql.Literal(name),
        )
        for app, name in applied
    )
    return BEFORE + text + steps
