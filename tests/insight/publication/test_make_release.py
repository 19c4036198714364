"""Are figures made once per closed period, by night, and frozen with their story?"""

import time
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from dichtbij.audit import log
from dichtbij.audit.doors import standing_at
from dichtbij.insight.actions import TooSmall, make_release, set_publication
from dichtbij.insight.jobs import make_releases, release_due, whole
from dichtbij.insight.models import PrivacySpending, Release, ReleaseCell
from dichtbij.insight.publication.due import next_due
from dichtbij.insight.publication.periods import Period
from dichtbij.insight.publication.sealing import fingerprint, first_break
from dichtbij.insight.publication.tables import FULL, SMALL, scheme_for
from dichtbij.insight.released import releases_of
from dichtbij.organisations.models import User
from dichtbij.shared import clock
from dichtbij.shared.errors import Denied, Refused
from tests.insight.publication.crowd import busy, quarter, write

Q1, Q2, Q3, Q4 = (Period(*quarter(n)) for n in (1, 2, 3, 4))
IN_MAY = datetime(2025, 5, 20, 2, tzinfo=UTC)  # Q1 has matured, Q2 has not


def set_noise(town, noise, months=3):
    town.programme.publication_noise = noise
    town.programme.publication_months = months
    town.programme.save()


def make(town, period=Q1):
    system = User.objects.system()
    with standing_at(whole(town.programme, system)):
        return make_release(programme=town.programme, by=system, period=period)


def test_the_night_publishes_a_closed_period_once(town, published, entries):
    write(town, busy(1))

    with clock.at(IN_MAY):
        make_releases()
        make_releases()

    (release,) = Release.objects.all()
    assert (release.starts_on, release.ends_on) == quarter(1)
    assert not release.withheld
    assert len(entries(event_type="make_release")) == 1
    (read,) = releases_of(town.programme.pk)
    assert list(read.tables) == ["intake", "access", "outcomes"]


def test_without_noise_the_figures_are_the_counts_rounded(town, published):
    set_noise(town, None)
    write(town, [*busy(1, 40), *busy(1, 23, outcome="s_ggz", sex="2", days=20)])

    with clock.at(IN_MAY):
        make(town)

    tables = releases_of(town.programme.pk)[0].tables
    assert tables["outcomes"].count("solved") == 40
    assert tables["outcomes"].count("specialist") in (20, 25)
    assert tables["outcomes"].count() == tables["intake"].count() in (60, 65)
    assert tables["intake"].count("8-11", "1") == 40
    assert tables["access"].count("0-5") == 40
    assert tables["access"].shown("left") == "<10"


def test_the_manifest_says_how_it_was_made(town):
    write(town, busy(1))

    with clock.at(IN_MAY):
        told = make(town).manifest

    assert told["scheme"] == {"name": "small", "version": 1}
    assert (told["base"], told["epsilon"], told["data_on"]) == (5, 2, "2025-05-12")
    spent = [sum(one["milli_epsilon"].values()) for one in told["tables"].values()]
    assert sum(spent) == 2000
    assert told["claims"] == ["G1", "G2", "G4", "G3"]


def test_rounding_alone_claims_no_bound(town):
    set_noise(town, None)
    write(town, busy(1))

    with clock.at(IN_MAY):
        told = make(town).manifest

    assert "G3" not in told["claims"]
    assert "no proved bound" in told["method"][0]


def test_a_period_that_is_not_closed_or_not_matured_is_refused(town):
    write(town, busy(2))

    for day in (date(2025, 6, 30), date(2025, 8, 11)):
        at = datetime(day.year, day.month, day.day, 2, tzinfo=UTC)
        with clock.at(at), pytest.raises(Refused, match="not closed long enough"):
            make(town, Q2)


def test_a_second_release_of_a_day_is_refused(town):
    write(town, busy(1))
    with clock.at(IN_MAY):
        make(town)

        with pytest.raises(Refused, match="happens once"):
            make(town)
        with pytest.raises(Refused, match="happens once"):
            make(town, Period(Q1.starts_on + timedelta(days=30), Q1.ends_on))


def test_a_period_out_of_turn_is_refused(town):
    write(town, busy(2))

    with pytest.raises(Refused, match="comes first"):
        make(town, Q2)


@pytest.mark.parametrize("name", ["anna", "carla", "dirk", "bram", "gerda"])
def test_nobody_makes_one_by_hand(town, stand_as, name):
    by = stand_as(getattr(town, name))

    with pytest.raises(Denied):
        make_release(programme=town.programme, by=by, period=Q1)


def test_one_employer_is_not_enough_to_count(town):
    write(town, busy(1))
    system = User.objects.system()
    place = whole(town.programme, system)
    part = type(place)(
        user_id=system.pk, role="system", programme_id=town.programme.pk,
        holders=(town.employer_noord.pk,), practices=place.practices,
    )  # fmt: skip

    with clock.at(IN_MAY), standing_at(part), pytest.raises(Refused, match="by night"):
        make_release(programme=town.programme, by=system, period=Q1)


def test_a_small_period_waits_and_is_merged_with_the_next(town, entries):
    write(town, [*busy(1, 49), *busy(2, 30)])

    with clock.at(IN_MAY):
        assert release_due(town.programme) == []
        assert next_due(town.programme) is None
        with pytest.raises(Refused):
            make(town)
    (release,) = release_due(town.programme)[:1]

    assert (release.starts_on, release.ends_on) == (Q1.starts_on, Q2.ends_on)
    assert "shorter periods" in release.manifest["invariants"][0]
    said = [line.object_id for line in entries(event_type="period_too_small")]
    assert said[0] == "2025-01-01/2025-03-31"


def test_what_was_too_small_once_is_not_judged_again(town):
    write(town, busy(1, 49))
    with clock.at(IN_MAY):
        release_due(town.programme)
        write(town, busy(1, 10))

        assert release_due(town.programme) == []


def test_a_year_with_too_few_is_withheld_for_good(town, published):
    write(town, busy(1, 30))

    (release,) = release_due(town.programme)

    assert release.withheld
    assert (release.starts_on, release.ends_on) == (Q1.starts_on, Q4.ends_on)
    assert not ReleaseCell.objects.exists()
    (read,) = releases_of(town.programme.pk)
    assert read.withheld
    assert not read.tables
    assert first_break(town.programme.pk) is None


def test_forty_nine_is_too_few_and_fifty_is_enough(town):
    write(town, busy(1, 49))
    with clock.at(IN_MAY), pytest.raises(TooSmall):
        make(town)

    write(town, busy(1, 1))

    with clock.at(IN_MAY):
        assert not make(town).withheld


def test_settings_are_chosen_before_the_first_release_and_fixed_after(town, leader):
    place = leader.membership.place()
    with clock.at(datetime(2025, 1, 2, 9, tzinfo=UTC)), standing_at(place):
        set_publication(programme=town.programme, by=leader, noise=1, months=6)
    assert town.programme.publication_noise == 1
    assert town.programme.publication_months == 6
    write(town, [*busy(1), *busy(2)])
    release_due(town.programme)

    with standing_at(place), pytest.raises(Refused, match="fixed now"):
        set_publication(programme=town.programme, by=leader, noise=None, months=3)

    town.programme.refresh_from_db()
    assert town.programme.publication_noise == 1


def test_an_unknown_setting_is_refused(town, stand_as, leader):
    by = stand_as(leader)

    for noise, months in ((3, 3), (2, 1)):
        with pytest.raises(Refused, match="one of the settings"):
            set_publication(programme=town.programme, by=by, noise=noise, months=months)


def test_others_may_not_choose(town, stand_as):
    for name in ("carla", "dirk", "gerda"):
        by = stand_as(getattr(town, name))
        with pytest.raises(Denied):
            set_publication(programme=town.programme, by=by, noise=1, months=3)


def test_the_size_of_the_list_follows_from_the_practices_and_then_stays(town):
    assert scheme_for(3) is SMALL
    assert scheme_for(30) is FULL
    write(town, [*busy(1), *busy(2)])

    schemes = [one.manifest["scheme"]["name"] for one in release_due(town.programme)]

    assert schemes[:2] == ["small", "small"]


def test_the_chain_holds_and_a_change_is_found(town):
    write(town, [*busy(1), *busy(2)])
    first, second, *_ = release_due(town.programme)
    assert second.previous == first.sha256
    assert first.previous == ""
    call_command("verify_releases")

    ReleaseCell.objects.create(release=first, table="beside", row="a", count=5)

    assert first_break(town.programme.pk) == str(first.uuid)
    with pytest.raises(CommandError, match="not whole"):
        call_command("verify_releases")


def test_a_release_that_was_taken_away_is_missed(town):
    write(town, busy(1))
    release_due(town.programme)
    with standing_at(whole(town.programme, User.objects.system())):
        log.record("make_release", "C", object_type="Release", object_id="f" * 36)

    assert first_break(town.programme.pk) == "f" * 36


def test_every_fact_of_a_release_is_in_its_bytes(town):
    write(town, busy(1))
    (release, *_) = release_due(town.programme)
    cells = list(release.cells.values_list("table", "row", "column", "count"))
    one, *others = cells

    for changed in (
        [(*one[:3], one[3] + 5), *others],
        others,
        [(one[0], "other", *one[2:]), *others],
    ):
        assert fingerprint(release, changed) != release.sha256
    for field, value in (
        ("withheld", True),
        ("ends_on", date(2025, 4, 30)),
        ("previous", "0" * 64),
        ("manifest", release.manifest | {"epsilon": 1}),
    ):
        copy = Release.objects.get(pk=release.pk)
        setattr(copy, field, value)
        assert fingerprint(copy, cells) != release.sha256


def test_a_release_cannot_be_changed_or_removed(town):
    write(town, busy(1))
    release_due(town.programme)

    for table in ("stat_release", "stat_cell"):
        for statement in ("UPDATE {0} SET id = id", "DELETE FROM {0}"):
            with (
                pytest.raises(DatabaseError, match="permission denied"),
                transaction.atomic(),
                connection.cursor() as cursor,
            ):
                cursor.execute(statement.format(table))


def test_spending_stands_behind_the_wall_of_the_child(town, stand_as):
    write(town, busy(1))
    release_due(town.programme)

    stand_as(town.carla)
    assert not PrivacySpending.objects.exists()
    stand_as(town.anna)
    assert PrivacySpending.objects.count() == 3 * 60


def test_a_release_of_two_thousand_children_takes_less_than_ten_seconds(town, capsys):
    """From counting to the frozen cells and the ledger, as the night does it."""
    write(town, [*busy(1, 1000), *busy(1, 1000, side="zuid", sex="2")])
    began = time.process_time()

    with clock.at(IN_MAY):
        (release,) = release_due(town.programme)

    took = time.process_time() - began
    with capsys.disabled():
        print(f"\na release of 2,000 children: {took:.1f} s")  # noqa: T201
    assert took < 10
    assert 1900 < release.cells.get(table="outcomes", row="", column="").count < 2100


def test_both_employers_are_in_one_figure(town, published):
    set_noise(town, None)
    write(town, [*busy(1, 30), *busy(1, 30, side="zuid")])

    with clock.at(IN_MAY):
        make(town)

    assert releases_of(town.programme.pk)[0].tables["intake"].count() == 60
