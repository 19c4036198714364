"""Treatment waits for complete consent or a ground; the rest goes on (R19)."""

from datetime import date, timedelta

import pytest

from dichtbij.care.actions import agree_to_help, record_contact
from dichtbij.care.models import Contact
from dichtbij.families.actions import take_back
from dichtbij.families.exceptions import note_ground, note_presumption
from dichtbij.shared import clock
from dichtbij.shared.errors import Refused
from tests.care.conftest import consult

THIRTEEN = {"birth_date": date(2012, 12, 1)}


def hold(trajectory, by, *activities, **changes):
    minutes = dict.fromkeys(activities, 30)
    return record_contact(
        trajectory=trajectory, by=by, consult=consult(minutes=minutes, **changes)
    )


@pytest.fixture
def lacking(make_trajectory):
    """A child of thirteen who did not agree yet; the parents did."""
    return make_trajectory(child=THIRTEEN)


@pytest.mark.parametrize(
    "activity",
    ["kortdurende_behandeling", "opvoedondersteuning", "psycho_educatie",
     "overbruggingszorg"],
)  # fmt: skip
def test_treatment_waits_and_nothing_is_recorded(town, lacking, activity):
    with pytest.raises(Refused, match="waits for the consent of: young person"):
        hold(lacking, town.anna, activity, "administratie")

    assert not Contact.objects.exists()


@pytest.mark.parametrize(
    "activity", ["intake", "screening_triage", "overleg_huisarts", "administratie"]
)
def test_a_first_talk_judging_arranging_and_reporting_go_on(town, lacking, activity):
    assert hold(lacking, town.anna, activity).pk


def test_once_everyone_agreed_treatment_goes_on(town, lacking):
    agree_to_help(
        client=lacking.client, by=town.anna, giver="young_person", form="oral"
    )

    assert hold(lacking, town.anna, "kortdurende_behandeling").pk


def test_a_consent_that_was_taken_back_stops_it_at_once(town, make_trajectory):
    trajectory = make_trajectory()
    hold(trajectory, town.anna, "kortdurende_behandeling")

    take_back(trajectory.client.consents.get())

    with pytest.raises(Refused, match="waits for the consent of: parent"):
        hold(trajectory, town.anna, "kortdurende_behandeling")


def test_a_recorded_ground_stands_in_the_place_of_parents(town, make_trajectory):
    trajectory = make_trajectory(child=THIRTEEN, giver="young_person")
    note_ground(
        client=trajectory.client, by=town.anna, kind="disadvantage", words="Zo."
    )

    assert hold(trajectory, town.anna, "kortdurende_behandeling").pk


def test_what_counts_is_the_moment_of_the_talk(town, make_trajectory):
    trajectory = make_trajectory(child={"birth_date": date(2015, 6, 1)})
    take_back(trajectory.client.consents.get())
    note_presumption(
        client=trajectory.client,
        by=town.anna,
        happened_at=clock.now() - timedelta(hours=2),
        words="Nood.",
    )
    told = {"held_at": clock.now() - timedelta(hours=1)}

    assert hold(trajectory, town.anna, "overbruggingszorg", **told).pk
    before = {"held_at": clock.now() - timedelta(hours=3)}
    with pytest.raises(Refused, match="waits for the consent"):
        hold(trajectory, town.anna, "overbruggingszorg", **before)


def test_on_the_twelfth_birthday_the_young_person_is_asked(town, make_trajectory):
    birthday = clock.today() + timedelta(days=1)
    trajectory = make_trajectory(child={"birth_date": birthday.replace(year=2014)})
    assert hold(trajectory, town.anna, "kortdurende_behandeling").pk

    with (
        clock.at(clock.now() + timedelta(days=1)),
        pytest.raises(Refused, match="young person"),
    ):
        hold(trajectory, town.anna, "kortdurende_behandeling")
