from datetime import timedelta

import pytest

from dichtbij.audit.doors import open_list
from dichtbij.care.actions import complete_task, return_referral
from dichtbij.care.models import Task
from dichtbij.clients.models import Client
from dichtbij.outbox.models import Message
from dichtbij.referrals.models import Referral, ReferralEvent
from dichtbij.scheduling.models import Appointment
from dichtbij.shared import clock
from dichtbij.shared.errors import Denied, Refused
from dichtbij.shared.permissions import Permission
from tests.conftest import NOW


def test_the_practice_reads_why_and_the_file_shuts(
    town, make_referral, stand_as, entries
):
    referral = make_referral()
    stand_as(town.anna)

    return_referral(referral=referral, by=town.anna, reason="Past bij dyslexiezorg.")

    assert referral.status == Referral.Status.DECLINED
    event = referral.events.get(kind=ReferralEvent.Kind.DECLINED)
    assert (event.words, event.owner) == ("Past bij dyslexiezorg.", "Anna")
    assert Message.objects.filter(kind="referral_changed", user=town.gerda).exists()
    assert not Task.objects.exists()
    assert len(entries(event_type="return_referral")) == 1
    with clock.at(NOW + timedelta(days=1)):
        assert not open_list(town.anna, Client.objects.all(), Permission.FILE_READ)


def test_a_planned_conversation_is_cancelled_and_someone_calls(
    town, make_appointment, stand_as
):
    appointment = make_appointment()
    stand_as(town.anna)

    return_referral(referral=appointment.referral, by=town.anna, reason="Past niet.")

    appointment.refresh_from_db()
    assert appointment.status == Appointment.Status.CANCELLED
    task = Task.objects.get()
    assert task.kind == Task.Kind.CALL
    with clock.at(NOW + timedelta(days=3)):
        # Whoever has to call can still read the number, and tick the task off.
        complete_task(task=task, by=town.anna)
    assert task.done_at is not None


def test_without_a_reason_nothing_happens(town, make_referral, stand_as):
    referral = make_referral()
    stand_as(town.anna)

    with pytest.raises(Refused, match="Say why"):
        return_referral(referral=referral, by=town.anna, reason="  ")

    referral.refresh_from_db()
    assert referral.status == Referral.Status.RECEIVED


@pytest.mark.parametrize("other", ["carla", "henk"])
def test_nobody_else_may_return_it(town, make_referral, stand_as, other):
    referral = make_referral()
    by = stand_as(getattr(town, other))

    with pytest.raises(Denied):
        return_referral(referral=referral, by=by, reason="Past niet.")
