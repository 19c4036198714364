"""T-SDC: small programmes (H8), the list of tables, and planted bugs (H10).

H1 closure, H5 differencing, H7 frozenness and H9 labels, by HTTP with every option, are
in test_publication_closure.py; what attacks win beside guessing in
test_publication_replay.py; H2-H4 and H6 in tests/insight/publication/.
"""

from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, transaction

from dichtbij.audit.doors import standing_at
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
from tests.insight.publication.crowd import busy, write
from tests.insight.publication.promises import violations
from tests.insight.publication.test_fitting import all_of, programme
from tests.insight.publication.test_noise import NEVER, sources_of_chance

IN_MAY = datetime(2025, 5, 20, 2, tzinfo=UTC)


@pytest.fixture
def released(town, published):
    write(town, [*busy(1), *busy(1, 3, outcome="s_ggz", sex="2")])
    with clock.at(IN_MAY):
        release_due(town.programme)
    return town


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
