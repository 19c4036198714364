"""What must stand in the demo before every page of the file can be looked at?"""

import re
from contextlib import closing

from tests import forms
from tests.browser import families
from tests.browser.households import POH, later
from tests.live import Live


def set_table(live: Live) -> None:
    """Let there be something of everything in the file of the demo's own family."""
    _ask_for_copies(live)
    _answer_questions(live)
    _show_to_everyone(live)
    with closing(live.sign_in("huisarts-kampen")) as browser:
        page = browser.get("/te-tekenen/").text
        sign = re.search(rf"/verwijzingen/{families.UUID}/tekenen/", page)
        assert sign
        forms.send(browser, "/te-tekenen/", sign[0])
    for persona in (POH, "teamleider-kampen", "poh-haarlem", "teamleider-haarlem"):
        with closing(live.sign_in(persona)) as browser:
            answer = forms.send(browser, "/overdracht/", on=later(live, 60))
            assert re.search(families.UUID, str(answer.url)), answer.url
    with closing(live.sign_in("poh-haarlem")) as browser:
        new = {"new-kind": "school", "new-name": "School De Bedachte Brug"}
        answer = forms.send(browser, "/sociale-kaart/", "/sociale-kaart/nieuw/", **new)
        assert re.search(families.UUID, str(answer.url)), answer.url


def _ask_for_copies(live: Live) -> None:
    """Let both ask a copy and get it; of one a question stays open."""
    query = "SELECT uuid FROM dichtbij_filerequest WHERE status = 'asked'"
    for persona in ("ouder", "jongere"):
        with closing(live.sign_in(persona)) as browser:
            forms.send(browser, "/mijn/inzage/", kind="copy")
    with closing(live.sign_in(POH)) as browser:
        for (uuid,) in live.sql(query):
            forms.send(browser, f"/verzoeken/{uuid}/")
    assert live.sql(query) == []
    with closing(live.sign_in("ouder")) as browser:
        more = {"kind": "addition", "words": "Ik zie dat anders."}
        forms.send(browser, "/mijn/inzage/", **more)


def _show_to_everyone(live: Live) -> None:
    """Let Kampen show its figures and decisions on the public page."""
    with closing(live.sign_in("projectleider-kampen")) as browser:
        forms.send(browser, "/besluiten/", "/besluiten/openbaar/")
    assert live.sql("SELECT slug FROM dichtbij_programme WHERE public_page") == [
        ("kampen",)
    ]


def _answer_questions(live: Live) -> None:
    """Let the parent of the demo fill in the check-in; the young person's waits."""
    with closing(live.sign_in("ouder")) as browser:
        page = browser.get("/mijn/").text
        asked = re.search(rf"/mijn/even-invullen/{families.UUID}/", page)
        assert asked
        for _ in range(8):
            if 'class="answer"' not in browser.get(asked[0]).text:
                return
            forms.send(browser, asked[0], answer="3")
    raise AssertionError("there was no end to the questions")
