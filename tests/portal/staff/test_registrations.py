from datetime import timedelta

import pytest
from django.urls import reverse

from dichtbij.shared import clock
from dichtbij.shared.permissions import Role
from dichtbij.staffing.models import ProfessionalRegistration, RegistrationOverride
from tests.conftest import member
from tests.staffing.conftest import make_registration as make_registration

LIST = reverse("registrations")


def text_of(answer):
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def soon(days):
    return (clock.today() + timedelta(days=days)).isoformat()


def test_a_team_lead_sees_who_is_stopped_near_and_unknown(town, ask, make_registration):
    late = member(town, "lena", Role.PRACTITIONER, town.employer_noord)
    new = member(town, "nora", Role.PRACTITIONER, town.employer_noord)
    make_registration(days=20)
    make_registration(days=-1, who=late)
    make_registration(days=5, who=town.carla, by=town.cees)

    text = text_of(ask(town.bram, LIST))

    assert "1 practitioner cannot take on new help now" in text
    assert "Of 1 practitioner no registration is noted" in text
    assert "20 days left" in text
    assert "Carla" not in text
    assert text.index(late.name) < text.index("Anna") < text.index(new.name)


def test_a_practitioner_sees_the_own_one_only_and_changes_nothing(
    town, ask, make_registration
):
    late = member(town, "lena", Role.PRACTITIONER, town.employer_noord)
    make_registration(days=20)
    make_registration(days=-1, who=late, chamber="Anderen")

    text = text_of(ask(town.anna, LIST))

    assert "900000001" in text
    assert late.name not in text
    assert "Anderen" not in text
    assert reverse("note_registration") not in text


@pytest.mark.parametrize(("days", "told"), [(91, False), (90, True), (-3, True)])
def test_her_day_says_that_it_ends_when_that_is_near(
    town, ask, make_registration, days, told
):
    make_registration(days=days)

    text = text_of(ask(town.anna, reverse("today")))

    assert ("Your professional registration is valid until" in text) is told


def test_a_registration_is_noted_renewed_and_ended_on_its_pages(town, ask, stand_as):
    told = {
        "who": str(town.anna.uuid),
        "register": "skj",
        "number": "900000001",
        "valid_until": soon(20),
    }

    wrong = ask(town.bram, reverse("note_registration"), told | {"number": "12"})
    assert "SKJ has 9 digits" in text_of(wrong)
    assert ask(town.bram, reverse("note_registration"), told).status_code == 302
    stand_as(town.bram)
    made = ProfessionalRegistration.objects.get()
    page = reverse("registration", args=[made.uuid])
    assert "900000001" in text_of(ask(town.bram, page))
    assert "later day" in text_of(ask(town.bram, page, {"valid_until": soon(10)}))
    assert ask(town.bram, page, {"valid_until": soon(900)}).status_code == 302
    stand_as(town.bram)
    made.refresh_from_db()
    assert made.valid_until.isoformat() == soon(900)
    ask(town.bram, reverse("end_registration", args=[made.uuid]), {})
    stand_as(town.bram)
    made.refresh_from_db()
    assert made.ended_at is not None


def test_a_colleague_of_elsewhere_cannot_be_chosen(town, ask, stand_as):
    for name in ("note_registration", "override_registration"):
        answer = ask(
            town.bram,
            reverse(name),
            {
                "who": str(town.carla.uuid),
                "register": "skj",
                "number": "900000001",
                "valid_until": soon(20),
                "reason": "Werkt onder toezicht.",
                "until_on": soon(5),
            },
        )

        assert "Select a valid choice" in text_of(answer)
    stand_as(town.cees)
    assert not ProfessionalRegistration.objects.exists()
    assert not RegistrationOverride.objects.exists()


def test_a_decision_stands_on_the_list_with_its_reason(town, ask, make_registration):
    make_registration(days=-1)
    answer = ask(
        town.bram,
        reverse("override_registration"),
        {
            "who": str(town.anna.uuid),
            "reason": "Werkt onder toezicht van een collega.",
            "until_on": soon(5),
        },
    )

    assert answer.status_code == 302
    text = text_of(ask(town.bram, LIST))
    assert "Decided by Bram" in text
    assert "Werkt onder toezicht van een collega." in text
    assert "Nobody is stopped" in text


def test_the_list_costs_the_same_for_twenty(town, count_queries, make_registration):
    make_registration(days=20)
    one = count_queries(town.bram, LIST)
    for number in range(20):
        who = member(town, f"n{number}", Role.PRACTITIONER, town.employer_noord)
        make_registration(days=number, who=who)

    assert count_queries(town.bram, LIST) == one
