"""Do the parts of the look work in a browser, by keyboard, on a phone and on paper?"""

import json
from pathlib import Path

import pytest
from django.conf import settings

from tests.shared.look_sample import Sample, sample_page

STATIC = Path(settings.STATICFILES_DIRS[0])
AXE = Path(__file__).parents[1] / "vendor" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'"
SITE = "http://dichtbij.example"


class Server:
    """Answers the browser without a network: the sample page and our own files."""

    def __init__(self) -> None:
        self.page = sample_page(Sample())
        self.posts: list[tuple[str, str]] = []
        self.status = 200

    def __call__(self, route):
        request = route.request
        path = request.url.removeprefix(SITE)
        if path.startswith("/static/"):
            route.fulfill(path=STATIC / path.removeprefix("/static/"))
        elif request.method == "POST":
            self.posts.append((path, request.post_data or ""))
            answer = {"saved_at": "10:42", "fields": {"name": "Bo", "note": "new"}}
            route.fulfill(status=self.status, json=answer)
        else:
            headers = {"Content-Security-Policy": POLICY}
            route.fulfill(body=self.page, content_type="text/html", headers=headers)


@pytest.fixture
def server():
    return Server()


@pytest.fixture
def tab(chromium, server):
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    context.route("**/*", server)
    tab = context.new_page()
    faults: list[str] = []
    tab.on("console", lambda message: faults.append(message.text))
    tab.on("pageerror", lambda error: faults.append(str(error)))
    tab.goto(f"{SITE}/")
    yield tab
    context.close()
    assert [fault for fault in faults if "status of" not in fault] == []


def violations(tab) -> list[tuple[str, list[str]]]:
    tab.evaluate(AXE.read_text())
    result = tab.evaluate(f"axe.run({{runOnly: {json.dumps(TAGS)}}})")
    assert len(result["passes"]) > 20
    return [
        (found["id"], [node["html"] for node in found["nodes"]])
        for found in result["violations"]
    ]


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("theme", ["kampen", "haarlem"])
def test_every_part_is_accessible_and_fits(tab, server, width, theme):
    server.page = sample_page(Sample({"born_on": "31-02-2029"}), theme)
    tab.set_viewport_size({"width": width, "height": 900})
    tab.goto(f"{SITE}/")

    assert violations(tab) == []
    assert tab.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.browser
def test_a_mistake_gets_the_focus_and_every_question_can_be_reached(tab, server):
    server.page = sample_page(Sample({}))
    tab.goto(f"{SITE}/")

    assert tab.evaluate("document.activeElement.id") == "errors"
    tab.click("#errors a >> text=Goal")
    assert tab.evaluate("document.activeElement.name") == "goal"


@pytest.mark.browser
def test_typed_text_is_saved_within_three_seconds_without_the_paste_box(tab, server):
    tab.fill("#id_note", "sleeps badly")
    tab.fill("#recognise", "a whole record")
    tab.wait_for_selector("text=Saved 10:42", timeout=3500)

    assert [path for path, _ in server.posts] == ["/keep/"]
    assert "note=sleeps+badly" in server.posts[0][1]
    assert "record" not in server.posts[0][1]


@pytest.mark.browser
def test_a_failed_save_says_so_and_is_tried_again(tab, server):
    server.status = 503
    tab.fill("#id_note", "sleeps badly")
    tab.wait_for_selector("text=Not saved yet")

    server.status = 200
    tab.wait_for_selector("text=Saved 10:42", timeout=7000)

    assert len(server.posts) == 2


@pytest.mark.browser
def test_an_expired_sign_in_is_told_and_the_text_stays(tab, server):
    server.status = 401
    tab.fill("#id_note", "sleeps badly")

    tab.wait_for_selector("text=Signed out")
    assert tab.input_value("#id_note") == "sleeps badly"


@pytest.mark.browser
def test_single_keys_work_outside_text_only_and_can_be_turned_off(tab):
    tab.focus("#id_note")
    tab.keyboard.type("n2/?")
    assert tab.input_value("#id_note") == "n2/?"
    assert tab.url == f"{SITE}/"

    tab.keyboard.press("Escape")
    tab.keyboard.press("2")
    assert tab.is_checked("input[name=slot][value='2']")
    tab.keyboard.press("/")
    assert tab.evaluate("document.activeElement.name") == "q"
    tab.keyboard.press("Escape")
    tab.keyboard.press("?")
    tab.uncheck("[data-keys-on]")
    tab.keyboard.press("Escape")
    tab.keyboard.press("1")
    assert tab.is_checked("input[name=slot][value='2']")


@pytest.mark.browser
def test_two_keys_go_to_a_page_and_escape_goes_back(tab):
    tab.keyboard.type("gw")
    tab.wait_for_url(f"{SITE}/W/")

    tab.keyboard.press("Escape")
    tab.wait_for_url(f"{SITE}/back/")


@pytest.mark.browser
def test_control_enter_in_a_text_sends_the_form_and_a_second_time_does_not(tab, server):
    sent = "() => document.querySelector('form.form').dataset.sent"
    tab.evaluate(
        "addEventListener('submit', (e) => { window.tries = (window.tries || 0) + 1;"
        " window.stopped = e.defaultPrevented; e.preventDefault(); })"
    )
    tab.evaluate("document.querySelector('form.form').noValidate = true")
    tab.focus("#id_note")

    tab.keyboard.press("Control+Enter")
    assert tab.evaluate(sent) == "1"
    assert tab.evaluate("window.stopped") is False
    tab.keyboard.press("Control+Enter")
    assert tab.evaluate("window.tries") == 2
    assert tab.evaluate("window.stopped") is True


@pytest.mark.browser
def test_pasting_fills_empty_fields_and_leaves_what_was_typed(tab, server):
    tab.fill("#id_note", "mine")
    tab.evaluate(
        "const box = document.querySelector('#recognise'); box.value = 'Bo, 12';"
        "box.dispatchEvent(new ClipboardEvent('paste', {bubbles: true}))"
    )
    tab.wait_for_selector("#recognised >> text=Recognised: Name")

    assert tab.input_value("#id_name") == "Bo"
    assert tab.input_value("#id_note") == "mine"
    assert ("/recognise/", "text=Bo%2C+12") in server.posts


@pytest.mark.browser
def test_copying_tells_that_it_was_done(tab):
    tab.click("[data-copy]")

    tab.wait_for_selector("#copied >> text=Copied")
    tab.wait_for_selector("#announce >> text=Copied", state="attached")


@pytest.mark.browser
def test_the_menu_of_a_phone_opens_and_closes_without_our_script(chromium, server):
    context = chromium.new_context(
        viewport={"width": 360, "height": 800}, java_script_enabled=False
    )
    context.route("**/*", server)
    tab = context.new_page()
    tab.goto(f"{SITE}/")
    link = tab.locator("#menu a >> text=Children")

    assert not link.is_visible()
    tab.click("text=Menu")
    assert link.is_visible()
    tab.click("#menu >> text=Close")
    assert not link.is_visible()
    context.close()


@pytest.mark.browser
def test_paper_keeps_the_warning_and_drops_the_controls(tab):
    tab.emulate_media(media="print")

    assert tab.is_visible("text=Fictitious figures")
    assert not tab.is_visible("nav#menu")
    assert not tab.is_visible("text=Finish")
