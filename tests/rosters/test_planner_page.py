from datetime import date

import pytest

from dichtbij.organisations.models import Organisation
from dichtbij.rosters.models import Cover
from dichtbij.scheduling.models import Closure
from dichtbij.shared import clock
from dichtbij.shared.permissions import Role
from tests.conftest import member

PAGE = "/rooster/"


@pytest.fixture
def leave(town):
    return Closure.objects.create(
        programme=town.programme,
        holder=town.employer_noord,
        practitioner=town.anna,
        first_on=date(2026, 3, 17),
        last_on=date(2026, 3, 17),
        reason="leave",
    )


def test_a_year_shows_weeks_with_their_days_and_what_is_lost(town, sign_in, leave):
    page = sign_in(town.bram).get(PAGE).content.decode()

    assert "Praktijk Noord" in page
    assert "week 12: 1 day, 1 lost: leave" in page
    assert 'href="/rooster/?week=2026-W12"' in page


def test_a_week_says_how_many_times_are_free_and_why_a_day_is_lost(
    town, sign_in, leave, make_appointment
):
    make_appointment()

    this_week = sign_in(town.bram).get(f"{PAGE}?week=2026-W11").content.decode()
    next_week = sign_in(town.bram).get(f"{PAGE}?week=2026-W12").content.decode()

    assert ": 5 free" in this_week  # Thursday
    assert ": 2 free" in this_week  # today from ten o'clock, one of three booked
    assert ": leave" in next_week


def test_one_practitioner_is_shown_day_by_day_with_holidays(town, sign_in, leave):
    page = sign_in(town.anna).get(f"{PAGE}?jaar=2026&wie={town.anna.uuid}")

    text = page.content.decode()
    assert "Tue 17 March, 09:00-12:45: leave" in text
    assert "Koningsdag" in text


def test_the_list_says_the_same_in_words(town, sign_in, leave):
    page = sign_in(town.bram).get(f"{PAGE}?week=2026-W12&als=lijst").content.decode()

    assert "Tue 17 March" in page
    assert "leave" in page
    assert "3.8" in page or "3,8" in page


def test_who_covers_for_whom_stands_below(town, sign_in, stand_as):
    stand_as(town.bram)
    bea = member(town, "bea", Role.PRACTITIONER, town.employer_noord)
    Cover.objects.create(
        programme=town.programme,
        holder=town.employer_noord,
        absent=town.anna,
        covering=bea,
        first_on=date(2026, 3, 10),
        last_on=date(2026, 3, 20),
        made_by=town.bram,
        made_at=clock.now(),
    )

    page = sign_in(town.bram).get(PAGE).content.decode()

    assert "Bea covers for Anna from March 10 to March 20" in page or (
        "Bea covers for Anna from 10 March to 20 March" in page
    )


@pytest.mark.parametrize(
    "query", ["?jaar=9999999", "?jaar=²", "?week=2026-W99", "?wie=x", "?praktijk=%00"]
)
def test_an_address_that_says_nonsense_shows_this_year(town, sign_in, query):
    page = sign_in(town.bram).get(PAGE + query)

    assert page.status_code == 200
    assert "Praktijk Noord" in page.content.decode()


def test_a_project_leader_of_the_employer_sees_days_and_no_child(
    town, sign_in, make_appointment
):
    make_appointment(child={"family_name": "Geheimkind"})
    leader = member(town, "lena", Role.PROJECT_LEADER, town.employer_noord)

    page = sign_in(leader).get(f"{PAGE}?week=2026-W11").content.decode()

    assert "Praktijk Noord" in page
    assert "Geheimkind" not in page


def test_the_other_employer_sees_nothing_of_noord(town, sign_in, leave):
    page = sign_in(town.carla).get(PAGE).content.decode()

    assert "Praktijk Zuid" in page
    assert "Noord" not in page
    assert "leave" not in page.replace("/leave", "")


@pytest.mark.parametrize("who", ["gerda", "henk", "dirk", "ella", "petra"])
def test_others_have_no_planner(town, sign_in, who):
    assert sign_in(getattr(town, who)).get(PAGE).status_code == 403


def test_a_project_leader_of_the_municipality_meets_an_empty_roster(town, sign_in):
    city = Organisation.objects.get(kind=Organisation.Kind.MUNICIPALITY)
    leader = member(town, "lotte", Role.PROJECT_LEADER, city)

    page = sign_in(leader).get(PAGE).content.decode()

    assert "No practice days in this period" in page
