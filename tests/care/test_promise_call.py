from datetime import date

import pytest

from dichtbij.care.actions import promise_call
from dichtbij.care.models import Task
from dichtbij.outbox.models import Message
from dichtbij.referrals.models import Referral
from dichtbij.shared.errors import Denied, Refused


def test_the_family_is_called_within_two_working_days(
    town, make_referral, stand_as, entries
):
    referral = make_referral()
    stand_as(town.anna)

    promise_call(referral=referral, by=town.anna)

    task = Task.objects.get()
    assert (task.kind, task.owner, task.due_on) == (
        Task.Kind.CALL,
        town.anna,
        date(2026, 3, 12),
    )
    assert referral.status == Referral.Status.CALL_FIRST
    assert Message.objects.filter(kind="referral_changed", user=town.gerda).exists()
    assert len(entries(event_type="promise_call")) == 1


def test_a_call_is_promised_once(town, make_referral, stand_as):
    referral = make_referral()
    stand_as(town.anna)
    promise_call(referral=referral, by=town.anna)

    with pytest.raises(Refused, match="no longer new"):
        promise_call(referral=referral, by=town.anna)

    assert Task.objects.count() == 1


@pytest.mark.parametrize("other", ["carla", "gerda"])
def test_nobody_else_may_promise_it(town, make_referral, stand_as, other):
    referral = make_referral()
    by = stand_as(getattr(town, other))

    with pytest.raises(Denied):
        promise_call(referral=referral, by=by)
