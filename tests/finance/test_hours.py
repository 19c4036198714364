"""Are the hours of a month those of its contacts and lines, and whose are they?"""

from collections import Counter
from datetime import date, time, timedelta

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dichtbij.care.models import Activity, Contact, TimeSpent
from dichtbij.clients.actions import end_care_relations
from dichtbij.clients.models import CareRelation, wall_keys
from dichtbij.finance.actions import note_hours
from dichtbij.finance.hours import by_kind, closed_between, unrecorded, weeks, worked
from dichtbij.finance.kinds import NOTED, OF_ACTIVITY
from dichtbij.finance.models import WorkEntry
from dichtbij.shared import clock
from tests.conftest import member
from tests.finance.agreed import give, moment

FEBRUARY = (date(2026, 2, 1), date(2026, 2, 28))


def test_time_in_a_contact_and_a_line_beside_it_are_hours_of_their_kind(
    town, anna, trajectory
):
    give(trajectory, anna, date(2026, 2, 3), intake=45, administratie=10)
    note_hours(
        participation=town.participation_noord,
        by=anna,
        worked_on=date(2026, 2, 3),
        kind="travel",
        minutes=20,
    )

    rows = worked(*FEBRUARY)

    assert by_kind(rows) == {"client": 45, "indirect": 10, "travel": 20}
    assert {row.practice_id for row in rows} == {town.practice_noord.pk}


def test_a_contact_late_on_the_last_day_is_of_that_month(anna, trajectory):
    with clock.at(moment(date(2026, 3, 1), time(0, 30))):
        contact = give(trajectory, anna, date(2026, 2, 28), intake=30)
    type(contact).objects.filter(pk=contact.pk).update(
        held_at=moment(date(2026, 2, 28), time(23, 30))
    )

    assert [row.day for row in worked(*FEBRUARY)] == [date(2026, 2, 28)]
    assert worked(date(2026, 3, 1), date(2026, 3, 31)) == []


def test_hours_stay_when_the_care_relation_ends(anna, trajectory, stand_as):
    give(trajectory, anna, date(2026, 2, 3), intake=45)

    end_care_relations(trajectory.client, CareRelation.Reason.OWN)
    CareRelation.objects.update(ends_on=date(2026, 2, 4))

    stand_as(anna)
    assert by_kind(worked(*FEBRUARY)) == {"client": 45}


def test_carla_gets_nothing_and_a_lead_only_the_own_employer(
    town, anna, bram, carla, dirk, trajectory, stand_as
):
    give(trajectory, anna, date(2026, 2, 3), intake=45)
    note_hours(
        participation=None,
        by=anna,
        worked_on=date(2026, 2, 4),
        kind="training",
        minutes=60,
    )

    stand_as(bram)
    assert sum(row.minutes for row in worked(*FEBRUARY)) == 105
    for other in (carla, town.cees, dirk):
        stand_as(other)
        assert worked(*FEBRUARY) == []
        assert not WorkEntry.objects.exists()


def test_a_colleague_of_the_same_employer_does_not_read_my_hours(
    town, anna, trajectory, stand_as
):
    give(trajectory, anna, date(2026, 2, 3), intake=45)
    nora = member(town, "nora", "practitioner", town.employer_noord)

    stand_as(nora)
    assert worked(*FEBRUARY) == []


def test_a_talk_that_is_over_and_not_recorded_is_missing(
    town, anna, make_appointment, stand_as
):
    appointment = make_appointment()
    day = appointment.starts_at.astimezone(clock.AMSTERDAM).date()
    monday = day - timedelta(days=day.weekday())

    stand_as(anna)
    assert unrecorded(anna.pk, monday) == 0
    with clock.at(appointment.ends_at + timedelta(minutes=1)):
        assert unrecorded(anna.pk, monday) == 1


def test_closed_help_is_counted_for_the_employer_only(
    town, bram, dirk, trajectory, stand_as
):
    type(trajectory).objects.filter(pk=trajectory.pk).update(
        closed_on=date(2026, 2, 9), outcome="huisarts", close_reason="01"
    )
    practices = {town.practice_noord.pk}

    stand_as(bram)
    assert closed_between(*FEBRUARY, practices) == 1
    stand_as(dirk)
    assert closed_between(*FEBRUARY, practices) == 0


def test_many_contacts_ask_the_database_as_often_as_one(
    anna, trajectory, django_assert_num_queries
):
    give(trajectory, anna, date(2026, 2, 3), intake=45)
    with django_assert_num_queries(3):
        weeks(anna.pk, date(2026, 2, 23), 8)
    for day in range(4, 20):
        give(trajectory, anna, date(2026, 2, day), intake=45)

    with django_assert_num_queries(3):
        assert len(weeks(anna.pk, date(2026, 2, 23), 8)) == 8


FIRST = date(2026, 1, 10)
DAYS = st.integers(0, 58)
CONTACTS = st.lists(
    st.tuples(
        DAYS,
        st.dictionaries(
            st.sampled_from(sorted(Activity.values)), st.integers(1, 200), min_size=1
        ),
    ),
    max_size=6,
)
LINES = st.lists(
    st.tuples(DAYS, st.sampled_from(NOTED), st.integers(1, 100)), max_size=6
)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(contacts=CONTACTS, lines=LINES)
def test_hours_of_a_month_are_the_sum_of_its_contacts_and_lines(
    anna, trajectory, contacts, lines
):
    with transaction.atomic():
        wanted: Counter[tuple[int, str]] = Counter()
        for offset, minutes in contacts:
            on = FIRST + timedelta(days=offset)
            record(trajectory, anna, on, minutes)
            for activity, count in minutes.items():
                wanted[(on.month, OF_ACTIVITY[activity])] += count
        for offset, kind, count in lines:
            on = FIRST + timedelta(days=offset)
            note_hours(
                participation=None, by=anna, worked_on=on, kind=kind, minutes=count
            )
            wanted[(on.month, kind)] += count

        found: Counter[tuple[int, str]] = Counter()
        for month in (1, 2, 3):
            last = date(2026, month + 1, 1) - timedelta(days=1)
            for kind, count in by_kind(worked(date(2026, month, 1), last)).items():
                found[(month, kind)] += count
        transaction.set_rollback(True)

    assert found == wanted


def record(trajectory, by, on, minutes):
    """Write a contact with its minutes as rows: an act for each would be slow."""
    made = Contact.objects.create(
        **wall_keys(trajectory.client),
        trajectory=trajectory,
        practitioner=by,
        held_at=moment(on),
        attendance=["child"],
        themes=["EMO"],
        next_step="none",
        recorded_at=clock.now(),
    )
    TimeSpent.objects.bulk_create(
        TimeSpent(
            client=trajectory.client, contact=made, activity=activity, minutes=count
        )
        for activity, count in minutes.items()
    )
