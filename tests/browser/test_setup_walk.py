"""Can a new programme be set up from nothing to its first planned talk, by its people?

Each newcomer opens the link of the own invitation, chooses a password and adds an app
with codes. The second administrator comes in by the link that `invite_admin` prints, as
on a new server. The clicks of the wizard are counted on the way (ux.md 4.3).
"""

import re
import subprocess
import sys

import pytest
from allauth.mfa.totp.internal import auth as totp

from tests import live
from tests.browser import browsing, families
from tests.browser.hands import watch, write

pytestmark = pytest.mark.browser

PASSWORD = "vijf andere woorden bij elkaar"
EMPLOYER = "Verzonnen Jeugdhulp Zuid"
PRACTICE = "Huisartsenpraktijk De Bedachte Peer"
LEADER, PRACTITIONER, GP, SECOND = (
    f"{who}@nieuwprogramma.example" for who in ("leider", "poh", "huisarts", "beheer")
)
WIZARD_BUDGET = 6


@pytest.fixture
def people(chromium, server):
    """Open windows; each stays signed in until the walk is over."""
    windows = []

    def window(persona=""):
        context = browsing.context_of(chromium, server, persona)
        windows.append(context)
        return context.new_page()

    yield window
    for context in windows:
        context.close()


def test_a_programme_goes_from_nothing_to_its_first_planned_talk(people, server):
    start_programme(people("beheer"))
    confirm(second_administrator(people, server), "Lies Verzonnen")
    leader = come_in(people(), server, LEADER)
    assert leader.url.endswith("/programma/")

    leader.goto("/programma/werkgever/")
    leader.fill("[name=name]", "Bedachte Jeugdhulp Noord")
    send(leader)
    invite(leader, "Pien Verzonnen", PRACTITIONER, EMPLOYER, "practitioner")
    add_practice(leader, server)
    invite(leader, "Gijs Verzonnen", GP, PRACTICE, "gp")
    leader.goto("/deelname/")
    assert "1 van 1 praktijken op de lijst" in leader.inner_text("main")

    gp = come_in(people(), server, GP)
    child = refer_and_book(gp)
    practitioner = come_in(people(), server, PRACTITIONER)
    practitioner.goto("/vandaag/")

    assert f"Fictief {child['family_name']}" in practitioner.inner_text("main")
    assert booked(server, child) == [("booked", True, PRACTITIONER)]


def send(page):
    with page.expect_navigation():
        page.locator("form[data-once] button[type=submit]").first.click()


def start_programme(page):
    page.goto("/beheer/")
    page.click("a[href='/programmas/nieuw/']")
    for name, words in {
        "name": "Nieuwprogramma",
        "slug": "nieuwprogramma",
        "function_label": "Jeugdpraktijkhulp",
        "starts_on": "2026-03-01",
        "leader_name": "Lies Verzonnen",
        "leader_email": LEADER,
        "leader_employer": EMPLOYER,
    }.items():
        page.fill(f"[name={name}]", words)
    page.select_option("[name=municipalities]", ["0244"])
    send(page)
    assert "Lies Verzonnen" in page.inner_text("main")


def second_administrator(people, server):
    """Let who runs the server invite one, and come in."""
    told = subprocess.run(
        [sys.executable, "manage.py", "invite_admin", SECOND, "Bo Verzonnen"],
        cwd=live.CHECKOUT,
        env=live.environment(server.database) | {"DICHTBIJ_ADDRESS": server.base},
        check=True,
        capture_output=True,
        text=True,
    )
    (link,) = re.findall(r"http\S+", told.stdout)
    return come_in_by(people(), link)


def confirm(page, name):
    page.goto("/beheer/")
    page.click(f"main a:has-text('{name}')")
    with page.expect_navigation():
        page.click("button[name=act][value=confirm]")
    assert "Bo Verzonnen" in page.inner_text("main")


def come_in(page, server, email):
    """Come in by the link that was mailed."""
    ((link,),) = server.sql(
        "SELECT m.link FROM dichtbij_message m JOIN dichtbij_user u "
        "ON u.id = m.user_id WHERE u.email = %s AND m.kind = 'invitation'",
        [email],
    )
    return come_in_by(page, link)


def come_in_by(page, link):
    """Accept by the link, choose a password, add an app, and go to the first page."""
    page.goto(link)
    page.fill("[name=password1]", PASSWORD)
    page.fill("[name=password2]", PASSWORD)
    with page.expect_navigation():
        page.locator("main form button[type=submit]").first.click()
    page.goto("/account/app/")
    secret = "".join(page.inner_text("main p:has-text('Sleutel') code").split())
    *_earlier, now, _next = totp.yield_hotp_counters_from_time()
    page.fill("[name=code]", totp.format_hotp_value(totp.hotp_value(secret, now)))
    with page.expect_navigation():
        page.locator("main form button[type=submit]").first.click()
    page.goto("/")
    return page


def invite(page, name, email, place, role):
    page.goto("/programma/uitnodigen/")
    page.fill("[name=name]", name)
    page.fill("[name=email]", email)
    page.select_option("[name=organisation]", label=place)
    page.select_option("[name=role]", role)
    send(page)
    assert page.url.endswith("/programma/")


def add_practice(page, server):
    hands = watch(page.context)
    page.goto("/praktijk-erbij/")
    hands.rest()
    write(page, "name", PRACTICE)
    write(page, "town", "Bedachtstad")
    write(page, "source", "verzonnen lijst van de gemeente")
    page.select_option("[name=employer]", label=EMPLOYER)
    send(page)
    write(page, "room", "kamer 1")
    page.select_option("[name=weekday]", "1")
    page.fill("[name=ends]", "17:00")
    send(page)
    assert "Pien Verzonnen" in page.inner_text("[name=practitioner] option:checked")
    send(page)
    send(page)
    assert f"geldt er geen overeenkomst met {EMPLOYER}" in page.inner_text("main")
    send(page)
    send(page)

    assert hands.actions <= WIZARD_BUDGET
    assert PRACTICE in page.inner_text("h1")
    assert server.sql(
        "SELECT count(*) FROM dichtbij_practiceday d JOIN dichtbij_organisation o "
        "ON o.id = d.practice_id WHERE o.name = %s",
        [PRACTICE],
    ) == [(1,)]


def refer_and_book(page):
    child = families.newcomer()
    page.goto("/aanmelden/")
    for name, words in child.items():
        page.fill(f"[name={name}]", words)
    page.locator("label:has(> input[name=questions][value=EMO])").click()
    page.fill("[name=sentence]", "Slaapt slecht sinds de zomer.")
    page.locator("label:has(> input[name=giver][value=parents])").click()
    page.locator("button[data-key='ctrl+enter']").first.click()
    page.wait_for_url("**/afspraak/")
    page.locator("form[data-once] button[type=submit]").first.click()
    page.wait_for_selector("h1 + .lead strong")
    return child


def booked(server, child):
    return server.sql(
        "SELECT a.status, a.first, u.email FROM dichtbij_appointment a "
        "JOIN dichtbij_client c ON c.id = a.client_id "
        "JOIN dichtbij_user u ON u.id = a.practitioner_id WHERE c.family_name = %s",
        [child["family_name"]],
    )
