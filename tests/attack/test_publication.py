"""T-SDC: does anything a policy officer opens tell of one child (security.md 5.4)?

H1 closure, H5 differencing, H7 frozenness, H8 small programmes, H9 labels, through HTTP
at every page of the municipality; H10: a planted bug turns each check red.
"""

import html
import re
from datetime import UTC, date, datetime
from urllib.parse import urlencode

import pytest
from django.db import DatabaseError, transaction
from django.http import HttpRequest, HttpResponse

from dichtbij.audit.doors import standing_at
from dichtbij.care.models import Trajectory
from dichtbij.clients.models import Client
from dichtbij.insight import actions
from dichtbij.insight.jobs import release_due, whole
from dichtbij.insight.models import Release, ReleaseCell
from dichtbij.insight.publication import fitting, noise, tables
from dichtbij.insight.publication.fitting import fit
from dichtbij.insight.publication.noise import measure
from dichtbij.insight.publication.tables import FULL, SCHEMES, SMALL, Table
from dichtbij.insight.released import releases_of
from dichtbij.organisations.models import User
from dichtbij.shared import clock
from tests.insight.publication.crowd import Story, busy, quarter, write
from tests.insight.publication.promises import violations
from tests.insight.publication.test_fitting import all_of, programme
from tests.insight.publication.test_noise import NEVER, sources_of_chance

PAGES = ("/stand-van-zaken/", "/deelname/")
# What an attacker would filter by; none of it may do anything.
FILTERS = {
    "leeftijd": ("0-3", "8-11"),
    "geslacht": ("1", "2"),
    "vraag": ("EMO", "GED"),
    "praktijk": ("Praktijk Noord", "Praktijk Zuid"),
    "uitkomst": ("solved", "specialist"),
}
IN_MAY = datetime(2025, 5, 20, 2, tzinfo=UTC)
# The token against forged forms and the key of a form are new for each page.
TOKEN = re.compile(rb'(?=[a-z0-9]*[A-Z])[A-Za-z0-9]{64}|name="once"[^>]*')


@pytest.fixture
def released(town, published):
    write(town, [*busy(1), *busy(1, 3, outcome="s_ggz", sex="2")])
    with clock.at(IN_MAY):
        release_due(town.programme)
    return town


def shown(browser) -> dict[str, bytes]:
    """Return every page, and every file and period it links, without one-time keys."""
    found: dict[str, bytes] = {}
    waiting = list(PAGES)
    while waiting:
        page = waiting.pop()
        answer = browser.get(page)
        if page in found or answer.status_code != 200:
            continue
        found[page] = TOKEN.sub(b"", answer.content)
        if not answer["Content-Type"].startswith("text/html"):
            continue
        links = re.findall(r'href="(/stand-van-zaken/[^"]*|\?[^"]+)"', answer.text)
        waiting += [
            html.unescape(one if one.startswith("/") else page.split("?")[0] + one)
            for one in links
        ]
    return found


def change_children(town) -> None:
    """Let somebody come, somebody go elsewhere, and somebody have another name."""
    write(town, [Story(quarter(1)[0], quarter(1)[1], outcome="s_ggz", sex="2")])
    with standing_at(whole(town.programme, User.objects.system())):
        first = Trajectory.objects.order_by("pk").first()
        Trajectory.objects.filter(pk=first.pk).update(outcome="verhuisd")
        Client.objects.filter(pk=first.client_id).update(family_name="Anderskind")


def test_h7_h9_no_byte_depends_on_a_child_after_the_release(released, sign_in):
    browser = sign_in(released.dirk)
    before = shown(browser)
    assert len(before) > 3

    change_children(released)

    assert shown(browser) == before
    assert not [page for page, text in before.items() if b"anarie" in text]


def test_h1_every_number_in_a_table_or_file_is_released(released, sign_in):
    (release,) = releases_of(released.programme.pk)
    pages = shown(sign_in(released.dirk))
    (file,) = [text for page, text in pages.items() if page.endswith(".csv")]

    counts = set()
    for table in release.tables.values():
        counts |= {str(n) for n in table.cells.values()}
    exact = {"60", "63", "3"} - counts  # the true numbers of this town
    for line in file.decode().splitlines():
        cells = [cell.strip('"') for cell in re.split("[;,]", line)]
        assert not exact & set(cells), line
    for number in re.findall(r"<td[^>]*>(\d+)</td>", pages[PAGES[0]].decode()):
        assert int(number) % tables.BASE == 0
        assert int(number) >= 10


def test_h5_filters_change_nothing_so_there_is_no_difference_to_take(released, sign_in):
    browser = sign_in(released.dirk)
    asked = [{name: one} for name, two in FILTERS.items() for one in two]
    asked.append({name: one for name, (one, _) in FILTERS.items()})

    answers = {answer_to(browser, one) for one in asked}

    assert answers == {answer_to(browser, {})}


def answer_to(browser, asked: dict[str, str]) -> bytes:
    """Return the page without one-time keys and without its own address."""
    text = TOKEN.sub(b"", browser.get(PAGES[0], asked).content).decode()
    query = f"{PAGES[0]}?{urlencode(asked)}" if asked else PAGES[0]
    return text.replace(html.escape(query), PAGES[0]).replace(query, PAGES[0]).encode()


def test_h5_looking_every_day_or_often_gives_the_same_answer(released, sign_in):
    browser = sign_in(released.dirk)
    (file,) = [page for page in shown(browser) if page.endswith(".csv")]
    first = browser.get(file).content

    for _day in range(5):
        write(released, [Story(date(2026, 3, 9), sex="2")])
        assert browser.get(file).content == first
    assert {browser.get(file).content for _ in range(20)} == {first}


def test_h8_three_and_none_look_the_same(town, published):
    town.programme.publication_noise = None
    town.programme.save()
    write(town, [*busy(1, 60), *busy(1, 3, outcome="s_ggz")])

    with clock.at(IN_MAY):
        release_due(town.programme)

    table = releases_of(town.programme.pk)[0].tables["outcomes"]
    assert table.shown("specialist") == table.shown("moved") == "<10"


def test_h8_under_fifty_says_nothing(town, published, sign_in):
    write(town, busy(1, 49))
    with clock.at(IN_MAY):
        assert release_due(town.programme) == []

    assert not ReleaseCell.objects.exists()


def test_the_manifest_is_the_same_whoever_the_children_are(town):
    write(town, [*busy(1), *busy(2, 70, outcome="s_ggz", sex="2", side="zuid")])

    first, second = release_due(town.programme)[:2]

    own = {"distance", "data_on", "salt", "signature"}
    assert first.manifest.keys() == second.manifest.keys()
    for key in first.manifest.keys() - own:
        assert first.manifest[key] == second.manifest[key]


# --- H10: each planted bug turns a check red ------------------------------------------


def fixed_list() -> list[tuple[str, int, int]]:
    """Return the published list as the checks know it: name, tables, most columns."""
    return [
        (one.name, len(one.tables), max(len(t.columns) for t in one.tables))
        for one in SCHEMES.values()
    ]


LIST = [("small", 3, 3), ("full", 7, 3)]


def test_the_list_of_tables_is_as_it_was_reviewed():
    assert fixed_list() == LIST


def test_h10_a_table_outside_the_list_is_seen(monkeypatch):
    beside = Table("practice", "started", ("a", "b"), "", {"cells": 0})
    monkeypatch.setitem(
        tables.SCHEMES, ("small", 1), tables.Scheme("small", 1, (*SMALL.tables, beside))
    )

    assert fixed_list() != LIST


def test_h10_a_missing_equality_of_totals_is_seen(monkeypatch):
    monkeypatch.setattr(fitting, "same_totals", lambda scheme: [])
    wrong: list[str] = []
    for seed in range(8):
        measured = measure(FULL, programme(FULL, all_of(300), seed), 1)
        wrong += violations(FULL, fit(FULL, measured), measured)

    assert any("totals" in one for one in wrong)


def test_h10_another_source_of_chance_is_seen():
    with open(noise.__file__, encoding="utf-8") as file:
        text = file.read()
    mutant = text.replace("from secrets import", "from numpy.random import")

    assert sources_of_chance(mutant) & NEVER


def test_h10_a_second_release_is_stopped_by_the_database_too(released, monkeypatch):
    (made,) = Release.objects.all()
    monkeypatch.setattr(actions, "_check_period", lambda programme, period: None)
    system = User.objects.system()
    period = actions.Period(made.starts_on, made.ends_on)

    with (
        pytest.raises(DatabaseError, match="release_"),
        standing_at(whole(released.programme, system)),
        transaction.atomic(),
    ):
        actions.make_release(programme=released.programme, by=system, period=period)


@pytest.mark.parametrize("where", ["text", "tooltip"])
def test_h10_a_live_count_is_seen(released, where):
    def live(request: HttpRequest) -> HttpResponse:
        with standing_at(whole(released.programme, User.objects.system())):
            count = Trajectory.objects.filter(outcome="s_ggz").count()
        page = f"<p>{count}</p>" if where == "text" else f'<p title="{count}">~5</p>'
        return HttpResponse(page)

    before = live(HttpRequest()).content
    change_children(released)

    # The comparison of test_h7 finds it.
    assert live(HttpRequest()).content != before
