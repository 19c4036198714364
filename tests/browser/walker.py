"""How does a walk look over each page that it opens, for faults and for leaks?"""

import re
from typing import Self

from playwright.sync_api import BrowserContext

from tests.browser import browsing, families
from tests.browser.browsing import WIDE

ENTER = "button[data-key='ctrl+enter']"
SEND_CODE = "form:has([name=code]) button[type=submit]"


class Walker:
    """Somebody in a window of their own: each page is looked over once it is there."""

    def __init__(self, context: BrowserContext) -> None:
        self.page = context.new_page()
        self.listener = browsing.Listener(self.page)
        self.faults: list[str] = []
        self.read: list[str] = []

    def go(self, address: str) -> Self:
        self.page.goto(address)
        return self.look()

    def press(self, selector: str) -> Self:
        """Click what leads to a page, and look at that page."""
        with self.page.expect_navigation():
            self.page.locator(selector).first.click()
        return self.look()

    def strike(self, key: str) -> Self:
        """Press a key that leads to a page, and look at that page."""
        with self.page.expect_navigation():
            self.page.keyboard.press(key)
        return self.look()

    def choose(self, name: str, value: str) -> None:
        box = f"[name='{name}'][value='{value}']"
        self.page.locator(f"label:has(> {box}), label:has({box})").first.click()

    def look(self) -> Self:
        found = [
            *browsing.violations(self.page),
            *browsing.shape_faults(self.page, WIDE),
            *self.listener.heard(),
        ]
        place = re.sub(families.UUID, "…", self.page.url.partition("//")[2])
        self.faults += [f"{place}: {fault}" for fault in found]
        self.read.append(self.page.content())
        return self

    @property
    def text(self) -> str:
        return self.page.locator("main").inner_text()

    def end(self, *expected: str) -> None:
        """Close the window; nothing was wrong on any page but what was expected."""
        self.page.context.close()
        left = [one for one in self.faults if not any(e in one for e in expected)]
        assert not left, "\n".join(left)

    def never_read(self, *words: str) -> None:
        """Prove that no page held any of these."""
        for word in filter(None, words):
            assert not any(word in page for page in self.read), word
