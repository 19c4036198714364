from datetime import timedelta

import pytest

from dichtbij.care.actions import take_on_referral
from dichtbij.care.models import Task, Trajectory
from dichtbij.clients.models import CareRelation
from dichtbij.referrals.models import Referral
from dichtbij.scheduling.models import WaitingEntry
from dichtbij.shared import clock
from dichtbij.shared.errors import Denied, Refused
from dichtbij.shared.permissions import Role
from tests.conftest import member


def test_the_one_who_takes_it_on_helps_and_the_family_waits(
    town, make_referral, stand_as, entries
):
    referral = make_referral()
    stand_as(town.anna)

    trajectory = take_on_referral(referral=referral, by=town.anna)

    assert trajectory.practitioner == town.anna
    assert referral.status == Referral.Status.ACCEPTED
    assert WaitingEntry.objects.open().get().referral == referral
    assert [t.kind for t in Task.objects.all()] == [Task.Kind.PLAN]
    relations = CareRelation.objects.order_by("reason")
    assert [(r.reason, r.ends_on) for r in relations] == [
        ("own", None),
        ("triage", clock.today()),
    ]
    line = entries(event_type="take_on_referral")[0]
    assert (line.client_id, line.relation) == (referral.client_id, "care")


def test_with_a_planned_conversation_nothing_is_left_to_plan(
    town, make_appointment, stand_as
):
    referral = make_appointment().referral
    stand_as(town.anna)

    take_on_referral(referral=referral, by=town.anna)

    assert not WaitingEntry.objects.open().exists()
    assert not Task.objects.exists()


def test_another_target_date_holds_for_the_waiting_list_too(
    town, make_referral, stand_as
):
    referral = make_referral()
    stand_as(town.anna)
    sooner = clock.today() + timedelta(days=2)

    take_on_referral(referral=referral, by=town.anna, target_on=sooner)

    assert WaitingEntry.objects.open().get().target_on == sooner
    referral.refresh_from_db()
    assert referral.target_on == sooner


def test_missing_consent_becomes_a_task(town, make_referral, stand_as):
    referral = make_referral(child={"birth_date": clock.today() - timedelta(4900)})
    stand_as(town.anna)

    take_on_referral(referral=referral, by=town.anna)

    assert Task.objects.filter(kind=Task.Kind.CONSENT).count() == 1


def test_of_two_practitioners_one_wins_and_the_other_reads_who(
    town, make_referral, stand_as
):
    nora = member(town, "nora", Role.PRACTITIONER, town.employer_noord)
    referral = make_referral()
    CareRelation.objects.create(
        client=referral.client,
        practitioner=nora,
        reason="triage",
        starts_on=clock.today(),
    )
    seen_by_nora = Referral.objects.get(pk=referral.pk)
    stand_as(town.anna)
    take_on_referral(referral=referral, by=town.anna)
    stand_as(nora)

    with pytest.raises(Refused, match=r"decided by Anna: accepted"):
        take_on_referral(referral=seen_by_nora, by=nora)

    assert Trajectory.objects.get().practitioner == town.anna


@pytest.mark.parametrize("other", ["carla", "gerda", "bram", "dirk"])
def test_nobody_else_may_take_it_on(town, make_referral, stand_as, other):
    referral = make_referral()
    by = stand_as(getattr(town, other))

    with pytest.raises(Denied):
        take_on_referral(referral=referral, by=by)
