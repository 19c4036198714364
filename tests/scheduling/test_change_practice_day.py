from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import date, time
from threading import Barrier

import psycopg
import pytest
from django.conf import settings
from hypothesis import HealthCheck, given
from hypothesis import settings as trying
from hypothesis import strategies as st

from dichtbij.scheduling.actions import add_room, end_practice_day
from dichtbij.scheduling.models import Appointment, PracticeDay
from dichtbij.scheduling.openings import offered, slot_of
from dichtbij.scheduling.weekly import change_practice_day
from dichtbij.shared import clock
from dichtbij.shared.errors import Denied, Refused
from tests import live

TODAY = date(2026, 3, 10)


def tuesday(town):
    return PracticeDay.objects.get(
        practitioner=town.anna, weekday=1, valid_until__isnull=True
    )


def change(town, by, day=None, **changes):
    told = {
        "first_on": TODAY,
        "room": town.room_noord,
        "weekday": 1,
        "starts": time(9),
        "ends": time(12, 45),
    }
    return change_practice_day(day=day or tuesday(town), by=by, **(told | changes))


def test_a_day_gets_other_hours_from_a_date_and_the_log_says_so(
    town, stand_as, entries
):
    by, old = stand_as(town.bram), tuesday(town)

    new = change(town, by, old, first_on=date(2026, 3, 17), ends=time(15))

    old.refresh_from_db()
    assert (old.valid_until, new.valid_from) == (date(2026, 3, 16), date(2026, 3, 17))
    assert (new.ends, new.valid_until) == (time(15), None)
    assert len(entries(event_type="change_practice_day")) == 1


def test_appointments_that_fit_move_to_the_new_room_at_their_own_time(
    town, make_appointment, stand_as
):
    appointment = make_appointment()
    by = stand_as(town.bram)
    other = add_room(participation=town.participation_noord, by=by, name="kamer 3")

    change(town, by, room=other)

    before = appointment.starts_at
    appointment.refresh_from_db()
    assert (appointment.room, appointment.starts_at) == (other, before)


def test_a_change_that_would_strand_an_appointment_is_refused(
    town, make_appointment, stand_as
):
    make_appointment()
    by = stand_as(town.bram)

    with pytest.raises(Refused, match="1 appointment is planned after that day"):
        change(town, by, weekday=4)

    assert PracticeDay.objects.filter(practitioner=town.anna).count() == 2


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"first_on": date(2026, 3, 9)}, "today or a later day"),
        ({"ends": time(9)}, "ends before it starts"),
        ({"weekday": 3}, "already works somewhere"),
    ],
)
def test_what_cannot_be_is_refused(town, stand_as, changes, words):
    by = stand_as(town.bram)

    with pytest.raises(Refused, match=words):
        change(town, by, **changes)

    assert tuesday(town).valid_until is None


@pytest.mark.parametrize("other", ["carla", "gerda", "henk", "dirk"])
def test_nobody_elsewhere_may_change_a_day(town, stand_as, other):
    day = tuesday(town)
    by = stand_as(getattr(town, other))

    with pytest.raises(Denied):
        change(town, by, day)


def test_a_day_that_ends_before_it_began_is_valid_on_no_day(town, stand_as):
    by, day = stand_as(town.bram), tuesday(town)
    PracticeDay.objects.filter(pk=day.pk).update(valid_from=date(2026, 9, 1))
    day.refresh_from_db()

    end_practice_day(day=day, by=by, last_on=TODAY)

    assert not PracticeDay.objects.between(TODAY, date.max).filter(pk=day.pk).exists()


@trying(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    weekday=st.integers(0, 4),
    starts=st.integers(7, 12),
    hours=st.integers(1, 6),
    first_on=st.dates(TODAY, date(2026, 4, 30)),
    ends_instead=st.booleans(),
)
def test_no_change_of_a_pattern_strands_an_appointment_silently(
    town, make_appointment, stand_as, weekday, starts, hours, first_on, ends_instead
):
    if not Appointment.objects.exists():
        for _one in range(4):
            make_appointment()
    by = stand_as(town.bram)
    for day in PracticeDay.objects.filter(practitioner=town.anna):
        try:
            if ends_instead:
                end_practice_day(day=day, by=by, last_on=first_on)
            else:
                change(
                    town, by, day, first_on=first_on, weekday=weekday,
                    starts=time(starts), ends=time(starts + hours),
                )  # fmt: skip
        except Refused:
            continue

    for one in Appointment.objects.filter(status="booked", starts_at__gt=clock.now()):
        assert offered(slot_of(one), town.programme.pk), one.starts_at


@pytest.mark.parametrize("clash", ["room", "practitioner"])
def test_of_two_who_plan_at_once_the_second_waits_and_is_refused(clash, db):
    """On a twin of the table, so that both can really commit."""
    table = f"twin_of_practiceday_{clash}"
    like = "CREATE TABLE {} (LIKE dichtbij_practiceday INCLUDING ALL)"
    database = settings.DATABASES["default"]["NAME"]
    with live.superuser(database) as owner, ExitStack() as ending:
        owner.execute(like.format(table).encode())
        ending.callback(owner.execute, f"DROP TABLE {table}".encode())
        with ThreadPoolExecutor(2) as pool:
            barrier = Barrier(2)
            answers = list(
                pool.map(lambda n: insert(database, table, clash, n, barrier), (1, 2))
            )
        kept = owner.execute(f"SELECT count(*) FROM {table}".encode()).fetchall()

    assert None in answers
    assert len(set(answers)) == 2
    assert kept == [(1,)]


def insert(database, table, clash, number, barrier):
    """Insert a weekly day that differs in all but `clash`; return what it broke."""
    row = {"room": number, "practitioner": number, clash: 1}
    statement = (
        f"INSERT INTO {table} (uuid, programme_id, holder_id, practice_id, "
        "practitioner_id, room_id, weekday, starts, ends, valid_from) VALUES "
        "(gen_random_uuid(), 1, 1, 1, %s, %s, 0, '09:00', '12:00', '2026-03-10')"
    )
    with live.superuser(database) as one:
        one.autocommit = False
        barrier.wait(20)
        try:
            one.execute(statement.encode(), [row["practitioner"], row["room"]])
            one.commit()
        except psycopg.errors.ExclusionViolation as clashed:
            return str(clashed.diag.constraint_name)
        except psycopg.errors.DeadlockDetected:
            return "deadlock"  # each waited for the other: the act tries again
    return None
