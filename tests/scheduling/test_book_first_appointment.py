"""A first conversation is planned once, and missing it makes the next one the first."""

from datetime import timedelta

import pytest

from dichtbij.referrals.models import ReferralEvent
from dichtbij.referrals.stages import stage_of
from dichtbij.scheduling.actions import (
    book_appointment,
    book_first_appointment,
    move_appointment,
    note_no_show,
)
from dichtbij.scheduling.models import Appointment
from dichtbij.scheduling.openings import free_slots
from dichtbij.shared import clock
from dichtbij.shared.errors import Denied, Refused


def slots_for(referral):
    return free_slots(programme=referral.programme, practice_id=referral.practice_id)


def test_a_second_window_hears_that_it_is_planned(make_referral, gerda):
    referral = make_referral()
    early, late = slots_for(referral)[:2]
    book_first_appointment(referral=referral, by=gerda, slot=early)

    with pytest.raises(Refused, match="already planned"):
        book_first_appointment(referral=referral, by=gerda, slot=late)

    assert Appointment.objects.count() == 1


def test_another_practice_books_nothing_here(make_referral, stand_as, gijs):
    referral = make_referral()
    slot = slots_for(referral)[0]
    stand_as(gijs)

    with pytest.raises(Denied):
        book_first_appointment(referral=referral, by=gijs, slot=slot)


def test_after_a_missed_conversation_the_next_one_is_planned_again(
    make_referral, stand_as, gerda, anna
):
    referral = make_referral()
    missed = book_first_appointment(
        referral=referral, by=gerda, slot=slots_for(referral)[0]
    )
    stand_as(anna)
    with clock.at(missed.starts_at + timedelta(minutes=20)):
        note_no_show(appointment=missed, by=anna, with_notice=False)
        slot = slots_for(referral)[-1]

        again = book_appointment(referral=referral, by=anna, slot=slot)

    assert again.first
    assert stage_of(referral).concerns_at == slot.starts
    booked = referral.events.filter(kind=ReferralEvent.Kind.BOOKED)
    assert booked.count() == 2


@pytest.mark.parametrize("tell", [True, False])
def test_whoever_moves_an_appointment_decides_whether_the_family_hears(
    make_appointment, gerda, tell
):
    appointment = make_appointment()
    before = appointment.client.messages.count()
    slot = slots_for(appointment.referral)[1]

    move_appointment(appointment=appointment, by=gerda, slot=slot, tell_family=tell)

    assert appointment.client.messages.count() - before == int(tell)
