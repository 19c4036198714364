"""Does a programme that stops take nobody in after its last day, and lose nobody?"""

from datetime import date, timedelta

import pytest

from dichtbij.decisions.jobs import end_programmes
from dichtbij.programmes.models import Participation, Programme
from dichtbij.scheduling.models import Appointment, PracticeDay
from dichtbij.shared import clock
from dichtbij.shared.errors import Refused
from dichtbij.shared.walls import Standing, stand
from dichtbij.transitions.jobs import guard_transitions
from dichtbij.transitions.models import Transition
from tests.conftest import NOW
from tests.decisions.conftest import take

LAST_ON = date(2026, 6, 30)
LATER = NOW.replace(month=7, day=7)


def transitions(town):
    where = Standing(
        user_id=0,
        role="system",
        programme_id=town.programme.pk,
        holders=(town.employer_noord.pk, town.employer_zuid.pk),
    )
    with stand(where):
        return list(Transition.objects.order_by("pk"))


def test_each_practice_takes_part_until_the_last_day(town, heard, dirk, entries):
    take(heard, dirk, "stopped")

    assert {one.ends_on for one in Participation.objects.all()} == {LAST_ON}
    assert {one.valid_until for one in PracticeDay.objects.all()} == {LAST_ON}
    told = [line.event_type for line in entries()]
    assert told.count("stop_participation") == 2
    assert told[-1] == "take_decision"


def test_what_ends_before_stays_so(town, heard, dirk):
    Participation.objects.filter(practice=town.practice_zuid).update(
        ends_on=date(2026, 4, 1)
    )

    take(heard, dirk, "stopped")

    zuid = Participation.objects.get(practice=town.practice_zuid)
    assert zuid.ends_on == date(2026, 4, 1)


def test_after_the_last_day_nobody_is_referred(town, heard, dirk, make_referral):
    take(heard, dirk, "stopped")
    town.participation_noord.refresh_from_db()

    with clock.at(LATER), pytest.raises(Refused, match="does not take part"):
        make_referral()


def test_a_day_with_a_later_talk_ends_once_that_is_called_off(
    town, heard, dirk, make_appointment, stand_as
):
    made = make_appointment()
    shift = timedelta(weeks=17)
    Appointment.objects.filter(pk=made.pk).update(
        starts_at=made.starts_at + shift, ends_at=made.ends_at + shift
    )
    stand_as(dirk)

    take(heard, dirk, "stopped")

    running = PracticeDay.objects.exclude(valid_until=LAST_ON)
    assert [day.practice for day in running] == [made.practice]
    stand_as(town.gerda)
    Appointment.objects.filter(pk=made.pk).update(status="cancelled")
    end_programmes()
    assert not running.all().exists()


def test_the_night_starts_one_hand_over_per_practice(town, heard, dirk):
    take(heard, dirk, "stopped")

    guard_transitions()
    guard_transitions()

    found = transitions(town)
    assert {one.participation.practice for one in found} == {
        town.practice_noord, town.practice_zuid,
    }  # fmt: skip
    assert {(one.kind, one.takes_effect_on) for one in found} == {("ends", LAST_ON)}
    assert len(found) == 2


def test_without_a_stop_no_hand_over_starts(town, heard, dirk):
    take(heard, dirk, "extended")

    guard_transitions()

    assert transitions(town) == []


def test_who_decides_to_go_on_after_all_goes_on(town, heard, dirk, again):
    take(heard, dirk, "stopped")
    later = again()

    with clock.at(NOW.replace(day=11)):
        take(later, dirk, "extended")
    with clock.at(LATER):
        end_programmes()

    assert {one.ends_on for one in Participation.objects.all()} == {date(2027, 3, 31)}
    assert Programme.objects.get(pk=town.programme.pk).phase == "pilot"
