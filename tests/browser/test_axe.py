"""Is every page of every persona accessible, in shape and without complaints?

WCAG 2.2 A and AA by axe-core, at 1280 and at 360 px wide (issue 2, item 1).
"""

from contextlib import closing

import pytest

from tests import live
from tests.browser import browsing, families, pages
from tests.browser.browsing import NARROW, WIDE
from tests.browser.scenes import SCENES

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def town(chromium):
    """A town that nobody else walks in."""
    with live.serving() as running:
        families.set_table(running)
        yield running
        assert not running.faults(), running.log.read_text()


@pytest.fixture(scope="module")
def listed(town):
    """Every page per persona, found once."""

    def of(persona):
        if persona not in found:
            with closing(town.sign_in(persona)) as simple:
                found[persona] = pages.pages_of(simple, persona)
        return found[persona]

    found: dict[str, list[pages.Found]] = {}
    return of


@pytest.mark.parametrize("persona", [pages.STRANGER, *pages.PERSONAS])
def test_every_page_is_accessible_fits_and_complains_of_nothing(
    chromium, town, listed, persona
):
    who = "" if persona == pages.STRANGER else persona
    context = browsing.context_of(chromium, town, who)
    page = context.new_page()
    listener = browsing.Listener(page)

    faults = []
    for one in listed(persona):
        if one.is_page:
            page.goto(one.address)
            faults += faults_of(page, listener, one.label)
    for scene in SCENES:
        if scene.persona == persona and not scene.print:
            page.set_viewport_size({"width": WIDE, "height": browsing.HEIGHT})
            for method, *given in scene.steps:
                getattr(page, method)(*given)
            faults += faults_of(page, listener, f"{persona} {scene.name}")
    context.close()

    assert not faults, "\n" + "\n".join(faults)


def faults_of(page, listener, place):
    """Return what is wrong with a page at either width."""
    faults = []
    for width in (WIDE, NARROW):
        page.set_viewport_size({"width": width, "height": browsing.HEIGHT})
        found = [
            *browsing.violations(page),
            *browsing.shape_faults(page, width),
            *listener.heard(),
        ]
        faults += [f"{place} at {width}: {fault}" for fault in found]
    return faults
