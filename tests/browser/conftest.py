"""What every browser test stands on: a running town and a browser."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from tests import live
from tests.browser import browsing, households
from tests.browser.walker import Walker


@pytest.fixture(scope="session")
def server(chromium: Browser) -> Iterator[live.Live]:
    """A running town that the walks share; each makes families of its own."""
    with live.serving() as running:
        yield running
        assert not running.faults(), running.log.read_text()


@pytest.fixture
def walker(chromium: Browser, server: live.Live) -> Callable[[str], Walker]:
    """Sign somebody in; "" is somebody who did not."""
    return lambda persona: Walker(browsing.context_of(chromium, server, persona))


@pytest.fixture
def relative(
    chromium: Browser, server: live.Live
) -> Callable[[households.Household, str], Walker]:
    """Sign somebody of a family in."""
    return lambda home, slot: Walker(households.window_of(chromium, server, home, slot))
