"""Does a care relation open a file, for as long as it runs and no longer (LR-31)?"""

import uuid
from datetime import timedelta

import pytest
from django.http import Http404

from dichtbij.audit.doors import open_list, open_record
from dichtbij.care.actions import (
    AFTERCARE_DAYS,
    close_trajectory,
    return_referral,
    take_on_referral,
)
from dichtbij.care.models import CloseReason, Outcome
from dichtbij.clients.models import CareRelation, Client
from dichtbij.scheduling.models import PracticeDay
from dichtbij.shared import clock
from dichtbij.shared.permissions import Permission, Role
from tests.conftest import NOW, member


@pytest.fixture
def colleague(town):
    """Another practitioner of the same employer, with a day in the same practice."""
    nora = member(town, "nora", Role.PRACTITIONER, town.employer_noord)
    day = PracticeDay.objects.get(practitioner=town.anna, weekday=1)
    day.pk, day.uuid, day.practitioner, day.weekday = None, uuid.uuid4(), nora, 4
    day.save()
    return nora


def reads(user, client) -> bool:
    """Tell whether the file opens; list and page must agree about it."""
    listed = client in open_list(user, Client.objects.all(), Permission.FILE_READ)
    assert opens_page(user, client) is listed
    return listed


def opens_page(user, client) -> bool:
    try:
        open_record(user, Client.objects.all(), client.uuid, Permission.FILE_READ)
    except Http404:
        return False
    return True


def days_later(count: int):
    return clock.at(NOW + timedelta(days=count))


def test_a_referral_opens_the_file_to_those_who_can_judge_it(
    town, colleague, make_referral, stand_as
):
    client = make_referral().client

    for user, opens in ((town.anna, True), (colleague, True), (town.carla, False)):
        stand_as(user)
        assert reads(user, client) is opens, user


def test_an_employee_without_a_relation_reads_nothing(town, make_referral, stand_as):
    elsewhere = member(town, "otto", Role.PRACTITIONER, town.employer_noord)
    client = make_referral().client

    stand_as(elsewhere)

    assert not reads(elsewhere, client)


def test_who_takes_it_on_keeps_the_file_and_a_colleague_loses_it_that_night(
    town, colleague, make_referral, stand_as
):
    referral = make_referral()
    stand_as(town.anna)
    take_on_referral(referral=referral, by=town.anna)

    with days_later(1):
        assert reads(town.anna, referral.client)
        stand_as(colleague)
        assert not reads(colleague, referral.client)


def test_taking_it_on_ties_the_practitioner_once(town, make_appointment, stand_as):
    referral = make_appointment().referral
    stand_as(town.anna)
    take_on_referral(referral=referral, by=town.anna)

    running = CareRelation.objects.filter(client=referral.client, ends_on=None)

    assert [(r.practitioner_id, r.reason) for r in running] == [
        (town.anna.pk, CareRelation.Reason.OWN)
    ]


def test_a_closed_file_stays_open_thirty_days_for_aftercare(
    town, make_referral, stand_as
):
    referral = make_referral()
    stand_as(town.anna)
    trajectory = take_on_referral(referral=referral, by=town.anna)
    close_trajectory(
        trajectory=trajectory,
        by=town.anna,
        outcome=Outcome.SOLVED,
        reason=CloseReason.PLANNED,
    )

    assert AFTERCARE_DAYS == 30
    for days, opens in ((0, True), (30, True), (31, False)):
        with days_later(days):
            assert reads(town.anna, referral.client) is opens, days


def test_a_returned_referral_closes_the_file_unless_a_call_is_owed(
    town, make_referral, make_appointment, stand_as
):
    unplanned = make_referral(child={"family_name": "Ongepland"})
    planned = make_appointment(child={"family_name": "Gepland"}).referral
    stand_as(town.anna)
    for referral in (unplanned, planned):
        return_referral(referral=referral, by=town.anna, reason="Hoort elders.")

    with days_later(1):
        assert not reads(town.anna, unplanned.client)
        assert reads(town.anna, planned.client)
    with days_later(31):
        assert not reads(town.anna, planned.client)
