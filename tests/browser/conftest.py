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


@pytest.fixture(autouse=True)
def nothing_typed_before(request: pytest.FixtureRequest) -> None:
    """Take away what another walk typed and did not send: drafts outlive a window."""
    if "server" in request.fixturenames:
        request.getfixturevalue("server").sql("DELETE FROM dichtbij_draft")


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
