"""H1 and H5 by HTTP: is every number that a municipality or anyone gets a released one?

All that the matrix opens to the municipality, and all that is open to strangers, with
every option that the code of those pages reads: pages, papers, tables, spreadsheets,
open data. Two ways. Each number is looked up among what was released, its sums and
percentages, or stands in the short list of reasons below. And the town gets other
children, with the same released cells: then every byte is the same, also where a line
is drawn. The negative controls let a number slip on purpose.
"""

import ast
import inspect
import random
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import cache
from itertools import product

import pytest
from django.db import connections, transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import trans_real

from dichtbij.agreements.models import Agreement, AgreementParty
from dichtbij.decisions.models import Decision
from dichtbij.evaluation.models import EvaluationRound, Reflection
from dichtbij.finance.models import Statement
from dichtbij.insight import released, released_figures
from dichtbij.insight.models import Release
from dichtbij.insight.publication import fitting, noise
from dichtbij.insight.publication.tables import AGES, BASE, CONSULTS, NO_SHOWS, WAITS
from dichtbij.insight.released import SMALL, percent, releases_of
from dichtbij.shared import clock
from dichtbij.shared.permissions import MATRIX, Role
from tests.attack import publication_world as world
from tests.attack.publication_reading import Said, numbers_in, texts_of
from tests.conftest import NOW, make_town
from tests.insight.publication.crowd import Story, write
from tests.test_house import routes

MUNICIPALITY = {Role.MUNICIPAL_OFFICER, Role.CONTRACT_MANAGER}
SLUG = "teststad"
# What stands behind the <uuid> of each address; a new address must be named here.
OBJECTS = {
    "agreement_pdf": Agreement, "agreement_scan": AgreementParty,
    "ask_practices": Decision, "decision": Decision, "decision_record": Decision,
    "evaluation_pdf": EvaluationRound, "evaluation_round": EvaluationRound,
    "figures_file": Release, "one_agreement": Agreement,
    "prepare_decision": EvaluationRound, "public_data": Release,
    "reflection": Reflection, "return_statement": Statement,
    "rewrite_decision": Decision, "settle_statement": Statement,
    "sign_agreement": Agreement, "statement": Statement, "statement_csv": Statement,
    "statement_pdf": Statement, "take_decision": Decision,
}  # fmt: skip
KINDS = {"figures_file": ("pdf", "csv", "ods"), "public_data": ("csv", "json")}
# Open to strangers, and about no programme: signing in, links, a secret calendar.
NOT_ABOUT_FIGURES = re.compile(
    "sign_in|account|mfa|invitation|personal_link|calendar_feed|voice|set_language|"
    "health|go_on|keep_draft"
)
# What an attacker would filter by, though no page reads it; none may do anything.
FILTERS = {
    "leeftijd": "8-11", "geslacht": "2", "vraag": "EMO", "praktijk": "Praktijk Noord",
    "uitkomst": "specialist", "van": "2025-01-01", "tot": "2025-02-01",
    "format": "json",
}  # fmt: skip
# In both tongues, short and long.
MONTH = "(?:jan|feb|mrt|maa|mar|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]*"
BANDS = "|".join(
    one.replace("-", "[-\u2013]").replace("+", r"(?:\+| (?:or more|of meer))")
    for one in (*AGES, *WAITS, *CONSULTS, *NO_SHOWS)
    if not one.isdecimal() and one[0].isdecimal()
)
# Numbers that are no figure about children, each with the reason.
REASONS = {
    "an address": r"https?://\S+|(?<=@value: )/\S*",
    "a day": rf"(?i)\b\d{{1,2}} {MONTH}\.? \d{{4}}|\d{{4}}-\d\d-\d\d(?:T[\d:.+Z]+)?",
    "a month, a term": rf"(?i)\b{MONTH} \d{{4}}\b|\b\d{{4}}-\d\d\b",
    "a period": r"(?i)(?:quarter |kwartaal )?\d?e?\s?(?:kwartaal |half(?:jaar)? )?"
    r"(?:helft )?\b(?:of|van)\s\d{4}\b",
    "when a paper was set": r"D:\d{14}Z|Typst [\d.]+",
    "an id, a hash or the start of one": r"\b[0-9a-f]{8}-[0-9a-f-]{27}\b|"
    r"\b[0-9a-f]{64,128}\b|\b(?=[a-f]*\d)[0-9a-f]{16}\b|-[\d-]*[0-9a-f]{8}\.\w{3,4}\b|"
    r"\b(?:SHA|sha)-256\b",
    "a band of a table, which the list fixes": rf"(?<!\d)(?:{BANDS})(?!\d)|"
    r"[Tt]urned 18\b|\b18 geworden",
    "a part or page of a paper": r"(?m)^\d{1,2}\. |(?:Bladzijde|Page) \d (?:van|of) \d|"
    r"(?:deel|part) \d{1,2}\b",
    "a head of a part in a paper": r"\b(?:[1-9]|1[01])\. (?=[A-Z])",
    "furniture of a page": r"^(?:meta@content|button@popover\S*): .*|"
    r"^input@value: [0-9a-f]{32}$|[Vv]ersion 0\.1\.0|EUPL-1\.2",
    "a mark on an axis, in fives": r"^tick: \d*[05]%?$|\b0(?: \d*[05]){3,}(?= )",
    "how far rounding and noise reach, by the manifest": (
        r"(?:between|tussen|may be|kan dat) \d+% (?:and|en|to|tot) \d+%|"
        r"(?:differ by|ten hoogste) \d+"
    ),
    "practices, their votes and their agreements: no child": (
        r"\d+ (?:of|van)(?: the| de)? \d+ (?:GP )?(?:practices|huisartsenpraktijken)|"
        r"(?:Van|van) de \d+ huisartsenpraktijken op de lijst doen er \d+ mee|"
        r"(?:pilot|families|gezinnen): \d|\d praktijken leverden|\d practices returned|"
        r"(?:Overeenkomst|Agreement) \w+ [Vv]ersi(?:on|e) \d"
    ),
    "a grade that an organisation gave, and of how many": (
        r"(?:\d[,.]\d \(\d+(?:[-\u2013]\d+)?\)\. )?(?:Asked|Gevraagd): \d+; \D*: \d+|"
        r"\d[,.]\d \(\d+(?:[-\u2013]\d+)?\)|(?i:grade|cijfer):? \d"
    ),
    "the plan of analysis, written before": (
        r"\d+% (?:is|is the|is het) |(?i:version|versie) \d|"
        r"\d+ (?:working days|werkdagen)|(?:norm|Norm): \d+|1[.,]000"
    ),
    "money that people gave": r"€ ?[\d.,]+",
}
EXPLAINED = [re.compile(pattern) for pattern in REASONS.values()]
# What explains a whole cell, on one page only.
ONLY_HERE = {
    "public_programmes": re.compile(r"20\d\d|\d"),  # a year, how many programmes
}
# Pages of sums over several releases.
OVER_RELEASES = ("evaluation", "decision", "public_programmes")
# Whole pages of numbers that belong to organisations (R29, R30): no child is behind
# them, as the comparison of two towns shows.
OF_ORGANISATIONS = {
    "participation": "counts of practices on a list (R29)",
    "agreements": "terms that were agreed",
    "one_agreement": "terms that were agreed",
    "agreement_pdf": "terms that were agreed",
    "agreement_scan": "a scan of a signature",
    "sign_agreement": "terms that were agreed",
    "hours": "totals of an agreement and a month (R30)",
    "statement": "totals of an agreement and a month (R30)",
    "statement_pdf": "totals of an agreement and a month (R30)",
    "statement_csv": "totals of an agreement and a month (R30)",
    "decision_record": "words and votes of organisations, and hashes",
    "evaluation_plan": "what was written down before anybody saw a figure",
    "indicators": "definitions, with worked examples and their sources",
    "reflection": "a form with grades from 1 to 10",
    "choose_membership": "where oneself works",
}


# --- the town, and all that one may ask of it -----------------------------------------


@contextmanager
def seen_by_stats() -> Iterator[None]:
    """Let the stats role look through the connection of this test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            connections._connections, "stats", connections["default"], raising=False
        )
        yield


@contextmanager
def the_same_chance() -> Iterator[None]:
    """Let each run attack the same releases: what is found can be found again."""
    with pytest.MonkeyPatch.context() as patch:
        chance = random.Random(world.CHANCE)
        patch.setattr(noise, "randbelow", chance.randrange)
        patch.setattr(fitting, "randbelow", chance.randrange)
        yield


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        with (
            seen_by_stats(),
            the_same_chance(),
            clock.at(NOW),
            translation.override("en"),
        ):
            town = world.build(make_town())
        yield town
        transaction.set_rollback(True)


@pytest.fixture
def town(built):
    """Return the town while its round is open; nothing of a test stays."""
    with transaction.atomic(), seen_by_stats():
        yield built
        transaction.set_rollback(True)


def municipal_routes() -> dict[str, object]:
    """Return what the matrix opens to the municipality and what is open to anyone."""
    found = {}
    for _address, entry in routes():
        roles = MATRIX.get(getattr(entry.callback, "permission", None), {})
        is_open = getattr(entry.callback, "open_reason", "")
        if MUNICIPALITY & set(roles) or is_open:
            found[entry.name] = entry
    return {k: v for k, v in found.items() if not NOT_ABOUT_FIGURES.search(k)}


ROUTES = municipal_routes()


def parts_of(name: str) -> list[dict[str, object]]:
    """Return every way to fill in the address of a route."""
    pattern = str(ROUTES[name].pattern)
    kwargs: dict[str, tuple] = {}
    if "<slug:slug>" in pattern:
        kwargs["slug"] = (SLUG,)
    if "<slug:code>" in pattern:
        kwargs["code"] = ("no_referral",)
    if "<slug:kind>" in pattern:
        kwargs["kind"] = KINDS[name]
    if "<uuid:uuid>" in pattern:
        rows = OBJECTS[name].objects.order_by("pk")
        kwargs["uuid"] = tuple(rows.values_list("uuid", flat=True))
    return [dict(zip(kwargs, one, strict=True)) for one in product(*kwargs.values())]


def addresses() -> Iterator[tuple[str, str]]:
    for name in sorted(ROUTES):
        for kwargs in parts_of(name):
            yield name, reverse(name, kwargs=kwargs)


def modules_of(callback: object) -> set[str]:
    """Return the module of a view, and all of the portal that it imports."""
    waiting = [inspect.getmodule(inspect.unwrap(callback)).__name__]
    found: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in found or not name.startswith("dichtbij.portal."):
            continue
        found.add(name)
        tree = ast.parse(inspect.getsource(sys.modules[name]))
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [f"{node.module}.{alias.name}" for alias in node.names]
                waiting += [one for one in (node.module, *names) if one in sys.modules]
    return found


def options_read(source: str) -> set[str]:
    """Return the parameters of an address that a text reads; "*" for any of them."""
    found: set[str] = set()
    tree = ast.parse(source)
    asks = [
        n for n in ast.walk(tree) if isinstance(n, ast.Attribute) and n.attr == "GET"
    ]
    named = 0
    for node in ast.walk(tree):
        inner = None
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            of = node.func.value
            if isinstance(of, ast.Attribute) and of.attr == "GET" and node.args:
                inner = node.args[0]
        if isinstance(node, ast.Subscript):
            of = node.value
            if isinstance(of, ast.Attribute) and of.attr == "GET":
                inner = node.slice
        if isinstance(inner, ast.Constant):
            named += 1
            found.add(str(inner.value))
    return found | ({"*"} if named < len(asks) else set())


@cache
def options() -> dict[str, set[str]]:
    """Return per route the options that its code reads."""
    return {
        name: set().union(
            *(
                options_read(inspect.getsource(sys.modules[one]))
                for one in modules_of(entry.callback)
            )
        )
        for name, entry in ROUTES.items()
    }


def asked(name: str) -> list[dict[str, str]]:
    """Return queries to try on a route: options it reads, and filters it does not."""
    release, other, *_ = Release.objects.values_list("uuid", flat=True)
    of_round = EvaluationRound.objects.get(kind="interim_1").uuid
    tried = [
        {option: str(one)}
        for option in sorted(options()[name])
        for one in (release, other, of_round, "1")
    ]
    tried += [{option: one} for option, one in FILTERS.items()]
    return [*tried, FILTERS]


# --- H1: each number is a released one ------------------------------------------------


def sums_of(cells: list[int]) -> set[int]:
    found = {0}
    for one in cells:
        found |= {one + other for other in found}
    return found


class Allowed:
    """The numbers that follow from what was released, and nothing smaller than ten."""

    def __init__(self, tables: list[tuple[dict[str, int], list[int]]]) -> None:
        self.counts: set[int] = set()
        self.percents: set[int] = set()
        for rows, cells in tables:
            self.counts |= sums_of(cells)
            total, sums = sum(rows.values()), sums_of(list(rows.values()))
            out = sums_of(
                [rows.get(one, 0) for one in ("moved", "aged_out", "missing")]
            )
            for count, left in product(sums, out):
                share = percent(count, total - left)
                if SMALL <= count <= total - left and share is not None:
                    self.percents.add(share)
        self.counts = {one for one in self.counts if one >= SMALL}

    def __contains__(self, said: Said) -> bool:
        number = said.number.lstrip("~")
        if number == f"<{SMALL}":
            return True
        if number.endswith("%"):
            return number[:-1].isdecimal() and int(number[:-1]) in self.percents
        return number.isdecimal() and int(number) in self.counts


def allowed(programme_id: int) -> tuple[Allowed, Allowed]:
    """Return what a page of releases may say, and what a report of all of them may."""
    releases = releases_of(programme_id)
    single, together = [], {}
    for one in releases:
        for table in one.tables.values():
            rows = {row: table.count(row) for row in table.rows}
            inner = [
                table.count(r, c) for r in table.rows for c in table.columns or ("",)
            ]
            single.append((rows, inner))
            summed = together.setdefault(table.code, dict.fromkeys(table.rows, 0))
            for row, count in rows.items():
                summed[row] += count
    return Allowed(single), Allowed([(t, list(t.values())) for t in together.values()])


def literals() -> list[str]:
    """Return the pieces of our own texts that hold a number: those are no figures."""
    found: set[str] = set()
    for key, value in trans_real.translation("nl")._catalog.items():
        for text in (key[0] if isinstance(key, tuple) else key, value):
            whole = " ".join(str(text).split("\x04")[-1].replace("%%", "%").split())
            for piece in re.split(r"%\(\w+\)[sd]|%[sd]|\{\w*\}|<[^>]+>", whole):
                if len(piece.strip()) >= 12 and re.search(r"\d", piece):
                    found.add(piece.strip())
    return sorted(found, key=len, reverse=True)


LITERALS = literals()


@cache
def unexplained(text: str) -> str:
    """Return a text without the numbers that are no figure about children."""
    for piece in LITERALS:
        if piece in text:
            text = text.replace(piece, " \u2026 ")
    for pattern in EXPLAINED:
        text = pattern.sub(" \u2026 ", text)
    return text


def said_in(name: str, answer: object) -> list[Said]:
    """Return the numbers in an answer that may be figures about children."""
    said = numbers_in([unexplained(one) for one in texts_of(answer)], name)
    here = ONLY_HERE.get(name)
    return [one for one in said if not (here and here.fullmatch(one.words))]


def strange_in(name: str, answer: object, known: tuple[Allowed, Allowed]) -> list[str]:
    """Return the numbers in an answer that nothing explains."""
    if name in OF_ORGANISATIONS:
        return []
    of = known[name.startswith(OVER_RELEASES)]
    return [
        f"{one.place}: {one.number} in '{one.words}'"
        for one in said_in(name, answer)
        if one not in of
    ]


def everything(browser: object) -> Iterator[tuple[str, str, object]]:
    """Yield route, address and answer of all there is."""
    for name, address in addresses():
        answer = browser.get(address)
        if answer.status_code == 200:
            yield name, address, answer


def test_every_address_of_the_municipality_is_asked_here(town):
    with_object = {n for n, e in ROUTES.items() if "<uuid:uuid>" in str(e.pattern)}

    assert with_object == set(OBJECTS)
    assert len(ROUTES) >= 30


def test_h1_every_number_in_every_page_and_file_is_released(town, sign_in):
    world.conclude(town)
    known, kinds, strange = allowed(town.programme.pk), set(), []

    for who in (town.dirk, town.mara):
        for name, address, answer in everything(sign_in(who)):
            kinds.add((name, answer.headers["Content-Type"].split(";")[0]))
            strange += [f"{address} {one}" for one in strange_in(name, answer, known)]

    assert not strange, "\n".join(dict.fromkeys(strange))
    read = {kind for _name, kind in kinds}
    assert {"text/html", "text/csv", "application/pdf", "application/json"} <= read
    assert any("opendocument" in kind for kind in read)
    assert any("ld+json" in kind for kind in read)


def test_h1_would_see_what_is_true_of_the_children(town):
    """A check that lets every number pass proves nothing."""
    known, _ = allowed(town.programme.pk)
    true = {n for counts in town.truth.values() for n in counts.values() if n >= SMALL}

    seen = [n for n in true if Said(str(n), "", "") not in known]

    assert len(seen) >= 0.6 * len(true), (len(seen), len(true))
    assert len(known.percents) < 70


# --- other children, the same released cells: the same bytes --------------------------

# New for each answer: the token against forged forms, the key of a form.
ONCE = re.compile(rb'(?=[a-z0-9]*[A-Z])[A-Za-z0-9]{64}|name="once"[^>]*')
# Made at random when a decision is prepared, and the hash of its record.
OWN = re.compile(
    rb"\b[0-9a-f]{8}\.json|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}|\b[0-9a-f]{64}\b"
)


def bytes_of(answer: object) -> tuple[bytes, ...]:
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    heads = sorted(
        f"{key}: {value}".encode()
        for key, value in answer.headers.items()
        if key not in ("Content-Security-Policy", "Content-Length")
    )
    return tuple(OWN.sub(b"", ONCE.sub(b"", one)) for one in (body, *heads))


def all_bytes(town, sign_in, client) -> dict[str, tuple[bytes, ...]]:
    """Return everything, also what an empty form is answered, by kind of address."""
    found: dict[str, tuple[bytes, ...]] = {}
    for who in (town.dirk, None):
        browser = sign_in(who) if who else client
        if who is None:
            client.logout()
            client.cookies["django_language"] = "en"
        for number, (name, address) in enumerate(addresses()):
            found[f"{who} {name} {number}"] = bytes_of(browser.get(address))
            if not address.endswith("/") or who is None:
                continue
            with transaction.atomic():
                once = {"once": f"00000000-0000-4000-8000-{number:012}"}
                found[f"{who} posts {name} {number}"] = bytes_of(
                    browser.post(address, once)
                )
                transaction.set_rollback(True)
    return found


def in_a_town(town, sign_in, client, change=None) -> dict[str, tuple[bytes, ...]]:
    """Return everything of the town after its round was reported; undo it all."""
    with transaction.atomic():
        if change is not None:
            change(town)
        world.conclude(town)
        found = all_bytes(town, sign_in, client)
        transaction.set_rollback(True)
    return found


def test_h7_h9_other_children_give_the_same_bytes_everywhere(town, sign_in, client):
    mine = in_a_town(town, sign_in, client)

    others = in_a_town(town, sign_in, client, world.change_children)

    assert len(mine) > 80
    assert mine.keys() == others.keys()
    assert not [place for place, told in mine.items() if told != others[place]]


# --- H5: the three differencing attacks, with every option ----------------------------


def test_the_options_are_those_that_the_code_reads():
    read = set().union(*options().values())

    assert {"periode", "ronde"} <= read
    assert "*" not in read, "a page reads any option: this test cannot list them"
    assert read <= {"periode", "ronde", "kwartaal", "stap", "praktijk", "code", "maand"}


def counts_in(name: str, answer: object) -> list[int]:
    """Return the counts that an answer says, in order."""
    found = said_in(name, answer)
    return [int(one.number) for one in found if one.number.isdecimal()]


def test_h5_subtracting_any_two_answers_never_gives_one_to_four(town, sign_in):
    """Attack 1: each option of each route, and the difference of any two numbers.

    An option that is no period changes no number at all: it separates nobody.
    """
    world.conclude(town)
    browser, numbers, answers, done = sign_in(town.dirk), set[int](), 0, set[str]()
    small = {n for counts in town.truth.values() for n in counts.values() if 0 < n < 5}

    for name, address, plain in everything(browser):
        if name in OF_ORGANISATIONS:
            continue
        numbers |= set(counts_in(name, plain))
        forms = re.findall(
            rb'<form(?![^>]*method="(?:post|dialog)")[^>]*>', plain.content
        )
        assert not forms, f"{address} asks in a form: list what may be asked"
        if (name, address[-4:]) in done or address.endswith(".pdf"):
            continue
        done.add((name, address[-4:]))
        for query in asked(name):
            answer = browser.get(address, query)
            assert answer.status_code in (200, 404), (address, query)
            if answer.status_code == 404:
                continue
            answers += 1
            numbers |= set(counts_in(name, answer))
            if "periode" not in query:
                same = counts_in(name, plain)
                assert counts_in(name, answer) == same, (address, query)

    assert answers > 100
    assert small == {1, 2, 3, 4}  # there is much to find
    assert len(numbers) > 10
    differences = {one - other for one in numbers for other in numbers}
    assert not {n for n in numbers | differences if n % BASE}
    assert not differences & small


def test_h5_polling_every_day_sees_nothing_move_until_the_next_release(
    town, sign_in, client
):
    """Attack 2: a child a day, a look a day; who moves a cell alone would be known."""
    browser, moved, n = sign_in(town.dirk), 0, 12
    looked = ("figures", "figures_file", "public_programme", "public_data")
    places = [(a, b) for a, b in addresses() if a in looked and not b.endswith("pdf")]
    with clock.at(NOW):
        before = [counts_in(name, browser.get(at)) for name, at in places]

    for day in range(1, n + 1):
        with clock.at(NOW + timedelta(days=day)):
            write(town, [Story((NOW + timedelta(days=day)).date(), sex="2")])
            client.logout()
            client.cookies["django_language"] = "en"
            sign_in(town.dirk)
            now = [counts_in(name, browser.get(at)) for name, at in places]
        moved += now != before

    # Each of these children would be named by its day; the attack names none of n.
    assert moved == 0, f"{moved} of {n} days moved a number"
    assert sum(map(len, before)) > 100


def test_h5_averaging_many_answers_gives_one_answer(town, sign_in):
    """Attack 3: with noise per question an average of 400 gave every count exactly."""
    world.conclude(town)
    browser, n = sign_in(town.dirk), 100
    (newest, *_) = releases_of(town.programme.pk)
    address = reverse("figures_file", args=[newest.uuid, "csv"])
    queries = [one for one in asked("figures_file") if "ronde" not in one]

    answers = {
        browser.get(address, queries[turn % len(queries)]).content for turn in range(n)
    }

    assert len(answers) == 1
    # What is left is guessing from the rounded value alone: that is the true count in
    # few cells (margin: 5 sigma).
    true = town.truth[str(newest.uuid)]
    guessed = [(newest.tables[t].count(*key), n) for (t, key), n in true.items() if n]
    right, of = sum(one == other for one, other in guessed), len(guessed)
    exact = (
        0.3  # P(no noise at all) at the largest share of eps = 2, tanh(0.8 / 2) = .38
    )
    assert right <= of * exact + 5 * (of * exact * (1 - exact)) ** 0.5, (right, of)


# --- H10: a number that slips turns a check red ---------------------------------------


def strange_now(town, browser, names: set[str]) -> set[str]:
    """Return the addresses, by kind, in which something strange stands now."""
    known, found = allowed(town.programme.pk), set()
    for name, address in addresses():
        if name in names:
            answer = browser.get(address)
            assert answer.status_code == 200, address
            if strange_in(name, answer, known):
                found.add(f"{name} {address.rpartition('.')[2].strip('/')[-12:]}")
    return found


def test_h10_a_count_that_is_not_rounded_is_seen_in_every_form(
    town, sign_in, monkeypatch
):
    browser = sign_in(town.dirk)
    monkeypatch.setattr(released, "shown", lambda count: str(count + 13))

    found = strange_now(town, browser, {"figures_file", "public_data"})

    for kind in ("pdf", "csv", "ods"):
        assert f"figures_file {kind}" in found, found
    for kind in ("csv", "json"):
        assert f"public_data {kind}" in found, found


def test_h10_a_true_percentage_is_seen(town, sign_in, monkeypatch):
    browser = sign_in(town.dirk)
    known, _ = allowed(town.programme.pk)
    exact = next(one for one in range(30, 99) if one not in known.percents)
    monkeypatch.setattr(released_figures, "percent", lambda count, of: exact)

    assert len(strange_now(town, browser, {"figures", "public_programme"})) == 2


@pytest.mark.parametrize(
    "planted",
    [
        "<p>{n} children</p>",
        '<td title="{n} children">~60</td>',
        "<svg><title>{n}</title></svg>",
        '<span aria-label="{n} kinderen"></span>',
        '<div data-count="{n}"></div>',
        '<option value="{n}">Alle</option>',
        '<text text-anchor="end">{n}</text>',
    ],
)
def test_h10_a_count_in_a_text_a_tooltip_or_a_drawing_is_seen(town, client, planted):
    from django.http import HttpResponse

    known = allowed(town.programme.pk)
    page = HttpResponse(f"<main>{planted.format(n=63)}</main>")

    assert strange_in("figures", page, known)
    assert not strange_in("figures", HttpResponse("<main></main>"), known)


def test_h10_a_page_that_counts_now_changes_its_bytes(
    town, sign_in, client, monkeypatch
):
    """The comparison of two towns sees a number that nothing else would: a multiple of
    five, shown where only a line is drawn."""
    from dichtbij.portal.public import views

    kept = views._kept

    def leaking(answer):
        from dichtbij.audit.doors import standing_at
        from dichtbij.care.models import Trajectory
        from dichtbij.insight.jobs import whole
        from dichtbij.organisations.models import User

        with standing_at(whole(town.programme, User.objects.system())):
            count = Trajectory.objects.filter(outcome="s_ggz").count()
        answer.content += f'<path d="M0 {5 * (count // 5)}"/>'.encode()
        return kept(answer)

    monkeypatch.setattr(views, "_kept", leaking)
    monkeypatch.setattr(
        sys.modules[__name__],
        "ROUTES",
        {"public_programme": ROUTES["public_programme"]},
    )
    mine = in_a_town(town, sign_in, client)

    assert mine != in_a_town(town, sign_in, client, world.change_children)


def test_h10_a_page_that_reads_any_option_is_seen():
    assert options_read("form = Filter(request.GET)") == {"*"}
    assert options_read("request.GET.get('leeftijd', '')") == {"leeftijd"}
    assert options_read("request.GET['sex']") == {"sex"}
