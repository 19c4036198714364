"""Is participation a count of practices over a list of practices, on a day?"""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from dichtbij.organisations.models import Organisation
from dichtbij.programmes.models import ListedPractice, Participation, ParticipationPause
from dichtbij.programmes.participation import (
    ParticipationOn,
    PracticeStatus,
    participation_on,
    share_over_time,
)

days = st.dates(date(2020, 1, 1), date(2030, 12, 31))
practices = st.lists(
    st.builds(
        PracticeStatus,
        name=st.just("Praktijk"),
        town=st.just(""),
        since=st.none() | days,
        until=st.none() | days,
    ),
    max_size=30,
)


@given(days, practices)
def test_nobody_is_counted_twice_and_the_share_stays_within_its_list(on, listed):
    measured = ParticipationOn(on, tuple(listed), "", None)

    assert 0 <= measured.taking_part <= measured.of
    assert (measured.percent is None) == (measured.of == 0)
    if measured.percent is not None:
        exact = 100 * measured.taking_part / measured.of
        assert abs(measured.percent - exact) <= 0.5


def test_a_practice_counts_from_its_first_to_its_last_day(town):
    left = Organisation.objects.create(kind="practice", name="Praktijk Weg")
    Participation.objects.create(
        programme=town.programme,
        practice=left,
        holder=town.employer_noord,
        starts_on=date(2025, 6, 1),
        ends_on=date(2025, 12, 31),
    )
    ListedPractice.objects.create(
        programme=town.programme,
        practice=left,
        source="Invented list",
        listed_on=date(2026, 1, 1),
    )

    on = {
        day: participation_on(town.programme, day).taking_part
        for day in (
            date(2025, 5, 31),
            date(2025, 6, 1),
            date(2025, 12, 31),
            date(2026, 1, 1),
        )
    }

    assert list(on.values()) == [2, 3, 3, 2]


def test_a_practice_that_takes_part_without_being_listed_does_not_lift_the_share(town):
    unlisted = Organisation.objects.create(kind="practice", name="Praktijk Los")
    Participation.objects.create(
        programme=town.programme,
        practice=unlisted,
        holder=town.employer_noord,
        starts_on=date(2025, 1, 1),
    )

    now = participation_on(town.programme, date(2026, 3, 10))

    assert (now.taking_part, now.of, now.percent) == (2, 2, 100)


def test_the_share_over_time_goes_by_quarter_and_ends_now(town):
    now = participation_on(town.programme, date(2026, 3, 10))

    moments = [moment.on for moment in share_over_time(now, date(2025, 5, 1))]

    assert moments == [
        date(2025, 5, 1),
        date(2025, 7, 1),
        date(2025, 10, 1),
        date(2026, 1, 1),
        date(2026, 3, 10),
    ]


def test_a_programme_that_has_yet_to_start_shows_today_only(town):
    now = participation_on(town.programme, date(2026, 3, 10))

    assert [one.on for one in share_over_time(now, date(2026, 9, 1))] == [now.on]


def test_a_practice_that_pauses_does_not_count_until_it_resumes(town):
    ParticipationPause.objects.create(
        participation=town.participation_noord,
        starts_on=date(2026, 2, 1),
        ends_on=date(2026, 2, 28),
        words="verbouwing",
    )

    on = [
        participation_on(town.programme, day)
        for day in (date(2026, 1, 31), date(2026, 2, 1), date(2026, 3, 1))
    ]

    assert [(one.taking_part, one.pausing) for one in on] == [(2, 0), (1, 1), (2, 0)]


def test_an_earlier_time_counts_in_the_past(town):
    practice = town.practice_noord
    Participation.objects.filter(practice=practice).update(ends_on=date(2025, 6, 30))
    Participation.objects.create(
        programme=town.programme,
        practice=practice,
        holder=town.employer_noord,
        starts_on=date(2026, 1, 1),
    )

    on = [
        participation_on(town.programme, day).taking_part
        for day in (date(2025, 3, 1), date(2025, 9, 1), date(2026, 2, 1))
    ]

    assert on == [2, 1, 2]
