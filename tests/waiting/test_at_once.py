"""Of two who act on one offer or one time at the same moment, one wins (issue 4)."""

import os
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections
from django.utils import translation

from dichtbij.audit.doors import standing_at
from dichtbij.organisations.models import User
from dichtbij.scheduling.actions import put_on_waiting_list, refer_child
from dichtbij.scheduling.models import Appointment, SlotHold, WaitingEntry
from dichtbij.scheduling.openings import free_slots
from dichtbij.shared import clock
from dichtbij.shared.errors import Refused
from dichtbij.waiting.actions import accept_offer, make_offer, withdraw_offer
from dichtbij.waiting.models import Offer
from tests import live
from tests.conftest import NOW, child
from tests.waiting.conftest import as_family

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 3


@pytest.fixture(autouse=True)
def empty_again(transactional_db):
    """Take away what was really committed: the app role may not."""
    yield
    connections.close_all()
    with live.superuser(os.environ["DICHTBIJ_TEST_DATABASE"]) as judge:
        found = judge.execute(
            "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') "
            "AND relname LIKE 'dichtbij\\_%' AND relname <> 'dichtbij_municipality'"
        )
        tables = ", ".join(name for (name,) in found)
        judge.execute(f"TRUNCATE {tables} CASCADE".encode())


def at_once(*acts):
    """Run each act on a connection of its own; return "done" or the refusal."""
    barrier = Barrier(len(acts))

    def run(act):
        place, do = act
        try:
            with clock.at(NOW), translation.override("en"), standing_at(place):
                barrier.wait(20)
                do()
            return "done"
        except Refused as refusal:
            return str(refusal)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def wait(town, name):
    referral = refer_child(
        participation=town.participation_noord,
        by=town.gerda,
        child=child(given_name=name),
        questions=["EMO-ANG"],
        sentence="Slaapt slecht.",
        giver="parents",
    )
    return put_on_waiting_list(referral=referral, by=town.gerda)


@pytest.fixture
def noord(town):
    """Two families that wait, and the free times of Noord."""
    with standing_at(town.gerda.membership.place()):
        town.entries = [wait(town, "Eerste"), wait(town, "Tweede")]
        town.slots = free_slots(
            programme=town.programme, practice_id=town.practice_noord.pk, limit=9
        )[-ROUNDS:]
    town.place = town.anna.membership.place()
    town.parent = User.objects.create_user("ouder@familie.example", "Ouder")
    return town


def rows(town, model, **criteria):
    with standing_at(town.place):
        return model.objects.filter(**criteria).count()


def test_of_two_who_offer_the_same_time_one_does(noord):
    slot = noord.slots[0]
    lead = noord.bram.membership.place()
    first, second = noord.entries

    answers = at_once(
        (noord.place, lambda: make_offer(entry=first, by=noord.anna, slot=slot)),
        (
            lead,
            lambda: make_offer(entry=second, by=noord.bram, slot=slot, why="agreed"),
        ),
    )

    assert sorted(answers)[0].startswith("This time is kept until")
    assert answers.count("done") == 1
    assert rows(noord, Offer, status="offered") == rows(noord, SlotHold) == 1


def test_one_family_is_offered_one_time_by_two_at_once(noord):
    first = noord.entries[0]
    lead = noord.bram.membership.place()

    answers = at_once(
        (
            noord.place,
            lambda: make_offer(entry=first, by=noord.anna, slot=noord.slots[0]),
        ),
        (lead, lambda: make_offer(entry=first, by=noord.bram, slot=noord.slots[1])),
    )

    assert answers.count("done") == 1
    assert any("has another offer now" in one for one in answers)
    assert rows(noord, Offer) == rows(noord, SlotHold) == 1


def offered_to(town, slot):
    with standing_at(town.place):
        return make_offer(entry=town.entries[0], by=town.anna, slot=slot)


def same(town, offer):
    """Return the offer as another window reads it."""
    with standing_at(town.place):
        return Offer.objects.select_related(
            "entry__referral", "client", "made_by", "practitioner"
        ).get(pk=offer.pk)


def test_a_family_accepts_while_it_is_withdrawn(noord):
    offer = offered_to(noord, noord.slots[0])
    home, staff = same(noord, offer), same(noord, offer)

    answers = at_once(
        (
            as_family(offer.client),
            lambda: accept_offer(offer=home, by=noord.parent),
        ),
        (noord.place, lambda: withdraw_offer(offer=staff, by=noord.anna)),
    )

    assert answers.count("done") == 1
    booked = rows(noord, Appointment, status="booked")
    waits = rows(noord, WaitingEntry, ended_at=None, referral=offer.entry.referral)
    assert booked + waits == 1
    if booked:
        assert answers[1].startswith("This proposal was accepted already.")
    else:
        assert answers[0].startswith("The practice took this proposal back.")


def test_two_acceptances_are_one_appointment(noord):
    offer = offered_to(noord, noord.slots[0])
    place = as_family(offer.client)
    windows = [same(noord, offer) for _ in range(4)]

    answers = at_once(
        *(
            (place, lambda one=one: accept_offer(offer=one, by=noord.parent))
            for one in windows
        )
    )

    assert answers.count("done") == 1
    assert {one for one in answers if one != "done"} == {
        "This proposal was accepted already. The appointment is planned."
    }
    assert rows(noord, Appointment) == 1
