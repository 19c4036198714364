"""Does a pilot run from agreement to decision, for each party through its own screens?

One walk per party: a generator that rests where others are to move or months go by.
COURSE says whose turn it is, and on which day the server stands. Budgets are those of
ux.md 4.4. In bulk instead of by clicks come what `pilot` names and, over HTTP, the
answers of four more families; days and numbers are put in their fields without keys.
"""

import hashlib
import re
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta

import pytest

from tests import forms, live
from tests.browser import pilot
from tests.browser.hands import choose, write
from tests.browser.pilot import Party, Year

pytestmark = pytest.mark.browser

TITLE = "Pilot in Praktijk Noord"
FIRST, FINAL = "Eerste tussenevaluatie", "Eindevaluatie"
SUMMARY = "Gezinnen noemen vooral de korte lijnen."
OPEN_BUDGET, EXPORT_BUDGET, DECISION_BUDGET = 3, 2, 5
NOT_KNOWN = ("moved", "aged_out", "missing")  # no outcome of the help
Walk = Iterator[None]


# --- who leads the programme ----------------------------------------------------------


def leader(me: Party, year: Year) -> Walk:
    me.sign_in().follow("Overeenkomsten")
    draw_up_the_agreement(me)
    assert "0 van 3 partijen hebben getekend" in me.text
    me.follow("Evaluaties")
    assert "Er zijn nog geen evaluaties afgesproken" in me.text
    yield

    me.follow("Overeenkomsten").follow(TITLE)
    assert "Iedereen heeft getekend op 15 december 2026" in me.text
    me.follow("Evaluaties")
    assert me.text.count("Nodig: de projectleider zet de ronde klaar.") == 3
    me.send("De rondes klaarzetten")
    assert "De rondes staan klaar" in me.page.inner_text("body")
    me.follow("Wat in een plan staat").follow("Het plan schrijven").send("Vastleggen")
    assert "Het plan staat" in me.page.inner_text("body")
    yield

    open_round(me, FIRST)
    assert 0 < me.hands.actions <= OPEN_BUDGET
    assert "0 van de 5 organisaties hebben teruggekeken" in me.text
    yield

    close_round(me, FIRST, "3 van de 5 organisaties hebben teruggekeken")
    yield

    open_round(me, FINAL)
    assert "1 januari 2027 tot en met 31 maart 2027" in me.text
    yield

    close_round(me, FINAL, "2 van de 5 organisaties hebben teruggekeken")
    lay_out_the_options(me)
    yield

    me.sign_in().follow("Overeenkomsten")
    assert re.search(rf"{TITLE}\s+versie 2", me.text)
    assert "concept" in me.text


def draw_up_the_agreement(me: Party) -> None:
    me.follow("Overeenkomst opstellen")
    write(me.page, "title", TITLE)
    me.page.select_option("[name=employer]", label="Werkgever Noord")
    for name in ("Gemeente Teststad", "Praktijk Noord"):
        me.page.get_by_label(name, exact=True).check()
    me.page.fill("[name=starts_on]", f"{pilot.STARTS_ON}")
    me.page.fill("[name=ends_on]", f"{pilot.ENDS_ON}")
    me.send("Verder naar uren en tarief")
    write(me.page, "hours-0-hours", "8")
    write(me.page, "tariffs-0-euros", "91.50")
    for kind, on in pilot.MOMENTS.items():
        me.page.fill(f"[name=moments-{kind}]", f"{on}")
    me.send("Concept bewaren").send("Voorleggen om te tekenen")


def open_round(me: Party, name: str) -> None:
    """Open a round as it stands: dates, figures and parties were filled in already."""
    me.sign_in().follow("Evaluaties")
    me.hands.rest()
    me.follow(name).follow("Deze ronde openen")
    told = me.page.locator("[name=releases]:checked").count()
    assert told == me.page.locator("[name=releases]").count() > 0
    me.send("Openen en vragen")
    assert "De ronde is open. Elke partij is gevraagd." in me.page.inner_text("body")


def close_round(me: Party, name: str, heard: str) -> None:
    me.follow("Evaluaties").follow(name)
    assert heard in me.text
    me.follow("Deze ronde afsluiten").send("Berekenen en afsluiten")
    assert "De ronde is afgesloten" in me.page.inner_text("body")
    assert "Wat deze evaluatie niet kan laten zien" in me.text


def lay_out_the_options(me: Party) -> None:
    me.follow("Besluiten").follow("Over de eindevaluatie")
    write(me.page, "structural-words", "Voortaan in elke praktijk.")
    write(me.page, "structural-euros", "130000")
    write(me.page, "extended-words", "Nog een jaar proef.")
    me.page.fill("[name=extended-until_on]", "2028-12-31")
    me.send("Keuzes klaarzetten")
    assert "De keuzes staan klaar. Vraag nu de praktijken." in me.page.inner_text(
        "body"
    )
    me.page.fill("[name=votes_until]", f"{pilot.DECIDED_ON - timedelta(days=3)}")
    me.send("Vraag de praktijken")
    assert "0 van 2 deelnemende praktijken hebben gestemd" in me.text


# --- who signs and looks back ---------------------------------------------------------


def sign(me: Party, signed: str) -> None:
    """Sign what lies there, as somebody finds it from the own first page."""
    me.sign_in().follow("Overeenkomsten").follow(TITLE)
    assert "U tekent de PDF met kenmerk" in me.text
    me.send("Teken")
    assert signed in me.text


def look_back(me: Party, name: str, organisation: str, words: str) -> None:
    me.follow("Evaluaties").follow(name)
    me.follow(f"Terugkijken: {organisation}")
    write(me.page, "goes_well", words)
    me.choose("grade", "8")
    me.send("Versturen")
    assert "Dank u wel. Tot de ronde sluit kunt u het wijzigen." in me.page.inner_text(
        "body"
    )


def employer(me: Party, year: Year) -> Walk:
    sign(me, "1 van 3 partijen hebben getekend")
    yield

    me.sign_in()
    look_back(me, FIRST, "Werkgever Noord", "De vaste dagen geven rust.")
    for party, number in (("family", 5), ("school", 1), ("practitioner", 1)):
        me.follow("Gezinnen, scholen en praktijkondersteuners vragen")
        me.choose("party", party)
        me.page.fill("[name=number]", f"{number}")
        me.send("Links maken")
        year.codes[party] = me.page.locator("ol code").all_inner_texts()
        assert len(year.codes[party]) == number
        me.follow("Evaluaties").follow(FIRST)
    yield

    me.page.reload()
    me.follow("Samenvattingen")
    family = me.page.locator("section[aria-labelledby=family]")
    family.get_by_text("5 antwoorden").click()
    assert "De huisarts belde dezelfde week." in family.inner_text()
    family.get_by_text("Een samenvatting schrijven").click()
    family.locator("[name=words]").type(SUMMARY)
    me.send("Bewaren")
    assert "Een collega moet het nog nakijken" in me.text


def practice(me: Party, year: Year) -> Walk:
    sign(me, "2 van 3 partijen hebben getekend")
    yield

    me.sign_in()
    look_back(me, FIRST, "Praktijk Noord", "Gezinnen zijn snel aan de beurt.")
    yield

    me.sign_in()
    look_back(me, FINAL, "Praktijk Noord", "Wij kunnen niet meer zonder.")
    yield

    me.page.goto("/")
    me.follow("Besluiten").follow("Over de eindevaluatie")
    me.choose("option", "structural")
    write(me.page, "words", "Gezinnen merken het verschil.")
    me.send("Noteer dit")
    assert "1 van 2 deelnemende praktijken hebben gestemd" in me.text
    yield

    me.sign_in().follow("Besluiten").follow("Over de eindevaluatie")
    assert "besloot" in me.text
    assert "Structureel maken" in me.text


def practitioner(me: Party, year: Year) -> Walk:
    answer_by_code(me, year.codes["practitioner"][0], "Ik leer van de huisarts.")
    me.sign_in().follow("Evaluaties").follow("Samenvattingen")
    assert "De huisarts belde dezelfde week." not in me.page.content()
    yield

    me.page.reload()
    assert SUMMARY in me.text
    me.send("Niemand is herkenbaar: nagekeken")
    assert "Deze tekst mag in het rapport." in me.page.inner_text("body")


# --- who has no account ---------------------------------------------------------------


def answer_by_code(me: Party, code: str, words: str) -> None:
    """Type the code that stands on a slip of paper, and answer the three questions."""
    me.go("/terugblik/")
    write(me.page, "code", code)
    me.send("Verder")
    answer(me, words)


def answer(me: Party, words: str) -> None:
    assert me.page.locator("main textarea").count() == 3
    write(me.page, "goes_well", words)
    me.choose("grade", "9")
    me.send("Versturen")
    assert "Dank u wel" in me.text


def family(me: Party, year: Year) -> Walk:
    mine, *others = year.codes["family"]
    answer_by_code(me, mine, "De huisarts belde dezelfde week.")
    with closing(live.visitor(year.server.base, "")) as browser:
        for code in others:
            told = forms.send(browser, f"/terugblik/{code}/", goes_well="Goed.")
            assert "Dank u wel" in told.text
    yield

    me.go(f"/openbaar/{pilot.SLUG}/")
    assert "structureel" in me.text.lower()


def school(me: Party, year: Year) -> Walk:
    me.go(f"/terugblik/{year.codes['school'][0]}/")
    answer(me, "De lijn met de praktijk is kort.")
    me.page.go_back()
    me.page.reload()
    assert "Deze link werkt niet" in me.text
    me.listener.heard()
    yield from ()


# --- who pays and decides -------------------------------------------------------------


def municipality(me: Party, year: Year) -> Walk:
    me.sign_in()
    assert "Er zijn nog geen cijfers gepubliceerd." in me.text
    sign(me, "3 van 3 partijen hebben getekend")
    yield

    me.sign_in()
    sentence = me.page.inner_text("main .lead")
    assert me.hands.actions == 0
    assert sentence.startswith(quarter_of(year))
    take_along(me, "Cijfers als PDF", b"%PDF-")
    assert 0 < me.hands.actions <= EXPORT_BUDGET
    look_back(me, FIRST, "Gemeente Teststad", "Wij zien wat er gebeurt.")
    yield

    me.follow("Evaluaties").follow(FIRST)
    assert "Gezinnen zijn snel aan de beurt." in me.text
    assert SUMMARY in me.text
    assert "De huisarts belde dezelfde week." not in me.page.content()
    read_the_report(me)
    yield

    me.sign_in()
    assert "Periode: 3e kwartaal van 2027" in me.text
    look_back(me, FINAL, "Gemeente Teststad", "Zonder een kind te zien.")
    yield

    decide(me)


def quarter_of(year: Year) -> str:
    """Return how the sentence of the first quarter begins, from the released cells."""
    cells = {
        (table, row): count
        for table, row, count in year.server.sql(
            'SELECT c."table", c."row", c.count FROM stat_cell c '
            "JOIN stat_release r ON r.id = c.release_id JOIN dichtbij_programme p "
            "ON p.id = r.programme_id WHERE p.slug = %s AND c.\"column\" = ''",
            [pilot.SLUG],
        )
    }
    closed = cells["outcomes", ""] - sum(cells["outcomes", row] for row in NOT_KNOWN)
    percent = (200 * cells["outcomes", "solved"] + closed) // (2 * closed)
    return (
        f"Bij ongeveer {cells['intake', '']} kinderen begon hulp; van {closed} "
        f"afgesloten trajecten met bekende afloop eindigde {percent}% zonder "
        "verwijzing; "
    )


def take_along(me: Party, name: str, begins: bytes) -> None:
    """Click a file, and look at its first bytes as it was saved."""
    with me.page.expect_download() as saved:
        me.page.get_by_role("link", name=name, exact=True).click()
    assert saved.value.path().read_bytes().startswith(begins)


def read_the_report(me: Party) -> None:
    """Open the report in the browser: the very one whose mark the page gives."""
    page, told = me.page, me.text
    page.get_by_role("link", name="Het rapport lezen (PDF)", exact=True).click()
    page.wait_for_url("**/rapport.pdf")
    seen = page.request.get(page.url).body()
    assert seen.startswith(b"%PDF-")
    assert hashlib.sha256(seen).hexdigest() in told
    page.go_back()
    me.listener.heard()  # the browser asked for an icon: a PDF names none


def decide(me: Party) -> None:
    me.sign_in().follow("Besluiten").follow("Over de eindevaluatie")
    me.follow("Besluit nemen")
    me.hands.rest()
    choose(me.page, "chosen", "structural")
    write(me.page, "grounds", "Vier van de vijf gezinnen zijn dichtbij geholpen.")
    write(me.page, "conditions", "Elke praktijk houdt een vaste dag.")
    write(me.page, "review_on", "06062028")  # the same in any order of day and month
    me.page.get_by_label("Iedereen mag de cijfers en dit besluit lezen").check()
    assert len(me.hands.fields) == DECISION_BUDGET
    me.send("Bekijk wat volgt")
    assert "De openbare pagina staat aan" in me.text
    me.send("Dit besluit nemen")
    assert "Het besluit is genomen." in me.page.inner_text("body")


# --- the year -------------------------------------------------------------------------

PARTIES = {
    "leader": (leader, pilot.CAST["rosa"]),
    "employer": (employer, pilot.CAST["bram"]),
    "practice": (practice, pilot.CAST["gerda"]),
    "practitioner": (practitioner, pilot.CAST["anna"]),
    "family": (family, ""),
    "school": (school, ""),
    "municipality": (municipality, pilot.CAST["dirk"]),
}
# From which day, with what that came in bulk before it, and whose turn it is then.
COURSE = (
    (pilot.AGREED_ON, "", "leader employer practice municipality leader"),
    (
        pilot.OPENED_ON,
        "spring",
        "leader employer family school practitioner employer practitioner practice "
        "municipality leader municipality",
    ),
    (
        pilot.FINAL_ON,
        "autumn",
        "leader practice municipality leader practice",
    ),
    (pilot.DECIDED_ON, "", "municipality leader practice family"),
)


@pytest.fixture(scope="module")
def lived(chromium):
    """Live the year once, until its end or until somebody cannot go on."""
    with pilot.begun() as year:
        told = pilot.live_through(year, chromium, PARTIES, COURSE)
        yield told
        for party in told.parties.values():
            party.page.context.close()


@pytest.mark.parametrize("name", PARTIES)
def test_a_party_walks_through_the_year(lived, name):
    if lived.stumbled == name:
        raise lived.why
    assert not lived.stumbled, f"the year stopped at the {lived.stumbled}"
    assert name in lived.finished
    assert not lived.parties[name].faults, "\n".join(lived.parties[name].faults)
