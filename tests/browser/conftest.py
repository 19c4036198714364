"""What every browser test stands on: a running town and a browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests import live


@pytest.fixture(scope="session")
def server(chromium: Browser) -> Iterator[live.Live]:
    """A running town that the walks share; each makes families of its own."""
    with live.serving() as running:
        yield running
        assert not running.faults(), running.log.read_text()
