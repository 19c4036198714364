"""What does a councillor hold at the end? The report of Kampen's final round, pictured.

    python -m tests.evaluation.final_report [DIR]

Writes report.pdf, its pages as PNG, and the page of the round at 1280 and 360 px. The
town in which the round waits to be closed is kept in the test server, and closed on a
copy each time; `--fresh` makes it anew. `--numbers FILE` draws frozen numbers without
any database.
"""

import argparse
import json
import os
import sys
from pathlib import Path
from typing import Any, cast

PPI = 90
PATIENCE = 180  # seconds, beside other work
KEPT = "final_kampen"
PERSONA = "gemeente-kampen"


def draw(numbers: dict[str, Any], folder: Path) -> bytes:
    """Write the PDF of these numbers and a picture of each of its pages."""
    import typst
    from django.conf import settings
    from django.utils import translation

    from dichtbij.evaluation.paper import TEMPLATE, page_of
    from dichtbij.shared import glyphs, pdf

    with translation.override(settings.LANGUAGE_CODE):
        page = page_of(numbers)
    printed = pdf.render(TEMPLATE, page)
    (folder / "report.pdf").write_bytes(printed)
    for old in folder.glob("page-*.png"):
        old.unlink()
    sources = {
        name: (pdf.PACKAGE / path).read_bytes()
        for name, path in (("main", TEMPLATE), (pdf.PAPER, pdf.PAPER))
    }
    pages = typst.compile(
        cast(Any, sources),
        root=glyphs.FONTS,
        font_paths=[glyphs.FONTS],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(page, ensure_ascii=False)},
        format="png",
        ppi=PPI,
    )
    for number, picture in enumerate(pages if isinstance(pages, list) else [pages]):
        (folder / f"page-{number + 1:02d}.png").write_bytes(picture)
    return printed


def look(folder: Path, *, fresh: bool) -> None:
    """Close the round on a copy of the town, and picture what came of it."""
    from tests import live

    with live.superuser() as connection:
        there = connection.execute(
            "SELECT 1 FROM pg_database WHERE datname = %s", [KEPT]
        ).fetchone()
    if fresh or not there:
        live.drop(KEPT)
        live.python("manage.py", "migrate", "--database", "owner", "-v", "0", on=KEPT)
        live.python("-m", "tests.evaluation.final_town", "fill", on=KEPT)
    copy = live.copy_of(KEPT)
    try:
        live.python("-m", "tests.evaluation.final_town", "close", on=copy)
        _picture(copy, folder)
    finally:
        live.drop(copy)


def _picture(database: str, folder: Path) -> None:
    from datetime import timedelta

    from tests import live

    live.STARTS_WITHIN = PATIENCE
    with live.superuser(database) as connection:
        found = connection.execute(
            "SELECT uuid, numbers, closed_at FROM dichtbij_evaluationround "
            "WHERE kind = 'final' AND status = 'closed'"
        ).fetchone()
    assert found is not None, "the final round was not closed"
    uuid, numbers, closed_at = found
    (folder / "numbers.json").write_text(json.dumps(numbers, ensure_ascii=False))
    draw(numbers, folder)
    with live.serving(database=database, now=closed_at + timedelta(days=1)) as served:
        _photograph(served, f"/evaluaties/{uuid}/", folder)


def _photograph(served: Any, address: str, folder: Path) -> None:
    from tests.browser import browsing

    with browsing.chromium() as browser:
        window = browsing.context_of(browser, served, PERSONA)
        page = window.new_page()
        for width in (browsing.WIDE, browsing.NARROW):
            page.set_viewport_size({"width": width, "height": browsing.HEIGHT})
            page.goto(address)
            page.screenshot(path=folder / f"page-at-{width}.png", full_page=True)
        window.close()


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", default="final-report", type=Path)
    parser.add_argument("--fresh", action="store_true")
    parser.add_argument("--numbers", type=Path)
    given = parser.parse_args(arguments)
    given.folder.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("DICHTBIJ_MODE", "demo")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dichtbij.settings")
    import django

    from dichtbij import postgres

    if given.numbers:
        django.setup()
        draw(json.loads(given.numbers.read_text()), given.folder)
        return 0
    os.environ["DICHTBIJ_DATA"] = str(postgres.data_folder() / "test")
    postgres.ensure_running(test=True)
    django.setup()
    try:
        look(given.folder, fresh=given.fresh)
    finally:
        postgres.leave()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
