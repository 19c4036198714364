"""Can everybody go through one trajectory together, each seeing what is theirs to see?

One walk per audience in a browser: practitioner, GP, school, two separated parents and
the young person of fourteen (issue 3). Each stands alone, with a family of its own, and
every page that it opens is looked over by axe.
"""

import re

import pytest

from tests.browser import browsing, families, households
from tests.browser.browsing import WIDE
from tests.browser.households import PARENTS, SCHOOL, SLOTS

pytestmark = pytest.mark.browser

ENTER = "button[data-key='ctrl+enter']"
SEND_CODE = "form:has([name=code]) button[type=submit]"


class Walker:
    """Somebody in a window of their own: each page is looked over once it is there."""

    def __init__(self, context) -> None:
        self.page = context.new_page()
        self.listener = browsing.Listener(self.page)
        self.faults: list[str] = []
        self.read: list[str] = []

    def go(self, address: str):
        self.page.goto(address)
        return self.look()

    def press(self, selector: str):
        """Click what leads to a page, and look at that page."""
        with self.page.expect_navigation():
            self.page.locator(selector).first.click()
        return self.look()

    def strike(self, key: str):
        """Press a key that leads to a page, and look at that page."""
        with self.page.expect_navigation():
            self.page.keyboard.press(key)
        return self.look()

    def choose(self, name: str, value: str) -> None:
        box = f"[name='{name}'][value='{value}']"
        self.page.locator(f"label:has(> {box}), label:has({box})").first.click()

    def look(self):
        found = [
            *browsing.violations(self.page),
            *browsing.shape_faults(self.page, WIDE),
            *self.listener.heard(),
        ]
        place = re.sub(families.UUID, "…", self.page.url.partition("//")[2])
        self.faults += [f"{place}: {fault}" for fault in found]
        self.read.append(self.page.content())
        return self

    @property
    def text(self) -> str:
        return self.page.locator("main").inner_text()

    def end(self, *expected: str) -> None:
        """Close the window; nothing was wrong on any page but what was expected."""
        self.page.context.close()
        left = [one for one in self.faults if not any(e in one for e in expected)]
        assert not left, "\n".join(left)

    def never_read(self, *words: str) -> None:
        """Prove that no page held any of these."""
        for word in filter(None, words):
            assert not any(word in page for page in self.read), word


@pytest.fixture
def walker(chromium, server):
    """Sign somebody in; "" is somebody who did not."""
    return lambda persona: Walker(browsing.context_of(chromium, server, persona))


@pytest.fixture
def relative(chromium, server):
    """Sign somebody of a family in."""
    return lambda home, slot: Walker(households.window_of(chromium, server, home, slot))


# --- the practitioner -----------------------------------------------------------------


def test_a_practitioner_notes_a_family_shares_consults_advises_and_writes(
    walker, server
):
    home = households.referred(server)
    poh = walker("poh-kampen")

    note_the_family(poh, server, home)
    meeting = talk_with_school(poh, server, home)
    lay_before_the_gp(poh, server, home)
    write_to_both(poh, server, home)
    record_minutes(poh, server, meeting)

    poh.end()


def fill_in(poh, home, act: str, typed: dict) -> None:
    """Open one small form of the family page, fill it in and send it."""
    box = poh.page.locator(f"details:has(form[action='{home.page(f'gezin/{act}/')}'])")
    box.locator("summary").first.click()
    for name, value in typed.items():
        for one in value if isinstance(value, list) else [value]:
            control = box.locator(f"[name={name}]").first
            kind = control.evaluate("(one) => one.type")
            if kind in ("radio", "checkbox"):
                box.locator(f"label:has([name={name}][value='{one}'])").first.click()
            elif kind == "select-one":
                control.select_option(one)
            else:
                control.fill(iso(one) if kind == "date" else one)
    with poh.page.expect_navigation():
        box.locator("button[type=submit]").first.click()
    assert poh.page.url.endswith(home.page("gezin/")), poh.text


def iso(day: str) -> str:
    return "-".join(reversed(day.split("-")))


def note_the_family(poh, server, home) -> None:
    poh.go(home.page()).press(f"a[href='{home.page('gezin/')}']")
    for slot in SLOTS:
        fill_in(poh, home, "lid", households.member_of(home, slot))
    home.members.update(households.members_of(server, home))
    for slot in PARENTS:
        fill_in(poh, home, "gezag", households.authority_of(home, slot))
    school = str(households.partner_of(server)[0])
    shared = {
        "purpose": "share", "party": "school", "partner": school,
        "topics": list(households.AGREED),
    }  # fmt: skip
    for slot in SLOTS:
        word = {"member": str(home.members[slot])}
        fill_in(poh, home, "woord", word | {"purpose": "help"})
        fill_in(poh, home, "woord", word | shared)
    poh.look()

    assert "uittreksel" in poh.text.lower()
    assert all(home.name_of(slot) in poh.text for slot in SLOTS)
    poh.press(f"a[href='{home.page('wie-ziet-wat/')}']")
    assert "school" in poh.text.lower()


def talk_with_school(poh, server, home) -> str:
    """Plan a talk for today about what is agreed, and invite the school."""
    poh.go(home.page("netwerk/")).press(f"a[href='{home.page('overleg/plannen/')}']")
    poh.press(f"a:has-text('{SCHOOL}')")
    offered = poh.page.locator("[name=topics]").evaluate_all(
        "(all) => all.filter((one) => one.type == 'checkbox' && !one.disabled && "
        "one.closest('form').dataset.autosave).map((one) => one.value)"
    )
    assert set(offered) == set(households.AGREED)
    assert poh.page.locator(f"form[action='{home.page('vragen/')}']").count() > 0
    partner = households.partner_of(server)[1]
    for topic in households.AGREED:
        poh.choose("topics", topic)
    poh.page.fill("[name=on]", f"{server.now:%Y-%m-%d}")
    poh.page.fill("[name=at]", "15:30")
    poh.page.fill(f"[name='{partner}_name']", "Ib Bedacht")
    poh.page.fill(f"[name='{partner}_email']", home.own_school_mail)
    poh.press(ENTER)
    meeting = poh.page.url.partition("/casusoverleg/")[2]
    assert meeting
    poh.press("form[action$='/uitnodigen/'] button[type=submit]")
    assert re.fullmatch(r"\d{6}", poh.page.locator("[data-code]").inner_text())
    return f"/casusoverleg/{meeting}"


def lay_before_the_gp(poh, server, home) -> None:
    households.share(
        server, home, "specialist_mh", households.SPECIALIST, ("wellbeing", "plan")
    )
    poh.go(home.page("verwijsadvies/"))
    for name, value in households.advice(server).items():
        if name in ("destination", "partner"):
            poh.choose(name, value)
        else:
            poh.page.fill(f"[name={name}]", value)
    poh.press(ENTER)
    assert "/verwijzingen/" in poh.page.url, poh.text
    assert onwards(server, home) == ["advised"]


def onwards(server, home) -> list[str]:
    query = (
        "SELECT o.status FROM dichtbij_onwardreferral o JOIN dichtbij_client c "
        "ON c.id = o.client_id WHERE c.uuid = %s"
    )
    return [status for (status,) in server.sql(query, [home.child])]


def write_to_both(poh, server, home) -> None:
    poh.go(home.page("brief/start/"))
    if poh.page.locator("form[data-once] button[type=submit]").count():
        poh.press("form[data-once] button[type=submit]")
    poh.press("a[href$='/samen/']")
    write = poh.page.locator("button[name=write]")
    if write.count():
        poh.press("button[name=write]")
    assert poh.page.locator("iframe.paper").count() == 2
    poh.press("button[name=release][value=both]")

    released = server.sql(
        "SELECT l.audience, l.reader, l.status FROM dichtbij_letter l JOIN "
        "dichtbij_client c ON c.id = l.client_id WHERE c.uuid = %s AND "
        "l.status = 'released' ORDER BY l.audience",
        [home.child],
    )
    assert [row[0] for row in released] == ["family", "gp"], released


def record_minutes(poh, server, meeting: str) -> None:
    poh.go(meeting)
    for topic in households.AGREED:
        poh.page.fill(f"[name=minutes_{topic}]", f"Verzonnen notulen over {topic}.")
    poh.press(ENTER)

    query = "SELECT status, receipt_at IS NOT NULL FROM dichtbij_caseconsultation "
    uuid = meeting.strip("/").rpartition("/")[2]
    assert server.sql(f"{query} WHERE uuid = %s", [uuid]) == [("held", True)]


# --- the GP ---------------------------------------------------------------------------


def test_a_gp_signs_with_enter_sends_and_finds_it_back(walker, server):
    home = households.noted(server)
    onward = households.advise(server, home)
    gp = walker("huisarts-kampen")

    gp.go("/aanmeldingen/").press("nav a[href='/te-tekenen/']")
    if home.name not in gp.page.locator(".lead").first.inner_text():
        gp.press(f"a[href='?stuk={onward}']")
    assert home.name in gp.text
    seen = gp.page.locator("input[name=sha256]").first.input_value()
    gp.strike("Enter")
    signed = server.sql(
        "SELECT s.sha256, o.status FROM dichtbij_signature s JOIN "
        "dichtbij_onwardreferral o ON o.id = s.onward_id WHERE o.uuid = %s",
        [onward],
    )
    assert signed == [(seen, "signed")]
    gp.press(f"a[href='/verwijzingen/{onward}/']")
    gp.choose("channel", "secure_mail")
    gp.press(f"form[action='/verwijzingen/{onward}/verstuurd/'] button[type=submit]")
    assert onwards(server, home) == ["sent"]
    gp.go("/aanmeldingen/").press(f"a[href='{home.referred()}']")

    assert home.name in gp.text
    assert gp.page.locator(f"a[href='/verwijzingen/{onward}/']").count() == 1, gp.text
    gp.end()


# --- the school -----------------------------------------------------------------------


def test_a_school_reads_the_agreed_topics_until_consent_is_taken_back(
    walker, relative, server
):
    home = households.noted(server)
    households.share(server, home)
    _meeting, code = households.meet(server, home)
    school = walker("")

    school.go(households.mailed(server, home.own_school_mail))
    assert home.surname not in school.page.content()
    school.page.fill("[name=code]", "000000" if code != "000000" else "111111")
    school.press(SEND_CODE)
    assert "/l/" in school.page.url
    school.page.fill("[name=code]", code)
    school.press(SEND_CODE)
    assert "/overleg/" in school.page.url
    topics = school.page.locator("section li").all_inner_texts()
    assert len(topics) == len(households.AGREED), topics
    school.go("/overleg/" + school.page.url.partition("/overleg/")[2])
    take_back(relative(home, "parent_2"), server, home, "school").end()
    school.page.reload()

    assert topics[0].lower() not in school.look().text.lower()
    school.never_read(
        home.surname, *(home.mail_of(slot) for slot in SLOTS),
        *(home.address_of(slot) for slot in PARENTS), "Vertelt over slapen",
    )  # fmt: skip
    school.end("status of 403")


def take_back(who, server, home, party: str):
    """Take a consent to share back, as somebody of the family."""
    who.go("/mijn/").press("nav a[href='/mijn/wie-ziet-wat/']")
    query = (
        "SELECT k.uuid FROM dichtbij_consent k WHERE k.member_id = %s AND k.party = %s "
        "AND k.withdrawn_on IS NULL"
    )
    slot = "parent_2"
    ((uuid,),) = server.sql(query, [home.members[slot], party])
    who.press(f"a[href='/mijn/toestemming/{uuid}/']")
    who.press("main form[data-once] button[type=submit]")
    assert server.sql(query, [home.members[slot], party]) == []
    return who


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
