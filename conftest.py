"""Where do the tests run? On a server of their own, never on the demo's.

This comes before Django's settings are read: they ask the environment for the address.
So pyproject.toml names no settings module; it is set here.
"""

import fcntl
import os
import sys
from itertools import count
from typing import TextIO

import django
import pytest
from django.conf import settings

from dichtbij import postgres


def claim_test_database() -> TextIO:
    """Claim the first free test database, so that two runs can stand side by side."""
    for number in count(1):
        claim = (postgres.data_folder() / f"run-{number}.lock").open("w")
        try:
            fcntl.flock(claim, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            claim.close()
            continue
        os.environ["DICHTBIJ_TEST_DATABASE"] = f"test_dichtbij_{number}"
        return claim
    raise AssertionError("unreachable")


assert not settings.configured, "settings were read before the tests chose a server"
for address in postgres.OUTSIDE.values():
    os.environ.pop(address, None)
os.environ.pop("DICHTBIJ_DATABASE", None)
os.environ["DICHTBIJ_DATA"] = str(postgres.data_folder() / "test")
os.environ["DJANGO_SETTINGS_MODULE"] = "dichtbij.settings"
postgres.ensure_running(test=True)
claimed = claim_test_database()
django.setup()
# A worker of this run (pytest -n) inherits what stands here, and chooses for itself.
del os.environ["DJANGO_SETTINGS_MODULE"]
skipped: list[str] = []


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let walks in a browser begin first, then attacks: their files last longest."""

    def late(item: pytest.Item) -> tuple[bool, bool]:
        walks = item.get_closest_marker("browser") is not None
        return not walks, "attack" not in item.path.parts

    items.sort(key=late)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Remember what was left out."""
    if report.skipped and not hasattr(report, "wasxfail"):
        skipped.append(report.nodeid)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """In the gate (.ci/run) a test that was left out is not green (R40)."""
    if skipped and os.environ.get("DICHTBIJ_NO_SKIPS"):
        sys.stderr.write(f"\nLeft out, so not green: {', '.join(skipped)}\n")
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_unconfigure() -> None:
    """Leave the server: the last run to end stops it."""
    claimed.close()
    postgres.leave()
