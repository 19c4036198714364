from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction

from dichtbij.agreements.renewing import running
from dichtbij.decisions.actions import show_public_page, vote
from dichtbij.decisions.following import what_follows
from dichtbij.decisions.jobs import end_programmes
from dichtbij.decisions.models import Decision
from dichtbij.decisions.recording import record_of
from dichtbij.evaluation.canonical import canonical, sha256_of
from dichtbij.programmes.models import Programme
from dichtbij.shared import clock
from dichtbij.shared.errors import Denied, Refused
from dichtbij.shared.permissions import Role
from tests.conftest import NOW, member
from tests.decisions.conftest import agreement, take


def test_a_decision_is_taken_and_its_hash_proves_it(heard, dirk, entries):
    take(heard, dirk)

    found = Decision.objects.get()
    assert (found.status, found.taken_by, found.taken_at) == ("taken", dirk, NOW)
    assert found.sha256 == sha256_of(record_of(found))
    assert b'"practice"' in canonical(record_of(found))
    assert entries()[-1].event_type == "take_decision"


@pytest.mark.parametrize(
    ("kind", "phase", "ends_on"),
    [
        ("structural", "structural", None),
        ("extended", "pilot", date(2027, 3, 31)),
        ("stopped", "pilot", date(2026, 6, 30)),
    ],
)
def test_the_programme_follows(town, heard, dirk, kind, phase, ends_on):
    Programme.objects.update(ends_on=date(2026, 12, 31))

    take(heard, dirk, kind, public_page=True)

    town.programme.refresh_from_db()
    found = town.programme
    assert (found.phase, found.ends_on, found.public_page) == (phase, ends_on, True)


@pytest.mark.django_db
def test_a_stopped_programme_ends_the_night_after_its_last_day(town, heard, dirk):
    take(heard, dirk, "stopped")
    town.programme.refresh_from_db()
    assert town.programme.phase == "pilot"

    with clock.at(NOW.replace(month=6, day=30)):
        end_programmes()
    town.programme.refresh_from_db()
    assert town.programme.phase == "pilot"

    with clock.at(NOW.replace(month=7, day=1)):
        end_programmes()
    town.programme.refresh_from_db()
    assert town.programme.phase == "ended"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"grounds": " "}, "which grounds"),
        ({"review_on": None}, "looked at again"),
        ({"review_on": date(2026, 3, 10)}, "lies ahead"),
    ],
)
def test_half_a_decision_is_refused(town, heard, dirk, changes, words):
    with pytest.raises(Refused, match=words):
        take(heard, dirk, **changes)

    heard.refresh_from_db()
    town.programme.refresh_from_db()
    assert (heard.status, town.programme.phase) == ("consulted", "pilot")


def test_who_stops_need_not_look_again(heard, dirk):
    assert take(heard, dirk, "stopped", review_on=None).status == "taken"


def test_practices_are_asked_first(prepared, dirk, stand_as):
    stand_as(dirk)

    with pytest.raises(Refused, match="Ask the practices first"):
        take(prepared, dirk)


def test_while_a_practice_may_still_vote_nobody_decides(town, asked, stand_as):
    by = stand_as(town.gerda)
    vote(decision=asked, by=by, option=asked.options.get(kind="extended"))
    dirk = stand_as(town.dirk)

    with pytest.raises(Refused, match="may still vote"):
        take(asked, dirk)

    with clock.at(NOW + timedelta(days=11)):
        assert take(asked, dirk).status == "taken"


def test_twice_is_once_and_another_reads_who_was_first(town, heard, dirk, stand_as):
    take(heard, dirk)
    take(heard, dirk, "stopped")
    other = member(town, "doris", Role.MUNICIPAL_OFFICER, town.municipality)
    stand_as(other)

    with pytest.raises(Refused, match="Dirk already took"):
        take(heard, other, "stopped")

    heard.refresh_from_db()
    assert heard.chosen.kind == "structural"


@pytest.mark.parametrize("name", ["anna", "bram", "carla", "gerda", "henk", "rosa"])
def test_the_municipality_alone_decides(town, heard, rosa, stand_as, name):
    by = stand_as(getattr(town, name))

    with pytest.raises(Denied):
        take(heard, by)


def test_the_database_itself_freezes_what_was_taken(heard, dirk):
    take(heard, dirk)

    for change in (
        lambda: Decision.objects.filter(pk=heard.pk).update(grounds="Anders."),
        lambda: Decision.objects.filter(pk=heard.pk).update(status="prepared"),
        lambda: heard.options.update(words="Anders."),
        lambda: heard.votes.update(words="Anders."),
        lambda: heard.votes.all().delete(),
    ):
        with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
            change()


@pytest.mark.parametrize(
    ("kind", "told", "to_do"),
    [
        ("structural", "drafted, from 1 January 2027 until 31 December 2027", "sign"),
        ("extended", "drafted, from 1 January 2027 until 31 March 2027", "sign"),
        ("stopped", "drafted, from 1 April 2026 until 30 June 2026", "notice"),
    ],
)
def test_what_follows_is_said_per_agreement_before_it_is_taken(
    town, heard, kind, told, to_do
):
    agreement(town)

    found = what_follows(
        town.programme,
        heard.options.get(kind=kind),
        running(town.programme, clock.today()),
        public_page=False,
    )

    assert told in " ".join(found.by_itself)
    assert to_do in " ".join(found.to_do)
    assert ("hand-over" in " ".join(found.by_itself)) == (kind == "stopped")


def test_the_project_leader_opens_and_closes_the_public_page(
    town, rosa, stand_as, entries
):
    stand_as(rosa)

    show_public_page(programme=town.programme, by=rosa, public_page=True)

    assert Programme.objects.get().public_page
    assert entries()[-1].event_type == "show_public_page"
    stand_as(town.bram)
    with pytest.raises(Denied):
        show_public_page(programme=town.programme, by=town.bram, public_page=False)
