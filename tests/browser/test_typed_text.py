"""Is what somebody typed still there: after an expired login, a crash, a double click?

At most five seconds of typing may be lost when the server dies (R5, ux.md 5 row 5).
"""

import time

import pytest
from django.contrib.sessions.backends.db import SessionStore

from tests import live
from tests.browser import browsing, families
from tests.browser.hands import choose, write

pytestmark = pytest.mark.browser

NOTE = "Vertelt dat slapen al een jaar moeilijk gaat."
MOST_LOST = 5  # seconds


@pytest.fixture
def window(chromium):
    """Open windows that close by themselves."""

    def open_as(server, persona: str, address: str, *, script: bool = True):
        context = browsing.context_of(chromium, server, persona, script=script)
        opened.append(context)
        page = context.new_page()
        page.goto(address)
        return page

    opened: list = []
    yield open_as
    for context in opened:
        context.close()


@pytest.fixture
def family(server):
    """A child whose consult can be written."""
    made = families.refer(server)
    families.take_on(server, made)
    return made


def expire(server, page) -> None:
    """Let the session be idle for too long, as the server sees it."""
    (key,) = [c["value"] for c in page.context.cookies() if c["name"] == "dichtbij"]
    rows = server.sql(
        "SELECT session_data FROM django_session WHERE session_key = %s", [key]
    )
    store = SessionStore()
    told = store.decode(rows[0][0])
    told["last"] = int(server.now.timestamp()) - 3600
    server.sql(
        "UPDATE django_session SET session_data = %s WHERE session_key = %s",
        [store.encode(told), key],
    )


def fill_in(page) -> None:
    choose(page, "attendance", "child")
    write(page, "text", NOTE)
    choose(page, "next_step", "none")


def recorded(server, family) -> list[str]:
    """Return the texts of the consults that were recorded."""
    query = (
        "SELECT x.text FROM dichtbij_contact x JOIN dichtbij_client c "
        "ON c.id = x.client_id WHERE c.uuid = %s"
    )
    return [text for (text,) in server.sql(query, [family.child])]


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_login_that_expires_in_the_middle_of_a_note_costs_no_word(
    window, server, family, script
):
    page = window(server, "poh-kampen", family.page("consult/"), script=script)
    fill_in(page)
    expire(server, page)

    page.locator("button[data-key='ctrl+enter']").click()
    page.locator("form[action='/demo/als/poh-kampen/'] button").click()
    page.wait_for_url("**/inloggen/verder/")
    assert page.locator("textarea[name=text]").input_value() == NOTE
    assert recorded(server, family) == []
    page.locator("main form[data-once] button[type=submit]").first.click()
    page.wait_for_url(f"**{family.page()}")

    assert recorded(server, family) == [NOTE]


def test_nobody_else_gets_the_text_of_an_expired_login(window, server, family):
    page = window(server, "poh-kampen", family.page("consult/"))
    fill_in(page)
    expire(server, page)
    page.locator("button[data-key='ctrl+enter']").click()

    page.locator("form[action='/demo/als/teamleider-kampen/'] button").click()
    page.wait_for_url(lambda url: "/inloggen/" not in url)

    page.goto("/inloggen/verder/")
    assert NOTE not in page.content()
    assert recorded(server, family) == []


def test_autosave_says_that_one_is_signed_out_and_keeps_the_text(
    window, server, family
):
    page = window(server, "poh-kampen", family.page("consult/"))
    expire(server, page)

    write(page, "text", NOTE)

    told = page.locator("[data-autosave-status]")
    page.wait_for_function(
        "(one) => one.textContent.length > 0", arg=told.element_handle()
    )
    assert told.inner_text() == told.get_attribute("data-sign-in")
    assert page.locator("[name=text]").input_value() == NOTE


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_double_click_is_one_referral(window, server, script):
    page = window(server, "assistent-kampen", "/aanmelden/", script=script)
    child = families.newcomer()
    for name, words in child.items():
        page.fill(f"[name={name}]", words)
    choose(page, "questions", "EMO")

    page.locator("button[data-key='ctrl+enter']").dblclick()
    page.wait_for_url("**/afspraak/")

    rows = server.sql(
        "SELECT count(*) FROM dichtbij_referral r JOIN dichtbij_client c "
        "ON c.id = r.client_id WHERE c.family_name = %s",
        [child["family_name"]],
    )
    assert rows == [(1,)]


GOAL = "form[action$='/doelen/']:has([name=words])"


def goals_of(server, family) -> int:
    query = (
        "SELECT count(*) FROM dichtbij_goal g JOIN dichtbij_client c "
        "ON c.id = g.client_id WHERE c.uuid = %s"
    )
    return server.sql(query, [family.child])[0][0]


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_double_click_is_one_goal(window, server, family, script):
    page = window(server, "poh-kampen", family.page(), script=script)
    page.fill(f"{GOAL} [name=words]", "Ik slaap beter")

    page.locator(f"{GOAL} button").dblclick()
    page.wait_for_selector("main h3, main h2 >> text=Ik slaap beter")

    time.sleep(0.5)  # a second effect would come now
    assert goals_of(server, family) == 1


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_back_and_send_again_is_one_goal(window, server, family, script):
    page = window(server, "poh-kampen", family.page(), script=script)
    key = page.locator(f"{GOAL} [name=once]").input_value()
    page.fill(f"{GOAL} [name=words]", "Ik slaap beter")
    page.locator(f"{GOAL} button").click()
    page.wait_for_selector("main h3, main h2 >> text=Ik slaap beter")

    page.go_back()
    page.wait_for_load_state()
    # Whether a browser shows the old page again or asks a new one is for it to say.
    again = page.locator(f"{GOAL} [name=once]").input_value()
    if again == key:
        page.fill(f"{GOAL} [name=words]", "Ik slaap beter")
        page.locator(f"{GOAL} button").click()
        page.wait_for_load_state()

    assert goals_of(server, family) == 1


def test_of_two_windows_that_judge_one_wins_and_the_other_reads_who(window, server):
    family = families.refer(server)
    address = family.referred("beoordelen/")
    first = window(server, "poh-kampen", address)
    second = window(server, "poh-kampen", address)
    (who,) = server.sql("SELECT name FROM dichtbij_user WHERE persona = 'poh-kampen'")

    first.locator("button[name=choice][value=plan]").click()
    first.wait_for_url("**/plannen/")
    second.keyboard.press("3")
    second.keyboard.type("Hoort bij de wijkverpleging.")
    second.keyboard.press("Enter")
    second.wait_for_selector("#errors")

    assert who[0] in second.locator("main").inner_text()
    assert families.status(server, family) == "accepted"


# --- a server that dies ---------------------------------------------------------------


@pytest.fixture
def own_server(chromium):
    """A server that a test may kill."""
    with live.serving() as running:
        yield running


def type_until(page, seconds: float) -> list[tuple[float, int]]:
    """Type words for a while; return when there were how many characters."""
    page.focus("[name=text]")
    told, length, began = [], 0, time.monotonic()
    while time.monotonic() - began < seconds:
        page.keyboard.type("woord ")
        length += len("woord ")
        told.append((time.monotonic(), length))
        page.wait_for_timeout(150)
    return told


def typed_before(told, moment: float) -> int:
    return max((length for at, length in told if at <= moment), default=0)


def test_a_killed_server_and_a_closed_tab_cost_at_most_five_seconds(window, own_server):
    family = families.refer(own_server)
    families.take_on(own_server, family)
    page = window(own_server, "poh-kampen", family.page("consult/"))

    told = type_until(page, 8)
    own_server.crash()
    died = time.monotonic()
    page.close(run_before_unload=False)
    own_server.start()

    page = window(own_server, "poh-kampen", family.page("consult/"))
    kept = page.locator("[name=text]").input_value()
    assert typed_before(told, died - MOST_LOST) > 0
    assert len(kept) >= typed_before(told, died - MOST_LOST)


def test_a_tab_that_outlives_the_server_loses_nothing(window, own_server):
    family = families.refer(own_server)
    families.take_on(own_server, family)
    page = window(own_server, "poh-kampen", family.page("consult/"))

    type_until(page, 1)
    own_server.crash()
    type_until(page, 4)
    status = page.locator("[data-autosave-status]")
    assert status.inner_text() == status.get_attribute("data-failed")
    own_server.start()
    page.wait_for_function(
        "(one) => !one.classList.contains('saved--failed')",
        arg=status.element_handle(),
        timeout=15_000,
    )

    other = window(own_server, "poh-kampen", family.page("consult/"))
    shown = page.locator("[name=text]").input_value()
    assert other.locator("[name=text]").input_value() == shown
