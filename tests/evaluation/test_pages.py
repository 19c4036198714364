"""What each party meets on the pages of evaluations."""

from datetime import timedelta

import pytest
from django.urls import reverse

from dichtbij.evaluation.models import EvaluationRound, Reflection
from dichtbij.shared import clock
from tests.portal.staff.conftest import ask as ask
from tests.portal.staff.conftest import count_queries as count_queries

READERS = ("dirk", "rosa", "bram", "anna", "gerda", "carla")


def page(name, *args):
    return reverse(name, args=args)


def test_an_empty_page_teaches_what_is_to_come(town, rosa, ask):
    told = ask(town.dirk, page("evaluations")).content.decode()

    assert "No evaluations were agreed yet" in told
    assert "There is no plan yet" in told


def test_a_leader_walks_from_agreement_to_report(
    town, agreed, half_year, rosa, ask, published
):
    shown = ask(rosa, page("evaluations")).content.decode()
    assert shown.count("Needs: the project leader") == 3

    ask(rosa, page("prepare_rounds"), {})
    ask(rosa, page("freeze_plan"), {"smallest_effect_percent": "10"})
    found = EvaluationRound.objects.get(kind="interim_1")
    until = str(clock.today() + timedelta(days=14))
    ask(
        rosa,
        page("open_round", found.uuid),
        {"releases": [half_year.pk], "reflections_until": until},
    )
    mine = Reflection.objects.get(organisation=town.practice_noord)
    assert (
        str(mine.uuid)
        in ask(town.gerda, page("evaluation_round", found.uuid)).content.decode()
    )
    ask(town.gerda, page("reflection", mine.uuid), {"goes_well": "Kort.", "grade": "8"})
    before = ask(town.dirk, page("evaluation_round", found.uuid)).content.decode()
    ask(rosa, page("close_round", found.uuid), {})

    found.refresh_from_db()
    assert found.status == "closed"
    assert "1 of 5 organisations" in before
    assert "Kort." not in before
    after = ask(town.dirk, page("evaluation_round", found.uuid)).content.decode()
    assert "Kort." in after
    assert found.sha256 in after


@pytest.mark.parametrize("who", READERS)
def test_all_who_have_a_say_read_the_same_report(closed, town, ask, who):
    user = getattr(town, who)

    assert ask(user, page("evaluations")).status_code == 200
    assert ask(user, page("evaluation_plan")).status_code == 200
    told = ask(user, page("evaluation_round", closed.uuid)).content.decode()
    assert "De lijnen zijn kort." in told
    pdf = ask(user, page("evaluation_pdf", closed.uuid))
    assert pdf.content == bytes(closed.pdf)


def test_what_is_wrong_in_a_form_is_said_there(closed, town, rosa, ask):
    again = ask(rosa, page("freeze_plan"), {"smallest_effect_percent": "12"})
    assert again.status_code == 200

    later = EvaluationRound.objects.get(kind="interim_2")
    none = ask(
        rosa, page("open_round", later.uuid), {"reflections_until": "2026-05-01"}
    )
    assert "Choose at least one period." in none.content.decode()


def test_pages_ask_as_often_for_more_practices(closed, town, count_queries):
    few = count_queries(town.dirk, page("evaluation_round", closed.uuid))

    assert few < 30
    assert count_queries(town.dirk, page("evaluations")) < 30
