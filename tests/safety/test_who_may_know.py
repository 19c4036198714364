"""Who may know of a concern at all? Rows, code and figures (LR-93)."""

import ast
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import connection, transaction

import dichtbij
from dichtbij.audit.asking import asking
from dichtbij.audit.doors import standing_at
from dichtbij.safety import counting
from dichtbij.safety.counting import count_started
from dichtbij.safety.models import Concern, ConcernStep
from dichtbij.safety.reading import without_owner
from dichtbij.shared import clock
from dichtbij.shared.permissions import EMERGENCY_OPENS, Permission, Role
from dichtbij.shared.walls import Standing
from tests.conftest import NOW

PACKAGE = Path(dichtbij.__file__).parent
# Who may import the domain: its own pages, the guard of transitions, closing help, the
# list of tables, and the town that is made by acts.
MAY_IMPORT = ("safety/", "portal/staff/", "transitions/", "care/actions.py",
              "models.py", "demo/")  # fmt: skip


def test_nothing_else_imports_the_domain():
    guilty = []
    for path in PACKAGE.rglob("*.py"):
        place = str(path.relative_to(PACKAGE))
        if place.startswith(MAY_IMPORT) or "migrations" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            names = [a.name for a in getattr(node, "names", [])]
            module = getattr(node, "module", "") or ""
            if any("dichtbij.safety" in n for n in [module, *names]):
                guilty.append(place)

    assert guilty == []


def test_the_figure_is_a_number_and_nothing_else_leaves(town, make_concern):
    make_concern()
    year = (date(2026, 1, 1), date(2026, 12, 31))

    assert count_started(town.programme, *year) == 1
    assert count_started(town.programme, clock.today(), clock.today()) == 1
    assert count_started(town.programme, date(2026, 3, 11), date(2026, 3, 31)) == 0
    public = [
        name
        for name, value in vars(counting).items()
        if getattr(value, "__module__", "") == counting.__name__
    ]
    assert public == ["count_started"]


def test_midnight_of_amsterdam_divides_the_days(town, make_concern):
    with clock.at(NOW.replace(hour=23, minute=30)):  # 00:30 on the 11th in Amsterdam
        make_concern()

    assert count_started(town.programme, date(2026, 3, 11), date(2026, 3, 11)) == 1
    assert count_started(town.programme, date(2026, 3, 10), date(2026, 3, 10)) == 0


@pytest.mark.parametrize("who", ["bram", "gerda", "henk", "carla", "dirk"])
def test_no_other_role_meets_a_row(town, make_concern, stand_as, who):
    make_concern()
    user = stand_as(getattr(town, who))

    assert not Concern.objects.visible_to(user).exists()
    assert not ConcernStep.objects.visible_to(user).exists()


@pytest.mark.parametrize("role", [Role.PARENT, Role.YOUNG_PERSON, Role.PARTNER])
def test_the_database_opens_it_to_no_family_and_no_partner(town, make_concern, role):
    concern = make_concern()
    place = Standing(
        user_id=town.dirk.pk,
        role=role,
        programme_id=town.programme.pk,
        clients=(concern.client_id,),
    )
    with transaction.atomic(), standing_at(place), connection.cursor() as cursor:
        for table in ("concern", "concernstep"):
            cursor.execute(f"SELECT count(*) FROM dichtbij_{table}")
            assert cursor.fetchone() == (0,)


@pytest.mark.parametrize("who", ["gerda", "henk", "carla", "dirk", "ella"])
def test_the_database_opens_it_to_the_employer_that_keeps_the_file_only(
    town, make_concern, stand_as, who
):
    make_concern()
    stand_as(getattr(town, who))

    with connection.cursor() as cursor:
        for table in ("concern", "concernstep"):
            cursor.execute(f"SELECT count(*) FROM dichtbij_{table}")
            assert cursor.fetchone() == (0,)


def test_broken_glass_does_not_open_it(town, make_concern, stand_as):
    assert Permission.CONCERN_READ not in EMERGENCY_OPENS
    assert Permission.CONCERN_WRITE not in EMERGENCY_OPENS
    make_concern()
    user = stand_as(town.bram)

    with asking(Permission.CONCERN_READ):
        assert not Concern.objects.visible_to(user).exists()


def test_an_open_concern_without_anyone_in_care_is_found(town, make_concern, stand_as):
    concern = make_concern()
    today = clock.today()
    assert not without_owner(today).exists()

    concern.client.care_relations.update(ends_on=today)

    assert without_owner(today + timedelta(days=1)).get() == concern
