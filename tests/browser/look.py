"""What does every page look like? Pictures for the team's design review.

    ./run look [DIR] [--base-url http://127.0.0.1:8000]

Every page of every persona at 1280 and 360 px, the states of `scenes`, and every
document, with one index to leaf through. Without an address a small town of its own is
served and thrown away.
"""

import argparse
import asyncio
import html
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.browser.pages import Found

AT_ONCE = 3  # windows
WIDTHS = (1280, 360)
# On a picture of a whole page what sticks to the window would hide a part.
LET_GO = """document.querySelectorAll(".actions--sticky").forEach(
  (one) => one.classList.remove("actions--sticky"))"""
APART = (
    "Date fields speak the language of the browser, here English. A PDF inside a page "
    "stays dark on a picture; each document has pictures of its own."
)
STYLE = """body { font: 16px/1.5 sans-serif; margin: 1rem; }
nav a { margin-right: 1rem; } h2 { margin-top: 3rem; }
figure { display: inline-block; margin: 0 1rem 1rem 0; vertical-align: top; }
img { display: block; border: 1px solid #999; max-width: 100%; }
img.wide { width: 640px; } img.narrow { width: 240px; } img.paper { width: 420px; }"""


@dataclass(frozen=True)
class Picture:
    """One file of the index."""

    file: str
    shape: str
    under: str


@contextmanager
def place(address: str) -> Iterator[str]:
    """Return where to look: the address that was given, or a town of our own."""
    import django

    from dichtbij import postgres

    if address:
        django.setup()
        yield address.rstrip("/")
        return
    os.environ["DICHTBIJ_DATA"] = str(postgres.data_folder() / "test")
    postgres.ensure_running(test=True)
    django.setup()
    try:
        from tests import live
        from tests.browser import families, full_table

        say("Making a small town ...")
        with live.serving() as town:
            families.set_table(town)
            full_table.set_table(town)
            yield town.base
    finally:
        postgres.leave()


def say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


def listed(base: str) -> "list[Found]":
    """Return every page and document of every persona."""
    from tests import live
    from tests.browser import pages

    say("Finding every page ...")
    by_persona = pages.everything(lambda persona: live.visitor(base, persona))
    for persona, found in by_persona.items():
        say(f"{persona}: {len(found)} pages")
    return [one for found in by_persona.values() for one in found]


def forget(folder: Path) -> None:
    """Throw away the pictures of the last time, and nothing else in the folder."""
    from tests.browser import pages

    for persona in (pages.STRANGER, *pages.PERSONAS):
        for old in folder.glob(f"{persona}-*.p[nd][gf]"):
            old.unlink()


# --- pictures -------------------------------------------------------------------------


async def photograph(base: str, found: "list[Found]", folder: Path) -> list[Picture]:
    """Take every picture, a few at once."""
    from playwright.async_api import async_playwright

    from tests.browser.browsing import CHROMIUM, FLAGS

    by_persona: dict[str, list[Found]] = {}
    for one in found:
        by_persona.setdefault(one.persona, []).append(one)
    few = asyncio.Semaphore(AT_ONCE)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        taken = await asyncio.gather(
            *(
                _of_persona(few, browser, base, persona, pages, folder)
                for persona, pages in by_persona.items()
            )
        )
        await browser.close()
    return [picture for some in taken for picture in some]


async def _of_persona(
    few: asyncio.Semaphore,
    browser: Any,
    base: str,
    persona: str,
    found: "list[Found]",
    folder: Path,
) -> list[Picture]:
    from tests import live

    async with few:
        context = await browser.new_context(base_url=base, locale="nl-NL")
        with closing(live.visitor(base, persona)) as simple:
            await context.add_cookies(live.cookies_of(simple))
            page = await context.new_page()
            taken = []
            for number, one in enumerate(found):
                name = f"{persona}-{number:02d}-{one.route}"
                if one.is_page:
                    taken += await _page(page, one, folder, name)
                else:
                    taken += _document(simple.get(one.address).content, folder, name)
            taken += await _scenes(page, persona, folder)
        await context.close()
        return taken


async def _scenes(page: Any, persona: str, folder: Path) -> list[Picture]:
    from tests.browser.scenes import SCENES

    taken = []
    for scene in SCENES:
        if scene.persona == persona:
            await page.set_viewport_size({"width": WIDTHS[0], "height": 900})
            for method, *given in scene.steps:
                await getattr(page, method)(*given)
            await page.emulate_media(media="print" if scene.print else "screen")
            label = f"{persona} {scene.name}"
            taken += await _shoot(page, label, folder, f"{persona}-x-{scene.name}")
            await page.emulate_media(media="screen")
    return taken


async def _page(page: Any, one: "Found", folder: Path, name: str) -> list[Picture]:
    await page.goto(one.address)
    return await _shoot(page, one.label, folder, name)


async def _shoot(page: Any, label: str, folder: Path, name: str) -> list[Picture]:
    taken = []
    await page.evaluate(LET_GO)
    for width in WIDTHS:
        await page.set_viewport_size({"width": width, "height": 900})
        file = f"{name}-{width}.png"
        await page.screenshot(path=folder / file, full_page=True)
        shape = "wide" if width == WIDTHS[0] else "narrow"
        taken.append(Picture(file, shape, f"{label} at {width}"))
    return taken


def _document(content: bytes, folder: Path, name: str) -> list[Picture]:
    (folder / f"{name}.pdf").write_bytes(content)
    if shutil.which("pdftoppm") is None:
        return [Picture(f"{name}.pdf", "paper", f"{name} (no pdftoppm: not drawn)")]
    subprocess.run(
        ["pdftoppm", "-png", "-r", "80", f"{name}.pdf", name], cwd=folder, check=True
    )
    files = sorted(path.name for path in folder.glob(f"{name}-*.png"))
    return [Picture(file, "paper", file) for file in files]


# --- index ----------------------------------------------------------------------------


def write_index(folder: Path, taken: list[Picture], base: str) -> None:
    """Write one page to leaf through all pictures."""
    by_persona: dict[str, list[Picture]] = {}
    for one in taken:
        by_persona.setdefault(_persona(one), []).append(one)
    jumps = " ".join(f'<a href="#{who}">{who}</a>' for who in by_persona)
    parts = [
        f'<h2 id="{who}">{who}</h2>\n' + "\n".join(_figure(one) for one in some)
        for who, some in by_persona.items()
    ]
    (folder / "index.html").write_text(
        '<!doctype html>\n<html lang="en"><meta charset="utf-8"><title>Look</title>\n'
        f"<style>{STYLE}</style>\n"
        f"<h1>{len(taken)} pictures of {html.escape(base)}</h1>\n"
        f"<p>Fictieve cijfers. {APART}</p>\n<nav>{jumps}</nav>\n" + "\n".join(parts)
    )


def _persona(one: Picture) -> str:
    from tests.browser import pages

    everyone = (pages.STRANGER, *pages.PERSONAS)
    return next(who for who in everyone if one.file.startswith(f"{who}-"))


def _figure(one: Picture) -> str:
    words = html.escape(one.under)
    shown = f'<img class="{one.shape}" loading="lazy" src="{one.file}" alt="{words}">'
    if one.file.endswith(".pdf"):
        shown = "PDF"
    return (
        f'<figure><a href="{one.file}">{shown}</a><figcaption>{words}</figcaption>'
        "</figure>"
    )


def main(arguments: list[str]) -> int:
    """Take the pictures; say how many and where."""
    parser = argparse.ArgumentParser(prog="./run look", description=__doc__)
    parser.add_argument("folder", nargs="?", default="look", type=Path)
    parser.add_argument("--base-url", default="")
    given = parser.parse_args(arguments)
    began = time.monotonic()
    os.environ.setdefault("DICHTBIJ_MODE", "demo")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dichtbij.settings")
    folder: Path = given.folder
    folder.mkdir(parents=True, exist_ok=True)
    with place(given.base_url) as base:
        found = listed(base)
        forget(folder)
        taken = asyncio.run(photograph(base, found, folder))
        write_index(folder, taken, base)
    seconds = time.monotonic() - began
    say(f"{len(taken)} pictures in {seconds:.0f} s: {folder / 'index.html'}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
