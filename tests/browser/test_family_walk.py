"""Does each of a family see their own, and nothing that is another's or sealed?

Two separated parents, and the young person of fourteen, by link and with an account
(issue 3). Every page that they open is looked over by axe.
"""

import pytest

from tests.browser import browsing, households
from tests.browser.households import PARENTS
from tests.browser.walker import SEND_CODE

pytestmark = pytest.mark.browser

# --- two parents in two homes ---------------------------------------------------------


def test_two_parents_each_see_their_own_and_never_the_other_home(relative, server):
    home = households.noted(server)
    shared, other = households.book(server, home), households.book(server, home)
    households.keep_for(server, other, "parent_2")
    asked, _code = households.ask(server, home, "parent_2")
    one, two = relative(home, "parent_1"), relative(home, "parent_2")

    for who in (one, two):
        everything_of(who)

    assert any(f"/mijn/afspraak/{other}/" in page for page in two.read)
    one.never_read(other, asked, home.mail_of("parent_2"), home.address_of("parent_2"))
    two.never_read(home.mail_of("parent_1"), home.address_of("parent_1"))
    for address in (f"/mijn/afspraak/{other}/", asked):
        one.page.goto(address)
        assert one.page.locator("h1").inner_text() != ""
        assert other not in one.page.content()
        assert (
            one.page.evaluate(
                "performance.getEntriesByType('navigation')[0].responseStatus"
            )
            == 404
        )
    one.listener.heard()
    one.go("/mijn/").press("button[name=come]")
    confirmed = "SELECT confirmed_at IS NOT NULL FROM dichtbij_appointment "
    assert server.sql(f"{confirmed} WHERE uuid = %s", [shared]) == [(True,)]
    one.end()
    two.end()


def everything_of(who) -> None:
    """Open each page that the menu and the pages of a family lead to."""
    ahead, seen = ["/mijn/"], set()
    while ahead:
        address = ahead.pop()
        if address in seen:
            continue
        seen.add(address)
        who.go(address)
        links = who.page.locator("a[href^='/mijn/']").evaluate_all(
            "(all) => all.map((one) => one.getAttribute('href'))"
        )
        ahead += [link for link in links if not link.endswith((".pdf", ".ics"))]
    assert {"/mijn/plan/", "/mijn/brieven/", "/mijn/wie-ziet-wat/"} <= seen


# --- the young person -----------------------------------------------------------------


def test_a_young_person_answers_by_a_link_with_a_code_and_once_only(walker, server):
    home = households.noted(server)
    _asked, code = households.ask(server, home, "young_person")
    link = households.mailed(server, home.mail_of("young_person"))
    jo = walker("")

    jo.go(link)
    jo.page.fill("[name=code]", code)
    jo.press(SEND_CODE)
    answer_all(jo)
    jo.go(link)

    assert answers(server, home) == 5
    jo.never_read(home.surname, "Vertelt over slapen")
    again = walker("")
    again.go(link)
    assert again.page.locator("[name=code]").count() == 0
    again.end("status of 404")
    jo.end("status of 404")


def answer_all(jo) -> None:
    """Tap an answer per question, and send the words at the end."""
    for _ in range(8):
        if jo.page.locator("form.answer").count() == 0:
            return
        if jo.page.locator("textarea[name=answer]").count():
            jo.page.fill("textarea[name=answer]", "Gaat wel.")
            jo.press("form.answer button.utrecht-button--primary-action")
        else:
            jo.press("form.answer button[name=answer] >> nth=3")
    raise AssertionError("there was no end to the questions")


def answers(server, home) -> int:
    """Return how many answers of the young person arrived."""
    query = (
        "SELECT answers FROM dichtbij_inquiry WHERE member_id = %s "
        "AND answered_at IS NOT NULL"
    )
    rows = server.sql(query, [home.members["young_person"]])
    return sum(len(told) for (told,) in rows)


def test_a_young_person_signs_in_to_an_own_plan_and_own_questions(relative, server):
    home = households.noted(server)
    households.ask(server, home, "young_person")
    jo = relative(home, "young_person")

    everything_of(jo)
    jo.go("/mijn/").press("a[href^='/mijn/even-invullen/']")
    answer_all(jo)

    assert answers(server, home) == 5
    assert jo.go("/mijn/plan/").page.locator("h1").inner_text() != ""
    assert "Elke avond op tijd naar bed." in jo.text
    jo.never_read(*(home.mail_of(slot) for slot in PARENTS), "Vertelt over slapen")
    jo.end()


def test_nobody_of_the_family_is_told_that_something_is_sealed(relative, server):
    """A page without a sealed talk is the page of whoever never had that talk."""
    home, plain = households.noted(server), households.noted(server)
    households.seal(server, home)
    server.sql(
        "DELETE FROM dichtbij_goalscore WHERE client_id = "
        "(SELECT id FROM dichtbij_client WHERE uuid = %s)",
        [plain.child],
    )
    server.sql(
        "UPDATE dichtbij_contact SET agreements = '' WHERE client_id = "
        "(SELECT id FROM dichtbij_client WHERE uuid = %s)",
        [plain.child],
    )

    for slot in ("young_person", "parent_1"):
        told = {}
        for one in (home, plain):
            who = relative(one, slot)
            who.go("/mijn/plan/")
            told[one.child] = who.text
            who.never_read("Elke avond op tijd naar bed.", "Vertelt over slapen")
            who.end()
        assert told[home.child] == told[plain.child]


@pytest.mark.parametrize("language", ["en", "tr", "ar", "pl"])
def test_a_check_in_by_link_fits_a_telephone_in_every_language(
    walker, server, language
):
    home = households.noted(server)
    _asked, code = households.ask(server, home, "young_person")
    jo = walker("")
    jo.page.set_viewport_size({"width": browsing.NARROW, "height": 740})
    faults = []

    def look() -> None:
        shape = browsing.shape_faults(jo.page, browsing.NARROW)
        found = [*browsing.violations(jo.page), *jo.listener.heard(), *shape]
        # Of a page in Dutch these would be faults.
        dutch = ("html lang is", "does not say that its figures")
        faults.extend(one for one in found if not one.startswith(dutch))

    jo.page.goto(households.mailed(server, home.mail_of("young_person")))
    with jo.page.expect_navigation():
        jo.page.click(f"button[name=language][value={language}]")
    look()
    assert jo.page.locator("html").get_attribute("lang") == language
    right_to_left = jo.page.evaluate("document.documentElement.dir")
    assert right_to_left == ("rtl" if language == "ar" else "ltr")
    jo.page.fill("[name=code]", code)
    with jo.page.expect_navigation():
        jo.page.click(SEND_CODE)
    while jo.page.locator("form.answer").count():
        look()
        with jo.page.expect_navigation():
            jo.page.click("form.answer button[name=skip]")
    look()

    assert not faults, "\n".join(faults)
    jo.end()
