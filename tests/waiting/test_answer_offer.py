from datetime import timedelta
from types import SimpleNamespace

import pytest

from dichtbij.audit.doors import standing_at
from dichtbij.organisations.models import User
from dichtbij.outbox.models import Message
from dichtbij.scheduling.actions import book_appointment
from dichtbij.scheduling.models import Appointment, SlotHold, WaitingEntry
from dichtbij.scheduling.openings import free_slots
from dichtbij.shared import clock
from dichtbij.shared.errors import Busy, Denied, Refused
from dichtbij.waiting.actions import (
    accept_offer,
    decline_offer,
    make_offer,
    note_answer,
    withdraw_offer,
)
from dichtbij.waiting.jobs import expire_offers
from tests.conftest import NOW
from tests.waiting.conftest import as_family


@pytest.fixture
def parent(town):
    return User.objects.create_user("ouder@familie.example", "Ouder")


@pytest.fixture
def offer(town, make_waiting, slot):
    return make_offer(entry=make_waiting(), by=town.anna, slot=slot)


@pytest.fixture
def stand_at_home(offer, stand_as, parent):
    """Stand as the parent."""
    place = as_family(offer.client)
    parent.membership = SimpleNamespace(place=lambda: place)
    stand_as(parent)
    return parent


def test_yes_books_the_time_and_ends_the_waiting(
    town, offer, slot, stand_at_home, stand_as, entries
):
    accept_offer(offer=offer, by=stand_at_home)

    stand_as(town.anna)
    (booked,) = Appointment.objects.filter(status="booked")
    assert (booked.starts_at, booked.first) == (slot.starts, True)
    assert (offer.status, offer.appointment) == ("accepted", booked)
    assert WaitingEntry.objects.get().ended_by == "booked"
    assert SlotHold.objects.get().ended_at is not None
    assert Message.objects.filter(kind="appointment_family").count() == 1
    assert Message.objects.filter(kind="referral_changed", user=town.anna).exists()
    assert len(entries(event_type="accept_offer")) == 1


def test_yes_twice_books_once(offer, stand_at_home):
    accept_offer(offer=offer, by=stand_at_home)

    with pytest.raises(Refused, match="accepted already"):
        accept_offer(offer=offer, by=stand_at_home)

    assert Appointment.objects.count() == 1


def test_no_leaves_the_family_in_its_place_and_the_time_free(
    town, offer, slot, stand_at_home, stand_as, entries
):
    decline_offer(offer=offer, by=stand_at_home)

    stand_as(town.anna)
    entry = WaitingEntry.objects.get()
    assert (entry.ended_at, entry.since_at) == (None, offer.entry.since_at)
    assert offer.status == "declined"
    assert slot in free_slots(programme=town.programme, practice_id=slot.practice)
    assert len(entries(event_type="decline_offer")) == 1
    with pytest.raises(Refused, match="declined already"):
        note_answer(offer=offer, by=town.anna, accepted=True)


def test_after_the_term_the_answer_is_that_it_is_over(offer, stand_at_home):
    with clock.at(NOW + timedelta(hours=4)):
        with pytest.raises(Refused, match="time to answer is over"):
            accept_offer(offer=offer, by=stand_at_home)
        with pytest.raises(Refused, match="time to answer is over"):
            decline_offer(offer=offer, by=stand_at_home)

    assert not Appointment.objects.exists()


def test_an_offer_that_was_taken_back_is_said_to_be(
    town, offer, slot, stand_as, stand_at_home
):
    stand_as(town.anna)
    withdraw_offer(offer=offer, by=town.anna)
    assert slot in free_slots(programme=town.programme, practice_id=slot.practice)
    stand_as(stand_at_home)

    with pytest.raises(Refused, match="took this proposal back"):
        accept_offer(offer=offer, by=stand_at_home)


def test_an_accepted_offer_cannot_be_taken_back(town, offer, stand_at_home, stand_as):
    accept_offer(offer=offer, by=stand_at_home)
    stand_as(town.anna)

    with pytest.raises(Refused, match="accepted already"):
        withdraw_offer(offer=offer, by=town.anna)

    assert Appointment.objects.get().status == "booked"


def test_an_answer_by_telephone_is_noted_by_staff(town, offer, entries):
    note_answer(offer=offer, by=town.anna, accepted=True)

    assert Appointment.objects.get().booked_by == town.anna
    assert len(entries(event_type="note_answer")) == 1
    assert not Message.objects.filter(kind="referral_changed", user=town.anna).exists()


def test_who_was_planned_meanwhile_is_not_planned_twice(
    town, offer, slot, stand_as, stand_at_home
):
    stand_as(town.gerda)
    other = free_slots(programme=town.programme, practice_id=slot.practice)[0]
    book_appointment(referral=offer.entry.referral, by=town.gerda, slot=other)
    stand_as(stand_at_home)

    with pytest.raises(Refused, match="no longer waits"):
        accept_offer(offer=offer, by=stand_at_home)

    assert Appointment.objects.count() == 1


def test_a_time_that_is_gone_after_all_leaves_the_offer_as_it_was(
    town, offer, slot, make_referral, stand_as, stand_at_home
):
    SlotHold.objects.update(until_at=NOW)
    stand_as(town.gerda)
    other = make_referral(child={"given_name": "Ander"})
    book_appointment(referral=other, by=town.gerda, slot=slot)
    stand_as(stand_at_home)

    with pytest.raises(Busy):
        accept_offer(offer=offer, by=stand_at_home)

    offer.refresh_from_db()
    assert offer.status == "offered"


@pytest.mark.django_db
def test_the_night_ends_what_nobody_answered_and_twice_is_once(
    town, offer, slot, stand_as, entries
):
    with standing_at(town.anna.membership.place()):
        pass
    expire_offers()
    offer.refresh_from_db()
    assert offer.status == "offered"

    with clock.at(NOW + timedelta(hours=5)):
        expire_offers()
        expire_offers()

    stand_as(town.anna)
    offer.refresh_from_db()
    assert offer.status == "expired"
    assert WaitingEntry.objects.get().ended_at is None
    assert len(entries(event_type="expire_offer")) == 1


@pytest.mark.parametrize("other", ["carla", "cees", "gerda", "henk", "dirk"])
def test_others_may_not(town, offer, stand_as, other):
    by = stand_as(getattr(town, other))

    for act in (accept_offer, decline_offer, withdraw_offer):
        with pytest.raises(Denied):
            act(offer=offer, by=by)


def test_staff_do_not_answer_as_the_family(town, offer):
    with pytest.raises(Denied):
        accept_offer(offer=offer, by=town.anna)
