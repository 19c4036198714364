import pytest

from dichtbij.outbox.models import Message
from dichtbij.referrals.models import ReferralEvent
from dichtbij.scheduling.actions import cancel_appointment, note_no_show
from dichtbij.scheduling.models import Appointment, WaitingEntry
from dichtbij.scheduling.openings import free_slots, slot_of
from dichtbij.shared import clock
from dichtbij.shared.errors import Denied, Refused


@pytest.mark.parametrize(("told", "mails"), [(True, 1), (False, 0)])
def test_the_time_is_free_again_and_the_family_waits_again(
    town, make_appointment, entries, told, mails
):
    appointment = make_appointment()

    cancel_appointment(appointment=appointment, by=town.gerda, tell_family=told)

    assert appointment.status == Appointment.Status.CANCELLED
    assert WaitingEntry.objects.open().get().referral == appointment.referral
    assert slot_of(appointment) in free_slots(
        programme=town.programme, practice_id=town.practice_noord.pk
    )
    assert Message.objects.filter(kind="appointment_changed_family").count() == mails
    assert appointment.referral.events.last().kind == ReferralEvent.Kind.CANCELLED
    assert len(entries(event_type="cancel_appointment")) == 1


def test_it_is_cancelled_once(town, make_appointment):
    appointment = make_appointment()
    cancel_appointment(appointment=appointment, by=town.gerda)

    with pytest.raises(Refused, match="no longer planned: cancelled"):
        cancel_appointment(appointment=appointment, by=town.gerda)


def test_a_missed_appointment_keeps_its_time_and_says_so(
    town, make_appointment, stand_as, entries
):
    appointment = make_appointment()
    stand_as(town.anna)
    with clock.at(appointment.ends_at):
        note_no_show(appointment=appointment, by=town.anna, with_notice=False)

    assert appointment.status == Appointment.Status.NO_SHOW
    assert appointment.referral.events.last().kind == ReferralEvent.Kind.NO_SHOW
    assert len(entries(event_type="note_no_show")) == 1


@pytest.mark.parametrize("other", ["carla", "gijs", "bram", "dirk"])
def test_nobody_elsewhere_may_cancel_it(town, make_appointment, stand_as, other):
    appointment = make_appointment()
    by = stand_as(getattr(town, other))

    with pytest.raises(Denied):
        cancel_appointment(appointment=appointment, by=by)
    with pytest.raises(Denied):
        note_no_show(appointment=appointment, by=by, with_notice=True)
