"""Is every family page under 100 kB in all, and finished without a script?"""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import get_template

from tests.portal.family.test_pages import PAGES

MOST = 100_000
ASKED = re.compile(r'(?:href|src)="(/static/[^"#?]+)')
IN_CSS = re.compile(r'url\("?([^")]+)"?\)')
FAMILY_PAGES = sorted(
    path
    for folder in ("family/pages", "pages")
    for path in (Path(settings.PACKAGE) / "portal" / folder).glob("*.html")
)


def weight_of(answer) -> dict[str, int]:
    """Return what a browser fetches for this page, as it is sent, by address.

    Every font counts, also one that the page may not need: this is the most there is.
    """
    html = answer.content.decode()
    sent = {"page": len(answer.content)}
    for address in set(ASKED.findall(html)):
        if address.endswith("mark.svg") and address not in html.split("<body")[1]:
            continue
        path = Path(finders.find(address.removeprefix("/static/")))
        sent[address] = path.stat().st_size
        if path.suffix == ".css":
            for inside_ in IN_CSS.findall(path.read_text()):
                other = (path.parent / inside_).resolve()
                sent[str(other)] = other.stat().st_size
    return sent


@pytest.mark.parametrize("address", PAGES)
def test_a_page_with_login_is_light(as_parent, helped, address):
    device, _user = as_parent(helped.mother)

    sent = weight_of(device.get(address))

    assert len(sent) >= 4
    assert sum(sent.values()) < MOST, sent


def test_the_pages_by_link_are_light(come_by_link, give):
    given = give()
    device, place, _given = come_by_link()

    for answer in (device.get(place), come_by_link(given)[0].get(given.path)):
        sent = weight_of(answer)
        assert sum(sent.values()) < MOST, sent


def test_a_text_in_another_script_fetches_no_font_of_50_kb():
    """Turkish and Polish letters come from the device, not from a heavy font."""
    css = Path(finders.find("look/family.css")).read_text()

    assert "latin-ext" not in css
    assert "system-ui" in css


@pytest.mark.parametrize("path", FAMILY_PAGES, ids=lambda p: p.name)
def test_no_page_needs_a_script_to_be_finished(path):
    text = path.read_text()

    for tag in re.findall(r"<button[^>]*>", text):
        assert 'type="submit"' in tag or "data-" in tag, tag
    assert "hx-" not in text
    assert "onclick" not in text


def test_every_family_page_stands_in_the_frame_with_safety_line_and_way_out(
    as_parent, helped, come_by_link
):
    device, _user = as_parent(helped.mother)
    guest, place, _given = come_by_link()

    answers = [device.get(address) for address in PAGES] + [guest.get(place)]

    for answer in answers:
        html = answer.content.decode()
        assert html.count("<h1") == 1
        assert 'href="tel:112"' in html
        assert 'href="tel:08002000"' in html
        assert 'href="tel:113"' in html
        assert "data-leave" in html
        assert settings.LEAVE_TO in html
        title = re.findall("<title>(.*?)</title>", html)[0]
        assert not re.search("Voorbeeld|Fictief", title)


def test_every_template_of_a_family_page_extends_the_one_frame():
    whole = [p for p in FAMILY_PAGES if "{% extends" in p.read_text()]

    assert len(whole) > 8
    for path in whole:
        if path.name in ("no_place.html", "statement.html", "voice.html"):
            # Of staff, and of whoever looks back without a name.
            continue
        assert '{% extends "portal/family/pages/base.html" %}' in path.read_text(), path
        get_template(str(path.relative_to(settings.PACKAGE)))
