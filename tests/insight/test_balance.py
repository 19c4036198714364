"""Do the live figures of the team lead count what they say they count?"""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dichtbij.care.actions import Consult, record_contact, take_on_referral
from dichtbij.insight.balance import (
    PracticeWaiting,
    Seen,
    Share,
    occupancy,
    waiting_by_practice,
    within_norm,
)
from dichtbij.scheduling.actions import close_days, put_on_waiting_list
from dichtbij.scheduling.models import PracticeDay
from dichtbij.shared import clock

MONDAY = date(2026, 3, 9)


def seen(**changes) -> Seen:
    told = {
        "received_on": MONDAY,
        "left_on": None,
        "first_contact_on": None,
        "first_consult_on": None,
    }
    return Seen(**(told | changes))


def test_within_the_norm_counts_working_days():
    """Ten working days from Monday 9 March end on Monday 23 March."""
    on_time, late = date(2026, 3, 23), date(2026, 3, 24)
    measured = [(seen(), on_time), (seen(), late)]

    assert within_norm(measured, 10, date(2026, 4, 1)) == Share(1, 2)


def test_who_still_waits_within_the_norm_does_not_count_yet():
    measured = [(seen(), None)]

    assert within_norm(measured, 10, date(2026, 3, 20)) is None
    assert within_norm(measured, 10, date(2026, 3, 24)) == Share(0, 1)


def test_who_was_returned_did_not_wait_in_vain():
    measured = [(seen(left_on=date(2026, 3, 30)), None)]

    assert within_norm(measured, 10, date(2026, 4, 1)) is None


@given(st.integers(0, 500), st.integers(1, 500))
def test_a_share_is_a_whole_percent_from_0_to_100(count, of):
    share = Share(min(count, of), of)

    assert 0 <= share.percent <= 100
    assert abs(share.percent - 100 * share.count / of) <= 0.5


def test_waiting_families_are_counted_for_the_own_employer_only(
    town, make_referral, stand_as
):
    referral = make_referral()
    put_on_waiting_list(referral=referral, by=town.gerda)
    stand_as(town.gijs)

    stand_as(town.bram)
    (noord,) = waiting_by_practice(town.bram, town.programme)
    stand_as(town.cees)
    (zuid,) = waiting_by_practice(town.cees, town.programme)

    assert (noord.practice, noord.waiting_now, noord.late) == ("Praktijk Noord", 1, 0)
    assert (zuid.practice, zuid.waiting_now) == ("Praktijk Zuid", 0)


def test_a_family_past_its_target_date_is_late_and_first(town, make_referral, stand_as):
    referral = make_referral()
    put_on_waiting_list(referral=referral, by=town.gerda)

    stand_as(town.bram)
    with clock.at(clock.now() + timedelta(days=30)):
        (noord,) = waiting_by_practice(town.bram, town.programme)

    assert (noord.late, noord.longest_days) == (1, 30)


def test_fewer_than_ten_referrals_give_no_range(town, make_referral, stand_as):
    for number in range(9):
        make_referral(child={"family_name": f"Kind{number}"})
    stand_as(town.bram)
    assert waiting_by_practice(town.bram, town.programme)[0].to_consult is None

    make_referral(child={"family_name": "Kind9"})

    stand_as(town.bram)
    row = waiting_by_practice(town.bram, town.programme)[0]
    assert row.to_consult is not None
    assert (row.to_consult.n, row.to_consult.events) == (10, 0)
    assert row.to_consult.median is None


def test_a_call_is_a_first_contact_and_no_first_conversation(
    town, make_referral, stand_as
):
    referrals = [
        make_referral(child={"family_name": f"Kind{number}"}) for number in range(10)
    ]
    stand_as(town.anna)
    for referral in referrals:
        trajectory = take_on_referral(referral=referral, by=town.anna)
        record_contact(
            trajectory=trajectory,
            by=town.anna,
            consult=Consult(
                attendance=["parent_1"],
                themes=["EMO-ANG"],
                next_step="appointment",
                minutes={"intake": 10},
                by_telephone=True,
            ),
        )
    stand_as(town.bram)

    row = waiting_by_practice(town.bram, town.programme)[0]

    assert row.to_contact.median == 0
    assert row.contact_within == Share(10, 10)
    assert row.to_consult.median is None


def test_days_are_counted_as_used_and_lost(town, make_appointment, stand_as):
    appointment = make_appointment()
    stand_as(town.bram)
    day = PracticeDay.objects.filter(practice=town.practice_noord).first()
    close_days(
        day=day,
        by=town.bram,
        first_on=date(2026, 3, 3),
        last_on=date(2026, 3, 3),
        reason="illness",
    )

    with clock.at(appointment.ends_at):
        (row,) = occupancy(town.bram, town.programme)

    # Tuesdays and Thursdays of the four weeks before 10 March, that day included.
    assert (row.practice, row.practitioner) == ("Praktijk Noord", "Anna")
    assert (row.days, row.lost) == (9, 1)
    assert dict(row.lost_why) == {"illness": 1}
    assert row.minutes_open == 8 * 225
    assert row.minutes_used == 45
    assert row.used == Share(45, 1800)
    assert isinstance(appointment.starts_at, datetime)


@pytest.mark.parametrize(
    ("late", "share", "needed"),
    [
        (0, Share(4, 10), True),
        (0, Share(5, 10), False),
        (0, Share(0, 9), False),
        (1, None, True),
        (0, None, False),
    ],
)
def test_help_is_needed_where_someone_is_late_or_most_are_seen_too_late(
    late, share, needed
):
    row = PracticeWaiting("Praktijk Noord", late=late, consult_within=share)

    assert row.needs_help is needed
