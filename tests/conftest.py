"""The cast (house style 8): who works where in a small invented town.

Noord and Zuid are two practices of one programme with an employer each. anna is the
practitioner of Noord, bram its team lead, gerda its GP, henk its assistant; carla is
the practitioner of Zuid and must see nothing of Noord; gijs is Zuid's GP; dirk is the
municipality's policy officer: totals only; ella administers the platform.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, date, datetime, time, timedelta
from types import SimpleNamespace

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import setup_databases, teardown_databases
from django.utils import translation
from playwright.sync_api import Browser

from dichtbij.audit import log
from dichtbij.audit.doors import standing_at
from dichtbij.audit.models import Entry
from dichtbij.clients.actions import NewChannel, NewChild
from dichtbij.organisations.models import Membership, Municipality, Organisation, User
from dichtbij.programmes.models import (
    ListedPractice,
    Participation,
    Programme,
    ProgrammeMunicipality,
)
from dichtbij.scheduling.actions import book_appointment, refer_child
from dichtbij.scheduling.models import PracticeDay, Room
from dichtbij.scheduling.openings import free_slots
from dichtbij.shared import clock
from dichtbij.shared.permissions import Role
from tests import live
from tests.browser import browsing

# A Tuesday, 10:00 in Amsterdam; every test stands here unless it says otherwise.
NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker) -> Iterator[None]:
    """Make the test database as its owner; the app role only uses it.

    Without `aliases` the tests would run on a real database (house style 5).
    """
    with django_db_blocker.unblock():
        made = setup_databases(verbosity=0, interactive=False, aliases={"owner"})
    yield
    with django_db_blocker.unblock():
        for alias in ("default", "stats"):
            connections[alias].close()
        _close_others()
        left = _left_behind()
        teardown_databases(made, verbosity=0)
    assert not left, f"a test committed what later tests then met: {left}"


def _left_behind() -> list[str]:
    """Return the programmes that still stand when every test is over."""
    with live.superuser(os.environ["DICHTBIJ_TEST_DATABASE"]) as judge:
        found = judge.execute("SELECT slug FROM dichtbij_programme").fetchall()
    return [slug for (slug,) in found]


def _close_others() -> None:
    """End what threads of tests left open: it would keep the database from going."""
    with live.superuser() as judge:
        judge.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = %s AND usename IN ('dichtbij_app', 'dichtbij_stats')",
            [os.environ["DICHTBIJ_TEST_DATABASE"]],
        )


@pytest.fixture(autouse=True)
def tuesday_morning() -> Iterator[None]:
    with clock.at(NOW), translation.override("en"):
        yield


@pytest.fixture
def published(db, monkeypatch) -> None:
    """Let the stats role look through this test's connection, which sees its rows.

    That it may read releases alone is shown without this (tests/test_walls.py).
    """
    # Its own session ends first: nobody would, once it is set aside.
    connections["stats"].close()
    monkeypatch.setattr(connections._connections, "stats", connections["default"])


@pytest.fixture
def town(db) -> SimpleNamespace:
    """A programme with two practices, two employers and the cast."""
    return make_town()


def make_town() -> SimpleNamespace:
    """Make the town that each test finds, in the transaction that is open."""
    programme = Programme.objects.create(
        slug="teststad",
        name="Teststad",
        phase=Programme.Phase.PILOT,
        starts_on=date(2025, 1, 1),
        school_region=Programme.Region.NORTH,
    )
    kampen = Municipality.objects.get(code="0166")
    ProgrammeMunicipality.objects.create(programme=programme, municipality=kampen)
    made = SimpleNamespace(programme=programme, municipality_area=kampen)
    made.municipality = Organisation.objects.create(
        kind=Organisation.Kind.MUNICIPALITY, name="Gemeente Teststad"
    )
    made.platform = Organisation.objects.create(
        kind=Organisation.Kind.PLATFORM, name="Platform"
    )
    for side in ("noord", "zuid"):
        _make_side(made, side)
    made.dirk = member(made, "dirk", Role.MUNICIPAL_OFFICER, made.municipality)
    made.petra = member(made, "petra", Role.PRIVACY_OFFICER, made.employer_noord)
    made.ella = member(made, "ella", Role.PLATFORM_ADMIN, made.platform, None)
    return made


def _make_side(made: SimpleNamespace, side: str) -> None:
    people = {
        "noord": {"practitioner": "anna", "lead": "bram", "gp": "gerda"},
        "zuid": {"practitioner": "carla", "lead": "cees", "gp": "gijs"},
    }[side]
    employer = Organisation.objects.create(
        kind=Organisation.Kind.EMPLOYER, name=f"Werkgever {side.title()}"
    )
    practice = Organisation.objects.create(
        kind=Organisation.Kind.PRACTICE,
        name=f"Praktijk {side.title()}",
        agb_code="01000001",
        municipality=made.municipality_area,
    )
    participation = Participation.objects.create(
        programme=made.programme,
        practice=practice,
        holder=employer,
        starts_on=date(2025, 1, 1),
    )
    ListedPractice.objects.create(
        programme=made.programme,
        practice=practice,
        source="Invented list",
        listed_on=date(2026, 1, 1),
    )
    room = Room.objects.create(practice=practice, name="kamer 2")
    practitioner = member(made, people["practitioner"], Role.PRACTITIONER, employer)
    for weekday in (1, 3):  # Tuesday and Thursday
        PracticeDay.objects.create(
            programme=made.programme,
            holder=employer,
            practice=practice,
            practitioner=practitioner,
            room=room,
            weekday=weekday,
            starts=time(9),
            ends=time(12, 45),
            valid_from=date(2025, 1, 1),
        )
    setattr(made, people["practitioner"], practitioner)
    setattr(
        made, people["lead"], member(made, people["lead"], Role.TEAM_LEAD, employer)
    )
    setattr(made, people["gp"], member(made, people["gp"], Role.GP, practice))
    if side == "noord":
        made.henk = member(made, "henk", Role.PRACTICE_ASSISTANT, practice)
    for name, value in (
        ("employer", employer),
        ("practice", practice),
        ("participation", participation),
        ("room", room),
    ):
        setattr(made, f"{name}_{side}", value)


def member(
    made: SimpleNamespace,
    name: str,
    role: str,
    organisation: Organisation,
    programme: Programme | None = ...,
) -> User:
    """Make an active member of the cast; `user.membership` is where they stand."""
    user = User.objects.create_user(f"{name}@teststad.example", name.title())
    user.membership = Membership.objects.create(
        user=user,
        organisation=organisation,
        programme=made.programme if programme is ... else programme,
        role=role,
        state=Membership.State.ACTIVE,
        since=NOW,
    )
    return user


@pytest.fixture
def anna(town) -> User:
    return town.anna


@pytest.fixture
def bram(town) -> User:
    return town.bram


@pytest.fixture
def carla(town) -> User:
    return town.carla


@pytest.fixture
def dirk(town) -> User:
    return town.dirk


@pytest.fixture
def ella(town) -> User:
    return town.ella


@pytest.fixture
def gerda(town) -> User:
    return town.gerda


@pytest.fixture
def gijs(town) -> User:
    return town.gijs


@pytest.fixture
def henk(town) -> User:
    return town.henk


@pytest.fixture
def stand_as(db) -> Iterator[Callable[[User], None]]:
    """Stand where this member of the cast stands; calling again moves there."""
    with ExitStack() as places:

        def move(user: User) -> User:
            places.close()
            places.enter_context(standing_at(user.membership.place()))
            return user

        yield move


def child(**changes) -> NewChild:
    """Return an invented child of ten with a mother's telephone and mail."""
    told = {
        "given_name": "Fictief",
        "family_name": "Voorbeeldkind",
        "birth_date": date(2015, 6, 1),
        "postcode": "8261 AA",
        "channels": (
            NewChannel("parent_1", "telephone", "06-00000001"),
            NewChannel("parent_1", "email", "ouder@teststad.example"),
        ),
    }
    return NewChild(**(told | changes))


@pytest.fixture
def make_referral(town, stand_as):
    """Refer a child from Noord, by gerda unless said otherwise; stand there after."""

    def make(by: User | None = None, **changes):
        by = stand_as(by or town.gerda)
        side = "zuid" if by == town.gijs else "noord"
        told = {
            "child": child(**changes.pop("child", {})),
            "questions": ["EMO-ANG"],
            "sentence": "Slaapt slecht sinds de zomer.",
            "giver": "parents",
        }
        return refer_child(
            participation=getattr(town, f"participation_{side}"),
            by=by,
            **(told | changes),
        )

    return make


@pytest.fixture
def make_appointment(town, make_referral):
    """Book the first free time for a new referral, by gerda."""

    def make(referral=None, **changes):
        referral = referral or make_referral(**changes)
        slot = free_slots(
            programme=town.programme, practice_id=referral.practice_id, limit=1
        )[0]
        return book_appointment(referral=referral, by=referral.sent_by, slot=slot)

    return make


@pytest.fixture
def entries():
    """Return the log so far, the lines that wait included."""

    def read(**criteria):
        log.write()
        return list(Entry.objects.filter(**criteria).order_by("id"))

    return read


@pytest.fixture
def client() -> Client:
    """Return a browser that came by https, as everyone in production does.

    Its person reads English, so that tests read like the code.
    """
    return english_browser()


def english_browser() -> Client:
    """Return a browser that came by https and whose person reads English."""
    browser = Client(headers={"x-forwarded-proto": "https"})
    browser.cookies["django_language"] = "en"
    return browser


@pytest.fixture
def sign_in(client):
    """Sign a member of the cast in to Django's test client and return it."""

    def enter(user: User):
        return admit(client, user)

    return enter


def admit(browser: Client, user: User) -> Client:
    """Sign a member of the cast in, with a second factor that was shown just now."""
    browser.force_login(user)
    session = browser.session
    session["membership"] = str(user.membership.uuid)
    session["second_factor"] = True
    session["shown"] = int(clock.now().timestamp())
    session.save()
    return browser


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Yield the one browser of a run: a second loop in this thread is refused.

    Its loop runs here until the end, in any order of tests; Django would take every
    later query for one of that loop. It is not, so we say so.
    """
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with browsing.chromium() as browser:
        yield browser
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


def minutes(count: int) -> timedelta:
    return timedelta(minutes=count)
