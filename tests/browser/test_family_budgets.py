"""Does each task of the file take no more than its budget? (ux.md 4.1, 4.2, 4.5)

A tap is a click on a telephone. The page is open when counting begins; see `hands` for
what counts. Each walk also proves its effect.
"""

import hashlib
import re

import pytest

from tests.browser import browsing, families, households
from tests.browser.hands import choose, watch, write

pytestmark = pytest.mark.browser

TELEPHONE = {"width": browsing.NARROW, "height": 740}


@pytest.fixture
def window(chromium, server):
    """Open windows of personas, each with hands that are counted."""

    def open_as(persona: str, address: str):
        context = browsing.context_of(chromium, server, persona)
        opened.append(context)
        return _counted(context, address)

    opened: list = []
    yield open_as
    for context in opened:
        context.close()


@pytest.fixture
def telephone(chromium, server):
    """Open the telephone of somebody of a family."""

    def open_as(home, slot: str, address: str):
        context = households.window_of(chromium, server, home, slot)
        opened.append(context)
        page, hands = _counted(context, address)
        page.set_viewport_size(TELEPHONE)
        return page, hands

    opened: list = []
    yield open_as
    for context in opened:
        context.close()


def _counted(context, address: str):
    hands = watch(context)
    page = context.new_page()
    page.goto(address)
    hands.rest()
    return page, hands


def tap(page, selector: str) -> None:
    """Tap what leads to another page."""
    with page.expect_navigation():
        page.locator(selector).first.click()


def told(server, table: str, what: str, uuid: str):
    """Return columns of one row by its public id."""
    return server.sql(f"SELECT {what} FROM dichtbij_{table} WHERE uuid = %s", [uuid])


# --- the GP (4.1) ---------------------------------------------------------------------


def test_an_onward_referral_is_signed_by_opening_it_and_enter(window, server):
    home = households.noted(server)
    households.advise(server, home)
    page, hands = window("huisarts-kampen", "/aanmeldingen/")

    tap(page, "nav a[href='/te-tekenen/']")
    seen = page.locator("input[name=sha256]").first.input_value()
    shown = page.locator("iframe.paper").get_attribute("src") or ""
    with page.expect_navigation():
        page.keyboard.press("Enter")

    assert hands.actions <= 2
    paper = page.request.get(shown.partition("#")[0]).body()
    assert hashlib.sha256(paper).hexdigest() == seen
    query = "SELECT sha256 FROM dichtbij_signature ORDER BY id DESC LIMIT 1"
    assert server.sql(query) == [(seen,)]


# --- the practitioner (4.2) -----------------------------------------------------------


def test_a_consultation_is_planned_in_four_actions(window, server):
    home = households.noted(server)
    households.share(server, home)
    page, hands = window("poh-kampen", home.page("overleg/plannen/"))

    tap(page, f"a:has-text('{households.SCHOOL}')")
    for topic in households.AGREED:
        choose(page, "topics", topic)
    partner = households.partner_of(server)[1]
    page.locator("[name=at]").focus()
    page.keyboard.type("1530")
    page.locator(f"[name='{partner}_name']").focus()
    page.keyboard.type("Ib Bedacht")
    hands_before = hands.actions
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/casusoverleg/**")

    assert hands.actions <= 4, hands_before
    uuid = page.url.strip("/").rpartition("/")[2]
    assert told(server, "caseconsultation", "status", uuid) == [("planned",)]


def test_a_topic_that_is_not_agreed_offers_to_ask_for_it(window, server):
    home = households.noted(server)
    households.share(server, home)
    partner = households.partner_of(server)[1]
    page, hands = window(
        "poh-kampen", f"{home.page('overleg/plannen/')}?partner={partner}"
    )
    assert page.locator("[name=topics][value=home][type=checkbox]:enabled").count() <= 1

    form = page.locator(f"form[action='{home.page('vragen/')}']")

    assert form.count() >= 1
    assert "Vraag" in form.first.locator("button").first.inner_text()
    assert hands.actions == 0


def test_broken_glass_takes_three_actions_and_a_reason(window, server):
    home = households.referred(server)
    born = server.sql(
        "SELECT birth_date FROM dichtbij_client WHERE uuid = %s", [home.child]
    )[0][0]
    page, hands = window("poh-kampen", "/noodinzage/")
    households.give_to_colleague(server, home)

    write(page, "name", home.name)
    page.fill("[name=birth_date]", born.isoformat())
    page.focus("[name=birth_date]")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "/noodinzage/" in page.url
    page.locator("label:has([name=why])").first.click()
    write(page, "words", "Verzonnen: de crisisdienst belt.")
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")

    assert hands.actions <= 3
    assert page.url.endswith(home.page())
    assert home.name in page.locator("h1").inner_text()
    banner = page.locator("main .utrecht-alert").first.inner_text()
    assert re.search(r"inzage.*tot \d\d:\d\d", banner, re.IGNORECASE), banner


def test_the_letters_to_gp_and_family_go_in_two_actions(window, server):
    home = households.noted(server)
    families.draft(server, home)
    letter = server.sql(
        "SELECT l.uuid FROM dichtbij_letter l JOIN dichtbij_client c "
        "ON c.id = l.client_id WHERE c.uuid = %s",
        [home.child],
    )[0][0]
    page, hands = window("poh-kampen", f"/brieven/{letter}/samen/")

    if page.locator("button[name=write]").count():
        tap(page, "button[name=write]")
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")

    assert hands.actions <= 2
    released = server.sql(
        "SELECT l.audience FROM dichtbij_letter l JOIN dichtbij_client c "
        "ON c.id = l.client_id WHERE c.uuid = %s AND l.status = 'released' "
        "ORDER BY l.audience",
        [home.child],
    )
    assert released == [("family",), ("gp",)]


# --- parent and young person (4.5) ----------------------------------------------------


def test_an_appointment_is_confirmed_by_one_tap(telephone, server):
    home = households.noted(server)
    booked = households.book(server, home)
    page, hands = telephone(home, "parent_1", "/mijn/")

    tap(page, "button[name=come]")

    assert hands.actions <= 1
    assert told(server, "appointment", "confirmed_at IS NOT NULL", booked) == [(True,)]


def test_an_appointment_is_moved_by_three_taps(telephone, server):
    home = households.noted(server)
    booked = households.book(server, home)
    before = told(server, "appointment", "starts_at", booked)
    page, hands = telephone(home, "parent_2", "/mijn/")

    tap(page, f"a[href='/mijn/afspraak/{booked}/']")
    page.locator("details:has([name=slot]) > summary").click()
    assert 1 <= page.locator("button[name=slot]").count() <= 3
    tap(page, "button[name=slot] >> nth=-1")

    assert hands.actions <= 3
    assert told(server, "appointment", "starts_at", booked) != before


def test_a_check_in_takes_three_to_five_taps(telephone, server):
    home = households.noted(server)
    asked, _code = households.ask(server, home, "young_person")
    page, hands = telephone(home, "young_person", asked)

    while page.locator("form.answer").count():
        if page.locator("textarea[name=answer]").count():
            tap(page, "form.answer button[name=skip]")
        else:
            low = page.locator("button[name=answer]").first.bounding_box()
            assert min(low["width"], low["height"]) >= 44
            tap(page, "form.answer button[name=answer] >> nth=4")

    assert 3 <= hands.actions <= 5
    uuid = asked.strip("/").rpartition("/")[2]
    assert told(server, "inquiry", "answered_at IS NOT NULL", uuid) == [(True,)]


def test_who_sees_what_is_one_tap_away(telephone, server):
    home = households.noted(server)
    page, hands = telephone(home, "parent_1", "/mijn/")

    tap(page, "main a[href='/mijn/wie-ziet-wat/']")

    assert hands.actions <= 1
    assert page.locator("table tbody tr").count() >= 3
    assert page.locator("table summary").count() == page.locator("tbody tr").count()


def test_a_consent_is_taken_back_in_three_taps_and_works_at_once(telephone, server):
    home = households.noted(server)
    households.share(server, home)
    page, hands = telephone(home, "parent_1", "/mijn/")
    query = (
        "SELECT uuid FROM dichtbij_consent WHERE member_id = %s AND purpose = 'share'"
        " AND withdrawn_on IS NULL"
    )
    ((uuid,),) = server.sql(query, [home.members["parent_1"]])

    tap(page, "main a[href='/mijn/wie-ziet-wat/']")
    tap(page, f"a[href='/mijn/toestemming/{uuid}/']")
    effect = page.locator("main").inner_text()
    tap(page, "main form[data-once] button[type=submit]")

    assert hands.actions <= 3
    assert len(effect) > 80
    assert server.sql(query, [home.members["parent_1"]]) == []


def test_the_own_file_is_asked_for_in_two_taps(telephone, server):
    home = households.noted(server)
    page, hands = telephone(home, "young_person", "/mijn/")

    tap(page, "main a[href='/mijn/inzage/']")
    tap(page, "form:has([name=kind]) button[type=submit]")

    assert hands.actions <= 2
    query = "SELECT kind, status FROM dichtbij_filerequest WHERE member_id = %s"
    rows = server.sql(query, [home.members["young_person"]])
    assert rows == [("copy", "asked")]
