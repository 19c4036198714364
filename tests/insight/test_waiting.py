"""What a family hears about waiting counts those who still wait, and only them."""

from datetime import date, timedelta

import pytest

from dichtbij.care.models import Trajectory
from dichtbij.clients.models import wall_keys
from dichtbij.insight.survival import WaitingRange
from dichtbij.insight.waiting import promised_range
from dichtbij.referrals.models import Referral
from tests.conftest import NOW


@pytest.fixture
def waited(make_referral, anna):
    """Refer a child `days` ago; seen after `after` days, or not yet."""

    def refer(days, after=None, **changes):
        referral = make_referral(child={"given_name": f"Kind {days} {after}"})
        received = NOW - timedelta(days=days)
        Referral.objects.filter(pk=referral.pk).update(received_at=received, **changes)
        if after is not None:
            Trajectory.objects.create(
                **wall_keys(referral.client),
                referral=referral,
                practitioner=anna,
                opened_on=received.date(),
                first_consult_on=received.date() + timedelta(days=after),
            )
        return referral

    return refer


def told(referral, user):
    return promised_range(user, referral.practice_id)


def test_nine_referrals_are_too_few_to_say_anything(waited, gerda):
    referrals = [waited(30, after) for after in range(9)]

    assert told(referrals[0], gerda) is None


def test_half_and_nine_in_ten_are_read_from_those_who_were_seen(waited, gerda):
    referrals = [waited(30, after) for after in range(1, 11)]

    assert told(referrals[0], gerda) == WaitingRange(median=5, p90=9, n=10, events=10)


def test_those_who_still_wait_make_the_promise_longer(waited, gerda):
    referrals = [waited(30, after) for after in range(1, 6)]
    for _n in range(5):
        waited(20)

    assert told(referrals[0], gerda) == WaitingRange(median=5, p90=None, n=10, events=5)


def test_who_was_returned_stops_waiting_that_day(waited, gerda):
    referrals = [waited(30, after) for after in range(1, 10)]
    gone = {"decided_at": NOW - timedelta(days=29), "decided_by": gerda}
    for _n in range(3):
        waited(30, status="declined", **gone)

    assert told(referrals[0], gerda) == WaitingRange(median=5, p90=9, n=12, events=9)


def test_help_that_ended_without_a_conversation_ends_the_waiting(waited, gerda, anna):
    referrals = [waited(30, after) for after in range(1, 10)]
    unseen = waited(30)
    Trajectory.objects.create(
        **wall_keys(unseen.client),
        referral=unseen,
        practitioner=anna,
        opened_on=date(2026, 2, 9),
        closed_on=date(2026, 2, 9),
        outcome="uitval",
        close_reason="03",
    )

    assert told(referrals[0], gerda).median == 5


def test_what_was_longer_than_26_weeks_ago_tells_nothing_now(waited, gerda):
    referrals = [waited(183, after) for after in range(10)]

    assert told(referrals[0], gerda) is None


def test_another_practice_counts_only_its_own(waited, stand_as, gijs, town):
    for after in range(10):
        waited(30, after)

    stand_as(gijs)

    assert promised_range(gijs, town.practice_noord.pk) is None
