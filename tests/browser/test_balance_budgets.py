"""Does the programme stay in balance in few clicks? (ux.md 4.3)

Covering for illness, filling a time that came free, and walking the roster by keyboard.
"""

from contextlib import closing
from datetime import date, timedelta

import pytest

from dichtbij.shared.calendar import local
from tests import forms
from tests.browser import browsing, families
from tests.browser.hands import choose, watch

pytestmark = pytest.mark.browser


@pytest.fixture
def window(chromium, server):
    """Open a window of a persona, with hands that are counted from now on."""
    opened: list = []

    def open_as(persona: str, address: str):
        context = browsing.context_of(chromium, server, persona)
        opened.append(context)
        hands = watch(context)
        page = context.new_page()
        page.goto(address)
        hands.rest()
        return page, hands

    yield open_as
    for context in opened:
        context.close()


def wait_longest(live, family) -> None:
    """Let nobody of the town stand higher on the list than this family."""
    live.sql(
        "UPDATE dichtbij_waitingentry SET since_at = since_at - interval '400 days', "
        "target_on = target_on - 400 WHERE referral_id = "
        "(SELECT id FROM dichtbij_referral WHERE uuid = %s)",
        [family.referral],
    )


def planned(live, family) -> tuple[str, date]:
    """Plan a talk at least three days from now; return it and its day."""
    day = live.now.date() + timedelta(days=3)
    address = family.referred("plannen/")
    with closing(live.sign_in("poh-kampen")) as browser:
        forms.send(browser, f"{address}?vanaf={day:%Y-%m-%d}")
    (booked,) = families.appointments(live, family)
    ((starts,),) = live.sql(
        "SELECT starts_at FROM dichtbij_appointment WHERE uuid = %s", [booked]
    )
    return booked, local(starts).date()


def test_a_time_that_came_free_is_offered_by_one_tap(window, server):
    waits, comes = families.refer(server), families.refer(server)
    families.take_on(server, waits)
    families.take_on(server, comes)
    wait_longest(server, waits)
    booked, _ = planned(server, comes)
    page, hands = window("poh-kampen", f"/afspraken/{booked}/afzeggen/")
    choose(page, "tell_family", "no")
    page.locator("form[data-once] button[type=submit]").first.click()
    page.wait_for_url("**/wachtlijst/?vrij=*")
    hands.rest()

    row = page.locator("section ul.tasks li", has_text=waits.name).first
    with page.expect_navigation():
        row.locator("form.inline button").click()

    assert hands.actions <= 1
    offered = server.sql(
        "SELECT o.status FROM dichtbij_offer o JOIN dichtbij_waitingentry e "
        "ON e.id = o.entry_id JOIN dichtbij_referral r ON r.id = e.referral_id "
        "WHERE r.uuid = %s",
        [waits.referral],
    )
    assert offered == [("offered",)]


def test_families_are_moved_for_illness_in_at_most_four_actions(window, server):
    family = families.refer(server)
    families.take_on(server, family)
    booked, day = planned(server, family)
    ((who,),) = server.sql(
        "SELECT u.name FROM dichtbij_user u JOIN dichtbij_appointment a "
        "ON a.practitioner_id = u.id WHERE a.uuid = %s",
        [booked],
    )
    page, hands = window("teamleider-kampen", "/ziek-of-weg/")

    page.select_option("[name=wie]", label=who)
    page.fill("[name=van]", f"{day:%Y-%m-%d}")
    page.fill("[name=tot]", f"{day:%Y-%m-%d}")
    page.locator("form[method=get] button[type=submit]").click()
    page.wait_for_selector("#families")
    assert family.name in page.locator("section[aria-labelledby=families]").inner_text()
    page.locator("section[aria-labelledby=families] button[type=submit]").click()
    page.wait_for_selector("#results")

    assert hands.actions <= 4
    moved = server.sql(
        "SELECT a.starts_at FROM dichtbij_appointment a JOIN dichtbij_referral r "
        "ON r.id = a.referral_id WHERE r.uuid = %s AND a.status = 'booked'",
        [family.referral],
    )
    assert len(moved) == 1
    assert local(moved[0][0]).date() != day


def test_the_roster_is_walked_with_arrows_and_opened_with_enter(window, server):
    page, _ = window("teamleider-haarlem", "/rooster/")
    here = (
        "() => { const cell = document.activeElement.closest('td');"
        " return cell && [cell.parentElement.rowIndex, cell.cellIndex]; }"
    )
    page.locator("table[data-grid] [tabindex='0']").focus()
    keys = page.keyboard

    keys.press("Control+Home")
    assert page.evaluate(here) == [1, 1]
    keys.press("ArrowRight")
    keys.press("ArrowDown")
    assert page.evaluate(here) == [2, 2]
    keys.press("PageUp")
    keys.press("End")
    last = page.evaluate(here)
    assert last[0] == 1
    assert last[1] > 5
    keys.press("Home")
    keys.press("PageDown")
    assert page.evaluate(here)[0] > 1

    page.locator("table[data-grid] td a").first.focus()
    to = page.evaluate("document.activeElement.href")
    with page.expect_navigation():
        keys.press("Enter")
    assert page.url == to
