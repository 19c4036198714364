import pytest

from dichtbij.audit.models import Entry
from dichtbij.clients.models import CareRelation
from dichtbij.outbox.models import Message
from dichtbij.referrals.models import ReferralEvent
from dichtbij.scheduling.actions import book_appointment
from dichtbij.scheduling.models import Appointment
from dichtbij.scheduling.openings import free_slots
from dichtbij.shared.errors import Busy, Denied


def test_the_first_free_time_is_booked_and_firm(town, make_referral, entries):
    referral = make_referral()
    slot = free_slots(
        programme=town.programme, practice_id=town.practice_noord.pk, limit=1
    )[0]

    appointment = book_appointment(referral=referral, by=town.gerda, slot=slot)

    assert appointment.first
    assert appointment.status == Appointment.Status.BOOKED
    assert [e.kind for e in referral.events.all()] == [
        ReferralEvent.Kind.RECEIVED,
        ReferralEvent.Kind.BOOKED,
    ]
    assert CareRelation.objects.filter(
        client=referral.client, practitioner=town.anna, reason="own"
    ).exists()
    assert Message.objects.filter(kind="appointment_family").count() == 1
    assert [e.action_code for e in entries(event_type="book_appointment")] == [
        Entry.ActionCode.CREATE
    ]


def test_the_same_time_is_refused_to_a_second_family(town, make_referral):
    first, second = (
        make_referral(),
        make_referral(child={"given_name": "Ander", "family_name": "Testkind"}),
    )
    slot = free_slots(
        programme=town.programme, practice_id=town.practice_noord.pk, limit=1
    )[0]
    book_appointment(referral=first, by=town.gerda, slot=slot)

    with pytest.raises(Busy):
        book_appointment(referral=second, by=town.gerda, slot=slot)

    assert Appointment.objects.count() == 1


def test_the_gp_of_another_practice_may_not_book(town, make_referral, stand_as):
    referral = make_referral()
    slot = free_slots(
        programme=town.programme, practice_id=town.practice_noord.pk, limit=1
    )[0]

    stand_as(town.gijs)

    with pytest.raises(Denied):
        book_appointment(referral=referral, by=town.gijs, slot=slot)
    assert not Appointment.objects.exists()
