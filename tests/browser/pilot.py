"""How does a year pass in a small pilot, so that its people can walk through it?

Teststad's cast as one programme, on a copy of the demo town whose buttons sign them in.
What people do is done in the browser (test_pilot_year). In bulk, by the acts and rows
that tests of publication use, come only: the trajectories of three quarters, the nights
that published them, and the second interim round.

python -m tests.browser.pilot SEASON          (DICHTBIJ_DATABASE says which)
"""

import re
import sys
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from types import SimpleNamespace
from typing import Self

from playwright.sync_api import Browser

from dichtbij import postgres
from tests import live
from tests.browser import browsing
from tests.browser.browsing import WIDE
from tests.browser.hands import watch
from tests.browser.walker import Walker

NAME, SLUG = "Pilot Teststad", "pilot-teststad"
AGREED_ON, STARTS_ON, ENDS_ON = (
    date(2026, 12, 15),
    date(2027, 1, 1),
    date(2027, 12, 31),
)
# When the server stands there; each quarter is published six weeks after its end.
OPENED_ON, FINAL_ON, DECIDED_ON = (
    date(2027, 5, 25),
    date(2027, 11, 16),
    date(2027, 12, 13),
)
MOMENTS = {
    "interim_1": date(2027, 6, 7),
    "interim_2": date(2027, 9, 6),
    "final": date(2027, 11, 22),
    "decision": DECIDED_ON,
}
SECOND_OPENED_ON = date(2027, 8, 24)
PUBLISHED_ON = {1: date(2027, 5, 14), 2: date(2027, 8, 13), 3: date(2027, 11, 12)}
# Solved in Noord, referred on from Noord, solved in Zuid: per quarter.
STORIES = ((48, {}), (14, {"outcome": "s_ggz", "sex": "2"}), (24, {"side": "zuid"}))
CAST = {
    "rosa": "projectleider-kampen",
    "bram": "teamleider-kampen",
    "gerda": "huisarts-kampen",
    "anna": "poh-kampen",
    "dirk": "gemeente-kampen",
}
# Words that no Dutch sentence has.
ENGLISH = re.compile(r".*\b(?:the|with|who|until|were|and)\b.*", re.IGNORECASE)


def at(day: date, hour: int = 9) -> datetime:
    """Return a moment of a day on which everybody works."""
    return datetime.combine(day, time(hour), tzinfo=UTC)


# --- in the browser -------------------------------------------------------------------


class Party(Walker):
    """One party in a window of its own; a page that is built like one seen is skipped.

    `judged` is shared by all parties: axe looks once at what is built alike.
    """

    def __init__(
        self, browser: Browser, server: live.Live, persona: str, judged: set[str]
    ) -> None:
        context = browsing.context_of(browser, server)
        self.hands = watch(context)
        super().__init__(context)
        self.persona, self.judged = persona, judged

    def sign_in(self) -> Self:
        """Choose who one is, and land where the role begins; counting starts there."""
        self.page.goto("/inloggen/")
        self.press(f"form[action='/demo/als/{self.persona}/'] button")
        self.hands.rest()
        return self

    def follow(self, name: str) -> Self:
        """Click a link by its words, and look at the page it leads to."""
        with self.page.expect_navigation():
            self.page.get_by_role("link", name=name, exact=True).first.click()
        return self.look()

    def send(self, name: str) -> Self:
        """Click a button by its words, and look at the page that answers."""
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=name, exact=True).first.click()
        return self.look()

    def look(self) -> Self:
        """Look a page over as the other walks do, with axe where it is new."""
        built = browsing.skeleton(self.page)
        if built in self.judged:
            found = [*browsing.shape_faults(self.page, WIDE), *self.listener.heard()]
            self.faults += [f"{self.page.url}: {fault}" for fault in found]
            self.read.append(self.page.content())
        else:
            self.judged.add(built)
            super().look()
        for said in ENGLISH.findall(self.page.inner_text("body")):
            self.faults.append(f"{self.page.url} speaks English: {said}")
        return self


@dataclass
class Year:
    """The server of the pilot, and the codes that its parties hand out on paper."""

    server: live.Live
    codes: dict[str, list[str]] = field(default_factory=dict)

    def pass_until(self, day: date, season: str = "") -> None:
        """Let time go by: what happened meanwhile is written, then one works again."""
        self.server.end()
        if season:
            live.python("-m", "tests.browser.pilot", season, on=self.server.database)
        self.server.now = at(day)
        self.server.start()


Walk = Callable[[Party, Year], Generator[None, None, None]]
Season = tuple[date, str, str]  # from which day, what came in bulk before, whose turns


@dataclass
class Lived:
    """How the year went: whose walk came to its end, and who stumbled, if anybody."""

    parties: dict[str, Party]
    finished: set[str] = field(default_factory=set)
    stumbled: str = ""
    why: Exception | None = None


def live_through(
    year: Year,
    browser: Browser,
    walks: Mapping[str, tuple[Walk, str]],
    course: Iterable[Season],
) -> Lived:
    """Let each party walk on at its turns; it ends where one of them cannot go on."""
    judged: set[str] = set()
    told = Lived(
        {
            name: Party(browser, year.server, persona, judged)
            for name, (_walk, persona) in walks.items()
        }
    )
    ahead = {name: walk(told.parties[name], year) for name, (walk, _) in walks.items()}
    for name in _turns(year, course):
        try:
            next(ahead[name], None)
        except Exception as stumble:
            told.stumbled, told.why = name, stumble
            break
    told.finished = {name for name, walk in ahead.items() if walk.gi_frame is None}
    return told


def _turns(year: Year, course: Iterable[Season]) -> Iterator[str]:
    """Yield whose turn it is, after the server was brought to that day."""
    for number, (day, season, names) in enumerate(course):
        if number:
            year.pass_until(day, season)
        yield from names.split()


@contextmanager
def begun() -> Iterator[Year]:
    """Yield the pilot before anything was agreed, on a server of its own."""
    database = live.copy_town()
    try:
        live.python("-m", "tests.browser.pilot", "found", on=database)
        with live.serving(now=at(AGREED_ON), database=database) as server:
            yield Year(server)
            assert not server.faults(), server.log.read_text()
    finally:
        live.drop(database)


# --- in the database ------------------------------------------------------------------


def found() -> None:
    """Write the cast, the buttons of the demo theirs; nobody was referred yet."""
    from dichtbij.organisations.models import User
    from dichtbij.programmes.models import Participation
    from dichtbij.shared import clock
    from dichtbij.shared.permissions import Role
    from tests.conftest import make_town, member

    with clock.at(at(AGREED_ON)):
        town = make_town()
        member(town, "rosa", Role.PROJECT_LEADER, town.municipality)
    town.programme.name, town.programme.slug = NAME, SLUG
    town.programme.starts_on = STARTS_ON
    town.programme.save()
    Participation.objects.filter(programme=town.programme).update(starts_on=STARTS_ON)
    User.objects.filter(persona__in=CAST.values()).update(persona="")
    for name, persona in CAST.items():
        User.objects.filter(email=f"{name}@teststad.example").update(persona=persona)


def spring() -> None:
    """Let the first quarter be helped, and the night publish it."""
    _quarter(1)


def autumn() -> None:
    """Let two more quarters go by, and the second round between them."""
    _quarter(2)
    _second_round()
    _quarter(3)


def _quarter(number: int) -> None:
    """Write the trajectories of a quarter as rows, and publish it in its night."""
    from dichtbij.insight.jobs import release_due
    from dichtbij.shared import clock
    from tests.insight.publication.crowd import Story, quarter, write

    first, last = quarter(number, STARTS_ON.year)
    town = _town()
    with clock.at(at(PUBLISHED_ON[number], 2)):
        for size, told in STORIES:
            days = (first.replace(day=1 + n % 28) for n in range(size))
            write(town, [Story(day, closed_on=last, **told) for day in days])
        (made,) = release_due(town.programme)
    assert not made.withheld


def _town() -> SimpleNamespace:
    """Return whom `crowd` asks for, as they stand in the database by now."""
    from dichtbij.organisations.models import Organisation, User
    from dichtbij.programmes.models import Programme

    town = SimpleNamespace(programme=Programme.objects.get(slug=SLUG))
    for name in ("anna", "carla", "gerda", "gijs"):
        setattr(town, name, User.objects.get(email=f"{name}@teststad.example"))
    for side in ("noord", "zuid"):
        for key, kind in (("employer", "Werkgever"), ("practice", "Praktijk")):
            named = Organisation.objects.get(name=f"{kind} {side.title()}")
            setattr(town, f"{key}_{side}", named)
    return town


def _second_round() -> None:
    from django.db import transaction

    from dichtbij.audit.doors import standing_at
    from dichtbij.evaluation.actions import close_round, open_round
    from dichtbij.evaluation.models import EvaluationRound
    from dichtbij.organisations.models import User
    from dichtbij.shared import clock

    leader = User.objects.get(persona=CAST["rosa"])
    second = EvaluationRound.objects.get(programme__slug=SLUG, kind="interim_2")
    with standing_at(leader.memberships.get().place()), transaction.atomic():
        with clock.at(at(SECOND_OPENED_ON)):
            open_round(
                evaluation_round=second,
                by=leader,
                releases=list(second.programme.releases.all()),
                reflections_until=MOMENTS["interim_2"],
            )
        with clock.at(at(MOMENTS["interim_2"])):
            close_round(evaluation_round=second, by=leader)


SEASONS = {"found": found, "spring": spring, "autumn": autumn}

if __name__ == "__main__":
    import django

    postgres.ensure_running()
    try:
        django.setup()
        SEASONS[sys.argv[1]]()
    finally:
        postgres.leave()
