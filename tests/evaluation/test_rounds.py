"""How rounds are made, planned, opened and closed, and what is refused."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from dichtbij.evaluation.actions import (
    Answer,
    PlanTerms,
    close_round,
    freeze_plan,
    give_reflection,
    make_rounds,
    open_round,
    plan_hash,
)
from dichtbij.evaluation.canonical import canonical
from dichtbij.evaluation.inputs import Money, gather, numbers_of
from dichtbij.evaluation.jobs import prepare_evaluations
from dichtbij.evaluation.models import AnalysisPlan, EvaluationRound, Reflection
from dichtbij.evaluation.paper import print_report
from dichtbij.outbox.models import Message
from dichtbij.programmes.models import Milestone
from dichtbij.shared import clock
from dichtbij.shared.errors import Denied, Refused
from tests.conftest import NOW
from tests.evaluation.conftest import DUE, TERMS
from tests.released import release

SOON = date(2026, 4, 1)


def refusing(words, act, **told):
    with pytest.raises(Refused, match=words):
        act(**told)


def test_rounds_follow_what_was_agreed_and_move_while_planned(
    town, agreed, rosa, stand_as
):
    stand_as(rosa)
    made = make_rounds(programme=town.programme, by=rosa)
    assert {one.kind: one.due_on for one in made} == {
        kind: on for kind, on in DUE.items() if kind != "decision"
    }

    Milestone.objects.filter(kind="final").update(due_on=date(2027, 5, 1))
    again = make_rounds(programme=town.programme, by=rosa)

    assert len(again) == 3
    assert {one.kind: one.due_on for one in again}["final"] == date(2027, 5, 1)


def test_the_night_makes_rounds_and_reminds_once(opened, town, agreed):
    EvaluationRound.objects.filter(kind="final").delete()
    asked = Message.objects.filter(kind="reflection_asked")
    assert asked.count() == 5  # two GPs, two team leads, one officer

    with clock.at(NOW + timedelta(days=8)):
        prepare_evaluations()
        prepare_evaluations()

    assert EvaluationRound.objects.filter(kind="final").exists()
    assert Message.objects.filter(kind="reflection_reminder").count() == 5


def test_a_plan_is_frozen_with_its_hash_and_changes_with_a_reason(
    town, planned, rosa, entries
):
    first = AnalysisPlan.objects.get()
    assert first.looks_on == [DUE["interim_1"], DUE["interim_2"], DUE["final"]]
    assert first.sha256 == plan_hash(first)
    assert first.indicators["referrals_per_1000"] == 1
    assert entries(event_type="freeze_plan")

    refusing("Say why", freeze_plan, programme=town.programme, by=rosa, terms=TERMS)
    changed = PlanTerms("referrals_per_1000", "low", 15, reason="Meer praktijken.")
    second = freeze_plan(programme=town.programme, by=rosa, terms=changed)

    assert (second.version, second.sha256 != first.sha256) == (2, True)
    assert AnalysisPlan.objects.count() == 2
    wild = PlanTerms("referrals_per_1000", "low", 0, reason="x")
    refusing("between 1", freeze_plan, programme=town.programme, by=rosa, terms=wild)


def test_a_plan_needs_dates(town, rosa, stand_as):
    stand_as(rosa)

    refusing("no dates", freeze_plan, programme=town.programme, by=rosa, terms=TERMS)


def test_a_round_opens_on_closed_periods_and_asks_every_party(opened, town, entries):
    assert opened.status == "open"
    assert opened.plan == AnalysisPlan.objects.get()
    asked = Reflection.objects.values_list("party", "organisation__name")
    assert sorted(asked) == [
        ("employer", "Werkgever Noord"), ("employer", "Werkgever Zuid"),
        ("gp", "Praktijk Noord"), ("gp", "Praktijk Zuid"),
        ("municipality", "Gemeente Teststad"),
    ]  # fmt: skip
    assert entries(event_type="open_round")


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2025, 9, 1), date(2026, 3, 1)),  # ends on the date of the round
        (date(2026, 1, 1), date(2026, 6, 30)),  # not closed yet
    ],
)
def test_a_round_speaks_of_no_period_that_had_not_closed(
    planned, town, rosa, first, last
):
    late = release(town.programme, first, last, {})

    refusing(
        "had not closed", open_round,
        evaluation_round=planned, by=rosa, releases=[late], reflections_until=SOON,
    )  # fmt: skip
    planned.refresh_from_db()
    assert planned.status == "planned"


def test_opening_is_refused_with_a_sentence(town, planned, half_year, rosa):
    told = {"by": rosa, "releases": [half_year], "reflections_until": SOON}
    later = EvaluationRound.objects.get(kind="interim_2")

    refusing("published figures", open_round, evaluation_round=planned,
             **{**told, "releases": []})  # fmt: skip
    refusing("last day", open_round, evaluation_round=planned,
             **{**told, "reflections_until": date(2026, 3, 9)})  # fmt: skip
    refusing("before this one", open_round, evaluation_round=later, **told)
    open_round(evaluation_round=planned, **told)
    refusing("opened already", open_round, evaluation_round=planned, **told)


def test_only_whoever_leads_the_programme_runs_a_round(town, planned, stand_as):
    for user in (town.bram, town.dirk, town.gerda, town.carla, town.anna):
        stand_as(user)
        with pytest.raises(Denied):
            make_rounds(programme=town.programme, by=user)
        with pytest.raises(Denied):
            freeze_plan(programme=town.programme, by=user, terms=TERMS)
        with pytest.raises(Denied):
            close_round(evaluation_round=planned, by=user)


def test_an_organisation_looks_back_and_changes_it_until_the_end(
    opened, town, rosa, stand_as
):
    stand_as(town.gerda)
    mine = Reflection.objects.get(organisation=town.practice_noord)
    give_reflection(reflection=mine, by=town.gerda, answer=Answer("Goed.", grade=7))
    give_reflection(reflection=mine, by=town.gerda, answer=Answer("Beter.", grade=8))
    refusing("Answer one", give_reflection, reflection=mine, by=town.gerda,
             answer=Answer())  # fmt: skip
    refusing("from 1 to 10", give_reflection, reflection=mine, by=town.gerda,
             answer=Answer(grade=11))  # fmt: skip
    theirs = Reflection.objects.get(organisation=town.practice_zuid)
    with pytest.raises(Denied):
        give_reflection(reflection=theirs, by=town.gerda, answer=Answer("x"))

    stand_as(rosa)
    close_round(evaluation_round=opened, by=rosa)
    stand_as(town.gerda)

    refusing("closed", give_reflection, reflection=mine, by=town.gerda,
             answer=Answer("Te laat."))  # fmt: skip
    mine.refresh_from_db()
    assert (mine.goes_well, mine.grade) == ("Beter.", 8)


def test_what_is_closed_never_changes(closed):
    changes = (
        "UPDATE dichtbij_evaluationround SET due_on = '2030-01-01' WHERE id = %s",
        "DELETE FROM dichtbij_evaluationround WHERE id = %s",
        "UPDATE dichtbij_reflection SET grade = 1 WHERE evaluation_round_id = %s",
        "DELETE FROM dichtbij_citedrelease WHERE evaluation_round_id = %s",
    )
    for change in changes:
        with (
            pytest.raises(DatabaseError, match="never changed"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(change, [closed.pk])


def test_the_same_inputs_give_the_same_bytes(closed, town):
    again = EvaluationRound.objects.get(pk=closed.pk)

    recomputed = numbers_of(gather(again, at=again.closed_at, money=Money()))

    assert canonical(recomputed) == canonical(again.numbers)
    assert print_report(again) == bytes(again.pdf)


def test_nothing_is_reported_when_nothing_was_published(planned, town, rosa, published):
    withheld = release(town.programme, date(2025, 7, 1), date(2025, 12, 31), {})
    open_round(
        evaluation_round=planned, by=rosa, releases=[withheld], reflections_until=SOON
    )

    refusing("nothing to report", close_round, evaluation_round=planned, by=rosa)
    planned.refresh_from_db()
    assert planned.status == "open"


def test_a_round_is_closed_once(closed, rosa):
    refusing("Only an open", close_round, evaluation_round=closed, by=rosa)


def test_the_numbers_say_what_was_released(closed):
    numbers = closed.numbers

    assert numbers["reach"]["children"] == 130
    assert (numbers["access"]["started"], numbers["access"]["within"]) == (130, 95)
    assert numbers["access"]["half_within"] == "6-10"
    outcomes = numbers["outcomes"]
    assert (outcomes["closed"], outcomes["without"], outcomes["percent"]) == (
        120,
        80,
        67,
    )
    assert (outcomes["least"], outcomes["most"]) == (60, 78)
    assert numbers["effect"]["reason"] == "no_returns"
    assert numbers["reflections"][2]["goes_well"] == "De lijnen zijn kort."
    assert numbers["distance"] == 5
