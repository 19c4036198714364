"""Does the whole road work: from a referral to a family helped and a GP who knows it?

Three times the same walk: by mouse, by keyboard alone, and without JavaScript (R16).
"""

import pytest

from tests.browser import browsing, families

pytestmark = pytest.mark.browser

STEPS = [
    "received", "booked", "accepted", "first_consult", "letter", "cancelled", "closed",
]  # fmt: skip


class Mouse:
    """Somebody who clicks."""

    def __init__(self, page) -> None:
        self.page = page

    def press(self, selector: str) -> None:
        self.page.locator(selector).first.click()

    def choose(self, name: str, value: str) -> None:
        box = f"[name='{name}'][value='{value}']"
        self.page.locator(f"label:has(> {box})").first.click()

    def write(self, name: str, words: str) -> None:
        self.page.fill(f"[name='{name}']", words)


class Keyboard(Mouse):
    """Somebody who has no mouse: Tab, arrows, Space and Enter."""

    def press(self, selector: str) -> None:
        self._reach(selector)
        self.page.keyboard.press("Enter")

    def choose(self, name: str, value: str) -> None:
        self._reach(f"[name='{name}']")
        for _ in range(30):
            here = self.page.evaluate(
                "[document.activeElement.name, document.activeElement.value, "
                "document.activeElement.type, document.activeElement.checked]"
            )
            if here[:2] == [name, value]:
                break
            self.page.keyboard.press("ArrowDown" if here[2] == "radio" else "Tab")
        assert here[:2] == [name, value], here
        if not here[3]:
            self.page.keyboard.press("Space")

    def write(self, name: str, words: str) -> None:
        self._reach(f"[name='{name}']")
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(words)

    def _reach(self, selector: str) -> None:
        for _ in range(150):
            if self.page.evaluate(
                "(to) => document.activeElement.matches(to)", selector
            ):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab does not lead to {selector} on {self.page.url}")


@pytest.mark.parametrize(
    ("kind", "script"),
    [(Mouse, True), (Keyboard, True), (Mouse, False)],
    ids=["by mouse", "by keyboard", "without JavaScript"],
)
def test_a_family_is_helped_from_referral_to_closing(chromium, server, kind, script):
    desk = Desk(chromium, server, kind, script)
    family = refer_and_book(desk)
    accept(desk, family)
    record(desk, family)
    plan_next(desk, family)
    write_letter(desk, family)
    read_and_copy(desk, family)
    call_off_and_close(desk, family)
    desk.leave()

    happened = server.sql(
        "SELECT e.kind FROM dichtbij_referralevent e JOIN dichtbij_referral r "
        "ON r.id = e.referral_id WHERE r.uuid = %s ORDER BY e.at, e.id",
        [family.referral],
    )
    assert [kind for (kind,) in happened] == STEPS


class Desk:
    """Opens a window per person, and keeps it."""

    def __init__(self, chromium, server, kind, script) -> None:
        self.chromium, self.server = chromium, server
        self.kind, self.script = kind, script
        self.windows: dict[str, object] = {}

    def at(self, persona: str, address: str):
        """Go somewhere as this person; return the page and their hands."""
        if persona not in self.windows:
            context = browsing.context_of(
                self.chromium, self.server, persona, script=self.script
            )
            context.grant_permissions(["clipboard-read", "clipboard-write"])
            self.windows[persona] = context.new_page()
        page = self.windows[persona]
        page.goto(address)
        return page, self.kind(page)

    def leave(self) -> None:
        for page in self.windows.values():
            page.context.close()


def refer_and_book(desk):
    child = families.newcomer()
    page, hands = desk.at("assistent-kampen", "/aanmelden/")
    for name, words in child.items():
        hands.write(name, words)
    hands.choose("questions", "EMO")
    hands.write("sentence", "Slaapt slecht sinds de zomer.")
    hands.choose("giver", "parents")
    hands.press("button[data-key='ctrl+enter']")
    page.wait_for_url("**/afspraak/")
    referral = page.url.split("/")[-3]
    hands.press("form[data-once] button.utrecht-button--primary-action")
    page.wait_for_selector("h1 + .lead strong")
    rows = desk.server.sql(
        "SELECT c.uuid FROM dichtbij_client c JOIN dichtbij_referral r "
        "ON r.client_id = c.id WHERE r.uuid = %s",
        [referral],
    )
    family = families.Family(
        f"Fictief {child['family_name']}", referral, str(rows[0][0])
    )
    assert len(families.appointments(desk.server, family)) == 1
    return family


def accept(desk, family):
    page, hands = desk.at("poh-kampen", f"/vandaag/?aanmelding={family.referral}")
    assert family.name in page.locator("article").first.inner_text()
    with page.expect_navigation():
        hands.press("button[name=choice][value=plan]")
    assert families.status(desk.server, family) == "accepted"


def record(desk, family):
    (booked,) = families.appointments(desk.server, family)
    families.turn_back(desk.server, booked)
    page, hands = desk.at("poh-kampen", "/vandaag/")
    hands.press(f"form[action='/afspraken/{booked}/start/'] button")
    page.wait_for_url("**/consult/**")
    assert family.name in page.locator("h1").inner_text()
    hands.choose("attendance", "child")
    hands.write("text", "Vertelt over slapen.")
    hands.write("agreements", "Elke avond op tijd naar bed.")
    hands.choose("next_step", "appointment")
    hands.press("button[data-key='ctrl+enter']")
    page.wait_for_url(f"**{family.page('vervolg/')}")
    assert families.contacts(desk.server, family) == 1


def plan_next(desk, family):
    page, hands = desk.at("poh-kampen", family.page("vervolg/"))
    hands.press("form[data-once] button.utrecht-button--primary-action")
    page.wait_for_url(f"**{family.page()}")
    assert len(families.appointments(desk.server, family)) == 1


def write_letter(desk, family):
    page, hands = desk.at("poh-kampen", family.page("brief/start/"))
    assert "Elke avond op tijd naar bed." in page.locator("pre").first.inner_text()
    hands.press("form[data-once] button[type=submit]")
    page.wait_for_url("**/brieven/**")
    with page.expect_navigation():
        hands.press("button[name=release]")
    assert families.letters(desk.server, family) == [("start", "released")]


def read_and_copy(desk, family):
    page, hands = desk.at("huisarts-kampen", "/aanmeldingen/")
    hands.press(f"a[href='{family.referred()}']")
    page.wait_for_url(f"**{family.referred()}")
    assert "Elke avond" in page.locator("pre.copy").first.inner_text()
    with page.expect_response("**/geplakt/"):
        hands.press("button[data-copy]")
    page.goto(family.referred())
    pasted = desk.server.sql(
        "SELECT count(*) FROM dichtbij_letter l JOIN dichtbij_referral r "
        "ON r.id = l.referral_id WHERE r.uuid = %s AND l.pasted_at IS NOT NULL",
        [family.referral],
    )
    assert pasted == [(1,)]


def call_off_and_close(desk, family):
    (planned,) = families.appointments(desk.server, family)
    page, hands = desk.at("poh-kampen", f"/afspraken/{planned}/afzeggen/")
    hands.choose("tell_family", "no")
    hands.press("form[data-once] button[type=submit]")
    # To the family, or to whoever waits for the time that came free.
    page.wait_for_url(lambda address: "/afzeggen/" not in address)
    assert not families.appointments(desk.server, family)
    page, hands = desk.at("poh-kampen", family.page("afsluiten/"))
    hands.choose("outcome", "opgelost_geen_vervolg")
    hands.choose("reason", "01")
    hands.press("button[data-key='ctrl+enter']")
    page.wait_for_url("**/brief/**")
