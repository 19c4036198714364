from datetime import date

import pytest

from dichtbij.care.actions import miss_appointment
from dichtbij.care.models import Task
from dichtbij.scheduling.models import Appointment
from dichtbij.shared import clock
from dichtbij.shared.errors import Denied, Refused


@pytest.mark.parametrize(
    ("with_notice", "status"), [(True, "no_show_notice"), (False, "no_show")]
)
def test_the_family_that_did_not_come_is_called(
    town, make_appointment, stand_as, entries, with_notice, status
):
    appointment = make_appointment()
    stand_as(town.anna)

    with clock.at(appointment.ends_at):
        miss_appointment(appointment=appointment, by=town.anna, with_notice=with_notice)

    assert appointment.status == status
    task = Task.objects.get()
    assert (task.kind, task.owner, task.due_on) == (
        Task.Kind.CALL,
        town.anna,
        date(2026, 3, 12),
    )
    assert len(entries(event_type="miss_appointment")) == 1


def test_nobody_is_missed_before_the_time(town, make_appointment, stand_as):
    appointment = make_appointment()
    stand_as(town.anna)

    with pytest.raises(Refused, match="not begun"):
        miss_appointment(appointment=appointment, by=town.anna, with_notice=False)

    appointment.refresh_from_db()
    assert appointment.status == Appointment.Status.BOOKED
    assert not Task.objects.exists()


def test_it_is_noted_once(town, make_appointment, stand_as):
    appointment = make_appointment()
    stand_as(town.anna)
    miss_appointment(appointment=appointment, by=town.anna, with_notice=True)

    with pytest.raises(Refused, match="no longer planned"):
        miss_appointment(appointment=appointment, by=town.anna, with_notice=True)

    assert Task.objects.count() == 1


@pytest.mark.parametrize("other", ["carla", "henk"])
def test_nobody_else_may_note_it(town, make_appointment, stand_as, other):
    appointment = make_appointment()
    by = stand_as(getattr(town, other))

    with pytest.raises(Denied):
        miss_appointment(appointment=appointment, by=by, with_notice=True)
