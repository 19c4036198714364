"""A practice joins, pauses, resumes and leaves on a day, in one programme at a time."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dichtbij.programmes import joining
from dichtbij.programmes.models import ListedPractice, Participation, PatientCount
from dichtbij.scheduling.actions import end_practice_day
from dichtbij.scheduling.leaving import leave_programme
from dichtbij.scheduling.models import PracticeDay
from dichtbij.shared import clock
from dichtbij.shared.errors import Denied, Refused

SPRING = date(2026, 4, 1)


def join(town, by, listed, **changes):
    told = {"employer": town.employer_noord, "starts_on": SPRING}
    return joining.join_programme(listed=listed, by=by, **(told | changes))


@pytest.fixture
def joined(town, west, lotte, stand_as):
    return join(town, stand_as(lotte), west)


def test_a_practice_joins_from_a_day(town, west, lotte, stand_as, entries):
    made = join(town, stand_as(lotte), west)

    assert (made.practice, made.holder) == (west.practice, town.employer_noord)
    assert (made.starts_on, made.ends_on) == (SPRING, None)
    assert entries(event_type="join_programme")[0].user_id == lotte.pk


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"ends_on": date(2026, 3, 31)}, "before the start"),
        ({"starts_on": date(2024, 12, 31)}, "1 January 2025"),
    ],
)
def test_a_term_that_cannot_be_is_refused(town, west, lotte, stand_as, changes, words):
    stand_as(lotte)

    with pytest.raises(Refused, match=words):
        join(town, lotte, west, **changes)

    assert not Participation.objects.filter(practice=west.practice).exists()


def test_joining_twice_is_refused_and_leaves_one(town, west, joined, lotte):
    with pytest.raises(Refused, match="takes part already, since 1 April 2026"):
        join(town, lotte, west, starts_on=date(2026, 6, 1))

    assert Participation.objects.filter(practice=west.practice).count() == 1


def test_a_practice_is_in_one_programme_at_a_time(
    town, west, elsewhere, lotte, stand_as
):
    stand_as(lotte)
    Participation.objects.create(
        programme=elsewhere,
        practice=west.practice,
        holder=town.employer_zuid,
        starts_on=date(2026, 1, 1),
    )

    with pytest.raises(Refused, match="takes part in Elders"):
        join(town, lotte, west)
    with pytest.raises(IntegrityError), transaction.atomic():
        Participation.objects.create(
            programme=town.programme,
            practice=west.practice,
            holder=town.employer_noord,
            starts_on=SPRING,
        )


def test_an_employer_from_elsewhere_is_refused(town, west, lotte, stand_as):
    stranger = type(town.employer_noord).objects.create(kind="employer", name="Los")
    stand_as(lotte)

    with pytest.raises(Refused, match="does not work in this programme"):
        join(town, lotte, west, employer=stranger)


@settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    deadline=None,
)
@given(
    terms=st.lists(
        st.tuples(st.integers(0, 300), st.none() | st.integers(-20, 200)), max_size=6
    )
)
def test_whatever_is_asked_no_two_participations_of_a_practice_overlap(
    town, west, lotte, stand_as, terms
):
    stand_as(lotte)
    with transaction.atomic():
        for start, length in terms:
            first = SPRING + timedelta(days=start)
            last = None if length is None else first + timedelta(days=length)
            try:
                join(town, lotte, west, starts_on=first, ends_on=last)
            except Refused:
                continue
        rows = list(
            Participation.objects.filter(practice=west.practice).order_by("starts_on")
        )
        transaction.set_rollback(True)

    for one, after in pairwise(rows):
        assert one.ends_on is not None
        assert one.ends_on < after.starts_on
    assert all(one.ends_on is None or one.ends_on >= one.starts_on for one in rows)


def test_a_pause_begins_and_ends_on_a_day(joined, lotte):
    pause = joining.pause_participation(
        participation=joined, by=lotte, starts_on=date(2026, 5, 1), words="verbouwing"
    )

    joining.resume_participation(
        participation=joined, by=lotte, resumes_on=date(2026, 6, 1)
    )

    pause.refresh_from_db()
    assert (pause.starts_on, pause.ends_on) == (date(2026, 5, 1), date(2026, 5, 31))


@pytest.mark.parametrize(
    "changes",
    [
        {"ends_on": date(2026, 4, 30)},
        {"starts_on": date(2026, 3, 31)},
        {"starts_on": date(2026, 7, 1)},
    ],
    ids=["end before start", "before it joined", "in another pause"],
)
def test_a_pause_that_cannot_be_is_refused(joined, lotte, changes):
    joining.pause_participation(
        participation=joined, by=lotte, starts_on=date(2026, 6, 1), words="verbouwing"
    )

    told = {"starts_on": date(2026, 5, 1), "words": "ziekte"} | changes
    with pytest.raises(Refused):
        joining.pause_participation(participation=joined, by=lotte, **told)

    assert joined.pauses.count() == 1


def test_who_does_not_pause_cannot_resume(joined, lotte):
    with pytest.raises(Refused):
        joining.resume_participation(
            participation=joined, by=lotte, resumes_on=date(2026, 6, 1)
        )


def test_a_practice_without_days_leaves(joined, lotte, entries):
    leave_programme(participation=joined, by=lotte, last_on=date(2026, 12, 31))

    joined.refresh_from_db()
    assert joined.ends_on == date(2026, 12, 31)
    assert entries(event_type="leave_programme")[0].user_id == lotte.pk
    with pytest.raises(Refused, match="has an end already"):
        leave_programme(participation=joined, by=lotte, last_on=date(2026, 11, 30))


def test_who_leaves_ends_the_weekly_days_first(town, lotte, stand_as):
    stand_as(lotte)
    last = date(2026, 6, 30)

    with pytest.raises(Refused, match="2 weekly days run on"):
        leave_programme(participation=town.participation_noord, by=lotte, last_on=last)

    for day in PracticeDay.objects.filter(practice=town.practice_noord):
        end_practice_day(day=day, by=lotte, last_on=last)
    leave_programme(participation=town.participation_noord, by=lotte, last_on=last)
    town.participation_noord.refresh_from_db()
    assert town.participation_noord.ends_on == last


def test_who_leaves_moves_the_talks_first(town, lotte, stand_as, make_appointment):
    make_appointment()
    stand_as(lotte)
    today = clock.today()
    PracticeDay.objects.update(valid_until=today - timedelta(days=1))

    with pytest.raises(Refused, match="1 talk is planned here"):
        leave_programme(
            participation=town.participation_noord,
            by=lotte,
            last_on=today - timedelta(days=1),
        )

    town.participation_noord.refresh_from_db()
    assert town.participation_noord.ends_on is None


def test_of_another_employer_no_number_is_told(town, lotte, stand_as, make_appointment):
    make_appointment(by=town.gijs)
    stand_as(lotte)
    PracticeDay.objects.update(valid_until=clock.today() - timedelta(days=1))

    with pytest.raises(Refused, match="Ask the employer") as told:
        leave_programme(
            participation=town.participation_zuid,
            by=lotte,
            last_on=clock.today() - timedelta(days=1),
        )

    assert not any(letter.isdigit() for letter in str(told.value))


def test_why_not_is_noted_with_its_day(west, lotte, stand_as):
    joining.note_why_not(
        listed=west, by=stand_as(lotte), why_not="no_room", why_not_words=" vol "
    )

    west.refresh_from_db()
    assert (west.why_not, west.why_not_words) == ("no_room", "vol")
    assert west.why_not_on == clock.today()


def test_who_takes_part_has_nothing_to_explain(town, lotte, stand_as):
    listed = ListedPractice.objects.get(practice=town.practice_noord)

    with pytest.raises(Refused):
        joining.note_why_not(listed=listed, by=stand_as(lotte), why_not="no_room")


def test_a_count_of_the_same_day_replaces_the_first(west, lotte, stand_as):
    stand_as(lotte)
    for youths in (400, 410):
        joining.note_patients(
            listed=west,
            by=lotte,
            youths=youths,
            patients=2095,
            counted_on=date(2026, 3, 1),
            source="opgave van de praktijk",
        )

    (count,) = PatientCount.objects.all()
    assert (count.youths, count.patients) == (410, 2095)


@pytest.mark.parametrize(
    "changes",
    [{"patients": 10}, {"counted_on": date(2026, 3, 11)}],
    ids=["more youths than patients", "a day to come"],
)
def test_a_count_that_cannot_be_is_refused(west, lotte, stand_as, changes):
    told = {"youths": 40, "counted_on": date(2026, 3, 1), "source": "opgave"}

    with pytest.raises(Refused):
        joining.note_patients(listed=west, by=stand_as(lotte), **(told | changes))


@pytest.mark.parametrize("who", ["dirk", "bram", "carla", "gerda", "ella"])
def test_others_may_not(town, west, stand_as, who):
    by = stand_as(getattr(town, who))

    with pytest.raises(Denied):
        join(town, by, west)
    with pytest.raises(Denied):
        joining.note_why_not(listed=west, by=by, why_not="later")
    with pytest.raises(Denied):
        leave_programme(participation=town.participation_noord, by=by, last_on=SPRING)
