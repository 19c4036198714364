"""Can all who help go through one trajectory, each seeing what is theirs to see?

One walk per audience in a browser: practitioner, GP, school, and who looks in an
emergency (issue 3); the family's walks are in test_family_walk.py. Each stands alone,
with a family of its own, and every page that it opens is looked over by axe.
"""

import re

import pytest

from tests.browser import households
from tests.browser.households import PARENTS, SCHOOL, SLOTS
from tests.browser.walker import ENTER, SEND_CODE

pytestmark = pytest.mark.browser


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


# --- an emergency ---------------------------------------------------------------------


def test_broken_glass_is_shown_looked_back_at_and_told_to_the_family(
    walker, relative, server
):
    home = households.noted(server)
    parent = relative(home, "parent_1")
    households.give_to_colleague(server, home)
    born = server.sql(
        "SELECT birth_date FROM dichtbij_client WHERE uuid = %s", [home.child]
    )[0][0]
    poh, officer = walker("poh-kampen"), walker("privacy")

    poh.go("/noodinzage/")
    poh.page.fill("[name=name]", home.name)
    poh.page.fill("[name=birth_date]", born.isoformat())
    poh.press("form:has([name=birth_date]) button[type=submit]")
    poh.page.locator("label:has([name=why])").first.click()
    poh.page.fill("[name=words]", "Verzonnen: de crisisdienst belt.")
    poh.press(ENTER)
    assert poh.page.locator("#glass").is_visible()
    for part in ("", "consulten/", "netwerk/", "documenten/"):
        poh.go(home.page(part))
        assert poh.page.locator("#glass").is_visible()
        assert poh.page.locator("main form[data-once]").count() == 0, part
    officer.go("/inzage/").press(f"a:has-text('{home.name}')")
    officer.page.locator("label:has([name=verdict])").first.click()
    officer.page.fill("[name=words]", "Gebeld met de crisisdienst: terecht.")
    officer.press(ENTER)
    parent.go("/mijn/inzage/")

    looked = parent.page.locator("li:has(.utrecht-status-badge--warning)").first
    assert "Lisanne Demonaam" in looked.inner_text()
    parent.never_read("de crisisdienst belt")
    for one in (poh, officer, parent):
        one.end()
