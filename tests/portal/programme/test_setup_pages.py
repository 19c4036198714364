"""The pages on which a programme is started, set up and changed."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dichtbij.organisations.models import Membership, Organisation
from dichtbij.programmes.models import (
    ListedPractice,
    Participation,
    ParticipationPause,
    PatientCount,
    Programme,
)
from tests.conftest import member

START = {
    "name": "Nieuwstad",
    "slug": "nieuw",
    "municipalities": ["0193"],
    "function_label": "Jeugdpraktijk",
    "starts_on": "2026-04-01",
    "school_region": "midden",
    "first_contact_norm_days": "5",
    "first_consult_norm_days": "10",
    "leader_name": "Lotte Verzonnen",
    "leader_email": "lotte@nieuw.example",
    "leader_employer": "Werkgever Nieuw",
}


def page_of(practice):
    return reverse("programme_practice", args=[practice.uuid])


def test_an_administrator_starts_a_programme_once(town, ask, ella):
    once = {"once": str(uuid4())}

    first = ask(ella, reverse("start_programme"), START | once)
    again = ask(ella, reverse("start_programme"), START | once)

    assert first.headers["Location"] == again.headers["Location"] == "/beheer/"
    made = Programme.objects.get(slug="nieuw")
    assert made.first_consult_norm_days == 10
    assert Membership.objects.filter(programme=made).count() == 1


def test_a_short_name_that_is_taken_is_said_on_the_page(town, ask, ella):
    answer = ask(ella, reverse("start_programme"), START | {"slug": "teststad"})

    assert "short name already" in answer.content.decode()


def test_the_first_page_of_a_leader_says_who_needs_help(town, ask, lotte, west):
    home = ask(lotte, "/")
    text = ask(lotte, reverse("programme")).content.decode()

    assert home.headers["Location"] == "/programma/"
    assert "2 of 3 practices on the list take part." in text
    assert "Praktijk West" in text
    assert "the reason is not known" in text
    assert "an agreement in force that the practice signed" in text


def test_settings_are_changed_on_a_page(town, ask, lotte):
    told = {
        "function_label": "Jeugdondersteuner",
        "phase": "pilot",
        "starts_on": "2025-01-01",
        "first_contact_norm_days": "4",
        "first_consult_norm_days": "9",
        "aims": "Dichterbij.",
    }

    answer = ask(lotte, reverse("change_programme"), told)

    town.programme.refresh_from_db()
    assert answer.status_code == 302
    assert town.programme.first_contact_norm_days == 4
    assert town.programme.aims == "Dichterbij."


def test_an_employer_a_practice_and_a_gp_come_in(town, ask, lotte):
    ask(lotte, reverse("add_employer"), {"name": "Werkgever Nieuw"})
    ask(
        lotte,
        reverse("list_practice"),
        {
            "name": "Praktijk Oost",
            "town": "Kampen",
            "municipality": town.municipality_area.pk,
            "source": "Lijst van de gemeente",
            "listed_on": "2026-03-01",
        },
    )
    practice = Organisation.objects.get(name="Praktijk Oost")
    answer = ask(
        lotte,
        reverse("invite_colleague"),
        {
            "name": "Gea Nieuw",
            "email": "gea@teststad.example",
            "organisation": practice.pk,
            "role": "gp",
        },
    )

    assert answer.headers["Location"] == "/programma/"
    assert Membership.objects.filter(organisation=practice, role="gp").count() == 1
    text = ask(lotte, reverse("programme")).content.decode()
    assert "Werkgever Nieuw" in text


def test_an_invitation_asks_for_a_fresh_factor(town, lotte, sign_in):
    browser = sign_in(lotte)
    session = browser.session
    session["shown"] = 0
    session.save()

    answer = browser.post(reverse("invite_colleague"), {"role": "gp"})

    assert answer.status_code == 302
    assert "/account/opnieuw/" in answer.headers["Location"]


def test_a_reason_a_count_a_pause_and_an_end_are_noted_on_the_page_of_a_practice(
    town, ask, lotte, west
):
    page = page_of(west.practice)
    ask(lotte, page, {"act": "why_not", "why_not": "no_room"})
    ask(
        lotte,
        page,
        {
            "act": "patients",
            "youths": "400",
            "counted_on": "2026-03-01",
            "source": "opgave",
        },
    )

    text = ask(lotte, page).content.decode()
    assert "No room" in text
    assert PatientCount.objects.get().youths == 400

    Participation.objects.create(
        programme=town.programme,
        practice=west.practice,
        holder=town.employer_noord,
        starts_on=date(2026, 1, 1),
    )
    ask(
        lotte,
        page,
        {"act": "pause", "starts_on": "2026-03-01", "words": "verbouwing"},
    )
    assert "verbouwing" in ask(lotte, page).content.decode()
    ask(lotte, page, {"act": "resume", "resumes_on": "2026-03-09"})
    assert ParticipationPause.objects.get().ends_on == date(2026, 3, 8)
    ask(lotte, page, {"act": "leave", "last_on": "2026-12-31"})
    assert Participation.objects.get(practice=west.practice).ends_on == date(
        2026, 12, 31
    )


def test_a_practice_with_weekly_days_does_not_leave_and_the_page_says_why(
    town, ask, lotte
):
    page = page_of(town.practice_noord)

    answer = ask(lotte, page, {"act": "leave", "last_on": "2026-12-31"})

    assert "2 weekly days run on after that day." in answer.content.decode()


def test_a_practice_of_another_programme_is_not_there(town, ask, elsewhere, west):
    olga = member(town, "olga", "project_leader", town.employer_noord, elsewhere)

    answer = ask(olga, page_of(west.practice), {"act": "why_not", "why_not": "later"})

    assert answer.status_code == 404
    assert not ListedPractice.objects.get(pk=west.pk).why_not


def test_the_first_page_asks_as_often_for_sixty_practices_as_for_four(
    town, lotte, sign_in
):
    browser = sign_in(lotte)
    browser.get(reverse("programme"))  # now its asker is known
    asked = []
    for count in (1, 30):
        list_practices(town, count)
        with CaptureQueriesContext(connection) as queries:
            page = browser.get(reverse("programme"))
        asked.append(len(queries))

    assert "Beside these" in page.content.decode()
    assert asked[0] == asked[1]


def list_practices(town, count):
    """List so many practices that do not take part, and as many that do."""
    for number in range(2 * count):
        practice = Organisation.objects.create(kind="practice", name=f"P{number}")
        ListedPractice.objects.create(
            programme=town.programme,
            practice=practice,
            source="Lijst",
            listed_on=date(2026, 1, 1),
        )
        if number % 2:
            Participation.objects.create(
                programme=town.programme,
                practice=practice,
                holder=town.employer_noord,
                starts_on=date(2025, 1, 1),
            )


@pytest.mark.parametrize(
    "name",
    ["programme", "change_programme", "add_employer", "invite_colleague",
     "list_practice", "add_practice"],
)  # fmt: skip
@pytest.mark.parametrize("who", ["dirk", "bram", "carla", "ella"])
def test_others_may_not(town, ask, name, who):
    assert ask(getattr(town, who), reverse(name)).status_code == 403
