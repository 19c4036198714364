from datetime import date, timedelta

import pytest
from django.urls import reverse

from dichtbij.scheduling.actions import close_days
from dichtbij.scheduling.models import Closure, PracticeDay
from dichtbij.shared import clock
from tests.conftest import NOW

AGENDA = reverse("agenda")


def tuesday_of(practitioner):
    return PracticeDay.objects.get(practitioner=practitioner, weekday=1)


@pytest.fixture
def close_today(town, stand_as):
    def close(**changes):
        stand_as(town.anna)
        told = {
            "first_on": NOW.date(),
            "last_on": NOW.date(),
            "reason": Closure.Reason.ILLNESS,
        }
        return close_days(day=tuesday_of(town.anna), by=town.anna, **(told | changes))

    return close


@pytest.mark.parametrize("who", ["anna", "henk", "gerda"])
def test_a_week_shows_days_rooms_free_times_and_who_comes(
    town, ask, make_appointment, who
):
    make_appointment()

    page = ask(getattr(town, who), AGENDA)

    text = page.content.decode()
    assert "Week 11: 9 March to 15 March 2026" in text
    assert "kamer 2" in text
    assert "2 free" in text
    assert "5 free" in text
    assert "Fictief Voorbeeldkind" in text
    assert "Zuid" not in text


def test_a_practice_reads_no_notes_and_leads_to_its_referral(
    town, ask, make_contact, make_visit
):
    contact = make_contact()
    visit = make_visit(contact.trajectory.referral)

    text = ask(town.henk, AGENDA).content.decode()

    assert reverse("referral", args=[visit.referral.uuid]) in text
    assert reverse("child", args=[visit.client.uuid]) not in text
    assert "Elke avond voorlezen." not in text
    assert "Verzonnen tekst." not in text


def test_a_team_lead_reads_names_of_one_colleague_at_a_time(
    town, ask, make_appointment
):
    make_appointment()

    whole = ask(town.bram, AGENDA).content.decode()
    one = ask(town.bram, f"{AGENDA}?wie={town.anna.uuid}").content.decode()

    assert "Voorbeeldkind" not in whole
    assert "2 free" in whole
    assert "Fictief Voorbeeldkind" in one
    assert "Call off" not in one


def test_weeks_lead_to_each_other_also_over_the_year(town, ask):
    page = ask(town.anna, f"{AGENDA}?week=2026-W53")

    assert page.context["monday"] == date(2026, 12, 28)
    assert page.context["next_url"] == f"{AGENDA}?week=2027-W01"
    assert page.context["previous_url"] == f"{AGENDA}?week=2026-W52"
    for nonsense in ("2026-W60", "gisteren", "9999999-W1", "2026-W00", "0-W1"):
        found = ask(town.anna, f"{AGENDA}?week={nonsense}")
        assert found.context["monday"] == date(2026, 3, 9), nonsense


def test_holidays_of_the_region_and_public_ones_stand_in_their_week(town, ask):
    spring = ask(town.anna, f"{AGENDA}?week=2026-W09")
    ascension = ask(town.anna, f"{AGENDA}?week=2026-W20")

    assert "Voorjaarsvakantie" in spring.content.decode()
    assert "Hemelvaartsdag" in ascension.content.decode()


@pytest.mark.parametrize("week", ["2026-W13", "2026-W44"])
def test_a_week_in_which_the_clock_changes_keeps_its_days(town, ask, week):
    with clock.at(NOW - timedelta(days=1)):
        page = ask(town.anna, f"{AGENDA}?week={week}")

    cells = [cell for row in page.context["rows"] for day in row.cells for cell in day]
    assert [(c.on.on.weekday(), c.on.free) for c in cells] == [(1, 5), (3, 5)]


def test_closed_days_say_why_to_colleagues_only_and_what_has_to_move(
    town, ask, make_appointment, close_today
):
    appointment = make_appointment()
    close_today()

    own = ask(town.anna, AGENDA).content.decode()
    practice = ask(town.henk, AGENDA).content.decode()

    assert "illness" in own
    assert "illness" not in practice
    assert "closed" in practice
    for text in (own, practice):
        assert "To be moved" in text
        assert reverse("move", args=[appointment.uuid]) in text


def test_a_closure_is_lifted_from_the_page(town, ask, close_today):
    closure = close_today()

    answer = ask(town.bram, reverse("lift_closure", args=[closure.uuid]), {})

    assert answer.url == AGENDA
    closure.refresh_from_db()
    assert closure.lifted_at is not None


def test_the_number_of_queries_does_not_grow(
    town, make_family, make_visit, close_today, count_queries
):
    close_today()
    counts, made = {}, 0
    for wanted in (1, 3, 20):
        while made < wanted:
            make_visit(make_family())
            made += 1
        for who in ("anna", "henk", "bram"):
            number = count_queries(getattr(town, who), AGENDA)
            counts.setdefault(who, set()).add(number)

    assert {who: len(found) for who, found in counts.items()} == {
        "anna": 1,
        "henk": 1,
        "bram": 1,
    }, counts


@pytest.mark.parametrize("other", ["carla", "gijs", "cees"])
def test_elsewhere_nobody_is_seen(town, ask, make_appointment, close_today, other):
    make_appointment()
    close_today()

    text = ask(getattr(town, other), AGENDA).content.decode()

    assert "Voorbeeldkind" not in text
    assert "Praktijk Noord" not in text
    assert "Anna" not in text


@pytest.mark.parametrize("other", ["dirk", "ella"])
def test_it_is_no_page_of_others(town, ask, other):
    assert ask(getattr(town, other), AGENDA).status_code == 403
