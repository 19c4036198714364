"""How does a test drive a browser: start it, sign in, and look for faults on a page?"""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.live import Live, cookies_of

CHROMIUM = shutil.which("chromium")
# As root there is no sandbox; the rest keeps the browser from calling out by itself.
FLAGS = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic"),
    *("--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
]
AXE = Path(__file__).parents[1] / "vendor" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]  # R40
FEWEST = 8  # rules that apply to the barest page, which has no list and no button
WIDE, NARROW = 1280, 360
HEIGHT = 900


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start Debian's browser with a fresh profile."""
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed (Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


def context_of(
    browser: Browser, live: Live, persona: str = "", *, script: bool = True
) -> BrowserContext:
    """Return a browser window in which this persona is signed in."""
    context = browser.new_context(
        base_url=live.base,
        viewport={"width": WIDE, "height": HEIGHT},
        java_script_enabled=script,
        locale="nl-NL",
        timezone_id="Europe/Amsterdam",
    )
    if persona:
        simple = live.sign_in(persona)
        context.add_cookies(cookies_of(simple))  # type: ignore[arg-type]
        simple.close()
    return context


class Listener:
    """Notes what a page complains about: scripts, policy, missing files, failures."""

    def __init__(self, page: Page) -> None:
        self.faults: list[str] = []
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.faults.append(f"script: {error}"))
        page.on("requestfailed", self._failed)
        page.on("response", self._response)

    def _console(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.faults.append(f"console: {message.text}")

    def _failed(self, request: Any) -> None:
        if request.failure != "net::ERR_ABORTED":
            self.faults.append(f"request: {request.url} {request.failure}")

    def _response(self, response: Any) -> None:
        if response.status >= 500:
            self.faults.append(f"answer: {response.url} {response.status}")

    def heard(self) -> list[str]:
        """Return what was noted since the last time, and forget it."""
        faults, self.faults = self.faults, []
        return faults


# How the pages were built that axe had nothing against, each with a width.
_clean: set[tuple[int, str]] = set()


def skeleton(page: Page) -> str:
    """Return how a page is built: all that axe judges, and not what is said.

    Elements with the names of their attributes, their classes, roles and kinds, and
    whether there are words in them; of siblings that are built alike the first.
    """
    return str(
        page.evaluate(
            """() => {
          const told = ["class", "role", "type", "scope", "lang", "dir"];
          const built = (one) => {
            const names = [...one.attributes].map((it) =>
              it.name + (told.includes(it.name) ? "=" + it.value : it.value && ":"));
            const inside = [...one.children].map(built);
            const words = [...one.childNodes].some(
              (it) => it.nodeType === 3 && it.data.trim()) ? "w" : "";
            const alike = inside.filter((it, at) => it !== inside[at - 1]);
            return `${one.tagName}[${names.sort()}]${words}(${alike.join("")})`;
          };
          return built(document.documentElement);
        }"""
        )
    )


def violations(page: Page) -> list[str]:
    """Return what axe has against a page, one line per rule with its elements.

    A page that is built like one that was clean at this width is not judged again.
    """
    assert page.viewport_size is not None
    built = page.viewport_size["width"], skeleton(page)
    if built in _clean:
        return []
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text())
    options = json.dumps({"runOnly": TAGS, "resultTypes": ["violations"]})
    # What was in order is counted there: its elements are as long as the page itself.
    result = page.evaluate(
        f"axe.run({options}).then((told) => "
        "({passes: told.passes.length, violations: told.violations}))"
    )
    assert result["passes"] >= FEWEST, "axe looked at nothing"
    if not result["violations"]:
        _clean.add(built)
    return [
        f"axe {found['id']}: "
        + "; ".join(node["html"][:160] for node in found["nodes"])
        for found in result["violations"]
    ]


def shape_faults(page: Page, width: int) -> list[str]:
    """Return what every page must be and this one is not."""
    told = page.evaluate(
        """() => ({
          wide: document.documentElement.scrollWidth,
          lang: document.documentElement.lang,
          headings: document.querySelectorAll("h1").length,
          title: document.title,
          says: document.body.innerText,
          ids: [...document.querySelectorAll("[id]")].map((one) => one.id),
        })"""
    )
    faults = []
    if told["wide"] > width:
        faults.append(f"{told['wide']} px wide, the window is {width}: {_wide(page)}")
    if told["lang"] != "nl":
        faults.append(f"html lang is {told['lang']!r}")
    if told["headings"] != 1:
        faults.append(f"{told['headings']} h1")
    if not told["title"].strip():
        faults.append("no title")
    if "Fictieve cijfers" not in told["says"]:
        faults.append("does not say that its figures are fictitious")
    twice = {one for one in told["ids"] if told["ids"].count(one) > 1}
    if twice:
        faults.append(f"ids twice: {sorted(twice)}")
    return faults


def _wide(page: Page) -> str:
    """Return the elements that stick out."""
    return str(
        page.evaluate(
            """() => [...document.querySelectorAll("main *, header *, footer *")]
              .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
              .slice(0, 4).map((one) => one.outerHTML.slice(0, 120)).join(" | ")"""
        )
    )
