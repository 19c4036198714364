from datetime import date, time, timedelta

import pytest

from dichtbij.scheduling.actions import close_days, lift_closure
from dichtbij.scheduling.diary import stranded
from dichtbij.scheduling.models import Appointment, Closure, PracticeDay
from dichtbij.scheduling.openings import free_slots
from dichtbij.shared import clock
from dichtbij.shared.errors import Denied, Refused
from tests.conftest import NOW

TODAY = NOW.date()


@pytest.fixture
def day(town):
    return PracticeDay.objects.get(practitioner=town.anna, weekday=1)


def close(day, by, **changes):
    told = {"first_on": TODAY, "last_on": TODAY, "reason": Closure.Reason.ILLNESS}
    return close_days(day=day, by=by, **(told | changes))


def test_nobody_is_booked_on_closed_days_and_lifting_opens_them(
    town, day, stand_as, entries
):
    by = stand_as(town.bram)

    closure = close(day, by, last_on=TODAY + timedelta(days=1))

    def first():
        return free_slots(
            programme=town.programme, practice_id=town.practice_noord.pk, limit=1
        )[0].starts.date()

    assert first() == date(2026, 3, 12)
    lift_closure(closure=closure, by=by)
    assert first() == TODAY
    assert len(entries(event_type="close_days")) == 1
    assert len(entries(event_type="lift_closure")) == 1


def test_what_was_planned_in_it_stays_and_is_listed_to_be_moved(
    town, day, make_appointment, stand_as
):
    appointment = make_appointment()
    by = stand_as(town.anna)
    assert not stranded().exists()

    closure = close(day, by)

    assert list(stranded()) == [appointment]
    assert Appointment.objects.get().status == Appointment.Status.BOOKED
    lift_closure(closure=closure, by=by)
    assert not stranded().exists()


@pytest.mark.parametrize(
    ("changes", "count"),
    [
        ({"starts": time(11)}, 1),
        ({"starts": time(11, 15)}, 0),
        ({"ends": time(10, 30)}, 0),
        ({"starts": time(10), "ends": time(12)}, 1),
        ({"whole_practice": True}, 1),
        ({"first_on": date(2026, 3, 11), "last_on": date(2026, 3, 20)}, 0),
    ],
)
def test_only_what_falls_in_the_closed_hours_is_stranded(
    town, day, make_appointment, stand_as, changes, count
):
    make_appointment()  # today from 10:30 to 11:15
    by = stand_as(town.anna)
    appointment = Appointment.objects.get()
    assert appointment.starts_at.astimezone(clock.AMSTERDAM).time() == time(10, 30)

    close(day, by, **changes)

    assert stranded().count() == count


def test_a_closure_ends_after_it_begins(town, day, stand_as):
    by = stand_as(town.bram)

    with pytest.raises(Refused, match="before the first"):
        close(day, by, last_on=TODAY - timedelta(days=1))

    assert not Closure.objects.exists()


@pytest.mark.parametrize("other", ["carla", "gerda", "henk", "dirk"])
def test_nobody_elsewhere_may_close_or_lift(town, day, stand_as, other):
    bram = stand_as(town.bram)
    closure = close(day, bram)
    by = stand_as(getattr(town, other))

    with pytest.raises(Denied):
        close(day, by)
    with pytest.raises(Denied):
        lift_closure(closure=closure, by=by)
