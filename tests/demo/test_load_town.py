"""Is a town written, remembered and continued, whatever visitors did meanwhile?"""

from datetime import time, timedelta

import pytest

from dichtbij.audit import log
from dichtbij.audit.doors import standing_at
from dichtbij.care.models import Contact, Task
from dichtbij.demo import loading
from dichtbij.demo.loading import OtherTown, continue_town, history, load_town
from dichtbij.demo.places import haarlem, kampen
from dichtbij.organisations.models import Membership, User
from dichtbij.programmes.models import ListedPractice, Participation, Programme
from dichtbij.referrals.models import Referral
from dichtbij.scheduling.actions import cancel_appointment
from dichtbij.scheduling.models import Appointment, WaitingEntry
from dichtbij.shared import calendar, clock
from tests.conftest import NOW

PERSONAS = {
    "huisarts-kampen": "gp",
    "assistent-kampen": "practice_assistant",
    "poh-kampen": "practitioner",
    "teamleider-kampen": "team_lead",
    "projectleider-kampen": "project_leader",
    "gemeente-kampen": "municipal_officer",
    "huisarts-haarlem": "gp",
    "poh-haarlem": "practitioner",
    "teamleider-haarlem": "team_lead",
    "gemeente-haarlem": "municipal_officer",
    "ouder": "parent",
    "jongere": "young_person",
    "partner-school": "partner",
    "privacy": "privacy_officer",
    "beheer": "platform_admin",
}
LATER = NOW + timedelta(hours=3)  # the town stands still at half past ten


@pytest.fixture
def small_town(db):
    with clock.at(LATER):
        return load_town(scale=0.05, weeks=9)


def place_of(persona: str):
    membership = Membership.objects.select_related("organisation").get(
        user__persona=persona
    )
    return membership.place()


def todays(persona: str, day) -> list[Appointment]:
    user = User.objects.get(persona=persona)
    with standing_at(place_of(persona)):
        return list(Appointment.objects.visible_to(user).between(day, day))


def chains_hold() -> bool:
    keys = [None, *Programme.objects.values_list("pk", flat=True)]
    return all(log.first_break(key) is None for key in keys)


def test_each_persona_has_one_membership_of_its_role(small_town):
    found = {
        one.user.persona: one.role
        for one in Membership.objects.exclude(user__persona="").select_related("user")
    }

    assert found == PERSONAS
    for key in PERSONAS:
        assert User.objects.get(persona=key).email == f"{key}@demo.example"


@pytest.mark.parametrize("persona", ["poh-kampen", "poh-haarlem"])
def test_the_day_of_a_practitioner_is_full_in_the_database_too(small_town, persona):
    user = User.objects.get(persona=persona)

    with clock.at(LATER), standing_at(place_of(persona)):
        today = todays(persona, clock.today())
        undecided = Referral.objects.visible_to(user).undecided().count()
        waiting = WaitingEntry.objects.visible_to(user).open().count()
        overdue = Task.objects.visible_to(user).overdue(clock.today()).count()

    states = {one.status for one in today}
    assert {"held", "booked"} <= states
    assert len(today) >= 3
    assert undecided >= 2
    assert waiting
    assert overdue


def test_nothing_in_the_town_lies_after_the_moment_it_stands_still(small_town):
    stands_still = calendar.at_local(calendar.local(NOW).date(), time(10, 30))

    for slug in small_town.programmes:
        with standing_at(small_town.whole_programme(slug)):
            assert Contact.objects.exists()
            assert not Contact.objects.filter(recorded_at__gt=stands_still).exists()
            assert not Referral.objects.filter(received_at__gt=stands_still).exists()
    assert history().until == stands_still


def test_haarlem_lists_33_practices_and_thirty_take_part(db):
    with clock.at(LATER):
        load_town(weeks=1)

    listed = ListedPractice.objects.filter(programme__slug="haarlem")
    takes_part = Participation.objects.filter(programme__slug="haarlem")
    assert listed.count() == len(haarlem().practices) == 33
    assert takes_part.count() == 30
    assert set(listed.values_list("source", flat=True)) == {"demo, verzonnen lijst"}
    names = Participation.objects.filter(programme__slug="kampen").values_list(
        "practice__name", "holder__name"
    )
    assert set(names) == {
        ("Berent Avercamppraktijk", "Mindfit"),
        ("Hanzepraktijk", "Accare"),
        ("Goedzorg", "Dimence"),
    }
    assert len(kampen().practices) == 3


def test_a_town_is_not_written_over_a_programme(small_town):
    with clock.at(LATER), pytest.raises(OtherTown):
        load_town(scale=0.05, weeks=9)


def test_a_second_start_on_the_same_day_adds_nothing(small_town):
    with clock.at(LATER + timedelta(hours=2)):
        assert continue_town() == 0

    assert len(history().started_on) == 1


@pytest.mark.parametrize("persona", ["poh-kampen", "poh-haarlem"])
def test_a_start_on_a_later_day_plays_the_days_between(small_town, persona):
    two_days_later = LATER + timedelta(days=2)

    with clock.at(two_days_later):
        assert continue_town() > 20

    with clock.at(two_days_later):
        day = clock.today()
        assert len(todays(persona, day)) >= 3
        assert continue_town() == 0
    assert len(history().started_on) == 2
    assert chains_hold()


def test_what_a_visitor_changed_is_left_alone(small_town):
    with clock.at(LATER), standing_at(place_of("poh-kampen")):
        by = User.objects.get(persona="poh-kampen")
        planned = Appointment.objects.visible_to(by).filter(status="booked")
        cancelled = [
            cancel_appointment(appointment=one, by=by).pk
            for one in planned.order_by("starts_at")
        ]

    with clock.at(LATER + timedelta(days=7)):
        continue_town()

    with standing_at(place_of("poh-kampen")):
        still = Appointment.objects.filter(pk__in=cancelled, status="cancelled")
        assert still.count() == len(cancelled) >= 3
        assert not Contact.objects.filter(appointment__in=cancelled).exists()
        assert Contact.objects.filter(recorded_at__gt=LATER).exists()
    assert chains_hold()


def test_a_town_of_another_version_stands_still(small_town, monkeypatch):
    monkeypatch.setattr(loading, "version", lambda: "another")

    with clock.at(LATER + timedelta(days=1)), pytest.raises(OtherTown):
        continue_town()


def test_progress_is_told_until_all_is_written(db):
    told: dict[str, list[tuple[int, int]]] = {}

    with clock.at(LATER):
        load_town(
            scale=0.05,
            weeks=2,
            progress=lambda what, done, total: told.setdefault(what, []).append(
                (done, total)
            ),
        )

    done, total = told["writing"][-1]
    assert done == total > 0
