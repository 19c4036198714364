"""A project leader sets up the own programme, and no other."""

from datetime import date

import pytest

from dichtbij.organisations.actions import confirm_membership
from dichtbij.organisations.models import Membership, Municipality, Organisation
from dichtbij.programmes import actions
from dichtbij.programmes.models import ListedPractice, ProgrammeEmployer
from dichtbij.shared.errors import Denied, Refused
from tests.conftest import member

SETTINGS = {
    "function_label": "Jeugdondersteuner",
    "phase": "structural",
    "starts_on": date(2025, 1, 1),
    "ends_on": None,
    "first_contact_norm_days": 3,
    "first_consult_norm_days": 8,
    "aims": "Sneller en dichterbij.",
    "shares_practices": True,
}


def invite(town, by, **changes):
    told = {
        "programme": town.programme,
        "by": by,
        "organisation": town.practice_noord,
        "role": "gp",
        "email": "nieuw@teststad.example",
        "name": "Nel Nieuw",
    }
    return actions.invite_colleague(**(told | changes))


def test_settings_change(town, lotte, stand_as, entries):
    actions.change_settings(programme=town.programme, by=stand_as(lotte), **SETTINGS)

    town.programme.refresh_from_db()
    assert {k: getattr(town.programme, k) for k in SETTINGS} == SETTINGS
    assert entries(event_type="change_settings")[0].user_id == lotte.pk


@pytest.mark.parametrize(
    "changes",
    [
        {"ends_on": date(2024, 12, 31)},
        {"phase": "ended"},
        {"first_contact_norm_days": 9},
    ],
    ids=["end before start", "ended without a day", "consult before contact"],
)
def test_settings_that_contradict_themselves_are_refused(
    town, lotte, stand_as, changes
):
    stand_as(lotte)

    with pytest.raises(Refused):
        actions.change_settings(
            programme=town.programme, by=lotte, **(SETTINGS | changes)
        )

    town.programme.refresh_from_db()
    assert town.programme.phase == "pilot"


def test_an_employer_is_added_once_and_can_then_be_worked_for(town, lotte, stand_as):
    stand_as(lotte)

    first = actions.add_employer(
        programme=town.programme, by=lotte, name="Werkgever  West"
    )
    again = actions.add_employer(
        programme=town.programme, by=lotte, name="werkgever west"
    )

    assert first == again
    assert ProgrammeEmployer.objects.count() == 1
    asked = invite(town, lotte, organisation=first, role="practitioner")
    assert asked.organisation == first


def test_a_practice_is_listed_once_with_its_source(town, lotte, stand_as):
    stand_as(lotte)
    told = {
        "name": "Praktijk Oost",
        "town": "Kampen",
        "municipality": town.municipality_area,
        "source": "Lijst van de gemeente",
        "listed_on": date(2026, 3, 1),
    }

    first = actions.list_practice(programme=town.programme, by=lotte, **told)
    again = actions.list_practice(programme=town.programme, by=lotte, **told)

    assert first == again
    assert (first.source, first.practice.town) == ("Lijst van de gemeente", "Kampen")
    assert ListedPractice.objects.count() == 3


def test_a_practice_of_another_municipality_is_refused(town, lotte, stand_as):
    stand_as(lotte)

    with pytest.raises(Refused, match="does not cover"):
        actions.list_practice(
            programme=town.programme,
            by=lotte,
            name="Praktijk Ver",
            town="",
            municipality=Municipality.objects.get(code="0193"),
            source="Lijst",
            listed_on=date(2026, 3, 1),
        )

    assert not Organisation.objects.filter(name="Praktijk Ver").exists()


@pytest.mark.parametrize("role", ["gp", "practice_assistant"])
def test_whoever_works_in_a_practice_needs_no_second_word(
    town, lotte, stand_as, role, entries
):
    asked = invite(town, stand_as(lotte), role=role)

    assert (asked.state, asked.invited_by) == ("invited", lotte)
    assert entries(event_type="invite_colleague")[0].user_id == lotte.pk


def test_a_team_lead_waits_for_an_administrator(town, lotte, ella, stand_as):
    stand_as(lotte)
    asked = invite(town, lotte, role="team_lead", organisation=town.employer_zuid)
    with pytest.raises(Denied):
        confirm_membership(membership=asked, by=lotte)

    confirm_membership(membership=asked, by=stand_as(ella))

    asked.refresh_from_db()
    assert asked.confirmed_by == ella


@pytest.mark.parametrize(
    ("role", "place"),
    [
        ("project_leader", "employer_noord"),
        ("privacy_officer", "employer_noord"),
        ("platform_admin", "platform"),
        ("municipal_officer", "municipality"),
        ("gp", "employer_noord"),
    ],
)
def test_no_other_role_and_no_role_in_the_wrong_place(
    town, lotte, stand_as, role, place
):
    stand_as(lotte)
    before = Membership.objects.count()

    with pytest.raises(Refused):
        invite(town, lotte, role=role, organisation=getattr(town, place))

    assert Membership.objects.count() == before


def test_nobody_invites_oneself_or_to_an_organisation_from_elsewhere(
    town, lotte, stand_as
):
    stand_as(lotte)
    stranger = Organisation.objects.create(kind="practice", name="Praktijk Los")

    with pytest.raises(Refused, match="yourself"):
        invite(
            town,
            lotte,
            organisation=town.employer_noord,
            email=lotte.email,
            role="practitioner",
        )
    with pytest.raises(Refused, match="does not take part"):
        invite(town, lotte, organisation=stranger)


def test_a_leader_of_another_programme_may_do_nothing_here(
    town, elsewhere, stand_as, west
):
    other = member(town, "olga", "project_leader", town.employer_noord, elsewhere)
    stand_as(other)

    with pytest.raises(Denied):
        actions.change_settings(programme=town.programme, by=other, **SETTINGS)
    with pytest.raises(Denied):
        invite(town, other)
    with pytest.raises(Denied):
        actions.add_employer(programme=town.programme, by=other, name="X")


@pytest.mark.parametrize("who", ["dirk", "bram", "carla", "gerda", "ella"])
def test_others_may_not(town, stand_as, who):
    stand_as(getattr(town, who))

    with pytest.raises(Denied):
        invite(town, getattr(town, who))
    with pytest.raises(Denied):
        actions.change_settings(
            programme=town.programme, by=getattr(town, who), **SETTINGS
        )
