"""Is every page of every persona accessible, in shape and without complaints?

WCAG 2.2 A and AA by axe-core, at 1280 and at 360 px wide (issue 2, item 1). A page that
is built like one that was judged before, for somebody else, is not judged again.
"""

import pytest

from tests import live
from tests.browser import browsing, families, full_table, pages
from tests.browser.browsing import NARROW, WIDE
from tests.browser.scenes import SCENES

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def town(chromium):
    """A town that nobody else walks in."""
    with live.serving() as running:
        families.set_table(running)
        full_table.set_table(running)
        yield running
        assert not running.faults(), running.log.read_text()


@pytest.fixture(scope="module")
def listed(town):
    """Every page per persona."""
    return pages.everything(town.sign_in)


@pytest.mark.parametrize("persona", [pages.STRANGER, *pages.PERSONAS])
def test_every_page_is_accessible_fits_and_complains_of_nothing(
    chromium, town, listed, persona
):
    who = "" if persona == pages.STRANGER else persona
    context = browsing.context_of(chromium, town, who)
    page = context.new_page()
    listener = browsing.Listener(page)

    faults = []
    for one in listed[persona]:
        if one.is_page:
            page.goto(one.address)
            faults += faults_of(page, listener, one.label)
    for scene in SCENES:
        if scene.persona == persona and not scene.print:
            page.set_viewport_size({"width": WIDE, "height": browsing.HEIGHT})
            for method, *given in scene.steps:
                getattr(page, method)(*given)
            told = faults_of(page, listener, f"{persona} {scene.name}")
            answered = f"with a status of {scene.status}"  # the browser says so itself
            faults += [fault for fault in told if answered not in fault]
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


def test_every_page_is_listed_for_everyone_who_may_open_it(listed):
    missing = {
        (role, name)
        for persona, role in pages.PERSONAS.items()
        for name, route in pages.routes().items()
        if pages.is_page(name)
        and pages.may_open(route, role)
        and not (persona.endswith("-haarlem") and name in pages.IN_KAMPEN)
        and name not in {one.route for one in listed[persona]}
    }

    assert not missing, "\n".join(sorted(map(str, missing)))


def test_every_page_is_reached_by_links(listed):
    linked = {one.route for found in listed.values() for one in found if one.linked}
    asked = {one.route for found in listed.values() for one in found}

    not_linked = asked - linked
    assert not_linked <= set(pages.NOT_LINKED), ", ".join(sorted(not_linked))
    assert not set(pages.NO_PAGE) & set(pages.ELSEWHERE)
    assert set(pages.NO_PAGE) | set(pages.ELSEWHERE) <= set(pages.routes())
