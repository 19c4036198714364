"""Does who hands over see each running family with its next step, and nobody else?"""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dichtbij.care.actions import add_task
from dichtbij.clients.actions import open_care_relation
from dichtbij.clients.models import CareRelation
from dichtbij.referrals.actions import decline_referral
from dichtbij.shared import clock
from dichtbij.transitions.running import running_families

ADDRESS = "running_families"


def test_each_family_stands_there_once_with_the_step_that_comes_first(
    town, busy_child, stand_as
):
    made = busy_child()
    by = stand_as(town.bram)

    (found,) = running_families(by)

    assert (found.client_id, found.owner) == (made.client.pk, "Anna")
    assert (found.step.kind, found.step.due_on) == ("appointment", clock.today())
    assert found.open > 5


def test_who_has_no_next_step_stands_first(town, make_referral, stand_as):
    with_step, without = make_referral(), make_referral(child={"given_name": "Ander"})
    stand_as(town.anna)
    add_task(with_step, town.anna, "call", due_on=clock.today() - timedelta(days=9))
    by = stand_as(town.bram)

    found = running_families(by)

    assert [one.client_id for one in found] == [without.client_id, with_step.client_id]
    assert found[0].step is None


def test_help_that_is_over_is_no_running_family(town, make_referral, stand_as):
    referral = make_referral()
    by = stand_as(town.anna)

    decline_referral(referral=referral, by=by, reason="Hoort bij het wijkteam.")

    assert running_families(stand_as(town.bram)) == []


def test_a_practitioner_sees_the_families_helped_by_oneself(
    town, fatma, busy_child, stand_as
):
    made = busy_child()

    assert running_families(stand_as(fatma)) == []
    open_care_relation(made.client, fatma.pk, CareRelation.Reason.COVER)
    assert len(running_families(fatma)) == 1
    assert running_families(stand_as(town.carla)) == []


def test_the_page_names_child_step_and_owner_and_logs_the_look(
    town, busy_child, sign_in, entries
):
    made = busy_child()

    page = sign_in(town.bram).get(reverse(ADDRESS)).content.decode()

    assert made.client.name in page
    assert "Appointment" in page
    assert "KANARIEZORG" not in page
    looks = entries(event_type="look", client_id=made.client.pk)
    assert looks[-1].user_id == town.bram.pk
    assert (
        made.client.name
        not in sign_in(town.carla).get(reverse(ADDRESS)).content.decode()
    )


@pytest.mark.parametrize("who", ["dirk", "gerda", "henk", "ella", "petra"])
def test_others_have_no_such_page(town, busy_child, sign_in, who):
    busy_child()

    assert sign_in(getattr(town, who)).get(reverse(ADDRESS)).status_code == 403


def test_three_families_cost_as_many_questions_as_one(
    town, busy_child, stand_as, sign_in
):
    def asked() -> int:
        browser = sign_in(town.bram)
        browser.get(reverse(ADDRESS))
        with CaptureQueriesContext(connection) as captured:
            browser.get(reverse(ADDRESS))
        return len(captured)

    busy_child()
    few = asked()
    busy_child(child={"given_name": "Tweede"})
    busy_child(child={"given_name": "Derde"})

    assert asked() == few


def test_a_long_list_comes_in_pages_and_loses_nobody(
    town, make_referral, sign_in, monkeypatch
):
    monkeypatch.setattr("dichtbij.portal.staff.views.running.PAGE", 2)
    names = [f"Kind{number}" for number in range(3)]
    for name in names:
        make_referral(child={"given_name": name})
    browser = sign_in(town.bram)

    first = browser.get(reverse(ADDRESS)).content.decode()
    after = first.split('rel="next"')[0].rsplit('href="', 1)[1].split('"')[0]
    second = browser.get(reverse(ADDRESS) + after).content.decode()

    assert all((name in first) != (name in second) for name in names)
