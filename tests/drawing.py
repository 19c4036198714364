"""Draw all tables anew after a migration: `python -m tests.drawing`."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from dichtbij import postgres
from dichtbij.postgres.tables import DRAWING, draw_tables
from tests import live


@contextmanager
def migrated() -> Iterator[str]:
    """Migrate an empty database step by step; yield its address as a superuser."""
    name = f"live_drawing_{os.getpid()}"
    try:
        live.python(
            "manage.py", "migrate", "--database", "owner", "--step-by-step", "-v", "0",
            on=name,
        )  # fmt: skip
        yield live.address_of(name)
    finally:
        live.drop(name)


if __name__ == "__main__":
    os.environ["DICHTBIJ_DATA"] = str(postgres.data_folder() / "test")
    postgres.ensure_running(test=True)
    try:
        with migrated() as address:
            DRAWING.write_text(draw_tables(address))
    finally:
        postgres.leave()
    sys.stdout.write(f"{DRAWING} is drawn anew.\n")
