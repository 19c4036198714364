"""The wizard: six steps, nothing is made before the last, sent twice is once."""

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from dichtbij.organisations.models import Organisation
from dichtbij.programmes.models import ListedPractice, Participation
from dichtbij.scheduling.models import PracticeDay, Room
from dichtbij.shared.permissions import Role
from tests.conftest import member

WIZARD = reverse("add_practice")


@pytest.fixture
def desk(town, lotte, sign_in):
    """A browser in which lotte walks the wizard; a step is a number and answers."""
    browser = sign_in(lotte)

    def step(number, answers=None, **more):
        told = {"once": str(uuid4())} | (answers or {}) | more
        return browser.post(f"{WIZARD}?stap={number}", told)

    step.get = browser.get
    return step


def steps(town, west, practitioner, **changes):
    told = {
        1: {
            "listed": west.pk if west else "",
            "municipality": "0166",
            "employer": town.employer_noord.pk,
        },
        2: {"room": "kamer 1", "weekday": "0", "starts": "09:00", "ends": "12:30"},
        3: {"practitioner": practitioner.pk},
        4: {"starts_on": "2026-04-01"},
        5: {},
        6: {},
    }
    for number, more in changes.items():
        told[int(number[1:])] |= more
    return told


def made():
    return (
        Participation.objects.count(),
        Room.objects.count(),
        PracticeDay.objects.count(),
        ListedPractice.objects.count(),
        Organisation.objects.count(),
    )


def test_six_steps_let_a_practice_take_part_with_a_room_and_a_day(town, west, desk):
    before = made()
    for number, answers in steps(town, west, town.anna).items():
        assert made() == before, f"something was made before step {number}"
        answer = desk(number, answers)
        assert answer.status_code == 302

    joined = Participation.objects.get(practice=west.practice)
    day = PracticeDay.objects.get(practice=west.practice)
    assert answer.headers["Location"] == reverse(
        "programme_practice", args=[west.practice.uuid]
    )
    assert (joined.holder, joined.starts_on) == (town.employer_noord, date(2026, 4, 1))
    assert (day.practitioner, day.weekday, day.valid_from) == (
        town.anna,
        0,
        date(2026, 4, 1),
    )
    assert day.room.name == "kamer 1"


def test_a_practice_that_was_not_listed_gets_on_the_list_with_its_source(town, desk):
    new = {"listed": "", "name": "Praktijk Oost", "town": "Kampen"}
    without = desk(1, steps(town, None, town.anna)[1], **new)
    assert "Say where this comes from." in without.content.decode()

    told = steps(town, None, town.anna, _1=new | {"source": "Lijst van de gemeente"})
    for number, answers in told.items():
        desk(number, answers)

    listed = ListedPractice.objects.get(practice__name="Praktijk Oost")
    assert listed.source == "Lijst van de gemeente"
    assert Participation.objects.filter(practice=listed.practice).count() == 1


def test_back_shows_what_was_told_and_a_later_answer_counts(town, west, desk):
    told = steps(town, west, town.anna)
    for number in (1, 2, 3):
        desk(number, told[number])

    page = desk.get(f"{WIZARD}?stap=2").content.decode()
    assert 'value="kamer 1"' in page

    desk(2, told[2] | {"room": "kamer 9"})
    for number in (3, 4, 5, 6):
        desk(number, told[number])
    assert PracticeDay.objects.get(practice=west.practice).room.name == "kamer 9"


def test_a_step_cannot_be_skipped(town, west, desk):
    page = desk.get(f"{WIZARD}?stap=6").content.decode()
    assert "Step 1 of 6" in page

    desk(1, steps(town, west, town.anna)[1])
    assert "Step 2 of 6" in desk.get(f"{WIZARD}?stap=6").content.decode()


def test_sent_twice_there_is_one(town, west, desk):
    told = steps(town, west, town.anna)
    for number in range(1, 6):
        desk(number, told[number])
    once = {"once": str(uuid4())}

    first, again = desk(6, once), desk(6, once)

    assert first.headers["Location"] == again.headers["Location"]
    assert Participation.objects.filter(practice=west.practice).count() == 1
    assert PracticeDay.objects.filter(practice=west.practice).count() == 1


def test_a_clash_is_said_and_leaves_nothing_behind(town, west, desk):
    clash = {"weekday": "1", "starts": "09:00", "ends": "12:00"}  # anna is in Noord
    told = steps(town, west, town.anna, _2=clash)
    before = made()
    for number, answers in told.items():
        answer = desk(number, answers)

    assert "already works somewhere in these hours" in answer.content.decode()
    assert made() == before


def test_without_a_practitioner_the_day_waits(town, west, desk):
    told = steps(town, west, town.anna, _3={"practitioner": ""})
    for number, answers in told.items():
        desk(number, answers)

    assert Room.objects.filter(practice=west.practice).count() == 1
    assert not PracticeDay.objects.filter(practice=west.practice).exists()


def test_the_days_of_another_employer_are_left_to_it(town, west, desk):
    told = steps(town, west, town.anna, _1={"employer": town.employer_zuid.pk})
    desk(1, told[1])
    page = desk.get(f"{WIZARD}?stap=2").content.decode()
    for number in range(2, 7):
        desk(number, told[number])

    assert "plans its own days" in page
    joined = Participation.objects.get(practice=west.practice)
    assert joined.holder == town.employer_zuid
    assert not Room.objects.filter(practice=west.practice).exists()


def test_the_agreement_that_is_missing_is_named(town, west, desk):
    told = steps(town, west, town.anna)
    for number in range(1, 5):
        desk(number, told[number])

    page = desk.get(f"{WIZARD}?stap=5").content.decode()

    assert "no agreement with Werkgever Noord is in force" in page


def test_a_practitioner_who_was_invited_can_be_chosen(town, west, desk):
    nina = member(town, "nina", Role.PRACTITIONER, town.employer_noord)
    nina.membership.state = "invited"
    nina.membership.save()
    desk(1, steps(town, west, town.anna)[1])
    desk(2, steps(town, west, town.anna)[2])

    page = desk.get(f"{WIZARD}?stap=3").content.decode()

    assert "Nina" in page
    assert "Carla" not in page
