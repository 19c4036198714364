import pytest

from dichtbij.care.actions import begin_consult, take_on_referral
from dichtbij.care.models import Trajectory
from dichtbij.scheduling.actions import cancel_appointment
from dichtbij.shared import clock
from dichtbij.shared.errors import Denied, Refused
from tests.conftest import NOW, minutes


def test_it_begins_now_and_stays_begun_then(town, make_appointment, stand_as, entries):
    appointment = make_appointment()
    stand_as(town.anna)
    take_on_referral(referral=appointment.referral, by=town.anna)

    begin_consult(appointment=appointment, by=town.anna)
    with clock.at(NOW + minutes(20)):
        begin_consult(appointment=appointment, by=town.anna)

    assert appointment.started_at == NOW
    assert len(entries(event_type="begin_consult")) == 2


def test_whoever_receives_a_family_has_taken_it_on(town, make_appointment, stand_as):
    appointment = make_appointment()
    stand_as(town.anna)

    begin_consult(appointment=appointment, by=town.anna)

    assert Trajectory.objects.get().practitioner == town.anna


def test_a_cancelled_appointment_does_not_begin(town, make_appointment, stand_as):
    appointment = make_appointment()
    cancel_appointment(appointment=appointment, by=town.gerda)
    stand_as(town.anna)

    with pytest.raises(Refused, match="no longer planned"):
        begin_consult(appointment=appointment, by=town.anna)


@pytest.mark.parametrize("other", ["carla", "gerda", "bram"])
def test_nobody_else_may_begin_it(town, make_appointment, stand_as, other):
    appointment = make_appointment()
    by = stand_as(getattr(town, other))

    with pytest.raises(Denied):
        begin_consult(appointment=appointment, by=by)
