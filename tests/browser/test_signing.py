"""Does a GP sign with two strokes, and can a second one sign anything unseen?

ux.md 4.1: open, Enter. J and K walk through the stack, A changes, T sends back.
"""

import subprocess
import sys

import pytest

from tests import live
from tests.browser import browsing

pytestmark = pytest.mark.browser
SIGNED = "SELECT sha256 FROM dichtbij_signature ORDER BY id DESC"


@pytest.fixture(scope="module")
def server(chromium):
    """A town in which four letters wait, beside those of the demo."""
    database = live.copy_town()
    done = subprocess.run(
        [sys.executable, "-m", "tests.attack.letters", "4"],
        cwd=live.CHECKOUT,
        env=live.environment(database),
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    with live.serving(database=database) as running:
        yield running
        assert not running.faults(), running.log.read_text()
    live.drop(database)


@pytest.fixture
def page(chromium, server):
    context = browsing.context_of(chromium, server, "huisarts-kampen")
    opened = context.new_page()
    opened.goto(f"{server.base}/aanmeldingen/")
    yield opened
    context.close()


def seen(page):
    return page.locator("input[name=sha256]").first.input_value()


def test_open_and_enter_sign_what_is_on_the_page(server, page):
    before = server.sql(SIGNED)

    page.get_by_role("link", name="Te tekenen").click()
    hash_ = seen(page)
    page.keyboard.press("Enter")
    page.wait_for_url("**stuk=geen")

    assert server.sql(SIGNED) == [(hash_,), *before]


def test_a_second_enter_signs_nothing(server, page):
    page.get_by_role("link", name="Te tekenen").click()
    seen(page)  # the stack is there
    page.keyboard.press("Enter")
    page.wait_for_url("**stuk=geen")
    after = server.sql(SIGNED)

    page.keyboard.press("Enter")
    page.wait_for_timeout(500)

    assert server.sql(SIGNED) == after


def test_the_keys_walk_the_stack_change_and_send_back(server, page):
    page.get_by_role("link", name="Te tekenen").click()
    first = seen(page)

    page.keyboard.press("j")
    page.wait_for_url("**?stuk=*")
    second = seen(page)
    page.keyboard.press("k")
    page.wait_for_function(
        "it => document.querySelector('input[name=sha256]').value === it", arg=first
    )
    page.keyboard.press("a")
    page.wait_for_url("**/aanpassen/")
    page.go_back()
    seen(page)
    page.keyboard.press("t")
    page.wait_for_url("**/terug/")
    page.keyboard.type("Eerst overleggen.")
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**stuk=geen")

    assert first != second
    assert server.sql(
        "SELECT status FROM dichtbij_onwardreferral WHERE sha256 = %s", [first]
    ) == [("returned",)]
