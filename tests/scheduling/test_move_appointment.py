from datetime import timedelta

import pytest

from dichtbij.outbox.models import Message
from dichtbij.referrals.models import ReferralEvent
from dichtbij.scheduling.actions import (
    book_appointment,
    cancel_appointment,
    move_appointment,
)
from dichtbij.scheduling.models import Appointment, Closure
from dichtbij.scheduling.openings import free_slots, slot_of
from dichtbij.shared import clock
from dichtbij.shared.errors import Busy, Denied, Refused


def slots(town, limit=4):
    return free_slots(
        programme=town.programme, practice_id=town.practice_noord.pk, limit=limit
    )


def test_it_stands_at_the_new_time_and_the_timeline_says_so(
    town, make_appointment, entries
):
    appointment = make_appointment()
    old, new = slot_of(appointment), slots(town)[2]

    move_appointment(appointment=appointment, by=town.gerda, slot=new)

    assert slot_of(Appointment.objects.get()) == new
    event = appointment.referral.events.last()
    assert (event.kind, event.concerns_at) == (ReferralEvent.Kind.MOVED, new.starts)
    assert Message.objects.filter(kind="appointment_changed_family").count() == 1
    assert old in slots(town)
    assert len(entries(event_type="move_appointment")) == 1


def test_a_taken_time_is_refused_and_nothing_moves(
    town, make_appointment, make_referral
):
    appointment = make_appointment()
    other = make_referral(child={"given_name": "Ander", "family_name": "Testkind"})
    taken = slots(town)[0]
    book_appointment(referral=other, by=town.gerda, slot=taken)

    with pytest.raises(Busy):
        move_appointment(appointment=appointment, by=town.gerda, slot=taken)

    assert Appointment.objects.get(pk=appointment.pk).starts_at != taken.starts


def test_of_two_who_move_it_one_wins(town, make_appointment):
    appointment = make_appointment()
    seen_by_other = Appointment.objects.get(pk=appointment.pk)
    first, second = slots(town)[1:3]
    move_appointment(appointment=appointment, by=town.gerda, slot=first)

    with pytest.raises(Refused, match="changed meanwhile"):
        move_appointment(appointment=seen_by_other, by=town.gerda, slot=second)

    assert slot_of(Appointment.objects.get()) == first


def test_only_a_time_that_a_practice_day_offers(town, make_appointment):
    appointment = make_appointment()
    slot = slots(town)[0]
    night = slot._replace(
        starts=slot.starts + timedelta(hours=9), ends=slot.ends + timedelta(hours=9)
    )

    with pytest.raises(Refused, match="no longer a time"):
        move_appointment(appointment=appointment, by=town.gerda, slot=night)


def test_not_to_a_day_that_was_closed_meanwhile(town, make_appointment):
    appointment = make_appointment()
    slot = slots(town)[-1]
    Closure.objects.create(
        programme=town.programme,
        holder=town.employer_noord,
        practitioner=town.anna,
        first_on=clock.today(),
        last_on=clock.today() + timedelta(days=30),
        reason=Closure.Reason.ILLNESS,
    )

    with pytest.raises(Refused, match="no longer a time"):
        move_appointment(appointment=appointment, by=town.gerda, slot=slot)


def test_a_cancelled_one_does_not_move(town, make_appointment):
    appointment = make_appointment()
    cancel_appointment(appointment=appointment, by=town.gerda)

    with pytest.raises(Refused, match="changed meanwhile"):
        move_appointment(appointment=appointment, by=town.gerda, slot=slots(town)[1])


@pytest.mark.parametrize("other", ["carla", "gijs", "bram", "dirk"])
def test_nobody_elsewhere_may_move_it(town, make_appointment, stand_as, other):
    appointment = make_appointment()
    slot = slots(town)[1]
    by = stand_as(getattr(town, other))

    with pytest.raises(Denied):
        move_appointment(appointment=appointment, by=by, slot=slot)
