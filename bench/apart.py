"""How does a bench stand apart: a process, a server and a fresh database of its own?"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent


def run_apart(name: str) -> None:
    """Run the module `bench.NAME` on a database that nobody used before."""
    environment = {
        **os.environ,
        "DICHTBIJ_DATA": str(CHECKOUT / ".data" / "bench"),
        "DICHTBIJ_DATABASE": f"bench_{name}_{os.getpid()}",
        "DICHTBIJ_PLAIN_HTTP": "1",
        "DJANGO_SETTINGS_MODULE": "dichtbij.settings",
        "PYTHONPATH": str(CHECKOUT),
    }
    subprocess.run(
        [sys.executable, "-m", f"bench.{name}"],
        cwd=CHECKOUT,
        env=environment,
        check=True,
    )


@contextmanager
def made_ready() -> Iterator[None]:
    """Start as the web server does and make the tables; leave the server at the end."""
    from dichtbij import postgres

    postgres.ensure_running()
    try:
        from django.core.management import call_command

        import dichtbij.wsgi  # noqa: F401

        call_command("migrate", database="owner", verbosity=0)
        yield
    finally:
        postgres.leave()
