"""Does each task take no more clicks and keys than its budget? (ux.md 4.1 and 4.2)

The page is open when counting begins; see `hands` for what counts. Each walk also
proves its effect, because a task that did nothing is cheap.
"""

import hashlib
import re

import pytest

from tests.browser import browsing, families
from tests.browser.hands import Hands, choose, watch, write

pytestmark = pytest.mark.browser


@pytest.fixture
def window(chromium, server):
    """Open windows of personas, each with hands that are counted."""

    def open_as(persona: str, address: str):
        context = browsing.context_of(chromium, server, persona)
        opened.append(context)
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        hands = watch(context)
        page = context.new_page()
        page.goto(address)
        hands.rest()
        return page, hands

    opened: list = []
    yield open_as
    for context in opened:
        context.close()


def tell(page, **more: str) -> str:
    """Answer the questions of a referral that are typed; return the family name."""
    told = families.newcomer() | more
    for field, words in told.items():
        write(page, field, words)
    return told["family_name"]


def booked_for(server, name: str) -> list[tuple[str, bool]]:
    """Return per appointment of a family its status and whether it is the first."""
    return server.sql(
        "SELECT a.status, a.first FROM dichtbij_appointment a JOIN dichtbij_client c "
        "ON c.id = a.client_id WHERE c.family_name = %s",
        [name],
    )


def consents_of(server, name: str) -> int:
    query = (
        "SELECT count(*) FROM dichtbij_consent x JOIN dichtbij_client c "
        "ON c.id = x.client_id WHERE c.family_name = %s"
    )
    return server.sql(query, [name])[0][0]


# --- the practice (4.1) ---------------------------------------------------------------


def test_referring_and_booking_takes_three_clicks(window, server):
    page, hands = window("assistent-kampen", "/aanmelden/")

    name = tell(page)
    choose(page, "questions", "EMO")
    page.locator("button[data-key='ctrl+enter']").click()
    page.wait_for_url("**/afspraak/")
    page.locator("form[data-once] button[type=submit]").first.click()
    page.wait_for_selector("h1 + .lead strong")

    assert hands.actions <= 3
    assert len(hands.fields) <= 7
    assert booked_for(server, name) == [("booked", True)]
    page.goto("/aanmeldingen/")
    assert page.locator(f"th >> text=Fictief {name}").count() == 1


def test_every_question_of_a_referral_is_answered_within_seven_fields(window, server):
    page, hands = window("huisarts-kampen", "/aanmelden/")

    name = tell(page, sentence="Slaapt slecht sinds de zomer.")
    choose(page, "questions", "EMO")
    choose(page, "giver", "parents")
    answers = hands.actions
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/afspraak/")
    page.keyboard.press("Enter")
    page.wait_for_selector("h1 + .lead strong")

    assert len(hands.fields) <= 7
    assert hands.actions - answers <= 3
    assert booked_for(server, name) == [("booked", True)]
    assert consents_of(server, name) == 1


def test_what_happened_is_on_the_first_page(window, server):
    family = families.refer(server)
    families.take_on(server, family)

    page, hands = window("huisarts-kampen", "/")

    row = page.locator(f"tr:has-text('{family.name}')")
    assert page.locator("thead th").count() == 5
    assert row.locator(".badge, [class*=badge]").first.is_visible()
    assert hands.actions == 0


def test_the_result_is_copied_for_the_his_by_one_key(window, server):
    family = families.in_care(server)
    families.letter(server, family)
    page, hands = window("huisarts-kampen", family.referred())

    with page.expect_response("**/geplakt/"):
        page.keyboard.press("k")

    copied = page.evaluate("navigator.clipboard.readText()")
    pasted = server.sql(
        "SELECT l.pasted_at IS NOT NULL, l.his_text FROM dichtbij_letter l "
        "JOIN dichtbij_client c ON c.id = l.client_id WHERE c.uuid = %s",
        [family.child],
    )
    assert hands.actions == 1
    assert pasted == [(True, copied)]
    assert 0 < len(copied) <= 600
    assert not re.search(r"\d{8,9}", copied)


# --- the practitioner (4.2) -----------------------------------------------------------


def test_the_day_starts_without_a_click(window, server):
    coming = server.sql(
        "SELECT c.given_name || ' ' || c.family_name FROM dichtbij_appointment a "
        "JOIN dichtbij_client c ON c.id = a.client_id JOIN dichtbij_user u "
        "ON u.id = a.practitioner_id WHERE u.persona = 'poh-kampen' "
        "AND a.starts_at::date = %s AND a.status <> 'cancelled'",
        [server.now.date()],
    )

    page, hands = window("poh-kampen", "/")

    day = page.locator(".day").first.inner_text()
    assert coming
    assert all(name in day for (name,) in coming)
    assert page.locator("#aanmeldingen").is_visible()
    assert hands.actions == 0


@pytest.mark.parametrize(
    ("keys", "becomes"),
    [(["1"], "accepted"), (["2"], "call_first"), (["3", "Enter"], "declined")],
)
def test_a_referral_is_judged_by_at_most_three_keys(window, server, keys, becomes):
    family = families.refer(server)
    page, hands = window("poh-kampen", f"/vandaag/?aanmelding={family.referral}")
    assert family.name in page.locator("article").first.inner_text()

    page.keyboard.press(keys[0])
    if len(keys) > 1:
        page.keyboard.type("Hoort bij de wijkverpleging.")
    with page.expect_navigation():
        page.keyboard.press(keys[-1]) if len(keys) > 1 else None

    assert hands.clicks == 0
    assert hands.actions <= 3
    assert families.status(server, family) == becomes


def test_the_first_free_time_is_booked_by_enter(window, server):
    family = families.refer(server)
    families.take_on(server, family)
    page, hands = window("poh-kampen", family.referred("plannen/"))

    page.keyboard.press("Enter")
    page.wait_for_url(f"**{family.page()}")

    assert hands.actions <= 2
    assert len(families.appointments(server, family)) == 1


def test_a_follow_up_is_planned_from_the_consult_in_two_actions(window, server):
    family = families.refer(server)
    booked = families.book(server, family)
    families.turn_back(server, booked)
    families.take_on(server, family)
    page, hands = window("poh-kampen", family.page(f"consult/?afspraak={booked}"))
    choose(page, "attendance", "child")
    write(page, "text", "Vertelt over slapen.")
    choose(page, "next_step", "appointment")
    page.keyboard.press("Control+Enter")
    page.wait_for_url(f"**{family.page('vervolg/')}")
    hands.rest()

    page.locator(".chips--slots label").nth(2).click()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{family.page()}")

    assert hands.actions <= 2
    assert families.contacts(server, family) == 1
    assert len(families.appointments(server, family)) == 1


def test_a_consult_is_finished_by_keyboard_alone(window, server):
    family = families.refer(server)
    families.take_on(server, family)
    page, hands = window("poh-kampen", family.page("consult/"))

    reach(page, "[name=attendance][value=child]")
    page.keyboard.press("Space")
    reach(page, "[name=text]")
    page.keyboard.type("Vertelt over slapen.")
    reach(page, "[name=agreements]")
    page.keyboard.type("Elke avond op tijd naar bed.")
    page.keyboard.press("Escape")
    page.keyboard.press("5")
    page.keyboard.press("Control+Enter")
    page.wait_for_url(f"**{family.page()}")

    assert hands.clicks == 0
    assert hands.went <= 60
    assert families.contacts(server, family) == 1


def reach(page, selector: str) -> None:
    """Press Tab until a control has the focus, as somebody without a mouse does."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("(to) => document.activeElement.matches(to)", selector):
            return
    raise AssertionError(f"Tab does not lead to {selector}")


def test_a_letter_goes_to_the_gp_in_two_actions(window, server):
    family = families.in_care(server)
    page, hands = window("poh-kampen", family.page("brief/start/"))

    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/brieven/**")
    shown = page.locator("iframe.paper").get_attribute("src") or ""
    seen = page.request.get(shown.partition("#")[0]).body()
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(".utrecht-status-badge--safe, .badge--safe")

    stored = server.sql(
        "SELECT l.status, l.sha256 FROM dichtbij_letter l "
        "JOIN dichtbij_client c ON c.id = l.client_id WHERE c.uuid = %s",
        [family.child],
    )
    assert hands.actions <= 2
    assert stored == [("released", hashlib.sha256(seen).hexdigest())]


def test_a_case_is_closed_in_three_actions(window, server):
    family = families.in_care(server)
    page, hands = window("poh-kampen", family.page("afsluiten/"))

    page.locator("label:has([name=outcome])").first.click()
    page.locator("label:has([name=reason])").first.click()
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/brief/**")

    closed = server.sql(
        "SELECT t.closed_on IS NOT NULL, t.satisfaction_due_on FROM "
        "dichtbij_trajectory t JOIN dichtbij_client c ON c.id = t.client_id "
        "WHERE c.uuid = %s",
        [family.child],
    )
    assert hands.actions <= 3
    assert closed[0][0] is True


# --- the municipality (4.4) -----------------------------------------------------------


def test_a_monthly_statement_is_settled_in_two_clicks(window, server):
    count = "SELECT count(*) FROM dichtbij_statement WHERE status = 'settled'"
    before = server.sql(count)[0][0]
    page, hands = window("gemeente-kampen", "/uren/")

    page.locator("main th a").first.click()
    page.locator("form[action$='/vaststellen/'] button").click()
    page.wait_for_url("**/uren/")

    assert hands.actions <= 2
    assert server.sql(count)[0][0] == before + 1


# --- and the counter itself -----------------------------------------------------------


def test_one_click_more_is_counted(window, server):
    page, hands = window("assistent-kampen", "/aanmelden/")

    choose(page, "questions", "EMO")
    page.keyboard.press("Control+Shift+ArrowDown")
    write(page, "sentence", "Slaapt slecht.")

    assert isinstance(hands, Hands)
    assert (hands.clicks, hands.keys) == (1, 1)
    assert hands.fields == {"questions", "sentence"}
