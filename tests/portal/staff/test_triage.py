from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from dichtbij.audit.doors import standing_at
from dichtbij.care.actions import take_on_referral
from dichtbij.care.models import Task, Trajectory
from dichtbij.clients.models import CareRelation
from dichtbij.referrals.models import Referral
from dichtbij.scheduling.models import Appointment
from dichtbij.shared import clock
from dichtbij.shared.permissions import Role
from tests.conftest import member


def page_of(referral):
    return reverse("triage", args=[referral.uuid])


def test_plan_accepts_and_leads_to_the_first_free_times(town, ask, make_family):
    referral = make_family()
    target = clock.today() + timedelta(days=3)

    answer = ask(
        town.anna,
        page_of(referral),
        {"choice": "plan", "target_on": target.isoformat()},
    )

    assert answer.url == reverse("book", args=[referral.uuid])
    referral.refresh_from_db()
    assert (referral.status, referral.target_on) == ("accepted", target)


def test_plan_with_a_planned_conversation_goes_back_to_the_day(
    town, ask, make_appointment
):
    referral = make_appointment().referral

    answer = ask(town.anna, page_of(referral), {"choice": "plan"})

    assert answer.url == reverse("today")
    assert Trajectory.objects.get().practitioner == town.anna


def test_call_first_promises_a_call(town, ask, make_family):
    referral = make_family()

    answer = ask(town.anna, page_of(referral), {"choice": "call"})

    assert answer.url == reverse("today")
    assert Task.objects.get().kind == Task.Kind.CALL
    text = ask(town.anna, reverse("today")).content.decode()
    assert "Record the call" in text


def test_not_the_right_place_needs_a_reason(town, ask, make_family):
    referral = make_family()

    answer = ask(town.anna, page_of(referral), {"choice": "return", "reason": " "})
    text = answer.content.decode()
    assert answer.status_code == 200
    assert "Say why this does not fit; the practice reads it." in text
    assert 'aria-invalid="true"' in text
    ask(town.anna, page_of(referral), {"choice": "return", "reason": "Te licht."})

    referral.refresh_from_db()
    assert (referral.status, referral.decline_reason) == ("declined", "Te licht.")


def test_a_target_date_that_passed_is_refused_and_kept(town, ask, make_family):
    referral = make_family()

    answer = ask(
        town.anna, page_of(referral), {"choice": "plan", "target_on": "2026-03-01"}
    )

    text = answer.content.decode()
    assert "This day has passed." in text
    assert 'value="2026-03-01"' in text
    referral.refresh_from_db()
    assert referral.status == Referral.Status.RECEIVED


def test_the_second_of_two_practitioners_reads_who_decided(town, ask, make_family):
    nora = member(town, "nora", Role.PRACTITIONER, town.employer_noord)
    referral = make_family()
    CareRelation.objects.create(
        client=referral.client,
        practitioner=nora,
        reason="triage",
        starts_on=clock.today(),
    )
    with standing_at(town.anna.membership.place()):
        take_on_referral(referral=referral, by=town.anna)

    answer = ask(nora, page_of(referral), {"choice": "return", "reason": "Past niet."})

    assert answer.status_code == 200
    assert "already decided by Anna: accepted" in answer.content.decode()
    referral.refresh_from_db()
    assert referral.status == Referral.Status.ACCEPTED


def test_a_double_click_accepts_once_and_answers_the_same(town, ask, make_family):
    referral = make_family()
    once = {"once": str(uuid4()), "choice": "plan"}

    answers = [ask(town.anna, page_of(referral), once).url for _click in range(2)]

    assert answers == [reverse("book", args=[referral.uuid])] * 2
    assert Trajectory.objects.count() == 1


def test_a_planned_conversation_of_a_returned_family_is_cancelled(
    town, ask, make_appointment
):
    appointment = make_appointment()

    ask(
        town.anna,
        page_of(appointment.referral),
        {"choice": "return", "reason": "Past niet."},
    )

    appointment.refresh_from_db()
    assert appointment.status == Appointment.Status.CANCELLED


@pytest.mark.parametrize(
    ("other", "status"), [("carla", 404), ("gerda", 403), ("bram", 403), ("dirk", 403)]
)
def test_nobody_else_judges(town, ask, make_family, other, status, entries):
    referral = make_family()
    user = getattr(town, other)

    assert ask(user, page_of(referral)).status_code == status
    answer = ask(user, page_of(referral), {"choice": "plan"})

    assert answer.status_code == status
    assert not Trajectory.objects.exists()
    assert {e.outcome for e in entries(event_type="denied")} == {"8"}
